/// What many JSON texts look like together: per folded pointer, which kinds of value were seen and how often.
///
/// Folding keeps no value but words that were asked for. Memory is bounded by ``ShapeSettings/mostPointers`` and by
/// the longest key that is folded, 256 bytes; ``isCut`` says whether something was left out for that. The last of
/// duplicate keys counts.
package struct ObservedShape: Sendable {
    /// The longest key that is folded, in bytes.
    package static let longestKey = 256
    /// The most words that are kept at one pointer.
    package static let mostWords = 128

    /// The words at one pointer.
    struct Words: Sendable {
        var kept: [String] = []
        var hasOthers = false
    }

    let settings: ShapeSettings
    /// The pointers that the settings name, which no cap counts.
    private let declared: Int
    var trie: ShapeTrie
    var words: [ShapeTrie.Place: Words] = [:]
    /// The open containers of the text that is folded; kept for its memory alone.
    var levels: [Level] = []
    /// The texts that were looked at as words, by their offsets, with their places; nil where nobody wants to know.
    var metWords: [Int: Int32]?

    /// How many texts were folded.
    package internal(set) var count = 0
    /// Whether something was left out: a pointer beyond the most that are kept, or a key that is too long.
    package internal(set) var isCut = false

    /// Makes a shape of no text.
    package init(_ settings: ShapeSettings = ShapeSettings()) {
        self.settings = settings
        var trie = ShapeTrie()
        for pointer in settings.openMaps { trie.markOpenMap(Self.place(of: pointer, in: &trie)) }
        for pointer in settings.words { trie.markKeepsWords(Self.place(of: pointer, in: &trie)) }
        self.trie = trie
        declared = trie.count
    }

    private static func place(of pointer: JSONPointer, in trie: inout ShapeTrie) -> ShapeTrie.Place {
        pointer.tokens.reduce(into: 0) { place, token in
            var token = token
            place = token.withUTF8 { trie.child(of: place, $0) ?? trie.add($0, to: place) }
        }
    }

    /// The child of a token, made where there is room for it; else nil, and the shape is cut.
    mutating func child(of parent: ShapeTrie.Place, _ token: UnsafeBufferPointer<UInt8>) -> ShapeTrie.Place? {
        if let known = trie.child(of: parent, token) { return known }
        guard token.count <= Self.longestKey, trie.count - declared < settings.mostPointers else {
            isCut = true
            return nil
        }
        return trie.add(token, to: parent)
    }

    /// Adds what another shape with equal settings saw.
    ///
    /// As if its texts had been folded here, unless pointers or words were beyond the most that are kept.
    package mutating func merge(_ other: ObservedShape) {
        count += other.count
        isCut = isCut || other.isCut
        var places: [ShapeTrie.Place?] = [0]
        for place in 1..<other.trie.count {
            let parent = places[Int(other.trie.entries[place].parent)]
            let isSeen = ObservedKinds.named.indices.contains { other.trie.count(ofKind: $0, at: place) > 0 }
            // A pointer that another shape only declares is declared here too, or has nothing to say.
            let found = parent.flatMap { parent in
                other.trie.token(place).withUnsafeBufferPointer { token in
                    isSeen ? child(of: parent, token) : trie.child(of: parent, token)
                }
            }
            places.append(found)
        }
        for (place, found) in places.enumerated() {
            guard let found else { continue }
            for kind in ObservedKinds.named.indices {
                trie.add(other.trie.count(ofKind: kind, at: place), ofKind: kind, at: found)
            }
            if let theirs = other.words[place] { add(theirs, at: found) }
        }
    }

    private mutating func add(_ theirs: Words, at place: ShapeTrie.Place) {
        var own = words[place] ?? Words()
        own.hasOthers = own.hasOthers || theirs.hasOthers
        for word in theirs.kept where !own.kept.contains(where: { $0.hasSameScalars(as: word) }) {
            if own.kept.count < Self.mostWords { own.kept.append(word) } else { own.hasOthers = true }
        }
        words[place] = own
    }

    /// What was seen, at each pointer where something was, in the order of the bytes of the pointers' tokens.
    package var fields: [ObservedField] {
        var fields: [ObservedField] = []
        var stack = [(place: 0, pointer: JSONPointer.root)]
        while let (place, pointer) = stack.popLast() {
            if let field = field(at: place, pointer) { fields.append(field) }
            var children: [ShapeTrie.Place] = []
            var child = trie.entries[place].firstChild
            while child >= 0 {
                children.append(Int(child))
                child = trie.entries[Int(child)].nextSibling
            }
            children.sort { trie.token($1).lexicographicallyPrecedes(trie.token($0)) }
            stack += children.map { ($0, pointer.appending(String(decoding: trie.token($0), as: UTF8.self))) }
        }
        return fields
    }

    private func field(at place: ShapeTrie.Place, _ pointer: JSONPointer) -> ObservedField? {
        let counts = ObservedKinds.named.indices.map { trie.count(ofKind: $0, at: place) }
        let count = counts.reduce(0, +)
        guard count > 0 else { return nil }
        var kinds: ObservedKinds = []
        for (kind, number) in zip(ObservedKinds.named, counts) where number > 0 { kinds.insert(kind.kind) }
        let kept = words[place] ?? Words()
        return ObservedField(
            pointer: pointer,
            kinds: kinds,
            counts: counts,
            count: count,
            nulls: counts[0],
            parents: parents(of: place),
            words: kept.kept.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            hasOtherWords: kept.hasOthers
        )
    }

    private func parents(of place: ShapeTrie.Place) -> Int {
        guard place > 0 else { return count }
        let parent = Int(trie.entries[place].parent)
        let isElement = trie.token(place).elementsEqual("*".utf8)
        return trie.count(ofKind: KindPlace.object, at: parent)
            + (isElement ? trie.count(ofKind: KindPlace.array, at: parent) : 0)
    }
}
