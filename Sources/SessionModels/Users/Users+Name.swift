extension Users {
    /// The name of a user; any part may be `""` or absent.
    ///
    /// > Source: Go package `users`
    public struct Name: Codable, Hashable, Sendable {
        /// The given name.
        public var firstName: String?

        /// The names between.
        public var middleName: String?

        /// The family name.
        public var lastName: String?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(firstName: String? = nil, middleName: String? = nil, lastName: String? = nil) {
            self.firstName = firstName
            self.middleName = middleName
            self.lastName = lastName
        }

        private enum CodingKeys: String, CodingKey {
            case firstName = "first_name"
            case middleName = "middle_name"
            case lastName = "last_name"
        }
    }
}
