extension Sessions {
    /// An e-mail address that was shown to be the user's.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct EmailFactor: SubFactor {
        /// The id of the address.
        public var emailID: String

        /// The address.
        public var emailAddress: String

        /// Makes a value from its parts.
        public init(emailID: String, emailAddress: String) {
            self.emailID = emailID
            self.emailAddress = emailAddress
        }

        private enum CodingKeys: String, CodingKey {
            case emailID = "email_id"
            case emailAddress = "email_address"
        }

        /// The key of this object in a factor.
        public static let wireKey = "email_factor"
    }
}
