public import WireJSON

extension Sessions {
    /// The session as a JWT carries it, under the claim `https://stytch.com/session`.
    ///
    /// The times are whole seconds, and the user's id is the claim `sub`. The Go page has the times as texts that
    /// must be RFC 3339; here a text that is not is a finding.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct SessionClaim: Codable, Hashable, Sendable {
        /// The session's id.
        public var id: String

        /// When the session began.
        public var startedAt: Timestamp

        /// When it was last authenticated with the API.
        public var lastAccessedAt: Timestamp

        /// When the session ends; absent or null in old tokens, where the token's own `exp` takes its place.
        public var expiresAt: Timestamp?

        /// Where the user came from.
        public var attributes: Attributes?

        /// The factors, without the times of their creation and change.
        public var authenticationFactors: [AuthenticationFactor]

        /// The roles of the user; absent in tokens before October 2025.
        public var roles: [String]?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            id: String,
            startedAt: Timestamp,
            lastAccessedAt: Timestamp,
            expiresAt: Timestamp? = nil,
            attributes: Attributes? = nil,
            authenticationFactors: [AuthenticationFactor],
            roles: [String]? = nil
        ) {
            self.id = id
            self.startedAt = startedAt
            self.lastAccessedAt = lastAccessedAt
            self.expiresAt = expiresAt
            self.attributes = attributes
            self.authenticationFactors = authenticationFactors
            self.roles = roles
        }

        private enum CodingKeys: String, CodingKey {
            case id
            case startedAt = "started_at"
            case lastAccessedAt = "last_accessed_at"
            case expiresAt = "expires_at"
            case attributes
            case authenticationFactors = "authentication_factors"
            case roles
        }
    }
}
