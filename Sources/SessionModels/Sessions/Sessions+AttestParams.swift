public import WireJSON

extension Sessions {
    /// What to send to turn a token of a trusted issuer into a session.
    ///
    /// > Source: Go package `sessions` v16.25.0
    public struct AttestParams: Codable, Hashable, Sendable {
        /// The trusted token profile that says how to check the token.
        public var profileID: String

        /// The token of the trusted issuer.
        public var token: String

        /// How long the session shall last from now, in minutes: 5 to 527040 (366 days).
        public var sessionDurationMinutes: Int32?

        /// Claims to set on the session, at most 4 KB in all; a null deletes its key.
        public var sessionCustomClaims: JSONObject?

        /// The token of a session to add the factor to.
        public var sessionToken: String?

        /// A JWT of a session to add the factor to.
        public var sessionJWT: String?

        /// Names a device fingerprint to look at; known since v16.30.0 of the Go SDK.
        public var telemetryID: String?

        /// Makes the parameters; what is left out is not sent.
        public init(
            profileID: String,
            token: String,
            sessionDurationMinutes: Int32? = nil,
            sessionCustomClaims: JSONObject? = nil,
            sessionToken: String? = nil,
            sessionJWT: String? = nil,
            telemetryID: String? = nil
        ) {
            self.profileID = profileID
            self.token = token
            self.sessionDurationMinutes = sessionDurationMinutes
            self.sessionCustomClaims = sessionCustomClaims
            self.sessionToken = sessionToken
            self.sessionJWT = sessionJWT
            self.telemetryID = telemetryID
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(profileID, forKey: .profileID)
            try container.encodeUnlessEmpty(token, forKey: .token)
            try container.encodeUnlessEmpty(sessionDurationMinutes, forKey: .sessionDurationMinutes)
            try container.encodeUnlessEmpty(sessionCustomClaims, forKey: .sessionCustomClaims)
            try container.encodeUnlessEmpty(sessionToken, forKey: .sessionToken)
            try container.encodeUnlessEmpty(sessionJWT, forKey: .sessionJWT)
            try container.encodeUnlessEmpty(telemetryID, forKey: .telemetryID)
        }

        private enum CodingKeys: String, CodingKey {
            case profileID = "profile_id"
            case token
            case sessionDurationMinutes = "session_duration_minutes"
            case sessionCustomClaims = "session_custom_claims"
            case sessionToken = "session_token"
            case sessionJWT = "session_jwt"
            case telemetryID = "telemetry_id"
        }
    }
}
