extension KeyedDecodingContainer {
    /// Decodes a member that has several spellings on the wire: the first that is there and not `null`, else nil.
    ///
    /// The tracing decoder reports each other spelling that is there as `alternate-spelling`.
    public func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key, orSpelled alternates: Key...) throws
        -> T?
    {
        let found = try spelling(key, alternates)
        return try decodeIfPresent(type, forKey: found)
    }

    /// Decodes a member that has several spellings on the wire: the first that is there and not `null`.
    ///
    /// Fails as for `key` where there is none. The tracing decoder reports each other spelling as `alternate-spelling`.
    public func decode<T: Decodable>(_ type: T.Type, forKey key: Key, orSpelled alternates: Key...) throws -> T {
        let found = try spelling(key, alternates)
        return try decode(type, forKey: found)
    }

    /// The spelling to read: the first with a value, else the first with `null`, else the key itself.
    private func spelling(_ key: Key, _ alternates: [Key]) throws -> Key {
        let present = alternates.filter(contains)
        for alternate in present {
            let note = try decode(AlternateSpelling.self, forKey: alternate)
            note.report(alternate.stringValue, insteadOf: key.stringValue)
        }
        if contains(key), try !decodeNil(forKey: key) { return key }
        let found = try present.first { try !decodeNil(forKey: $0) }
        return found ?? (contains(key) ? key : present.first ?? key)
    }
}

/// Decodes from anything, and remembers where.
struct AlternateSpelling: Decodable {
    private let decoder: NodeDecoder?
    private let schema: SchemaDecoder?

    init(from decoder: any Decoder) {
        self.decoder = NodeDecoder(decoder)
        schema = self.decoder == nil ? decoder as? SchemaDecoder : nil
    }

    func report(_ spelling: String, insteadOf first: String) {
        schema?.change { $0.spellingOf = first }
        guard let decoder, !decoder.isNothing else { return }
        decoder.session.report(
            .alternateSpelling,
            at: decoder.node,
            expected: JSONText.quoted(first),
            actual: JSONText.quoted(spelling)
        )
    }
}
