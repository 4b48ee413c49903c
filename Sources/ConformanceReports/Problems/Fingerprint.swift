/// A short name of some text that is the same in every process and every run.
///
/// FNV-1a with 64 bits: enough to tell the problems of a run apart, no protection against who looks for two that clash.
///
/// > Source: RFC 9923, the FNV hash algorithm
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of these texts, told apart from the same letters split otherwise.
    init(_ texts: [String]) {
        for text in texts {
            for byte in text.utf8 { mix(byte) }
            // No UTF-8 text holds this byte.
            mix(0xFF)
        }
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private mutating func mix(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
