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
