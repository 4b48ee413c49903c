extension Sessions {
    /// What to send to list the active sessions of a user.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct GetParams: Codable, Hashable, Sendable {
        /// The user's id, or the external id that the project gave the user.
        public var userID: String

        /// Makes the parameters for one user.
        public init(userID: String) {
            self.userID = userID
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(userID, forKey: .userID)
        }

        private enum CodingKeys: String, CodingKey {
            case userID = "user_id"
        }
    }
}
