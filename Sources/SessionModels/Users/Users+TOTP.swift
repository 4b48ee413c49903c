extension Users {
    /// An authenticator app of a user.
    ///
    /// > Source: Go package `users`
    public struct TOTP: Codable, Hashable, Sendable {
        /// The id of the registration.
        public var totpID: String

        /// Whether the user has shown that it is theirs.
        public var verified: Bool

        /// Makes a value from its parts.
        public init(totpID: String, verified: Bool) {
            self.totpID = totpID
            self.verified = verified
        }

        private enum CodingKeys: String, CodingKey {
            case totpID = "totp_id"
            case verified
        }
    }
}
