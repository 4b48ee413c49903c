/// Folded pointers as a tree in flat arrays: a parent stands before its children.
struct ShapeTrie: Sendable {
    /// A place in the tree; 0 is the root.
    typealias Place = Int

    struct Entry: Sendable {
        var parent: Int32
        var firstChild: Int32 = -1
        var lastChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// The child that was found last; the next one is likely to be asked for next.
        var cursor: Int32 = -1
        var childCount: Int32 = 0
        var tokenStart: Int32
        var tokenEnd: Int32
        var isOpenMap = false
        var keepsWords = false
    }

    /// The children beyond which they are looked up by hash.
    private static let mostSearched = 16
    /// The kinds of ``ObservedKinds``, and room for one more, so that a place is found by shifting.
    private static let stride = 8

    private(set) var entries: [Entry] = [Entry(parent: -1, tokenStart: 0, tokenEnd: 0)]
    private var tokens: [UInt8] = []
    private var counts: [Int] = Array(repeating: 0, count: stride)
    /// The children of those that have many.
    private var wide: [WideName: Int32] = [:]

    private struct WideName: Hashable {
        var parent: Int32
        var token: [UInt8]
    }

    var count: Int { entries.count }

    /// Counts one value, or several, of a kind.
    mutating func add(_ number: Int = 1, ofKind kind: Int, at place: Place) {
        counts[place &* Self.stride &+ kind] &+= number
    }

    /// How many values of a kind were counted.
    func count(ofKind kind: Int, at place: Place) -> Int {
        counts[place * Self.stride + kind]
    }

    mutating func markOpenMap(_ place: Place) { entries[place].isOpenMap = true }
    mutating func markKeepsWords(_ place: Place) { entries[place].keepsWords = true }

    /// The token of a place, not escaped.
    func token(_ place: Place) -> ArraySlice<UInt8> {
        tokens[Int(entries[place].tokenStart)..<Int(entries[place].tokenEnd)]
    }

    /// The child of this token, or nil; at once where it comes after the one that was found before.
    mutating func child(of parent: Place, _ token: UnsafeBufferPointer<UInt8>) -> Place? {
        let entry = entries[parent]
        guard entry.firstChild >= 0 else { return nil }
        var candidate = entry.cursor < 0 ? -1 : entries[Int(entry.cursor)].nextSibling
        if candidate < 0 { candidate = entry.firstChild }
        if has(token, Int(candidate)) {
            entries[parent].cursor = candidate
            return Int(candidate)
        }
        guard let found = search(token, in: parent) else { return nil }
        entries[parent].cursor = Int32(truncatingIfNeeded: found)
        return found
    }

    /// Adds a child that is not there yet.
    mutating func add(_ token: UnsafeBufferPointer<UInt8>, to parent: Place) -> Place {
        let place = entries.count
        let index = Int32(truncatingIfNeeded: place)
        let start = Int32(truncatingIfNeeded: tokens.count)
        tokens.append(contentsOf: token)
        let end = Int32(truncatingIfNeeded: tokens.count)
        entries.append(Entry(parent: Int32(truncatingIfNeeded: parent), tokenStart: start, tokenEnd: end))
        counts.append(contentsOf: repeatElement(0, count: Self.stride))
        if entries[parent].lastChild >= 0 {
            entries[Int(entries[parent].lastChild)].nextSibling = index
        } else {
            entries[parent].firstChild = index
        }
        entries[parent].lastChild = index
        entries[parent].childCount += 1
        entries[parent].cursor = index
        noteWide(parent, place)
        return place
    }

    /// Hashes the children once there are many.
    private mutating func noteWide(_ parent: Place, _ added: Place) {
        let count = Int(entries[parent].childCount)
        if count == Self.mostSearched + 1 {
            var child = entries[parent].firstChild
            while child >= 0 {
                hash(Int(child))
                child = entries[Int(child)].nextSibling
            }
        } else if count > Self.mostSearched {
            hash(added)
        }
    }

    private mutating func hash(_ place: Place) {
        let name = WideName(parent: entries[place].parent, token: Array(token(place)))
        wide[name] = Int32(truncatingIfNeeded: place)
    }

    private func search(_ token: UnsafeBufferPointer<UInt8>, in parent: Place) -> Place? {
        if Int(entries[parent].childCount) > Self.mostSearched {
            let name = WideName(parent: Int32(truncatingIfNeeded: parent), token: Array(token))
            return wide[name].map(Int.init)
        }
        var child = entries[parent].firstChild
        while child >= 0 {
            if has(token, Int(child)) { return Int(child) }
            child = entries[Int(child)].nextSibling
        }
        return nil
    }

    private func has(_ token: UnsafeBufferPointer<UInt8>, _ place: Place) -> Bool {
        let start = Int(entries[place].tokenStart)
        guard Int(entries[place].tokenEnd) - start == token.count else { return false }
        return tokens.withUnsafeBufferPointer { own in
            for offset in 0..<token.count where own[start &+ offset] != token[offset] { return false }
            return true
        }
    }
}
