import WireJSON

extension Sessions.JWK: Codable {
    /// Decodes a key, its thumbprint under either name.
    ///
    /// - Throws: What the decoder throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        kty = try container.decode(String.self, forKey: .kty)
        use = try container.decode(String.self, forKey: .use)
        keyOps = try container.decode([String].self, forKey: .keyOps)
        alg = try container.decode(String.self, forKey: .alg)
        kid = try container.decode(String.self, forKey: .kid)
        x5c = try container.decode([String].self, forKey: .x5c)
        x5tS256 = try container.decode(String.self, forKey: .x5tS256, orSpelled: .x5tS256OfTheGoPackage)
        n = try container.decode(String.self, forKey: .n)
        e = try container.decode(String.self, forKey: .e)
    }

    /// Encodes a key as the API sends it.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kty, forKey: .kty)
        try container.encode(use, forKey: .use)
        try container.encode(keyOps, forKey: .keyOps)
        try container.encode(alg, forKey: .alg)
        try container.encode(kid, forKey: .kid)
        try container.encode(x5c, forKey: .x5c)
        try container.encode(x5tS256, forKey: .x5tS256)
        try container.encode(n, forKey: .n)
        try container.encode(e, forKey: .e)
    }

    private enum CodingKeys: String, CodingKey {
        case kty
        case use
        case keyOps = "key_ops"
        case alg
        case kid
        case x5c
        case x5tS256
        case x5tS256OfTheGoPackage = "x5t_s256"
        case n
        case e
    }
}
