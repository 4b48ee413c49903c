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
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                if !isStatusLine { Self.read(bytes[start..<end], into: &fields) }
                isStatusLine = false
                start = end + 1
            }
        }
        self.init(fields)
    }

    private static func read(_ line: Slice<UnsafeBufferPointer<UInt8>>, into fields: inout [Field]) {
        var line = line
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard let first = line.first else { return }
        if isWhiteSpace(first) && !fields.isEmpty {
            let more = text(trimmed(line))
            let gap = fields[fields.count - 1].value.isEmpty || more.isEmpty ? "" : " "
            fields[fields.count - 1].value += gap + more
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            fields.append(Field(name: text(line[..<colon]), value: text(trimmed(line[(colon + 1)...]))))
        } else {
            fields.append(Field(name: text(line), value: ""))
        }
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }

    private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var rest = bytes
        while let first = rest.first, isWhiteSpace(first) { rest.removeFirst() }
        while let last = rest.last, isWhiteSpace(last) { rest.removeLast() }
        return rest
    }

    private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
        }
        return String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
