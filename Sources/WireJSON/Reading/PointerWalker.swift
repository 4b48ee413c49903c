/// Makes pointers to nodes that are asked for in the order of the text: all together in one walk over the nodes.
struct PointerWalker {
    /// A container on the path, with the child, or key, to look at next, and that child's place.
    private struct Level {
        var node: Node.Index
        var pointer: JSONPointer
        var isObject: Bool
        var end: Node.Index
        var child: Node.Index
        var place = 0
    }

    private let storage: JSONStorage
    private let root: Node.Index
    private var levels: [Level] = []

    /// Makes a walker whose pointers begin at a node.
    init(_ storage: JSONStorage, from root: Node.Index) {
        self.storage = storage
        self.root = root
        levels.append(level(of: root, JSONPointer.root))
    }

    /// The pointer to the root or a value below it; values must be asked for in the order of the text.
    mutating func pointer(to node: Node.Index) -> JSONPointer {
        while levels.count > 1, let top = levels.last, node >= top.end { levels.removeLast() }
        while var top = levels.popLast() {
            guard node > top.node, let value = stepDown(&top, to: node) else {
                levels.append(top)
                return top.pointer
            }
            let token = top.isObject ? storage.text(of: top.child) : String(top.place)
            let pointer = top.pointer.appending(token)
            levels.append(top)
            guard value < node || storage.nodes[value].next > value + 1 else { return pointer }
            levels.append(level(of: value, pointer))
        }
        return .root
    }

    /// Moves to the child that is, or holds, a node, and gives its value.
    private func stepDown(_ level: inout Level, to node: Node.Index) -> Node.Index? {
        while level.child < level.end {
            let value = level.isObject ? level.child + 1 : level.child
            let next = storage.nodes[value].next
            if node < next { return value }
            level.child = next
            level.place += 1
        }
        return nil
    }

    private func level(of node: Node.Index, _ pointer: JSONPointer) -> Level {
        let isObject = storage.nodes[node].kind == .object
        return Level(node: node, pointer: pointer, isObject: isObject, end: storage.nodes[node].next, child: node + 1)
    }
}
