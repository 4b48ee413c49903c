/// An IPv4 address, or a block of them such as `10.0.0.0/8`.
struct IPv4Block {
    private let bits: UInt32
    private let prefix: Int

    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        let octets = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { octet in
            octet.allSatisfy { (0x30...0x39).contains($0) } ? UInt8(Substring(octet)) : nil
        }
        guard octets.count == 4 else { return nil }
        var bits: UInt32 = 0
        for octet in octets {
            guard let octet else { return nil }
            bits = bits << 8 | UInt32(octet)
        }
        guard let prefix = parts.count == 1 ? 32 : Int(Substring(parts[1])), (0...32).contains(prefix) else {
            return nil
        }
        self.bits = bits
        self.prefix = prefix
    }

    /// Whether `other`, taken as one address, lies in this block.
    func contains(_ other: IPv4Block) -> Bool {
        prefix == 0 || (bits ^ other.bits) >> UInt32(32 - prefix) == 0
    }
}
