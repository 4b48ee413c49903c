/// A collection that can do without the values that its element type refuses.
protocol SalvageableCollection {
    /// What can be decoded of the values at a node; nil where the node is of another kind.
    static func salvaged(from node: Node.Index, in session: TracingSession) -> Self?
}

extension Array: SalvageableCollection where Element: Decodable {
    static func salvaged(from node: Node.Index, in session: TracingSession) -> [Element]? {
        session.salvagedElements(Element.self, of: node)
    }
}

extension Set: SalvageableCollection where Element: Decodable {
    static func salvaged(from node: Node.Index, in session: TracingSession) -> Set<Element>? {
        session.salvagedElements(Element.self, of: node).map { Set($0) }
    }
}

extension Dictionary: SalvageableCollection where Key == String, Value: Decodable {
    static func salvaged(from node: Node.Index, in session: TracingSession) -> [String: Value]? {
        guard session.nodes[node].kind == .object else { return nil }
        session.mark([.opened, .salvaged], node)
        var values: [String: Value] = [:]
        var key = node + 1
        while key < session.nodes[node].next {
            if !session.nodes[key].flags.contains(.superseded) {
                let name = session.storage.text(of: key)
                if let value = session.member(name, of: node), let decoded = session.salvaged(Value.self, at: value) {
                    values[name] = decoded
                }
            }
            key = session.nodes[key + 1].next
        }
        return values
    }
}

extension TracingSession {
    fileprivate func salvagedElements<Element: Decodable>(_ type: Element.Type, of array: Node.Index) -> [Element]? {
        guard nodes[array].kind == .array else { return nil }
        mark([.opened, .salvaged], array)
        var values: [Element] = []
        var (node, place) = (array + 1, 0)
        while node < nodes[array].next {
            element(node, at: place, of: array)
            if let value = salvaged(type, at: node) { values.append(value) }
            node = nodes[node].next
            place += 1
        }
        return values
    }

    /// The value at a node, unless its type refuses it; a refusal is remembered, so that none is tried twice.
    fileprivate func salvaged<Value: Decodable>(_ type: Value.Type, at node: Node.Index) -> Value? {
        guard !hasMark(.refused, node) else { return nil }
        if let value = try? value(type, at: node) { return value }
        mark(.refused, node)
        return nil
    }
}
