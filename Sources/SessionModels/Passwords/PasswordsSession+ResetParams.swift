public import WireJSON

extension Passwords.Session {
    /// What to send to set a new password by a session: its token or a JWT of it.
    ///
    /// > Source: Go package `passwords/session` v15.9.0
    public struct ResetParams: Codable, Hashable, Sendable {
        /// The new password: any text.
        public var password: String

        /// The token of the session.
        public var sessionToken: String?

        /// A JWT of the session.
        public var sessionJWT: String?

        /// How long the session shall last from now, in minutes: 5 to 527040 (366 days).
        public var sessionDurationMinutes: Int32?

        /// Claims to set on the session, at most 4 KB in all; a null deletes its key.
        public var sessionCustomClaims: JSONObject?

        /// Names a device fingerprint to look at; known since v16.30.0 of the Go SDK.
        public var telemetryID: String?

        /// Makes the parameters; what is left out is not sent.
        public init(
            password: String,
            sessionToken: String? = nil,
            sessionJWT: String? = nil,
            sessionDurationMinutes: Int32? = nil,
            sessionCustomClaims: JSONObject? = nil,
            telemetryID: String? = nil
        ) {
            self.password = password
            self.sessionToken = sessionToken
            self.sessionJWT = sessionJWT
            self.sessionDurationMinutes = sessionDurationMinutes
            self.sessionCustomClaims = sessionCustomClaims
            self.telemetryID = telemetryID
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(password, forKey: .password)
            try container.encodeUnlessEmpty(sessionToken, forKey: .sessionToken)
            try container.encodeUnlessEmpty(sessionJWT, forKey: .sessionJWT)
            try container.encodeUnlessEmpty(sessionDurationMinutes, forKey: .sessionDurationMinutes)
            try container.encodeUnlessEmpty(sessionCustomClaims, forKey: .sessionCustomClaims)
            try container.encodeUnlessEmpty(telemetryID, forKey: .telemetryID)
        }

        private enum CodingKeys: String, CodingKey {
            case password
            case sessionToken = "session_token"
            case sessionJWT = "session_jwt"
            case sessionDurationMinutes = "session_duration_minutes"
            case sessionCustomClaims = "session_custom_claims"
            case telemetryID = "telemetry_id"
        }
    }
}
