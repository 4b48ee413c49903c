import WireJSON

/// The claims that decide whether a token is accepted.
///
/// > Source: RFC 7519 §4.1
struct RegisteredClaims {
    let issuer: String?
    let audience: [String]
    let expiresAt: NumericDate
    let notBefore: NumericDate?
    let issuedAt: NumericDate?

    /// Reads the claims, or gives `nil` if one is of a wrong type or `exp` is missing.
    init?(_ claims: JSONView) {
        guard
            let issuer = Self.optional(claims["iss"], \.string),
            Self.optional(claims["sub"], \.string) != nil,
            let audience = Self.audience(claims["aud"]),
            let expiresAt = claims["exp"].flatMap(Self.date),
            let notBefore = Self.optional(claims["nbf"], Self.date),
            let issuedAt = Self.optional(claims["iat"], Self.date)
        else { return nil }
        self.issuer = issuer
        self.audience = audience
        self.expiresAt = expiresAt
        self.notBefore = notBefore
        self.issuedAt = issuedAt
    }

    /// A claim that may be missing.
    ///
    /// - Returns: `nil` if it is there and cannot be read; an empty optional in an optional if it is missing.
    private static func optional<Value>(_ claim: JSONView?, _ read: (JSONView) -> Value?) -> Value?? {
        guard let claim else { return .some(nil) }
        guard let value = read(claim) else { return nil }
        return .some(value)
    }

    private static func date(_ claim: JSONView) -> NumericDate? {
        claim.number.flatMap(NumericDate.init)
    }

    /// Those in `aud`, be it one text or an array of texts; none if it is missing, `nil` if it is something else.
    private static func audience(_ claim: JSONView?) -> [String]? {
        guard let claim else { return [] }
        if let text = claim.string { return [text] }
        guard claim.kind == .array else { return nil }
        let texts = claim.elements.compactMap(\.string)
        return texts.count == claim.count ? texts : nil
    }
}
