/// Looks for secrets in bytes that come piece by piece, as they are about to be written.
///
/// Time grows with the bytes alone, and memory with the longest piece.
package struct LeakScan: Sendable {
    private let index: SecretIndex
    private let kinds: [String]
    /// The start of an escape whose end is yet to come.
    private var rest: [UInt8] = []
    /// The last folded bytes of what came before, then those of the present piece.
    private var folded: [UInt8] = []
    private var foldedCount = 0

    init(_ index: SecretIndex, kinds: [String]) {
        self.index = index
        self.kinds = kinds
    }

    /// The kind of a secret that ends in this piece, such as `session_token`; nil where none does.
    package mutating func leak(in piece: [UInt8]) -> String? {
        guard !index.isEmpty else { return nil }
        guard !rest.isEmpty else { return scan(piece, isLast: false) }
        let whole = rest + piece
        rest = []
        return scan(whole, isLast: false)
    }

    /// The same for what could not be judged before the end was known; the scan is then ready for another text.
    package mutating func leakAtEnd() -> String? {
        let last = rest
        defer { (rest, foldedCount) = ([], 0) }
        return scan(last, isLast: true)
    }

    private mutating func scan(_ bytes: [UInt8], isLast: Bool) -> String? {
        let kept = foldedCount
        if folded.count < kept + bytes.count {
            folded += [UInt8](repeating: 0, count: kept + bytes.count - folded.count)
        }
        var tag: Int?
        var read = 0
        folded.withUnsafeMutableBufferPointer { folded in
            var count = kept
            bytes.withUnsafeBufferPointer { raw in
                read = TextFolding.fold(raw, isLast: isLast) { byte, _, _ in
                    folded[count] = byte
                    count += 1
                }
            }
            index.search(UnsafeBufferPointer(rebasing: folded[..<count]), from: kept) { found, _ in
                tag = found
                return false
            }
            let tail = min(count, SecretIndex.mostCompared - 1)
            for place in 0..<tail { folded[place] = folded[count - tail + place] }
            foldedCount = tail
        }
        if read < bytes.count { rest = Array(bytes[read...]) }
        return tag.map { kinds[$0] }
    }
}
