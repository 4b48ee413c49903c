extension Users {
    /// An e-mail address of a user.
    ///
    /// > Source: Go package `users`
    public struct Email: Codable, Hashable, Sendable {
        /// The id of the address.
        public var emailID: String

        /// The address.
        public var email: String

        /// Whether the user has shown that it is theirs.
        public var verified: Bool

        /// Makes a value from its parts.
        public init(emailID: String, email: String, verified: Bool) {
            self.emailID = emailID
            self.email = email
            self.verified = verified
        }

        private enum CodingKeys: String, CodingKey {
            case emailID = "email_id"
            case email
            case verified
        }
    }
}
