/// Base64url as JWTs use it: without padding, and one spelling for each sequence of bytes.
///
/// > Source: RFC 7515 §2; RFC 4648 §5 and §3.5
enum Base64URL {
    /// The bytes of a text in base64url.
    ///
    /// - Returns: `nil` for any character outside the alphabet, padding included, for a length that no bytes have, and for
    ///   bits set behind the last byte, as else several texts would mean the same bytes.
    static func bytes(of text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3 + 2)
        var pending: UInt32 = 0
        var pendingBits = 0
        for character in text {
            let sextet = sextets[Int(character)]
            guard sextet < 64 else { return nil }
            pending = pending << 6 | UInt32(sextet)
            pendingBits += 6
            if pendingBits >= 8 {
                pendingBits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(pendingBits)))
            }
            pending &= (1 << UInt32(pendingBits)) - 1
        }
        return pending == 0 ? bytes : nil
    }

    /// The six bits of each character, and 255 for characters that are not in the alphabet.
    private static let sextets: [UInt8] = {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        var table = [UInt8](repeating: .max, count: 256)
        for (sextet, character) in alphabet.utf8.enumerated() {
            table[Int(character)] = UInt8(sextet)
        }
        return table
    }()
}
