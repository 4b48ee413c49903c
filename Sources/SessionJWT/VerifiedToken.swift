public import WireJSON

/// A token that passed all checks; only ``TokenVerifier`` makes one.
public struct VerifiedToken: Sendable {
    /// The header; an object.
    public let header: JSONValue

    /// The claims; an object.
    public let claims: JSONValue

    /// The claims as they came, to decode models from.
    let payload: JSONDocument

    /// The token's `exp`.
    let expiresAt: NumericDate

    init(_ token: CompactToken, _ claims: RegisteredClaims) {
        header = token.header.root.value
        self.claims = token.payload.root.value
        payload = token.payload
        expiresAt = claims.expiresAt
    }
}
