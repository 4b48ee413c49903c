/// Tells words that an API uses as names from texts that may be somebody's secret.
package enum PlainWord {
    /// The most bytes of a word.
    package static let mostBytes = 64
    /// The most digits of a word: names have one or two, while ids and keys written in hexadecimal have many.
    private static let mostDigits = 4

    /// Whether a text is lower-case letters, underscores and few digits, begins with a letter, and is short.
    package static func matches(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLower(first), text.utf8.count <= mostBytes else { return false }
        var digits = 0
        for byte in text.utf8 {
            if byte.isDigit { digits += 1 } else if !isLower(byte), byte != UInt8(ascii: "_") { return false }
        }
        return digits <= mostDigits
    }

    private static func isLower(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26
    }
}
