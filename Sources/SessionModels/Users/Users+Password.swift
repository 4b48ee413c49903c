extension Users {
    /// The password of a user, without the password.
    ///
    /// > Source: Go package `users`
    public struct Password: Codable, Hashable, Sendable {
        /// The id of the password.
        public var passwordID: String

        /// Whether it must be changed before it works again.
        public var requiresReset: Bool

        /// Makes a value from its parts.
        public init(passwordID: String, requiresReset: Bool) {
            self.passwordID = passwordID
            self.requiresReset = requiresReset
        }

        private enum CodingKeys: String, CodingKey {
            case passwordID = "password_id"
            case requiresReset = "requires_reset"
        }
    }
}
