public import WireJSON

extension Sessions {
    /// What to send to authenticate a session: its token or a JWT of it, not both.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct AuthenticateParams: Codable, Hashable, Sendable {
        /// The token of the session.
        public var sessionToken: String?

        /// How long the session shall last from now, in minutes: 5 to 527040 (366 days).
        public var sessionDurationMinutes: Int32?

        /// A JWT of the session; one past its `exp` is fine while the session lives.
        public var sessionJWT: String?

        /// Claims to set on the session, at most 4 KB in all; a null deletes its key.
        public var sessionCustomClaims: JSONObject?

        /// An action that the user must be allowed; known since v16.28.0 of the Go SDK.
        public var authorizationCheck: AuthorizationCheck?

        /// Makes the parameters; what is left out is not sent.
        public init(
            sessionToken: String? = nil,
            sessionDurationMinutes: Int32? = nil,
            sessionJWT: String? = nil,
            sessionCustomClaims: JSONObject? = nil,
            authorizationCheck: AuthorizationCheck? = nil
        ) {
            self.sessionToken = sessionToken
            self.sessionDurationMinutes = sessionDurationMinutes
            self.sessionJWT = sessionJWT
            self.sessionCustomClaims = sessionCustomClaims
            self.authorizationCheck = authorizationCheck
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(sessionToken, forKey: .sessionToken)
            try container.encodeUnlessEmpty(sessionDurationMinutes, forKey: .sessionDurationMinutes)
            try container.encodeUnlessEmpty(sessionJWT, forKey: .sessionJWT)
            try container.encodeUnlessEmpty(sessionCustomClaims, forKey: .sessionCustomClaims)
            try container.encodeIfPresent(authorizationCheck, forKey: .authorizationCheck)
        }

        private enum CodingKeys: String, CodingKey {
            case sessionToken = "session_token"
            case sessionDurationMinutes = "session_duration_minutes"
            case sessionJWT = "session_jwt"
            case sessionCustomClaims = "session_custom_claims"
            case authorizationCheck = "authorization_check"
        }
    }
}
