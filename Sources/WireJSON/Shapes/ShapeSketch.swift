/// What the fold of one value adds to a shape: enough to add it again, as often as one likes, without the value.
package struct ShapeSketch: Sendable {
    /// So many values of a kind at a place.
    struct Count: Sendable {
        var place: Int32
        var kind: Int32
        var count: Int32
    }

    /// A place that the settings do not name: its parent's place comes before its own.
    struct Addition: Sendable {
        var parent: Int32
        var token: [UInt8]
    }

    /// The places that the settings name, which are the same in every shape of these settings.
    let declared: Int
    /// Those after them, in the order in which a fold meets them.
    let additions: [Addition]
    let counts: [Count]
    /// The texts that a shape keeps as words, by their offsets, with their places.
    package let words: [Int: Int32]

    /// The bytes of memory that a sketch takes, about.
    package var size: Int { counts.count * 12 + additions.count * 64 + words.count * 32 }
}

extension ObservedShape {
    /// What a value would add, in the places of this shape, which must be one of no text; nil where something of it
    /// would be left out.
    package func sketch(of view: JSONView) -> ShapeSketch? {
        var shape = self
        shape.metWords = [:]
        shape.fold(view)
        guard !shape.isCut else { return nil }
        var counts: [ShapeSketch.Count] = []
        for place in 0..<shape.trie.count {
            for kind in ObservedKinds.named.indices {
                let count = Int32(truncatingIfNeeded: shape.trie.count(ofKind: kind, at: place))
                guard count > 0 else { continue }
                let place = Int32(truncatingIfNeeded: place)
                counts.append(ShapeSketch.Count(place: place, kind: Int32(truncatingIfNeeded: kind), count: count))
            }
        }
        let additions = (trie.count..<shape.trie.count).map { place in
            ShapeSketch.Addition(parent: shape.trie.entries[place].parent, token: Array(shape.trie.token(place)))
        }
        return ShapeSketch(declared: trie.count, additions: additions, counts: counts, words: shape.metWords ?? [:])
    }

    /// The places of a sketch's additions here, made where there is room, -1 where there is none; as a fold does it.
    package mutating func places(of sketch: ShapeSketch) -> [Int32] {
        var places: [Int32] = []
        places.reserveCapacity(sketch.additions.count)
        for addition in sketch.additions {
            let parent = Self.place(addition.parent, sketch, places)
            let place = parent < 0 ? nil : addition.token.withUnsafeBufferPointer { child(of: Int(parent), $0) }
            places.append(place.map { Int32(truncatingIfNeeded: $0) } ?? -1)
        }
        return places
    }

    /// Adds so many texts of a sketch, whose additions have these places here; their words apart.
    package mutating func add(_ sketch: ShapeSketch, _ places: [Int32], times: Int) {
        count += times
        for count in sketch.counts {
            let place = Self.place(count.place, sketch, places)
            if place >= 0 { trie.add(Int(count.count) * times, ofKind: Int(count.kind), at: Int(place)) }
        }
    }

    private static func place(_ place: Int32, _ sketch: ShapeSketch, _ places: [Int32]) -> Int32 {
        Int(place) < sketch.declared ? place : places[Int(place) - sketch.declared]
    }

    /// Keeps a text at a place of a sketch's ``ShapeSketch/words`` if it is a word; the same text again changes nothing.
    package mutating func keepWord(_ text: UnsafeBufferPointer<UInt8>, at place: Int32) {
        let place = Int(place)
        if let known = words[place], known.kept.contains(where: { $0.hasSameScalars(as: text) }) { return }
        keepNewWord(text.count <= Self.longestText ? String(decoding: text, as: UTF8.self) : nil, at: place)
    }
}
