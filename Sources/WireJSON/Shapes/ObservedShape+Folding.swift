/// The places of kinds in ``ObservedKinds/named``.
enum KindPlace {
    static let null = 0
    static let boolean = 1
    static let integer = 2
    static let fraction = 3
    static let string = 4
    static let array = 5
    static let object = 6
}

extension ObservedShape {
    /// An open container of the text, and where it is folded to.
    struct Level: Sendable {
        var end: Node.Index
        var place: ShapeTrie.Place
        var isArray: Bool
    }

    /// Adds a text; linear in its values, without recursion.
    package mutating func fold(_ document: JSONDocument) {
        fold(document.root)
    }

    /// Adds a value as if it were a text of its own; linear in what it holds, without recursion.
    package mutating func fold(_ view: JSONView) {
        view.storage.withMemory { fold(view.index, $0) }
    }

    private mutating func fold(_ root: Node.Index, _ memory: NodeMemory) {
        count += 1
        levels.removeAll(keepingCapacity: true)
        see(root, at: 0, memory)
        let end = memory.nodes[root].next
        var index = root + 1
        while index < end, let level = levels.last {
            if index >= level.end {
                levels.removeLast()
            } else if level.isArray {
                index = element(index, in: level, memory)
            } else {
                index = member(index, in: level, memory)
            }
        }
    }

    /// Folds an element, and gives the node to look at next.
    private mutating func element(_ index: Node.Index, in level: Level, _ memory: NodeMemory) -> Node.Index {
        let place = withUnsafeBytes(of: UInt8(ascii: "*")) { child(of: level.place, $0.bindMemory(to: UInt8.self)) }
        guard let place else { return level.end }
        see(index, at: place, memory)
        return index + 1
    }

    /// Folds a member by its key, and gives the node to look at next.
    private mutating func member(_ key: Node.Index, in level: Level, _ memory: NodeMemory) -> Node.Index {
        let node = memory.nodes[key]
        guard !node.flags.contains(.superseded) else { return memory.nodes[key + 1].next }
        var place: ShapeTrie.Place?
        if trie.entries[level.place].isOpenMap {
            var marker = settings.openMapMarker
            place = marker.withUTF8 { child(of: level.place, $0) }
        } else if node.flags.contains(.escaped) {
            place = node.withContent(in: memory.bytes) { child(of: level.place, $0) }
        } else {
            place = child(of: level.place, UnsafeBufferPointer(rebasing: memory.bytes[node.content]))
        }
        guard let place else { return memory.nodes[key + 1].next }
        see(key + 1, at: place, memory)
        return key + 2
    }

    /// Counts a value, and opens it if it is a container with something in it.
    private mutating func see(_ index: Node.Index, at place: ShapeTrie.Place, _ memory: NodeMemory) {
        let node = memory.nodes[index]
        let kind =
            switch node.kind {
            case .null: KindPlace.null
            case .bool: KindPlace.boolean
            case .number: memory.isFraction(node) ? KindPlace.fraction : KindPlace.integer
            case .string: KindPlace.string
            case .array: KindPlace.array
            case .object: KindPlace.object
            }
        trie.add(ofKind: kind, at: place)
        if kind >= KindPlace.array {
            guard node.next > index + 1 else { return }
            levels.append(Level(end: node.next, place: place, isArray: kind == KindPlace.array))
        } else if kind == KindPlace.string, trie.entries[place].keepsWords {
            keepWord(index, at: place, memory)
        }
    }

    private mutating func keepWord(_ index: Node.Index, at place: ShapeTrie.Place, _ memory: NodeMemory) {
        metWords?[memory.nodes[index].start] = Int32(truncatingIfNeeded: place)
        if let known = words[place], known.kept.contains(where: { memory.textIs($0, at: index) }) { return }
        let node = memory.nodes[index]
        keepNewWord(node.content.count <= Self.longestText ? memory.text(of: index) : nil, at: place)
    }

    /// The longest text that may be a word, in bytes: six of an escape are one of the text at most.
    static let longestText = 6 * PlainWord.mostBytes

    /// Keeps a text that is not kept yet, nil for one that is too long, if it is a word and there is room.
    mutating func keepNewWord(_ word: String?, at place: ShapeTrie.Place) {
        if let word, settings.admits(word), (words[place]?.kept.count ?? 0) < Self.mostWords {
            words[place, default: Words()].kept.append(word)
        } else {
            words[place, default: Words()].hasOthers = true
        }
    }
}

extension NodeMemory {
    /// Whether a number is written with a point or an exponent.
    fileprivate func isFraction(_ node: Node) -> Bool {
        for place in node.start..<node.end where bytes[place] > .nine || bytes[place] == .dot { return true }
        return false
    }
}
