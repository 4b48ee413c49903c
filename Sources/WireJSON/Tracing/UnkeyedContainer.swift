/// The elements of an array, or of nothing.
struct UnkeyedContainer: UnkeyedDecodingContainer {
    private let decoder: NodeDecoder
    private var node: Node.Index
    private let end: Node.Index
    private(set) var currentIndex = 0

    init(_ decoder: NodeDecoder) {
        self.decoder = decoder
        node = decoder.node + 1
        end = decoder.isNothing ? node : decoder.session.nodes[decoder.node].next
    }

    private var session: TracingSession { decoder.session }
    var codingPath: [any CodingKey] { decoder.codingPath }
    var isAtEnd: Bool { node >= end }

    /// The number of elements; linear in it.
    var count: Int? {
        guard !decoder.isNothing else { return 0 }
        return JSONView(storage: session.storage, index: decoder.node).count
    }

    mutating func decodeNil() -> Bool {
        guard !isAtEnd else { return decoder.isNothing }
        guard session.nodes[node].kind == .null else { return false }
        _ = next()
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        if let node = next() { return try session.value(type, at: node) }
        if decoder.isNothing { return try session.fromNothing(type, depth: decoder.depth + 1) }
        return try session.missing(type, String(currentIndex), from: decoder.node)
    }

    mutating func decodeIfPresent<T: Decodable>(_ type: T.Type) -> T? {
        guard let node = nextPresent() else { return nil }
        return session.optionalValue(type, at: node)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        child(.object).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
        child(.array).unkeyedContainer()
    }

    mutating func superDecoder() -> any Decoder {
        child(.object)
    }

    /// The next element, or nil after the last.
    private mutating func next() -> Node.Index? {
        guard node < end else { return nil }
        session.element(node, at: currentIndex, of: decoder.node)
        defer {
            node = session.nodes[node].next
            currentIndex += 1
        }
        return node
    }

    private mutating func nextPresent() -> Node.Index? {
        guard let node = next(), session.nodes[node].kind != .null else { return nil }
        return node
    }

    /// The decoder of the next element; of nothing, and reported, after the last.
    private mutating func child(_ kind: JSONKind) -> NodeDecoder {
        if let node = next() { return NodeDecoder(session: session, node: node) }
        if !decoder.isNothing { session.reportMissing(String(currentIndex), from: decoder.node, expected: kind.word) }
        return decoder.nothing
    }

    private mutating func scalar<S: TracedScalar>() -> S {
        if let node = next() { return S.read(node, session) }
        if decoder.isNothing { return S.placeholder(session.placeholders) }
        return session.missing(String(currentIndex), from: decoder.node)
    }

    private mutating func optionalScalar<S: TracedScalar>() -> S? {
        nextPresent().map { S.read($0, session) }
    }
}

// MARK: - One entry point for each scalar type

extension UnkeyedContainer {
    mutating func decode(_ type: Bool.Type) -> Bool { scalar() }
    mutating func decode(_ type: String.Type) -> String { scalar() }
    mutating func decode(_ type: Double.Type) -> Double { scalar() }
    mutating func decode(_ type: Float.Type) -> Float { scalar() }
    mutating func decode(_ type: Int.Type) -> Int { scalar() }
    mutating func decode(_ type: Int8.Type) -> Int8 { scalar() }
    mutating func decode(_ type: Int16.Type) -> Int16 { scalar() }
    mutating func decode(_ type: Int32.Type) -> Int32 { scalar() }
    mutating func decode(_ type: Int64.Type) -> Int64 { scalar() }
    mutating func decode(_ type: Int128.Type) -> Int128 { scalar() }
    mutating func decode(_ type: UInt.Type) -> UInt { scalar() }
    mutating func decode(_ type: UInt8.Type) -> UInt8 { scalar() }
    mutating func decode(_ type: UInt16.Type) -> UInt16 { scalar() }
    mutating func decode(_ type: UInt32.Type) -> UInt32 { scalar() }
    mutating func decode(_ type: UInt64.Type) -> UInt64 { scalar() }
    mutating func decode(_ type: UInt128.Type) -> UInt128 { scalar() }

    mutating func decodeIfPresent(_ type: Bool.Type) -> Bool? { optionalScalar() }
    mutating func decodeIfPresent(_ type: String.Type) -> String? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Double.Type) -> Double? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Float.Type) -> Float? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Int.Type) -> Int? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Int8.Type) -> Int8? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Int16.Type) -> Int16? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Int32.Type) -> Int32? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Int64.Type) -> Int64? { optionalScalar() }
    mutating func decodeIfPresent(_ type: Int128.Type) -> Int128? { optionalScalar() }
    mutating func decodeIfPresent(_ type: UInt.Type) -> UInt? { optionalScalar() }
    mutating func decodeIfPresent(_ type: UInt8.Type) -> UInt8? { optionalScalar() }
    mutating func decodeIfPresent(_ type: UInt16.Type) -> UInt16? { optionalScalar() }
    mutating func decodeIfPresent(_ type: UInt32.Type) -> UInt32? { optionalScalar() }
    mutating func decodeIfPresent(_ type: UInt64.Type) -> UInt64? { optionalScalar() }
    mutating func decodeIfPresent(_ type: UInt128.Type) -> UInt128? { optionalScalar() }
}
