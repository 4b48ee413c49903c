/// Base64 in both alphabets, without Foundation.
///
/// > Source: RFC 4648 §4 and §5.
enum Base64 {
    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The text of some bytes; padded unless `isPadded` is false.
    static func encode(_ bytes: some Collection<UInt8>, urlSafe isURLSafe: Bool = false, isPadded: Bool = true)
        -> String
    {
        let alphabet = isURLSafe ? urlSafe : standard
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 {
            text.append(alphabet[Int(bits << UInt32(6 - count) & 63)])
        }
        while isPadded, text.count % 4 != 0 {
            text.append(UInt8(ascii: "="))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What padding a text must or may have.
    enum Padding {
        case required, optional
    }

    /// The bytes of a text, or nil where it is no strict Base64.
    ///
    /// Refused are wrong letters, wrong padding, and left-over bits that are not 0.
    static func decode(_ text: some StringProtocol, urlSafe isURLSafe: Bool, padding: Padding) -> [UInt8]? {
        var letters = Array(text.utf8)
        let padded = letters.count
        while letters.last == UInt8(ascii: "="), padded - letters.count < 2 {
            letters.removeLast()
        }
        if padded != letters.count || padding == .required, padded % 4 != 0 { return nil }
        guard letters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var count = 0
        for letter in letters {
            guard let value = value(of: letter, urlSafe: isURLSafe) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bits & (1 << UInt32(count) - 1) == 0 ? bytes : nil
    }

    private static func value(of letter: UInt8, urlSafe isURLSafe: Bool) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+") where !isURLSafe, UInt8(ascii: "-") where isURLSafe: 62
        case UInt8(ascii: "/") where !isURLSafe, UInt8(ascii: "_") where isURLSafe: 63
        default: nil
        }
    }
}
