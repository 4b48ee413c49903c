extension Sessions {
    /// What to send to end a session: exactly one of its id, its token and a JWT of it.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct RevokeParams: Codable, Hashable, Sendable {
        /// The id of the session.
        public var sessionID: String?

        /// The token of the session.
        public var sessionToken: String?

        /// A JWT of the session.
        public var sessionJWT: String?

        /// Makes the parameters; what is left out is not sent.
        public init(sessionID: String? = nil, sessionToken: String? = nil, sessionJWT: String? = nil) {
            self.sessionID = sessionID
            self.sessionToken = sessionToken
            self.sessionJWT = sessionJWT
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(sessionID, forKey: .sessionID)
            try container.encodeUnlessEmpty(sessionToken, forKey: .sessionToken)
            try container.encodeUnlessEmpty(sessionJWT, forKey: .sessionJWT)
        }

        private enum CodingKeys: String, CodingKey {
            case sessionID = "session_id"
            case sessionToken = "session_token"
            case sessionJWT = "session_jwt"
        }
    }
}
