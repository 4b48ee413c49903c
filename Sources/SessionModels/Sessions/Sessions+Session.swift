public import WireJSON

extension Sessions {
    /// A user's session: who signed in, by what factors, and until when.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct Session: Codable, Hashable, Sendable {
        /// The session's id; opaque.
        public var sessionID: String

        /// The id of the user whose session it is.
        public var userID: String

        /// The factors that the user signed in with.
        public var authenticationFactors: [AuthenticationFactor]

        /// When the session began.
        public var startedAt: Timestamp?

        /// When it was last authenticated with the API; local checks of a JWT do not count.
        public var lastAccessedAt: Timestamp?

        /// When it ends.
        public var expiresAt: Timestamp?

        /// Where the user came from, as the caller told Stytch.
        public var attributes: Attributes?

        /// The project's own claims; `{}` on the wire when there are none, absent in old answers.
        public var customClaims: JSONObject?

        /// The roles that the user has in it; always sent since v16.39.0 of the Go SDK, absent before.
        public var roles: [String]?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            sessionID: String,
            userID: String,
            authenticationFactors: [AuthenticationFactor],
            startedAt: Timestamp? = nil,
            lastAccessedAt: Timestamp? = nil,
            expiresAt: Timestamp? = nil,
            attributes: Attributes? = nil,
            customClaims: JSONObject? = nil,
            roles: [String]? = nil
        ) {
            self.sessionID = sessionID
            self.userID = userID
            self.authenticationFactors = authenticationFactors
            self.startedAt = startedAt
            self.lastAccessedAt = lastAccessedAt
            self.expiresAt = expiresAt
            self.attributes = attributes
            self.customClaims = customClaims
            self.roles = roles
        }

        private enum CodingKeys: String, CodingKey {
            case sessionID = "session_id"
            case userID = "user_id"
            case authenticationFactors = "authentication_factors"
            case startedAt = "started_at"
            case lastAccessedAt = "last_accessed_at"
            case expiresAt = "expires_at"
            case attributes
            case customClaims = "custom_claims"
            case roles
        }
    }
}
