import Conformance
import WireJSON

/// An address and its parameters.
enum HARAddress {
    /// The address with what no URL may hold, such as the brackets of a label, percent-encoded; what is encoded stays.
    ///
    /// > Source: RFC 3986 §2, §3.5
    static func url(_ url: String) -> String {
        let bytes = Array(url.utf8)
        var result: [UInt8] = []
        var isAuthority = true
        var isFragment = false
        for (place, byte) in bytes.enumerated() {
            // The two slashes before it are the seventh or the eighth byte at the latest.
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "/") && place > 8 { isAuthority = false }
            let isAllowed: Bool
            switch byte {
            // Around an address of IPv6 they belong there.
            case UInt8(ascii: "["), UInt8(ascii: "]"): isAllowed = isAuthority
            case UInt8(ascii: "%"): isAllowed = PercentText.isEscape(at: place, in: bytes)
            case UInt8(ascii: "#"):
                isAllowed = !isFragment
                isFragment = true
            default: isAllowed = (0x21..<0x7F).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
            }
            if isAllowed { result.append(byte) } else { result += PercentText.escape(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The parameters behind `?`, decoded, in order.
    static func query(of url: String) -> [(String, String)] {
        let whole = url.utf8.prefix { $0 != UInt8(ascii: "#") }
        guard let mark = whole.firstIndex(of: UInt8(ascii: "?")) else { return [] }
        return whole[whole.index(after: mark)...].split(separator: UInt8(ascii: "&")).map { part in
            let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = sign == part.endIndex ? part[sign...] : part[part.index(after: sign)...]
            return (PercentText.decoded(part[..<sign], inQuery: true), PercentText.decoded(value, inQuery: true))
        }
    }
}

/// The cookies that redacted header fields name.
enum HARCookies {
    /// Those of `Cookie`.
    static func sent(in fields: [HeaderList.Field]) -> [JSONFragment] {
        fields.filter { HeaderList.sameName($0.name, "cookie") }.flatMap { field in
            field.value.scalarSplit(separator: ";").compactMap { pair($0)?.object }
        }
    }

    /// Those of `Set-Cookie`, with the attributes that the format has.
    static func set(in fields: [HeaderList.Field]) -> [JSONFragment] {
        fields.filter { HeaderList.sameName($0.name, "set-cookie") }.compactMap { field in
            let parts = field.value.scalarSplit(separator: ";")
            guard let first = parts.first, var cookie = pair(first) else { return nil }
            var seen: Set<String> = []
            for part in parts.dropFirst() {
                let (name, value) = split(part)
                let key = name.lowercased()
                guard seen.insert(key).inserted else { continue }
                switch key {
                case "path", "domain": cookie.add(named: key, value ?? "")
                case "httponly": cookie.add("httpOnly", true)
                case "secure": cookie.add("secure", true)
                default: break
                }
            }
            return cookie.object
        }
    }

    /// Nil where it is no `name=value`, such as the label of a value that was redacted whole.
    private static func pair(_ text: Substring) -> JSONMembers? {
        let (name, value) = split(text)
        guard let value else { return nil }
        var cookie = JSONMembers()
        cookie.add("name", name)
        cookie.add("value", value)
        return cookie
    }

    private static func split(_ text: Substring) -> (name: String, value: String?) {
        let parts = text.scalarSplit(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
        return (parts.first ?? "", parts.count == 2 ? parts.last : nil)
    }

    private static func trimmed(_ text: Substring) -> String {
        let scalars = text.unicodeScalars.drop { $0 == " " }
        let end = scalars.lastIndex { $0 != " " }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(scalars[..<end])
    }
}
