/// Where an address points to: all of it that may be shown, since path, query and user info can hold secrets.
struct Endpoint: Sendable, Hashable {
    let isTLS: Bool
    /// A name or an address; IPv6 stands without brackets.
    let host: String
    let port: Int

    /// Reads the start of an absolute `http` or `https` address; nil where it is none or holds what no address may hold.
    ///
    /// White space and control characters are refused anywhere, so that an address cannot carry a second line into a request.
    init?(url: String) {
        var url = url
        let parts = url.withUTF8 { bytes -> (isTLS: Bool, host: String, port: Int?)? in
            if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return nil }
            for (scheme, isTLS) in [("https://" as StaticString, true), ("http://", false)] {
                guard let rest = Self.drop(scheme, from: bytes) else { continue }
                return Self.hostAndPort(Self.authority(of: rest)).map { (isTLS, $0.0, $0.1) }
            }
            return nil
        }
        guard let parts else { return nil }
        isTLS = parts.isTLS
        host = parts.host
        port = parts.port ?? (parts.isTLS ? 443 : 80)
    }

    /// Reads a proxy's address, whose scheme may be missing or any that libcurl knows.
    init?(proxy: String) {
        let rest = Self.schemeEnd(in: proxy).map { proxy[$0.upperBound...] } ?? proxy[...]
        guard let endpoint = Endpoint(url: "http://" + rest) else { return nil }
        let writtenPort = Self.writesPort(rest)
        isTLS = proxy.hasPrefix("https://")
        host = endpoint.host
        port = writtenPort ? endpoint.port : (isTLS ? 443 : 1080)
    }

    /// `host:port`, an IPv6 address in brackets.
    var shown: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }

    /// Whether this is the machine itself, by the address or by a name that can mean nothing else.
    var isLoopback: Bool { LoopbackHost.includes(host) }

    /// The text with ASCII letters in small form.
    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// What follows a scheme, whose letters may be of either case; nil where the bytes begin otherwise.
    private static func drop(_ scheme: StaticString, from bytes: UnsafeBufferPointer<UInt8>) -> Bytes? {
        let length = scheme.utf8CodeUnitCount
        guard bytes.count >= length else { return nil }
        for place in 0..<length where bytes[place] | 0x20 != scheme.utf8Start[place] | 0x20 { return nil }
        return bytes[length...]
    }

    /// What stands before path, query and fragment, without a user's name and password.
    private static func authority(of rest: Bytes) -> Bytes {
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        let authority = rest[..<(end ?? rest.endIndex)]
        return authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
    }

    private static func hostAndPort(_ authority: Bytes) -> (String, Int?)? {
        var host = authority
        var rest = authority[authority.endIndex...]
        if authority.first == UInt8(ascii: "[") {
            guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = authority[(authority.startIndex + 1)..<close]
            rest = authority[(close + 1)...]
        } else if let colon = authority.firstIndex(of: UInt8(ascii: ":")) {
            host = authority[..<colon]
            rest = authority[colon...]
        }
        guard !host.isEmpty else { return nil }
        let name = String(decoding: host, as: UTF8.self)
        if rest.isEmpty { return (name, nil) }
        guard rest.first == UInt8(ascii: ":") else { return nil }
        rest = rest.dropFirst()
        if rest.isEmpty { return (name, nil) }
        guard rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return UInt16(String(decoding: rest, as: UTF8.self)).map { (name, Int($0)) }
    }

    /// Where `://` stands in a proxy's address; nil where it names no scheme.
    static func schemeEnd(in text: String) -> Range<String.Index>? { text.utf8.firstRange(of: "://".utf8) }

    private static func writesPort(_ rest: Substring) -> Bool {
        let authority = rest.utf8.prefix { $0 != UInt8(ascii: "/") }
        let afterUser =
            authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? authority
        let afterBracket = afterUser.split(separator: UInt8(ascii: "]"), omittingEmptySubsequences: false).last
        return (afterBracket ?? afterUser).contains(UInt8(ascii: ":"))
    }
}
