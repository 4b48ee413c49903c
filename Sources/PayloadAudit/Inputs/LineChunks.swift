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

    /// The most pieces of memory that are kept to be filled again.
    private static let mostSpare = 8

    private let longestLine: Int
    private var rest: [UInt8] = []
    private var spare: [[UInt8]] = []
    private var linesBefore = 0
    /// Whether the bytes up to the next line feed belong to a line that is too long.
    private var isSkipping = false

    /// Makes a cutter at the start of a file.
    package init(longestLine: Int = LineChunks.longestLine) {
        self.longestLine = longestLine
    }

    /// Takes more bytes; gives the lines that are complete, or nil while none is.
    package mutating func take(_ bytes: [UInt8]) -> Chunk? {
        take { $0 += bytes }
    }

    /// The same for bytes that a function appends to those it is given, so that they need not be copied.
    package mutating func take(_ append: (inout [UInt8]) -> Void) -> Chunk? {
        let known = rest.count
        append(&rest)
        guard let last = rest[known...].lastIndex(of: 0x0A) else { return rest.count > longestLine ? cut() : nil }
        var next = spare.popLast() ?? []
        next += rest[(last + 1)...]
        rest.removeLast(rest.count - last - 1)
        let chunk = cut()
        rest = next
        return chunk
    }

    /// What is left once the stream has ended.
    package mutating func end() -> Chunk? {
        rest.isEmpty ? nil : cut()
    }

    /// Takes the memory of a chunk back that nobody reads any more: new memory costs more than what is read into it.
    package mutating func reuse(_ bytes: consuming [UInt8]) {
        guard spare.count < Self.mostSpare, bytes.capacity <= longestLine / 4 else { return }
        bytes.removeAll(keepingCapacity: true)
        spare.append(bytes)
    }

    /// What is kept, as a chunk without lines that are too long.
    private mutating func cut() -> Chunk {
        defer { rest = [] }
        var chunk = Chunk(bytes: rest, linesBefore: linesBefore, tooLong: [])
        guard isSkipping || rest.count > longestLine else {
            linesBefore += LineFeeds.count(in: rest)
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
