import PayloadAudit
import WireJSON

/// Cuts one input into pieces of work, each of which can be audited by itself.
struct DecodeFile {
    /// A piece of work.
    enum Piece: Sendable {
        case lines(LineChunks.Chunk)
        /// A whole text.
        case text([UInt8], linesBefore: Int)
        /// Something wrong with the file itself.
        case mark
    }

    /// The longest text that is read whole, in bytes.
    static let longestText = 256 << 20

    let name: String
    private let stream: ByteStream
    private let stop: StopPipe
    private var head: [UInt8]?
    private var chunks = LineChunks()
    private var isLines: Bool
    private var isEnded = false
    private var hasMark = false
    private var tooLong: String?

    /// Opens an input and looks at its beginning.
    init(_ path: String, _ stop: StopPipe) throws(LocalFiles.Problem) {
        stream = try ByteStream(path, stop)
        self.stop = stop
        name = path == "-" ? "stdin" : path
        var first = stream.next()
        if first?.starts(with: [0xEF, 0xBB, 0xBF]) == true {
            hasMark = true
            first?.removeFirst(3)
        }
        head = first
        isLines = DecodeInputs.isLines(path) || first.map(Self.beginsWithLine) ?? false
    }

    /// Why the input could not be read to its end; nil where it was.
    var problem: String? { stream.problem ?? tooLong }

    /// The next piece, or nil after the last.
    mutating func next() -> Piece? {
        if hasMark {
            hasMark = false
            return .mark
        }
        return isLines ? nextLines() : wholeText()
    }

    /// Takes the memory of a piece back, to read more into it.
    mutating func reuse(_ bytes: consuming [UInt8]) {
        chunks.reuse(bytes)
    }

    private mutating func nextLines() -> Piece? {
        if let bytes = head.take(), let chunk = chunks.take(bytes) { return .lines(chunk) }
        var hasMore = true
        while hasMore {
            if let chunk = chunks.take({ hasMore = stream.append(to: &$0) }) { return .lines(chunk) }
        }
        guard !isEnded else { return nil }
        isEnded = true
        return isWhole ? chunks.end().map { .lines($0) } : nil
    }

    private mutating func wholeText() -> Piece? {
        guard !isEnded else { return nil }
        isEnded = true
        var text = head.take() ?? []
        while let bytes = stream.next() {
            text += bytes
            guard text.count <= Self.longestText else {
                tooLong = "'\(name)' is longer than \(Self.longestText >> 20) MiB and not one text a line"
                return nil
            }
        }
        return isWhole ? .text(text, linesBefore: 0) : nil
    }

    /// Whether all was read, so that what is left is no part of something.
    private var isWhole: Bool { stream.problem == nil && !stop.isStopped }

    /// Whether the first line is a whole JSON text, and there are more lines.
    private static func beginsWithLine(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstIndex(of: 0x0A), !JSONBlank.isAll(of: bytes[end...]) else { return false }
        return (try? JSONDocument(Array(bytes[..<end]))) != nil
    }
}
