extension Sessions {
    /// The answer to ending a session.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct RevokeResponse: Codable, Hashable, Sendable {
        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32

        /// Makes a value from its parts.
        public init(requestID: String, statusCode: Int32) {
            self.requestID = requestID
            self.statusCode = statusCode
        }

        private enum CodingKeys: String, CodingKey {
            case requestID = "request_id"
            case statusCode = "status_code"
        }
    }
}
