/// Hashed look-up for large objects that a model searches again and again.
struct MemberIndexes {
    /// The members beyond which a search counts as long.
    static let longSearch = 64
    /// The long searches after which an object is indexed.
    private static let mostLongSearches = 16

    private var searches: [Node.Index: Int] = [:]
    private var indexes: [Node.Index: KeyTable] = [:]

    subscript(object: Node.Index) -> KeyTable? { indexes[object] }

    /// Counts a long search, and makes the index once there were enough; whether it is there.
    mutating func hasIndex(afterLongSearchIn object: Node.Index, _ storage: JSONStorage) -> Bool {
        let count = searches[object, default: 0] + 1
        searches[object] = count
        guard count > Self.mostLongSearches else { return false }
        var keys: [Node.Index] = []
        var key = object + 1
        while key < storage.nodes[object].next {
            if !storage.nodes[key].flags.contains(.superseded) { keys.append(key) }
            key = storage.nodes[key + 1].next
        }
        var table = KeyTable(capacity: keys.count)
        storage.bytes.withUnsafeBufferPointer { bytes in
            for key in keys { _ = table.insert(key, storage.nodes, bytes) }
        }
        indexes[object] = table
        return true
    }
}
