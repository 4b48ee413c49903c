/// A `Decoder` at one node, or at nothing.
///
/// Small enough to be passed as `any Decoder` without a box.
struct NodeDecoder: Decoder {
    let session: TracingSession
    /// The value, or ``TracingSession/nothing``.
    let node: Node.Index
    /// How deep in values that are not there.
    let depth: Int

    init(session: TracingSession, node: Node.Index, depth: Int = 0) {
        self.session = session
        self.node = node
        self.depth = depth
    }

    /// The decoder if it is one of this type.
    ///
    /// As a cast with `as?`, but without asking the runtime, which costs more than reading a scalar does.
    init?(_ decoder: any Decoder) {
        func reinterpreted<Other: Decoder>(_ decoder: Other) -> NodeDecoder? {
            // The types are the same one, so nothing is reinterpreted in truth.
            Other.self == NodeDecoder.self ? unsafeBitCast(decoder, to: NodeDecoder.self) : nil
        }
        guard let same = reinterpreted(decoder) else { return nil }
        self = same
    }

    /// Whether there is no value, so that nothing is reported.
    var isNothing: Bool { node < 0 }
    var codingPath: [any CodingKey] { session.codingPath(to: node) }
    var userInfo: [CodingUserInfoKey: Any] { session.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(KeyedContainer<Key>(decoder: opens(.object) ? self : nothing))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        UnkeyedContainer(opens(.array) ? self : nothing)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleValueContainer(decoder: self)
    }

    /// Notes that the content of an object or array is asked for; reports a node of another kind, and gives false.
    private func opens(_ kind: JSONKind) -> Bool {
        if isNothing {
            session.placeholders.note(kind.word)
            return true
        }
        if session.nodes[node].kind == kind {
            session.mark(.opened, node)
            return true
        }
        session.reportMismatch(at: node, expected: kind.word)
        return false
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
