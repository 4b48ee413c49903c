import WireJSON

extension Sessions.AuthenticationFactor: Codable {
    /// Decodes a factor by the keys that are there, so that kinds which are not there cost neither time nor room.
    ///
    /// - Throws: What the decoder throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        type = try container.decode(Sessions.AuthenticationFactorType.self, forKey: .type)
        deliveryMethod = try container.decode(
            Sessions.AuthenticationFactorDeliveryMethod.self,
            forKey: .deliveryMethod
        )
        lastAuthenticatedAt = try container.decodeIfPresent(Timestamp.self, forKey: .lastAuthenticatedAt)
        createdAt = try container.decodeIfPresent(Timestamp.self, forKey: .createdAt)
        updatedAt = try container.decodeIfPresent(Timestamp.self, forKey: .updatedAt)
        subFactors = []
        for place in try SubFactorTable.keys.places(in: decoder) {
            let entry = SubFactorTable.entries[place]
            try decode(entry.type, of: entry, in: container)
        }
        subFactors = SubFactorTable.ordered(subFactors)
    }

    /// Encodes a factor under the keys of the Go page; one decoded from another spelling of its key changes to that.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encode(type, forKey: .type)
        try container.encode(deliveryMethod, forKey: .deliveryMethod)
        try container.encodeIfPresent(lastAuthenticatedAt, forKey: .lastAuthenticatedAt)
        try container.encodeIfPresent(createdAt, forKey: .createdAt)
        try container.encodeIfPresent(updatedAt, forKey: .updatedAt)
        for subFactor in subFactors {
            try Self.encode(subFactor, in: &container)
        }
    }

    /// Adds the object of one kind, unless it is null or was found under its other spelling.
    private mutating func decode<Kind: Sessions.SubFactor>(
        _ kind: Kind.Type,
        of entry: SubFactorTable.Entry,
        in container: KeyedDecodingContainer<WireKey>
    ) throws {
        if entry.alternate != nil, subFactor(kind) != nil { return }
        let found =
            if let alternate = entry.alternate {
                try container.decodeIfPresent(kind, forKey: entry.key, orSpelled: alternate)
            } else {
                try container.decodeIfPresent(kind, forKey: entry.key)
            }
        if let found { subFactors.append(found) }
    }

    private static func encode<Kind: Sessions.SubFactor>(
        _ subFactor: Kind,
        in container: inout KeyedEncodingContainer<WireKey>
    ) throws {
        try container.encode(subFactor, forKey: WireKey(Kind.wireKey))
    }
}

/// The keys that every factor has.
extension WireKey {
    fileprivate static let type = WireKey("type")
    fileprivate static let deliveryMethod = WireKey("delivery_method")
    fileprivate static let lastAuthenticatedAt = WireKey("last_authenticated_at")
    fileprivate static let createdAt = WireKey("created_at")
    fileprivate static let updatedAt = WireKey("updated_at")
}
