extension Users {
    /// The answer to deleting a user.
    ///
    /// > Source: Go package `users`
    public struct DeleteResponse: Codable, Hashable, Sendable {
        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String

        /// The id of the user whom the call was about.
        public var userID: String

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32

        /// Makes a value from its parts.
        public init(requestID: String, userID: String, statusCode: Int32) {
            self.requestID = requestID
            self.userID = userID
            self.statusCode = statusCode
        }

        private enum CodingKeys: String, CodingKey {
            case requestID = "request_id"
            case userID = "user_id"
            case statusCode = "status_code"
        }
    }
}
