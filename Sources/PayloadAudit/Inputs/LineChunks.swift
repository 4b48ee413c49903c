/// Cuts a stream of bytes into pieces of whole lines, and says where each begins.
package struct LineChunks: Sendable {
    /// Some lines, each with its line feed but for the last of a file.
    package struct Chunk: Sendable {
        package var bytes: [UInt8]
        /// The lines of the file before them.
        package var linesBefore: Int
        /// The lines that are too long, counted from 1 in the file; they are not among the bytes.
        package var tooLong: [Int]

        /// Makes a chunk.
        package init(bytes: [UInt8], linesBefore: Int, tooLong: [Int] = []) {
            self.bytes = bytes
            self.linesBefore = linesBefore
            self.tooLong = tooLong
        }
    }

    /// The longest line that is read, in bytes.
    package static let longestLine = 16 * 1_024 * 1_024

    private let longestLine: Int
    private var rest: [UInt8] = []
    private var linesBefore = 0
    /// Whether the bytes up to the next line feed belong to a line that is too long.
    private var isSkipping = false

    /// Makes a cutter at the start of a file.
    package init(longestLine: Int = LineChunks.longestLine) {
        self.longestLine = longestLine
    }

    /// Takes more bytes; gives the lines that are complete, or nil while none is.
    package mutating func take(_ bytes: [UInt8]) -> Chunk? {
        guard let last = bytes.lastIndex(of: 0x0A) else {
            keep(bytes[...])
            return rest.count > longestLine ? cut() : nil
        }
        keep(bytes[...last])
        let chunk = cut()
        keep(bytes[(last + 1)...])
        return chunk
    }

    /// What is left once the stream has ended.
    package mutating func end() -> Chunk? {
        rest.isEmpty ? nil : cut()
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        rest += bytes
    }

    /// What is kept, as a chunk without lines that are too long.
    private mutating func cut() -> Chunk {
        defer { rest = [] }
        var chunk = Chunk(bytes: rest, linesBefore: linesBefore, tooLong: [])
        guard isSkipping || rest.count > longestLine else {
            linesBefore += rest.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            return chunk
        }
        // A line that is left out leaves an empty one, so that those after it keep their numbers.
        chunk.bytes = []
        var start = 0
        while start < rest.count {
            let end = rest[start...].firstIndex(of: 0x0A)
            let line = rest[start..<(end ?? rest.count)]
            if isSkipping {
                isSkipping = end == nil
            } else if line.count > longestLine {
                chunk.tooLong.append(linesBefore + 1)
                isSkipping = end == nil
            } else {
                chunk.bytes += line
            }
            if end != nil {
                chunk.bytes.append(0x0A)
                linesBefore += 1
            }
            start = (end ?? rest.count) + 1
        }
        return chunk
    }
}

extension Auditor {
    /// Audits some lines, each a text of its own; empty ones are passed over.
    package mutating func audit(_ chunk: LineChunks.Chunk, of file: String) {
        for line in chunk.tooLong {
            let location = AuditLocation(file: file, line: line, column: 1)
            note(.lineTooLong, at: location, "a line of \(LineChunks.longestLine) bytes at most", "a longer one")
        }
        var start = 0
        var line = chunk.linesBefore
        chunk.bytes.withUnsafeBufferPointer { bytes in
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if text.contains(where: { $0 > 0x20 }) {
                    audit(Array(text), at: PayloadPlace(file: file, linesBefore: line))
                }
                start = end + 1
                line += 1
            }
        }
    }
}
