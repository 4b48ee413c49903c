/// Base64 in both alphabets, where each sequence of bytes has one spelling.
///
/// Not Foundation's: that one takes texts with bits set behind the last byte, and knows neither the alphabet of JWTs nor texts
/// without padding.
/// > Source: RFC 4648 §3.5, §4 and §5.
package enum Base64 {
    /// Which letters stand for 62 and 63.
    package enum Alphabet: Sendable {
        /// `+` and `/`.
        case standard
        /// `-` and `_`, as JWTs have them.
        case url
    }

    /// What a text must or may end with.
    package enum Padding: Sendable {
        /// `=` until its letters are a multiple of four.
        case required
        case absent
        /// Either of these.
        case optional
    }

    /// The text of some bytes.
    package static func encode(_ bytes: [UInt8], _ alphabet: Alphabet, isPadded: Bool) -> String {
        let letters = alphabet == .standard ? standardLetters : urlLetters
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(letters[Int(bits >> count & 63)])
            }
        }
        if count > 0 { text.append(letters[Int(bits << (6 - count) & 63)]) }
        while isPadded, text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text in UTF-8, or nil where it is not just what `encode` makes of some bytes.
    package static func decode(_ text: some Sequence<UInt8>, _ alphabet: Alphabet, padding: Padding) -> [UInt8]? {
        decode(letters: Array(text), alphabet, padding)
    }

    private static func decode(letters text: [UInt8], _ alphabet: Alphabet, _ padding: Padding) -> [UInt8]? {
        var letters = text[...]
        if padding != .absent {
            for _ in 0..<2 where letters.last == UInt8(ascii: "=") { letters.removeLast() }
            let isPadded = padding == .required || letters.count < text.count
            guard !isPadded || text.count % 4 == 0 else { return nil }
        }
        guard letters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 3 / 4)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for letter in letters {
            guard let value = value(of: letter, alphabet) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
            bits &= 1 << count - 1
        }
        return bits == 0 ? bytes : nil
    }

    private static let standardLetters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let urlLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func value(of letter: UInt8, _ alphabet: Alphabet) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+") where alphabet == .standard, UInt8(ascii: "-") where alphabet == .url: 62
        case UInt8(ascii: "/") where alphabet == .standard, UInt8(ascii: "_") where alphabet == .url: 63
        default: nil
        }
    }
}
