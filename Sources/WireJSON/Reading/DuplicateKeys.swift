/// Finds keys that come more than once in their object, in time linear in the text.
enum DuplicateKeys {
    /// A key that was there before: both key nodes and their object.
    struct Entry: Sendable {
        var object: Node.Index
        var key: Node.Index
        var first: Node.Index
    }

    /// The most members that are compared pair by pair; more are hashed.
    static let mostCompared = 24

    /// Marks every key that a later one replaces, and gives the later ones, object by object in the order of the text.
    static func mark(_ nodes: inout [Node], in bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
        var entries: [Entry] = []
        var keys: [Node.Index] = []
        for object in nodes.indices where nodes[object].kind == .object {
            let end = nodes[object].next
            var index = object + 1
            guard index < end, nodes[index + 1].next < end else { continue }
            keys.removeAll(keepingCapacity: true)
            var isEscaped = false
            while index < end {
                keys.append(index)
                isEscaped = isEscaped || nodes[index].flags.contains(.escaped)
                index = nodes[index + 1].next
            }
            if keys.count <= mostCompared, !isEscaped {
                compare(keys, of: object, &nodes, bytes, &entries)
            } else {
                hash(keys, of: object, &nodes, bytes, &entries)
            }
        }
        return entries
    }

    private static func compare(
        _ keys: [Node.Index],
        of object: Node.Index,
        _ nodes: inout [Node],
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ entries: inout [Entry]
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: keys.count) { marks in
            for place in keys.indices {
                let mark = KeyFingerprint.of(bytes, nodes[keys[place]].content)
                marks.initializeElement(at: place, to: mark)
                var first: Node.Index?
                for earlier in 0..<place where marks[earlier] == mark {
                    guard isSame(nodes[keys[earlier]].content, nodes[keys[place]].content, bytes) else { continue }
                    first = first ?? keys[earlier]
                    nodes[keys[earlier]].flags.insert(.superseded)
                }
                if let first { entries.append(Entry(object: object, key: keys[place], first: first)) }
            }
        }
    }

    private static func isSame(_ one: Range<Int>, _ other: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        UnsafeBufferPointer(rebasing: bytes[one]).hasSameBytes(as: UnsafeBufferPointer(rebasing: bytes[other]))
    }

    private static func hash(
        _ keys: [Node.Index],
        of object: Node.Index,
        _ nodes: inout [Node],
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ entries: inout [Entry]
    ) {
        var table = KeyTable(capacity: keys.count)
        for key in keys {
            guard let earlier = table.insert(key, nodes, bytes) else { continue }
            nodes[earlier.latest].flags.insert(.superseded)
            entries.append(Entry(object: object, key: key, first: earlier.first))
        }
    }
}
