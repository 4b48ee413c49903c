import WireJSON

extension Sessions.Claims: Codable {
    /// The claims that a project cannot set.
    ///
    /// > Source: Go package `sessions` v15.4.0, on custom claims
    public static let reservedNames = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"]

    /// What the names of Stytch's own claims begin with.
    public static let stytchPrefix = "https://stytch.com/"

    /// Decodes the claims of a token; one of Stytch's own that is not known is left unread.
    ///
    /// - Throws: What the decoder throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        stytchSession = try container.decode(Sessions.SessionClaim.self, forKey: .stytchSession)
        issuer = try container.decode(String.self, forKey: .issuer)
        subject = try container.decode(String.self, forKey: .subject)
        audience = try container.decode(Sessions.Audience.self, forKey: .audience)
        expiresAt = try container.decode(JSONNumber.self, forKey: .expiresAt)
        notBefore = try container.decodeIfPresent(JSONNumber.self, forKey: .notBefore)
        issuedAt = try container.decodeIfPresent(JSONNumber.self, forKey: .issuedAt)
        id = try container.decodeIfPresent(String.self, forKey: .id)
        customClaims = JSONObject()
        for key in container.allKeys where Self.isCustom(key.stringValue) {
            customClaims[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
        }
    }

    /// Encodes the claims as a token has them; custom claims with a name that is not theirs are left out.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encode(stytchSession, forKey: .stytchSession)
        try container.encode(issuer, forKey: .issuer)
        try container.encode(subject, forKey: .subject)
        try container.encode(audience, forKey: .audience)
        try container.encode(expiresAt, forKey: .expiresAt)
        try container.encodeIfPresent(notBefore, forKey: .notBefore)
        try container.encodeIfPresent(issuedAt, forKey: .issuedAt)
        try container.encodeIfPresent(id, forKey: .id)
        for (key, value) in customClaims.members where Self.isCustom(key) {
            try container.encode(value, forKey: WireKey(key))
        }
    }

    /// Whether a top-level claim of this name is the project's own.
    private static func isCustom(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        return !scalars.starts(with: stytchPrefix.unicodeScalars)
            && !reservedNames.contains { scalars.elementsEqual($0.unicodeScalars) }
    }
}

/// The names of the claims that every token has.
extension WireKey {
    fileprivate static let stytchSession = WireKey("https://stytch.com/session")
    fileprivate static let issuer = WireKey("iss")
    fileprivate static let subject = WireKey("sub")
    fileprivate static let audience = WireKey("aud")
    fileprivate static let expiresAt = WireKey("exp")
    fileprivate static let notBefore = WireKey("nbf")
    fileprivate static let issuedAt = WireKey("iat")
    fileprivate static let id = WireKey("jti")
}
