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

/// Keys by their decoded bytes, under Swift's seeded hash, so that no text can be made to collide.
struct KeyTable {
    private struct Slot {
        var hash = 0
        var first: Node.Index = -1
        var latest: Node.Index = -1
    }

    private var slots: [Slot]

    /// Makes a table for at most `capacity` keys.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
    }

    /// Adds a key; where it was there before, gives its first node and the latest before this one.
    mutating func insert(
        _ key: Node.Index,
        _ nodes: [Node],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (first: Node.Index, latest: Node.Index)? {
        let hash = nodes[key].withContent(in: bytes, Self.hash)
        var place = hash & (slots.count - 1)
        while slots[place].first >= 0 {
            let slot = slots[place]
            if slot.hash == hash, Self.isSame(nodes[slot.first], nodes[key], bytes) {
                slots[place].latest = key
                return (slot.first, slot.latest)
            }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = Slot(hash: hash, first: key, latest: key)
        return nil
    }

    /// The key node of a text, or nil.
    func find(_ key: String, _ storage: JSONStorage) -> Node.Index? {
        var key = key
        let hash = key.withUTF8(Self.hash)
        var place = hash & (slots.count - 1)
        while slots[place].first >= 0 {
            if slots[place].hash == hash, storage.textIs(key, at: slots[place].first) { return slots[place].first }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return hasher.finalize()
    }

    private static func isSame(_ one: Node, _ other: Node, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        one.withContent(in: bytes) { left in
            other.withContent(in: bytes) { right in left.hasSameBytes(as: right) }
        }
    }
}
