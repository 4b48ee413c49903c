/// Many keys, of which an object has few: finds those that it has at once, whatever the number of keys.
///
/// Keys are compared by scalars.
public struct KnownKeys: Sendable {
    private let keys: [String]
    /// Places in `keys`, or -1, by fingerprint; at most a quarter are taken.
    private let slots: [Int]

    /// Takes the keys; of equal ones the first counts.
    public init(_ keys: [String]) {
        self.keys = keys
        var size = 2
        while size < keys.count * 4 { size *= 2 }
        var slots = Array(repeating: -1, count: size)
        for (place, var key) in keys.enumerated() {
            var slot = key.withUTF8 { Self.firstSlot(of: $0, of: size) }
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = place
        }
        self.slots = slots
    }

    /// The places of those keys that the object of a decoder has, in the order in which it has them.
    ///
    /// The tracing decoder counts none of them as asked for, and finds none where there is no object. Fails with what
    /// any other decoder throws there.
    public func places(in decoder: any Decoder) throws -> [Int] {
        if let decoder = NodeDecoder(decoder) { return decoder.places(of: self) }
        if decoder is SchemaDecoder { return Array(keys.indices) }
        return try decoder.container(keyedBy: PathKey.self).allKeys.compactMap { key in
            var text = key.stringValue
            return text.withUTF8(place)
        }
    }

    /// The place of a key, or nil.
    func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.firstSlot(of: key, of: slots.count)
        while slots[slot] >= 0 {
            if keys[slots[slot]].hasSameScalars(as: key) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The slot where the search for a key begins, of a number that is a power of two.
    private static func firstSlot(of key: UnsafeBufferPointer<UInt8>, of count: Int) -> Int {
        Int(truncatingIfNeeded: KeyFingerprint.of(key, key.indices) >> 32) & (count - 1)
    }
}

extension NodeDecoder {
    /// The places of those keys that the object at this node has.
    fileprivate func places(of known: KnownKeys) -> [Int] {
        guard !isNothing, session.nodes[node].kind == .object else { return [] }
        let memory = session.memory
        var places: [Int] = []
        var key = node + 1
        while key < memory.nodes[node].next {
            let isSuperseded = memory.nodes[key].flags.contains(.superseded)
            let place = memory.nodes[key].withContent(in: memory.bytes) { known.place(of: $0) }
            if let place, !isSuperseded { places.append(place) }
            key = memory.nodes[key + 1].next
        }
        return places
    }
}
