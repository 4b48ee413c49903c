import WireJSON

extension Auditor {
    /// Audits some lines, each a text of its own; empty ones are passed over.
    ///
    /// What it counts does not depend on what was learned before: a line that is known adds what it would add by itself.
    package mutating func audit(_ chunk: LineChunks.Chunk, of file: String) {
        for line in chunk.tooLong {
            let location = AuditLocation(file: file, line: line, column: 1)
            note(.lineTooLong, at: location, "a line of \(LineChunks.longestLine) bytes at most", "a longer one")
        }
        chunk.bytes.withUnsafeBufferPointer { bytes in
            var hits = AnswerHits(table, shown)
            var (start, line) = (0, chunk.linesBefore)
            while start < bytes.count {
                passKnown(&start, &line, &hits, in: bytes, of: file)
                guard start < bytes.count else { break }
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if !JSONBlank.isAll(of: text) {
                    tally.turns += 1
                    learn(from: Array(text), at: PayloadPlace(file: file, linesBefore: line))
                }
                start = end + 1
                line += 1
            }
            if let book { hits.settle(book, in: bytes, of: file, &tally) }
        }
    }

    /// Counts lines that are known, up to one that is not.
    private mutating func passKnown(
        _ start: inout Int,
        _ line: inout Int,
        _ hits: inout AnswerHits,
        in bytes: UnsafeBufferPointer<UInt8>,
        of file: String
    ) {
        guard let book else { return }
        book.tree.withFinder(in: bytes) { finder in
            var known = KnownLine(text: bytes, finder: finder, file: file, start: start, number: line + 1)
            while known.start < bytes.count, let (number, end) = finder.template(at: known.start) {
                tally.turns += 1
                knownLines += 1
                tally.bytes += end - known.start
                hits.count(number, known, book, &tally)
                known.start = end + 1
                known.number += 1
            }
            (start, line) = (known.start, known.number - 1)
        }
    }
}
