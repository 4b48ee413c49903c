import WireJSON

/// Percent-encoding of single values for paths and queries.
///
/// > Source: RFC 3986 §2.
package enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Every byte but letters, digits and `-._~` as `%` and two digits.
    package static func encode(_ text: String) -> String {
        var text = text
        if text.withUTF8({ $0.allSatisfy(isUnreserved) }) { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text with each `%` and two digits as its byte; nil where the result is no UTF-8.
    package static func decode(_ text: some StringProtocol) -> String? {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < source.count {
            // Not by `UInt8(_:radix:)`, which takes a sign: `%+5` is no escape.
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = source[index + 1].hexadecimalValue, let low = source[index + 2].hexadecimalValue
            {
                bytes.append(UInt8(high << 4 | low))
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return true }
        if byte &- UInt8(ascii: "0") < 10 { return true }
        return byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "~")
    }
}
