/// Many keys, of which an object has few: finds those that it has at once, whatever the number of keys.
///
/// Keys are compared by scalars.
public struct KnownKeys: Sendable {
    private let keys: [String]
    /// Places in `keys`, or -1, by fingerprint; at most half are taken, so that a search ends.
    private let slots: [Int]

    /// Takes the keys; of equal ones the first counts.
    public init(_ keys: [String]) {
        self.keys = keys
        var size = 2
        while size < keys.count * 4 { size *= 2 }
        var slots = Array(repeating: -1, count: size)
        for (place, key) in keys.enumerated() {
            var key = key
            let slot = key.withUTF8 { Self.slot(of: $0, among: keys, slots) }
            if slots[slot] < 0 { slots[slot] = place }
        }
        self.slots = slots
    }

    /// The places of those keys that the object of a decoder has, in the order in which it has them.
    ///
    /// The tracing decoder counts none of them as asked for, and finds none where there is no object. Fails with what
    /// any other decoder throws there.
    public func places(in decoder: any Decoder) throws -> [Int] {
        if let decoder = decoder as? NodeDecoder { return decoder.places(of: self) }
        return try decoder.container(keyedBy: PathKey.self).allKeys.compactMap { key in
            var text = key.stringValue
            return text.withUTF8(place)
        }
    }

    /// The place of a key, or nil.
    func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
        let place = slots[Self.slot(of: key, among: keys, slots)]
        return place < 0 ? nil : place
    }

    /// The slot that has a key, or the free one where it would be.
    private static func slot(of key: UnsafeBufferPointer<UInt8>, among keys: [String], _ slots: [Int]) -> Int {
        var slot = Int(truncatingIfNeeded: KeyFingerprint.of(key, key.indices) >> 32) & (slots.count - 1)
        while slots[slot] >= 0, !keys[slots[slot]].utf8.elementsEqual(key) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}

extension NodeDecoder {
    /// The places of those keys that the object at this node has.
    fileprivate func places(of known: KnownKeys) -> [Int] {
        guard !isNothing, session.nodes[node].kind == .object else { return [] }
        var places: [Int] = []
        var key = node + 1
        while key < session.nodes[node].next {
            let isSuperseded = session.nodes[key].flags.contains(.superseded)
            if !isSuperseded, let place = session.storage.withContent(of: key, known.place) { places.append(place) }
            key = session.nodes[key + 1].next
        }
        return places
    }
}
