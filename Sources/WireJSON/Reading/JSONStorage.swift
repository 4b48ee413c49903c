/// What all views of one text share; never changed once made.
final class JSONStorage: Sendable {
    let bytes: [UInt8]
    /// Never empty: the root is the first.
    let nodes: [Node]
    let duplicates: [DuplicateKeys.Entry]
    /// The first byte of each line but the first.
    let lineStarts: [UInt32]
    private let scalarCounts: ScalarCounts
    /// What the text has in common with others, where that is known.
    let layout: TextLayout?

    /// Takes what was read of a text; all places must be those of its nodes.
    init(
        bytes: [UInt8],
        nodes: [Node],
        lineStarts: [UInt32],
        duplicates: [DuplicateKeys.Entry],
        layout: TextLayout
    ) {
        self.bytes = bytes
        self.nodes = nodes
        self.lineStarts = lineStarts
        scalarCounts = bytes.withUnsafeBufferPointer(ScalarCounts.init)
        self.duplicates = duplicates
        self.layout = layout
    }

    init(_ bytes: [UInt8], limits: JSONLimits) throws(JSONParseError) {
        guard bytes.count <= Node.maximumBytes else {
            throw JSONParseError(
                code: .tooLarge,
                offset: 0,
                position: JSONPosition(line: 1, column: 1),
                message: "expected fewer than \(Node.maximumBytes + 1) bytes, found \(bytes.count)"
            )
        }
        do throws(ReadFailure) {
            let reading = try bytes.withUnsafeBufferPointer { buffer throws(ReadFailure) in
                var reader = JSONReader(buffer, maximumDepth: limits.maximumDepth)
                try reader.read()
                let duplicates = DuplicateKeys.mark(&reader.nodes, in: buffer)
                return (nodes: reader.nodes, lineStarts: reader.lineStarts, duplicates: duplicates)
            }
            nodes = reading.nodes
            lineStarts = reading.lineStarts
            scalarCounts = bytes.withUnsafeBufferPointer(ScalarCounts.init)
            duplicates = reading.duplicates
            layout = nil
            self.bytes = bytes
        } catch {
            throw JSONParseError(
                code: error.code,
                offset: error.offset,
                position: JSONPosition(of: error.offset, in: bytes),
                message: error.message
            )
        }
    }

    /// The bytes of a line without its end; empty for a line that is not there.
    func line(_ number: Int) -> Range<Int> {
        guard number >= 1, number <= lineStarts.count + 1 else { return bytes.count..<bytes.count }
        let start = number == 1 ? 0 : Int(lineStarts[number - 2])
        guard number <= lineStarts.count else { return start..<bytes.count }
        let end = Int(lineStarts[number - 1]) - 1
        return start..<(end > start && bytes[end - 1] == .carriageReturn ? end - 1 : end)
    }

    /// The position of a byte, or of the scalar that it is part of: by bisection over the lines, then by counting in a part of one.
    func position(at offset: Int) -> JSONPosition {
        var offset = min(max(offset, 0), bytes.count)
        while offset < bytes.count, bytes[offset].isUTF8Continuation { offset -= 1 }
        var (low, high) = (0, lineStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        let start = low == 0 ? 0 : Int(lineStarts[low - 1])
        return JSONPosition(line: low + 1, column: scalarCounts.count(in: start..<offset, of: bytes) + 1)
    }

    // MARK: Texts

    /// The text of a string or key, its escapes decoded.
    func text(of index: Node.Index) -> String {
        withMemory { $0.text(of: index) }
    }

    /// Whether a string or key says this, scalar by scalar; makes no text where it has no escapes.
    func textIs(_ text: String, at index: Node.Index) -> Bool {
        withMemory { $0.textIs(text, at: index) }
    }

    /// Hands bytes and nodes to a function, as memory that is there until it returns.
    func withMemory<Result>(_ body: (NodeMemory) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { bytes in
            try nodes.withUnsafeBufferPointer { nodes in try body(NodeMemory(bytes: bytes, nodes: nodes)) }
        }
    }

    /// The value of a member that counts among those of this key, or nil; linear in the members.
    func value(ofKey key: String, inObject object: Node.Index) -> Node.Index? {
        var key = key
        return key.withUTF8 { key in
            withMemory { memory in
                let end = memory.nodes[object].next
                var index = object + 1
                while index < end {
                    if memory.key(at: index, is: key) { return index + 1 }
                    index = memory.nodes[index + 1].next
                }
                return nil
            }
        }
    }

    /// The element at a place from 0, or nil; linear in the place.
    func element(_ place: Int, ofArray array: Node.Index) -> Node.Index? {
        guard place >= 0 else { return nil }
        let end = nodes[array].next
        var index = array + 1
        for _ in 0..<place {
            guard index < end else { return nil }
            index = nodes[index].next
        }
        return index < end ? index : nil
    }
}
