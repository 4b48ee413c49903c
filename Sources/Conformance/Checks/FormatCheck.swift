import WireJSON

extension Format {
    /// What a person calls it.
    var words: String {
        switch self {
        case .time: "a time (RFC 3339, UTC, with 'Z')"
        case .uuid: "a UUID"
        case .email: "an e-mail address"
        case .url: "an http or https URL"
        case .jwt: "a JWT (three parts of Base64url, two of them JSON objects)"
        case .base64: "Base64 text"
        case .base64url: "Base64url text"
        }
    }

    /// Whether a text has this form in full.
    func allows(_ text: String) -> Bool {
        switch self {
        case .time:
            guard let time = Timestamp(text) else { return false }
            return time.isUTC && text.utf8.last == UInt8(ascii: "Z")
        case .uuid: return Self.isUUID(Array(text.utf8))
        case .email: return Self.isEmail(text)
        case .url: return Self.isURL(text)
        case .jwt:
            guard let last = text.utf8.last, last != UInt8(ascii: ".") else { return false }
            return TokenParts(text) != nil
        case .base64:
            return !text.isEmpty && Base64.decode(text.utf8, .standard, padding: .required) != nil
        case .base64url:
            return !text.isEmpty && Base64.decode(text.utf8, .url, padding: .optional) != nil
        }
    }

    /// > Source: RFC 9562 §4.
    private static func isUUID(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphen ? byte == UInt8(ascii: "-") : isHexadecimal(byte) else { return false }
        }
        return true
    }

    /// A dot-atom, `@`, and a host name of at least two labels; quoted local parts and address literals are not taken.
    ///
    /// > Source: RFC 5321 §4.1.2, with the lengths of §4.5.3.1.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].count) else { return false }
        let atoms = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAtomLetter) }) else { return false }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ isHostLabel(Array($0)) }) else { return false }
        return labels[labels.count - 1].contains { !isDigit($0) }
    }

    /// `http` or `https`, a host, perhaps a port, then only what a URL may hold.
    ///
    /// > Source: RFC 3986 §3; RFC 9110 §4.2.
    private static func isURL(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.utf8.starts(with: $0.utf8) }) else {
            return false
        }
        let rest = bytes.dropFirst(scheme.utf8.count)
        let authority = Array(rest.prefix { !Array("/?#".utf8).contains($0) })
        let tail = Array(rest.dropFirst(authority.count))
        return isAuthority(authority) && isURLTail(tail)
    }

    private static func isAuthority(_ authority: [UInt8]) -> Bool {
        guard
            let end = authority.first == UInt8(ascii: "[")
                ? authority.firstIndex(of: UInt8(ascii: "]")).map({ $0 + 1 })
                : authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.count
        else { return false }
        let port = authority[end...]
        guard port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(isDigit) else {
            return false
        }
        let portText = String(decoding: port.dropFirst(), as: UTF8.self)
        guard portText.isEmpty || UInt16(portText) != nil else { return false }
        let host = authority[..<end]
        if host.first == UInt8(ascii: "[") {
            return host.count > 3
                && host.dropFirst().dropLast().allSatisfy { isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }
        }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return host.count <= 253 && labels.allSatisfy { isHostLabel(Array($0)) }
    }

    private static func isURLTail(_ tail: [UInt8]) -> Bool {
        let punctuation = Array("-._~:/?@!$&'()*+,;=".utf8)
        var fragments = 0
        var index = 0
        while index < tail.count {
            let byte = tail[index]
            switch byte {
            case UInt8(ascii: "%"):
                guard index + 2 < tail.count, isHexadecimal(tail[index + 1]), isHexadecimal(tail[index + 2]) else {
                    return false
                }
                index += 2
            case UInt8(ascii: "#"):
                fragments += 1
            default:
                guard isLetterOrDigit(byte) || punctuation.contains(byte) else { return false }
            }
            index += 1
        }
        return fragments <= 1
    }

    private static func isHostLabel(_ label: [UInt8]) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    private static func isAtomLetter(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
