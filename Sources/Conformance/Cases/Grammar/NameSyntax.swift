import WireJSON

/// The spellings of names in case files; all are ASCII, so that names that pass may be compared with `==`.
enum NameSyntax {
    /// Whether a text is `[a-z][a-z0-9_]*`.
    static func isWord(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, isLower(first) else { return false }
        return text.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    /// Whether a text is `[a-z0-9]+(-[a-z0-9]+)*`.
    static func isIdentifier(_ text: String) -> Bool {
        var endsInLetter = false
        for byte in text.utf8 {
            if isLower(byte) || isDigit(byte) {
                endsInLetter = true
            } else if byte == UInt8(ascii: "-"), endsInLetter {
                endsInLetter = false
            } else {
                return false
            }
        }
        return endsInLetter
    }

    /// Words with `.` between them.
    static func isDottedWord(_ text: String) -> Bool {
        !text.isEmpty && text.scalarSplit(separator: ".", omittingEmptySubsequences: false).allSatisfy { isWord($0) }
    }

    /// The name of a header field.
    ///
    /// > Source: RFC 9110 §5.6.2
    static func isHeaderName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                isDigit(byte) || isLower(byte | 0x20) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    /// A label after `#`: ASCII letters, digits, `_` and `-`.
    static func isLabel(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                isDigit(byte) || isLower(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
    }

    /// An HTTP method: ASCII capitals.
    static func isMethod(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// A day of the calendar such as `2026-11-21`.
    static func isDate(_ text: String) -> Bool {
        let parts = text.scalarSplit(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isLower(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte)
    }
}
