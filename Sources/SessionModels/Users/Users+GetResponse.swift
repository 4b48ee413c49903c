extension Users {
    /// The answer to reading a user: the user's own keys stand at the top level, beside those of every answer.
    ///
    /// > Source: Go package `users`
    public struct GetResponse: Codable, Hashable, Sendable {
        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32

        /// The user.
        public var user: User

        /// Makes a value from its parts.
        public init(requestID: String, statusCode: Int32, user: User) {
            self.requestID = requestID
            self.statusCode = statusCode
            self.user = user
        }

        /// Decodes the answer's two keys and, from the same object, the user.
        ///
        /// - Throws: What the decoder throws.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            requestID = try container.decode(String.self, forKey: .requestID)
            statusCode = try container.decode(Int32.self, forKey: .statusCode)
            user = try User(from: decoder)
        }

        /// Encodes the answer's two keys and, into the same object, the user.
        ///
        /// - Throws: What the encoder throws.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(requestID, forKey: .requestID)
            try container.encode(statusCode, forKey: .statusCode)
            try user.encode(to: encoder)
        }

        private enum CodingKeys: String, CodingKey {
            case requestID = "request_id"
            case statusCode = "status_code"
        }
    }
}
