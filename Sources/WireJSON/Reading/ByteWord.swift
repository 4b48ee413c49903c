/// Eight bytes of a text that are looked at together.
package struct ByteWord {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private let bits: UInt64

    /// Takes the bytes from a place on, of which there must be eight.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
        precondition(place >= 0 && place + 8 <= bytes.count)
        bits = UnsafeRawPointer(bytes.baseAddress)?.loadUnaligned(fromByteOffset: place, as: UInt64.self) ?? 0
    }

    /// How many of them begin a Unicode scalar of UTF-8.
    package var scalarCount: Int {
        // Bytes that go on with one are 10xxxxxx.
        8 - (bits >> 7 & ~bits >> 6 & Self.ones).nonzeroBitCount
    }

    /// Whether one of them is this byte.
    package func holds(_ byte: UInt8) -> Bool {
        let others = bits ^ Self.ones &* UInt64(byte)
        return (others &- Self.ones) & ~others & Self.ones << 7 != 0
    }
}
