/// Reads the head of an answer line by line.
///
/// Servers answer with the same head again and again, but for the time of day: lines that are those of the head before, from the first
/// on, are known to be right and are neither looked at nor kept anew.
struct HeadReader {
    private let former: AnswerHead?
    /// How many lines were those of the former head; nil from the first on that was not.
    private var sameLines: Int?
    private var newBytes: [UInt8] = []
    private var newLines: [AnswerHead.Line] = []
    private var framing = AnswerFraming()

    /// Reads a head that may be like the one before it on the same handle.
    init(after former: AnswerHead?) {
        self.former = former
        sameLines = former == nil ? nil : 0
    }

    /// Takes a line that is just that of the former head in its place; false where it is not, and was not taken.
    mutating func takeKnown(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let sameLines, let former, former.hasLine(line, at: sameLines) else { return false }
        self.sameLines = sameLines + 1
        return true
    }

    /// Takes the status line.
    mutating func takeStatusLine(_ line: UnsafeRawBufferPointer) {
        leaveFormer()
        append(line)
    }

    /// Takes the line of a field, unless it leaves open where the body ends: then it is not kept.
    mutating func takeField(_ line: UnsafeRawBufferPointer) -> AnswerFraming.Fault? {
        leaveFormer()
        if let fault = framing.take(line) { return fault }
        append(line)
        return nil
    }

    /// What was taken so far.
    var head: AnswerHead {
        guard let sameLines, let former else { return AnswerHead(newBytes, newLines) }
        guard sameLines < former.lines.count else { return former }
        return AnswerHead(
            Array(former.bytes[..<former.start(ofLine: sameLines)]),
            Array(former.lines[..<sameLines])
        )
    }

    /// Goes on from the lines that were the same.
    private mutating func leaveFormer() {
        guard let sameLines, let former else { return }
        self.sameLines = nil
        newBytes.reserveCapacity(max(512, former.bytes.count))
        newBytes += former.bytes[..<former.start(ofLine: sameLines)]
        newLines.reserveCapacity(max(16, former.lines.count))
        newLines += former.lines[..<sameLines]
        if sameLines > 0 { framing = former.lines[sameLines - 1].framing }
    }

    private mutating func append(_ line: UnsafeRawBufferPointer) {
        newBytes.append(contentsOf: line)
        newLines.append(AnswerHead.Line(end: newBytes.count, framing: framing))
    }
}
