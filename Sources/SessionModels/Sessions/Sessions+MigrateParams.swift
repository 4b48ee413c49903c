public import WireJSON

extension Sessions {
    /// What to send to turn a login of another provider into a session.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct MigrateParams: Codable, Hashable, Sendable {
        /// The token that the provider's userinfo address shall accept.
        public var sessionToken: String

        /// How long the session shall last from now, in minutes: 5 to 527040 (366 days).
        public var sessionDurationMinutes: Int32?

        /// Claims to set on the session, at most 4 KB in all; a null deletes its key.
        public var sessionCustomClaims: JSONObject?

        /// Names a device fingerprint to look at; known since v16.30.0 of the Go SDK.
        public var telemetryID: String?

        /// Makes the parameters; what is left out is not sent.
        public init(
            sessionToken: String,
            sessionDurationMinutes: Int32? = nil,
            sessionCustomClaims: JSONObject? = nil,
            telemetryID: String? = nil
        ) {
            self.sessionToken = sessionToken
            self.sessionDurationMinutes = sessionDurationMinutes
            self.sessionCustomClaims = sessionCustomClaims
            self.telemetryID = telemetryID
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(sessionToken, forKey: .sessionToken)
            try container.encodeUnlessEmpty(sessionDurationMinutes, forKey: .sessionDurationMinutes)
            try container.encodeUnlessEmpty(sessionCustomClaims, forKey: .sessionCustomClaims)
            try container.encodeUnlessEmpty(telemetryID, forKey: .telemetryID)
        }

        private enum CodingKeys: String, CodingKey {
            case sessionToken = "session_token"
            case sessionDurationMinutes = "session_duration_minutes"
            case sessionCustomClaims = "session_custom_claims"
            case telemetryID = "telemetry_id"
        }
    }
}
