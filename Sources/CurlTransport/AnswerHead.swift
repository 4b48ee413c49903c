import Conformance

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The head of an answer: its lines as they came, and the fields they give.
///
/// A class, as answers whose heads are the same share one.
final class AnswerHead: Sendable {
    /// A line of it: where it ends, and what the lines up to there say of where the body ends.
    struct Line {
        let end: Int
        let framing: AnswerFraming
    }

    /// From the status line to the last field, each with its line end.
    let bytes: [UInt8]
    let lines: [Line]
    let headers: HeaderList

    init(_ bytes: [UInt8], _ lines: [Line]) {
        self.bytes = bytes
        self.lines = lines
        headers = HeaderList(answerLines: bytes)
    }

    /// Whether it is short enough to be remembered by each of many handles: 4,096 bytes at most.
    var isShort: Bool { bytes.count <= 4096 }

    /// Where a line starts, or the end where there are no more.
    func start(ofLine number: Int) -> Int {
        number == 0 ? 0 : lines[number - 1].end
    }

    /// Whether the line of a number from 0 is just this one.
    func hasLine(_ line: UnsafeRawBufferPointer, at number: Int) -> Bool {
        guard number < lines.count else { return false }
        let start = start(ofLine: number)
        guard lines[number].end - start == line.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            guard let own = bytes.baseAddress, let other = line.baseAddress else { return line.isEmpty }
            return memcmp(own + start, other, line.count) == 0
        }
    }
}
