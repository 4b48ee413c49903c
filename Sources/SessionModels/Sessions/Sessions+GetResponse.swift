extension Sessions {
    /// The active sessions of a user.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct GetResponse: Codable, Hashable, Sendable {
        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String

        /// Every session that is neither revoked nor expired.
        public var sessions: [Session]

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32

        /// Makes a value from its parts.
        public init(requestID: String, sessions: [Session], statusCode: Int32) {
            self.requestID = requestID
            self.sessions = sessions
            self.statusCode = statusCode
        }

        private enum CodingKeys: String, CodingKey {
            case requestID = "request_id"
            case sessions
            case statusCode = "status_code"
        }
    }
}
