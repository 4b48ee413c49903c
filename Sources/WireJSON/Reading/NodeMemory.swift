/// The bytes and nodes of a text as plain memory, which is read without counting references.
///
/// Its reads check no bounds, as all places come from the reader: an index must be that of a node of the text, and a
/// string's where a string is asked for. Whoever holds one sees to it that the memory is still there.
struct NodeMemory {
    let bytes: UnsafeBufferPointer<UInt8>
    let nodes: UnsafeBufferPointer<Node>

    /// The text of a string or key, its escapes decoded.
    func text(of index: Node.Index) -> String {
        let node = nodes[index]
        let source = UnsafeBufferPointer(rebasing: bytes[node.content])
        guard node.flags.contains(.escaped) else { return String(decoding: source, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: source.count) { EscapedText.decode(source, into: $0) }
    }

    /// Whether a string or key says this, scalar by scalar; makes no text where it has no escapes.
    func textIs(_ text: String, at index: Node.Index) -> Bool {
        nodes[index].withContent(in: bytes) { text.hasSameScalars(as: $0) }
    }

    /// Whether a key that counts among its duplicates is this text.
    func key(at index: Node.Index, is text: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.isUnusualKey {
            return !node.flags.contains(.superseded) && node.withContent(in: bytes) { $0.hasSameBytes(as: text) }
        }
        return UnsafeBufferPointer(rebasing: bytes[node.content]).hasSameBytes(as: text)
    }

    /// The number at a node.
    func number(at index: Node.Index) -> JSONNumber {
        JSONNumber(checked: String(decoding: bytes[nodes[index].start..<nodes[index].end], as: UTF8.self))
    }

    /// The value of a number written as an integer of at most 18 digits, else nil.
    func smallInteger(at index: Node.Index) -> Int? {
        let node = nodes[index]
        guard node.end - node.start <= 18 else { return nil }
        var value = 0
        var start = node.start
        let isNegative = bytes[start] == .minus
        if isNegative { start += 1 }
        for place in start..<node.end {
            let digit = bytes[place] &- .zero
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return isNegative ? -value : value
    }
}

extension NodeMemory {
    /// The value at a node as a tree of its own: of duplicate keys the last counts, in the place of the first.
    func value(at index: Node.Index) -> JSONValue {
        switch nodes[index].kind {
        case .null: return .null
        case .bool: return .bool(bool(at: index))
        case .number: return .number(number(at: index))
        case .string: return .string(text(of: index))
        case .array:
            var elements: [JSONValue] = []
            var child = index + 1
            while child < nodes[index].next {
                elements.append(value(at: child))
                child = nodes[child].next
            }
            return .array(elements)
        case .object:
            var object = JSONObject()
            var key = index + 1
            while key < nodes[index].next {
                object[text(of: key)] = value(at: key + 1)
                key = nodes[key + 1].next
            }
            return .object(object)
        }
    }

    /// Whether a boolean is `true`.
    func bool(at index: Node.Index) -> Bool {
        bytes[nodes[index].start] == UInt8(ascii: "t")
    }

    /// A copy in memory of its own, to be freed with ``deallocate()``.
    func copied() -> NodeMemory {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        let nodes = UnsafeMutableBufferPointer<Node>.allocate(capacity: nodes.count)
        _ = bytes.initialize(from: self.bytes)
        _ = nodes.initialize(from: self.nodes)
        return NodeMemory(bytes: UnsafeBufferPointer(bytes), nodes: UnsafeBufferPointer(nodes))
    }

    /// Frees what ``copied()`` allocated.
    func deallocate() {
        bytes.deallocate()
        nodes.deallocate()
    }
}
