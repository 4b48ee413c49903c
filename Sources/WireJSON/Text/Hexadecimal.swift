/// Bytes as two hexadecimal digits each.
package enum Hexadecimal {
    /// The letters that stand for ten to fifteen.
    package enum Letters: Sendable {
        case small
        case capital

        fileprivate var digits: StaticString {
            switch self {
            case .small: "0123456789abcdef"
            case .capital: "0123456789ABCDEF"
            }
        }
    }

    /// The digits, without anything between them.
    package static func digits(of bytes: some Collection<UInt8>, letters: Letters = .small) -> [UInt8] {
        let digits = letters.digits
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(digits.utf8Start[Int(byte >> 4)])
            text.append(digits.utf8Start[Int(byte & 15)])
        }
        return text
    }

    /// The digits, without anything between them, in small letters.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: digits(of: bytes), as: UTF8.self)
    }

    /// The same with a space between bytes: `1f 8b 08`.
    package static func spaced(_ bytes: some Collection<UInt8>) -> String {
        bytes.map { text(CollectionOfOne($0)) }.joined(separator: " ")
    }
}
