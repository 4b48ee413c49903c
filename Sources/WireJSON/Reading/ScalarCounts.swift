/// How many scalars of a text come before some of its bytes, so that a place in a long line is found without counting from its start.
struct ScalarCounts: Sendable {
    /// Between the bytes for which the count is kept; a text that is shorter keeps none.
    private static let step = 16_384

    /// Before the byte at `step`, at twice that, and so on.
    private let kept: [UInt32]

    /// Linear in the text where it is long; else nothing is to be done.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= Self.step else {
            kept = []
            return
        }
        var kept: [UInt32] = []
        var count = 0
        for end in stride(from: Self.step, through: bytes.count, by: Self.step) {
            count += Self.scalars(in: bytes[(end - Self.step)..<end])
            kept.append(UInt32(truncatingIfNeeded: count))
        }
        self.kept = kept
    }

    /// The scalars that begin in a range; by counting over at most twice the step.
    func count(in range: Range<Int>, of bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            guard range.count > Self.step else { return Self.scalars(in: bytes[range]) }
            return count(before: range.upperBound, of: bytes) - count(before: range.lowerBound, of: bytes)
        }
    }

    private func count(before offset: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let steps = min(offset / Self.step, kept.count)
        let before = steps == 0 ? 0 : Int(kept[steps - 1])
        return before + Self.scalars(in: bytes[(steps * Self.step)..<offset])
    }

    private static func scalars(in part: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var (count, place) = (0, part.startIndex)
        while place + 8 <= part.endIndex {
            count += ByteWord(part.base, at: place).scalarCount
            place += 8
        }
        for byte in part[place...] where !byte.isUTF8Continuation { count += 1 }
        return count
    }
}
