extension TracingSession {
    /// The value of a key, which counts as asked for; nil where it is not there.
    ///
    /// The one place where models meet keys.
    func member(_ key: String, of object: Node.Index) -> Node.Index? {
        guard let found = search(key, in: object) else { return nil }
        let value = found + 1
        traces[found - root].marks.insert(.asked)
        traces[value - root].parent = UInt32(truncatingIfNeeded: object)
        traces[object - root].cursor = UInt32(truncatingIfNeeded: nodes[value].next)
        return value
    }

    /// The key node, looked for from where the last one was found: models ask mostly in the order of the text.
    private func search(_ key: String, in object: Node.Index) -> Node.Index? {
        if hasMark(.indexed, object), let index = indexes[object] { return index.find(key, storage) }
        let cursor = max(Int(traces[object - root].cursor), object + 1)
        var key = key
        var steps = 0
        let found = key.withUTF8 { text in
            first(text, from: cursor, to: nodes[object].next, &steps)
                ?? first(text, from: object + 1, to: cursor, &steps)
        }
        if steps > MemberIndexes.longSearch, indexes.hasIndex(afterLongSearchIn: object, storage) {
            mark(.indexed, object)
        }
        return found
    }

    private func first(
        _ text: UnsafeBufferPointer<UInt8>,
        from start: Node.Index,
        to end: Node.Index,
        _ steps: inout Int
    ) -> Node.Index? {
        var index = start
        while index < end {
            if memory.key(at: index, is: text) { return index }
            index = nodes[index + 1].next
            steps &+= 1
        }
        return nil
    }

    /// The element after others, whose place is remembered for the coding path.
    func element(_ node: Node.Index, at place: Int, of array: Node.Index) {
        traces[node - root].parent = UInt32(truncatingIfNeeded: array)
        traces[node - root].place = Int32(truncatingIfNeeded: place)
    }

    /// The keys from the root to a node that was reached through containers.
    func codingPath(to node: Node.Index) -> [any CodingKey] {
        var keys: [any CodingKey] = []
        var node = node
        while node > root {
            let trace = traces[node - root]
            let key =
                trace.place >= 0
                ? PathKey(intValue: Int(trace.place)) : PathKey(stringValue: storage.text(of: node - 1))
            keys.append(key)
            node = Int(trace.parent)
        }
        return keys.reversed()
    }
}
