/// A `Decoder` at one node, or at nothing.
///
/// Small enough to be passed as `any Decoder` without a box.
struct NodeDecoder: Decoder {
    let session: TracingSession
    /// The value, or ``TracingSession/nothing``.
    let node: Node.Index
    /// How deep in values that are not there.
    var depth = 0

    /// Whether there is no value, so that nothing is reported.
    var isNothing: Bool { node < 0 }
    var codingPath: [any CodingKey] { session.codingPath(to: node) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(KeyedContainer<Key>(decoder: opened(.object)))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        UnkeyedContainer(opened(.array))
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleValueContainer(decoder: self)
    }

    /// The decoder of an object or array whose content is asked for; of nothing where the node is of another kind.
    func opened(_ kind: JSONKind) -> NodeDecoder {
        if isNothing {
            session.placeholders.note(kind.word)
            return self
        }
        if session.nodes[node].kind == kind {
            session.mark(.opened, node)
            return self
        }
        session.reportMismatch(at: node, expected: kind.word)
        return nothing
    }

    /// The decoder of a value inside of this one that is not there.
    var nothing: NodeDecoder {
        NodeDecoder(session: session, node: TracingSession.nothing, depth: depth + 1)
    }

    /// Reads the node as a scalar.
    func scalar<S: TracedScalar>() -> S {
        guard isNothing else { return S.read(node, session) }
        session.placeholders.note(S.expected)
        return S.placeholder(session.placeholders)
    }
}

/// The one value of a decoder.
struct SingleValueContainer: SingleValueDecodingContainer {
    let decoder: NodeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool {
        decoder.isNothing || decoder.session.nodes[decoder.node].kind == .null
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        if decoder.isNothing { return try decoder.session.fromNothing(type, depth: decoder.depth + 1) }
        return try decoder.session.value(type, at: decoder.node)
    }

    func decode(_ type: Bool.Type) -> Bool { decoder.scalar() }
    func decode(_ type: String.Type) -> String { decoder.scalar() }
    func decode(_ type: Double.Type) -> Double { decoder.scalar() }
    func decode(_ type: Float.Type) -> Float { decoder.scalar() }
    func decode(_ type: Int.Type) -> Int { decoder.scalar() }
    func decode(_ type: Int8.Type) -> Int8 { decoder.scalar() }
    func decode(_ type: Int16.Type) -> Int16 { decoder.scalar() }
    func decode(_ type: Int32.Type) -> Int32 { decoder.scalar() }
    func decode(_ type: Int64.Type) -> Int64 { decoder.scalar() }
    func decode(_ type: Int128.Type) -> Int128 { decoder.scalar() }
    func decode(_ type: UInt.Type) -> UInt { decoder.scalar() }
    func decode(_ type: UInt8.Type) -> UInt8 { decoder.scalar() }
    func decode(_ type: UInt16.Type) -> UInt16 { decoder.scalar() }
    func decode(_ type: UInt32.Type) -> UInt32 { decoder.scalar() }
    func decode(_ type: UInt64.Type) -> UInt64 { decoder.scalar() }
    func decode(_ type: UInt128.Type) -> UInt128 { decoder.scalar() }
}
