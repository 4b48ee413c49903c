/// The members of an object, or of nothing.
struct KeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: NodeDecoder

    private var session: TracingSession { decoder.session }
    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        guard !decoder.isNothing else { return [] }
        return JSONMembers(storage: session.storage, parent: decoder.node).compactMap { member in
            session.nodes[member.index].flags.contains(.superseded) ? nil : Key(stringValue: member.key)
        }
    }

    func contains(_ key: Key) -> Bool {
        decoder.member(key.stringValue) != nil
    }

    func decodeNil(forKey key: Key) -> Bool {
        guard let node = decoder.member(key.stringValue) else { return true }
        return session.nodes[node].kind == .null
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        guard !decoder.isNothing else { return try session.fromNothing(type, depth: decoder.depth + 1) }
        guard let node = decoder.member(key.stringValue) else {
            return try session.missing(type, key.stringValue, from: decoder.node)
        }
        return try session.value(type, at: node)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) -> T? {
        guard let node = decoder.present(key.stringValue) else { return nil }
        return session.optionalValue(type, at: node)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        child(key.stringValue, .object).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
        child(key.stringValue, .array).unkeyedContainer()
    }

    func superDecoder() -> any Decoder {
        child("super", .object)
    }

    func superDecoder(forKey key: Key) -> any Decoder {
        child(key.stringValue, .object)
    }

    /// The decoder of a member; of nothing, and reported, where it is not there.
    private func child(_ key: String, _ kind: JSONKind) -> NodeDecoder {
        if let node = decoder.member(key) { return NodeDecoder(session: session, node: node) }
        if !decoder.isNothing { session.reportMissing(key, from: decoder.node, expected: kind.word) }
        return decoder.nothing
    }
}

extension NodeDecoder {
    /// The value of a key, or nil where it is not there.
    func member(_ key: String) -> Node.Index? {
        isNothing ? nil : session.member(key, of: node)
    }

    /// The value of a key, or nil where it is not there or `null`.
    func present(_ key: String) -> Node.Index? {
        guard let value = member(key), session.nodes[value].kind != .null else { return nil }
        return value
    }

    /// Reads a member as a scalar.
    fileprivate func scalar<S: TracedScalar>(_ key: String) -> S {
        if isNothing { return S.placeholder(session.placeholders) }
        guard let value = session.member(key, of: node) else { return session.missing(key, from: node) }
        return S.read(value, session)
    }

    /// Reads a member as a scalar, where it is there and not `null`.
    fileprivate func optionalScalar<S: TracedScalar>(_ key: String) -> S? {
        present(key).map { S.read($0, session) }
    }
}

// MARK: - One entry point for each scalar type

extension KeyedContainer {
    func decode(_ type: Bool.Type, forKey key: Key) -> Bool { decoder.scalar(key.stringValue) }
    func decode(_ type: String.Type, forKey key: Key) -> String { decoder.scalar(key.stringValue) }
    func decode(_ type: Double.Type, forKey key: Key) -> Double { decoder.scalar(key.stringValue) }
    func decode(_ type: Float.Type, forKey key: Key) -> Float { decoder.scalar(key.stringValue) }
    func decode(_ type: Int.Type, forKey key: Key) -> Int { decoder.scalar(key.stringValue) }
    func decode(_ type: Int8.Type, forKey key: Key) -> Int8 { decoder.scalar(key.stringValue) }
    func decode(_ type: Int16.Type, forKey key: Key) -> Int16 { decoder.scalar(key.stringValue) }
    func decode(_ type: Int32.Type, forKey key: Key) -> Int32 { decoder.scalar(key.stringValue) }
    func decode(_ type: Int64.Type, forKey key: Key) -> Int64 { decoder.scalar(key.stringValue) }
    func decode(_ type: Int128.Type, forKey key: Key) -> Int128 { decoder.scalar(key.stringValue) }
    func decode(_ type: UInt.Type, forKey key: Key) -> UInt { decoder.scalar(key.stringValue) }
    func decode(_ type: UInt8.Type, forKey key: Key) -> UInt8 { decoder.scalar(key.stringValue) }
    func decode(_ type: UInt16.Type, forKey key: Key) -> UInt16 { decoder.scalar(key.stringValue) }
    func decode(_ type: UInt32.Type, forKey key: Key) -> UInt32 { decoder.scalar(key.stringValue) }
    func decode(_ type: UInt64.Type, forKey key: Key) -> UInt64 { decoder.scalar(key.stringValue) }
    func decode(_ type: UInt128.Type, forKey key: Key) -> UInt128 { decoder.scalar(key.stringValue) }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) -> Double? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Float.Type, forKey key: Key) -> Float? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) -> Int? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) -> Int8? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) -> Int16? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) -> Int32? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) -> Int64? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: Int128.Type, forKey key: Key) -> Int128? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) -> UInt? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) -> UInt8? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) -> UInt16? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) -> UInt32? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) -> UInt64? { decoder.optionalScalar(key.stringValue) }
    func decodeIfPresent(_ type: UInt128.Type, forKey key: Key) -> UInt128? { decoder.optionalScalar(key.stringValue) }
}
