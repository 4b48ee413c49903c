/// A gzip stream that unpacks to far more than it is: one zero, then copies of 258 zeros each.
package enum GzipBomb {
    /// A stream of so many copies after the first zero; a copy takes 13 bits and unpacks to 258 bytes.
    package static func bytes(copies: Int) -> [UInt8] {
        var stream: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var pending: UInt32 = 0
        var count: UInt32 = 0
        func put(_ bits: UInt32, _ width: UInt32) {
            pending |= bits << count
            count += width
            while count >= 8 {
                stream.append(UInt8(truncatingIfNeeded: pending))
                pending >>= 8
                count -= 8
            }
        }
        put(1, 1)  // the last block
        put(1, 2)  // of fixed codes
        put(0b0000_1100, 8)  // the literal 0, code 00110000 with its first bit lowest
        for _ in 0..<copies {
            put(0b1010_0011, 8)  // the length 258, code 11000101 with its first bit lowest
            put(0, 5)  // the distance 1
        }
        put(0, 7)
        put(0, 8)
        return stream
    }
}
