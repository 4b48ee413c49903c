import WireJSON

/// Finds positions that follow each other in one pass over a text.
///
/// A file may be one long line, whose columns would else be counted anew for each case in it.
struct PositionCursor {
    private let bytes: [UInt8]
    private var offset = 0
    private var position = JSONPosition(line: 1, column: 1)

    init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// The position of a byte; linear in the distance from the last one, or from the start where it lies before that.
    mutating func position(at target: Int) -> JSONPosition {
        if target < offset {
            offset = 0
            position = JSONPosition(line: 1, column: 1)
        }
        bytes.withUnsafeBufferPointer { bytes in
            while offset < target {
                if offset + 8 <= target, case let word = ByteWord(bytes, at: offset), !word.holds(0x0A) {
                    position.column += word.scalarCount
                    offset += 8
                } else {
                    step(over: bytes[offset])
                }
            }
        }
        return position
    }

    private mutating func step(over byte: UInt8) {
        if byte == 0x0A {
            position.line += 1
            position.column = 1
        } else if byte & 0xC0 != 0x80 {
            position.column += 1
        }
        offset += 1
    }
}

extension Corpus {
    /// Where each entry stands, for people; linear in the files.
    func positionsOfEntries() -> [FilePosition] {
        var open: Int32 = -1
        var cursor = PositionCursor()
        return entries.map { entry in
            let file = files[Int(entry.location.file)]
            if open != entry.location.file {
                open = entry.location.file
                cursor = PositionCursor(file.document.bytes)
            }
            let position = cursor.position(at: Int(entry.location.offset))
            return FilePosition(file: file.path, line: position.line, column: position.column)
        }
    }
}
