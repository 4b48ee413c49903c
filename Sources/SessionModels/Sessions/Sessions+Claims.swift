public import WireJSON

extension Sessions {
    /// What the JWT of a session says: the registered claims, the session, and the project's own claims.
    ///
    /// The Go type leaves the project's claims out; they stand beside the others at the top level of the token, so they
    /// are kept here in ``customClaims``.
    ///
    /// > Source: Go package `sessions` v15.4.0; RFC 7519 §4.1
    public struct Claims: Hashable, Sendable {
        /// The session, under the key `https://stytch.com/session`.
        public var stytchSession: SessionClaim

        /// Who issued the token, `iss`: `stytch.com/` and the project's id, or a custom domain's address.
        public var issuer: String

        /// The user's id, `sub`.
        public var subject: String

        /// The project's id, `aud`.
        public var audience: Audience

        /// When the token ends, `exp`, in seconds since 1970.
        public var expiresAt: JSONNumber

        /// When the token begins to hold, `nbf`, in seconds since 1970; a token may lack it.
        public var notBefore: JSONNumber?

        /// When the token was made, `iat`, in seconds since 1970; a token may lack it.
        public var issuedAt: JSONNumber?

        /// The token's own id, `jti`; Stytch sends none.
        public var id: String?

        /// The project's own claims: all that is neither registered nor under `https://stytch.com/`.
        public var customClaims: JSONObject

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            stytchSession: SessionClaim,
            issuer: String,
            subject: String,
            audience: Audience,
            expiresAt: JSONNumber,
            notBefore: JSONNumber? = nil,
            issuedAt: JSONNumber? = nil,
            id: String? = nil,
            customClaims: JSONObject = JSONObject()
        ) {
            self.stytchSession = stytchSession
            self.issuer = issuer
            self.subject = subject
            self.audience = audience
            self.expiresAt = expiresAt
            self.notBefore = notBefore
            self.issuedAt = issuedAt
            self.id = id
            self.customClaims = customClaims
        }
    }
}
