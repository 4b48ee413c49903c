/// Counts lines eight bytes at a time: every byte of an input is looked at for it.
enum LineFeeds {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let low = ones &* 0x7F

    /// The number of line feeds.
    static func count(in bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { bytes in
            var (count, place) = (0, 0)
            while place &+ 8 <= bytes.count {
                // A byte of `sums` counts to 255, so after as many words they are added up.
                let end = min(bytes.count &- 7, place &+ 255 &* 8)
                var sums: UInt64 = 0
                while place < end {
                    let other = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ (ones &* 0x0A)
                    // The top bit of each byte that is not 0, which no carry reaches.
                    let isOther = ((other & low) &+ low) | other
                    sums &+= (~isOther &>> 7) & ones
                    place &+= 8
                }
                count &+= stride(from: 0, to: 64, by: 8).reduce(0) { $0 + Int(sums >> UInt64($1) & 0xFF) }
            }
            return bytes[place...].reduce(count) { $0 + ($1 == 0x0A ? 1 : 0) }
        }
    }
}
