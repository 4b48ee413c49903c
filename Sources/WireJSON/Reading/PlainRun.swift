/// Bytes of a string that stand for themselves: ASCII without controls, quotes and backslashes.
enum PlainRun {
    /// The first byte from `index` on that is none of them; the end of the bytes where there is no such.
    @inline(__always)
    static func end(from index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = index
        let start = UnsafeRawPointer(bytes.baseAddress)
        while let start, index &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let special = specialBytes(in: word)
            if special != 0 { return index &+ special.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte >= 0x80 || byte == .quote || byte == .backslash { break }
            index += 1
        }
        return index
    }

    /// The top bit of each byte that ends a plain run.
    ///
    /// Only the lowest one set is sure: a borrow may set later ones.
    private static func specialBytes(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* UInt64(UInt8.quote))
        let backslashes = word ^ (ones &* UInt64(UInt8.backslash))
        let controls = (word &- ones &* 0x20) & ~word
        let found = controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | word
        return found & (ones &* 0x80)
    }
}
