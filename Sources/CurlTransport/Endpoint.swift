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
        let bytes = url.utf8
        if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return nil }
        let rest: Substring.UTF8View
        if let tail = Self.drop("https://", from: bytes) {
            isTLS = true
            rest = tail
        } else if let tail = Self.drop("http://", from: bytes) {
            isTLS = false
            rest = tail
        } else {
            return nil
        }
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        var authority = rest[..<(end ?? rest.endIndex)]
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            authority = authority[authority.index(after: at)...]
        }
        guard let (host, port) = Self.hostAndPort(authority) else { return nil }
        self.host = host
        self.port = port ?? (isTLS ? 443 : 80)
    }

    /// Reads a proxy's address, whose scheme may be missing or any that libcurl knows.
    init?(proxy: String) {
        let rest = proxy.firstRange(of: "://").map { proxy[$0.upperBound...] } ?? proxy[...]
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

    private static func drop(_ scheme: String, from bytes: String.UTF8View) -> Substring.UTF8View? {
        var index = bytes.startIndex
        for wanted in scheme.utf8 {
            guard index < bytes.endIndex, bytes[index] | 0x20 == wanted | 0x20 else { return nil }
            index = bytes.index(after: index)
        }
        return bytes[index...]
    }

    private static func hostAndPort(_ authority: Substring.UTF8View) -> (String, Int?)? {
        var host = authority
        var rest = authority[authority.endIndex...]
        if authority.first == UInt8(ascii: "[") {
            guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<close]
            rest = authority[authority.index(after: close)...]
        } else if let colon = authority.firstIndex(of: UInt8(ascii: ":")) {
            host = authority[..<colon]
            rest = authority[colon...]
        }
        guard !host.isEmpty else { return nil }
        if rest.isEmpty { return (String(Substring(host)), nil) }
        guard rest.first == UInt8(ascii: ":") else { return nil }
        rest = rest.dropFirst()
        if rest.isEmpty { return (String(Substring(host)), nil) }
        guard rest.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(Substring(rest)) else { return nil }
        return (String(Substring(host)), Int(port))
    }

    private static func writesPort(_ rest: Substring) -> Bool {
        let authority = rest.prefix { $0 != "/" }
        let afterUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let afterBracket = afterUser.split(separator: "]", omittingEmptySubsequences: false).last ?? ""
        return afterBracket.contains(":")
    }
}
