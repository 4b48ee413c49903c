extension Users {
    /// A phone number of a user.
    ///
    /// > Source: Go package `users`
    public struct PhoneNumber: Codable, Hashable, Sendable {
        /// The id of the number.
        public var phoneID: String

        /// The number in E.164 form.
        public var phoneNumber: String

        /// Whether the user has shown that it is theirs.
        public var verified: Bool

        /// Makes a value from its parts.
        public init(phoneID: String, phoneNumber: String, verified: Bool) {
            self.phoneID = phoneID
            self.phoneNumber = phoneNumber
            self.verified = verified
        }

        private enum CodingKeys: String, CodingKey {
            case phoneID = "phone_id"
            case phoneNumber = "phone_number"
            case verified
        }
    }
}
