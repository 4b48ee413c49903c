/// As much of DER as it takes to find an RSA key in a certificate.
///
/// > Source: ITU-T X.690 §8.1.3 and §10.1; RFC 8017 appendix A.1.1.
enum DERText {
    private static let sequence: UInt8 = 0x30
    private static let integer: UInt8 = 0x02

    /// Whether the bytes are one sequence, from the first byte to the last.
    static func isOneSequence(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2, bytes[0] == sequence else { return false }
        for start in 2...6 where start <= bytes.count {
            let content = bytes.count - start
            if bytes[1..<start].elementsEqual(length(content)) { return true }
        }
        return false
    }

    /// A public key as it stands in a certificate: a sequence of modulus and exponent, both without a sign.
    static func rsaKey(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
        let numbers = number(modulus) + number(exponent)
        return [sequence] + length(numbers.count) + numbers
    }

    /// A number above zero in as few bytes as hold it; a leading zero keeps the first bit from being a sign.
    private static func number(_ magnitude: [UInt8]) -> [UInt8] {
        var bytes = Array(magnitude.drop { $0 == 0 })
        if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: 0) }
        return [integer] + length(bytes.count) + bytes
    }

    /// A length in as few bytes as hold it.
    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var bytes: [UInt8] = []
        var rest = count
        while rest > 0 {
            bytes.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(bytes.count)] + bytes
    }
}
