/// Base64 in the three dresses that are met here.
///
/// > Source: RFC 4648 §4, §5
enum Base64 {
    enum Variant {
        /// `+` and `/`, with padding: Basic credentials, certificates.
        case standard
        /// `-` and `_`, without padding: JWTs, session tokens.
        case url
        /// `-` and `_`, with padding: thumbprints, secrets.
        case urlPadded
    }

    static func encode(_ bytes: some Collection<UInt8>, _ variant: Variant) -> String {
        let alphabet = variant == .standard ? standardAlphabet : urlAlphabet
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> UInt32(bits)) & 63])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(6 - bits)) & 63]) }
        if variant != .url {
            while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that `text` stands for, if it is written in just the one way that is right.
    ///
    /// Bits that stand for nothing must be 0; otherwise a changed last letter of a signature would not matter.
    static func decode(_ text: some StringProtocol, _ variant: Variant) -> [UInt8]? {
        let alphabet = variant == .standard ? standardAlphabet : urlAlphabet
        var letters = Array(text.utf8)
        if variant != .url {
            guard letters.count % 4 == 0 else { return nil }
            for _ in 0..<2 where letters.last == UInt8(ascii: "=") { letters.removeLast() }
        }
        guard letters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for letter in letters {
            guard let value = value(of: letter, in: alphabet) else { return nil }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
            buffer &= 0xFFFF
        }
        guard buffer & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    private static let standardAlphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let urlAlphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func value(of letter: UInt8, in alphabet: [UInt8]) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case alphabet[62]: 62
        case alphabet[63]: 63
        default: nil
        }
    }
}
