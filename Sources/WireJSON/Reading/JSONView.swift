/// One value in a document.
///
/// Cheap to copy: a reference and an index.
public struct JSONView: Sendable {
    let storage: JSONStorage
    let index: Node.Index

    private var node: Node { storage.nodes[index] }

    /// The text that the value stands in.
    public var document: JSONDocument { JSONDocument(storage: storage) }
    /// What the value is.
    public var kind: JSONKind { node.kind }
    /// Its first byte, from 0.
    public var offset: Int { node.start }
    /// Its bytes.
    public var range: Range<Int> { node.start..<node.end }
    /// Where it begins, as a line and a column.
    public var position: JSONPosition { storage.position(at: offset) }
    /// Its source text, as it was.
    public var text: String { String(decoding: storage.bytes[range], as: UTF8.self) }

    /// The number of elements, or of members with duplicates; 0 for a scalar.
    ///
    /// Linear in that number.
    public var count: Int {
        switch kind {
        case .array: elements.reduce(0) { count, _ in count + 1 }
        case .object: members.reduce(0) { count, _ in count + 1 }
        default: 0
        }
    }

    /// The elements of an array in order; none of any other value.
    public var elements: JSONElements { JSONElements(storage: storage, parent: index) }

    /// The members of an object in the order of the text, with duplicates; none of any other value.
    public var members: JSONMembers { JSONMembers(storage: storage, parent: index) }

    /// The value of a key, compared by scalars, or nil; the last of duplicates.
    ///
    /// Linear in the members.
    public subscript(key: String) -> JSONView? {
        guard kind == .object else { return nil }
        return storage.value(ofKey: key, inObject: index).map { JSONView(storage: storage, index: $0) }
    }

    /// The element at a place from 0, or nil.
    ///
    /// Linear in the place.
    public subscript(place: Int) -> JSONView? {
        guard kind == .array else { return nil }
        return storage.element(place, ofArray: index).map { JSONView(storage: storage, index: $0) }
    }

    /// The value that a pointer leads to from here, or nil.
    public func value(at pointer: JSONPointer) -> JSONView? {
        var view = self
        for token in pointer.tokens {
            let next = view.kind == .array ? JSONPointer.arrayIndex(token).flatMap { view[$0] } : view[token]
            guard let next else { return nil }
            view = next
        }
        return view
    }

    /// The truth value of `true` or `false`, else nil.
    public var bool: Bool? { kind == .bool ? storage.bytes[offset] == UInt8(ascii: "t") : nil }
    /// The text of a string, its escapes decoded, else nil.
    public var string: String? { kind == .string ? storage.text(of: index) : nil }
    /// The number as it was written, else nil.
    public var number: JSONNumber? { kind == .number ? JSONNumber(checked: text) : nil }
    /// Whether the value is `null`.
    public var isNull: Bool { kind == .null }

    /// Whether the value is a string of these scalars; makes no text where it has no escapes.
    public func isString(_ text: String) -> Bool {
        kind == .string && storage.textIs(text, at: index)
    }

    /// The value as a tree of its own: of duplicate keys the last counts, in the place of the first.
    public var value: JSONValue {
        storage.withMemory { $0.value(at: index) }
    }
}

extension JSONDocument {
    init(storage: JSONStorage) {
        self.storage = storage
    }
}

/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
    let storage: JSONStorage
    let parent: Node.Index

    /// Steps from element to element, over all that an element holds.
    public struct Iterator: IteratorProtocol {
        let storage: JSONStorage
        var index: Node.Index
        let end: Node.Index

        /// The next element, or nil after the last.
        public mutating func next() -> JSONView? {
            guard index < end else { return nil }
            defer { index = storage.nodes[index].next }
            return JSONView(storage: storage, index: index)
        }
    }

    /// Begins before the first element.
    public func makeIterator() -> Iterator {
        let node = storage.nodes[parent]
        return Iterator(storage: storage, index: parent + 1, end: node.kind == .array ? node.next : parent)
    }
}

/// The members of an object, in the order of the text, with duplicates.
public struct JSONMembers: Sequence, Sendable {
    let storage: JSONStorage
    let parent: Node.Index

    /// Steps from member to member, over all that a value holds.
    public struct Iterator: IteratorProtocol {
        let storage: JSONStorage
        var index: Node.Index
        let end: Node.Index

        /// The next member, or nil after the last.
        public mutating func next() -> JSONMember? {
            guard index < end else { return nil }
            defer { index = storage.nodes[index + 1].next }
            return JSONMember(storage: storage, index: index)
        }
    }

    /// Begins before the first member.
    public func makeIterator() -> Iterator {
        let node = storage.nodes[parent]
        return Iterator(storage: storage, index: parent + 1, end: node.kind == .object ? node.next : parent)
    }
}

/// One member of an object: a key and its value.
public struct JSONMember: Sendable {
    let storage: JSONStorage
    let index: Node.Index

    /// The key, its escapes decoded.
    public var key: String { storage.text(of: index) }
    /// The first byte of the key: its opening quote.
    public var keyOffset: Int { storage.nodes[index].start }
    /// The value.
    public var value: JSONView { JSONView(storage: storage, index: index + 1) }

    /// Whether the key is these scalars; makes no text where it has no escapes.
    public func keyIs(_ text: String) -> Bool {
        storage.textIs(text, at: index)
    }
}
