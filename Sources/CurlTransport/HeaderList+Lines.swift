import Conformance

extension HeaderList {
    /// Reads the lines of an answer: the status line first, then one field a line.
    ///
    /// A line without a colon becomes a name without a value; a line that begins with white space continues the value before it.
    /// Bytes that are no UTF-8 are read as Latin-1, one letter a byte, so that nothing is lost.
    ///
    /// > Source: RFC 9112 §5, and §5.2 for folded lines
    init(answerLines bytes: [UInt8]) {
        var fields: [Field] = []
        fields.reserveCapacity(12)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            var isStatusLine = true
            while start < bytes.count {
                let end = Self.place(of: UInt8(ascii: "\n"), in: bytes, start..<bytes.count)
                if !isStatusLine { Self.read(bytes, start..<end, into: &fields) }
                isStatusLine = false
                start = end + 1
            }
        }
        self.init(fields)
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, into fields: inout [Field]) {
        var line = line
        if let last = line.last, bytes[last] == UInt8(ascii: "\r") { line = line.lowerBound..<last }
        guard !line.isEmpty else { return }
        if isWhiteSpace(bytes[line.lowerBound]) && !fields.isEmpty {
            let more = text(bytes, trimmed(bytes, line))
            let gap = fields[fields.count - 1].value.isEmpty || more.isEmpty ? "" : " "
            fields[fields.count - 1].value += gap + more
            return
        }
        let colon = place(of: UInt8(ascii: ":"), in: bytes, line)
        let value = min(colon + 1, line.upperBound)..<line.upperBound
        let name = text(bytes, line.lowerBound..<colon)
        fields.append(Field(name: name, value: text(bytes, trimmed(bytes, value))))
    }

    /// The first place of a byte in a range; the end of the range where it is not there.
    private static func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var place = range.lowerBound
        while place < range.upperBound, bytes[place] != byte { place += 1 }
        return place
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isWhiteSpace(bytes[start]) { start += 1 }
        while start < end, isWhiteSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        // Nearly all are ASCII, which needs no further look.
        if !part.contains(where: { $0 >= 0x80 }) { return String(decoding: part, as: UTF8.self) }
        return String(validating: part, as: UTF8.self)
            ?? String(String.UnicodeScalarView(part.map { Unicode.Scalar($0) }))
    }
}
