extension Sessions {
    /// The answer to an authorization check.
    ///
    /// > Source: Go package `sessions` v16.28.0
    public struct AuthorizationVerdict: Codable, Hashable, Sendable {
        /// Whether the user may do it.
        public var authorized: Bool

        /// The roles of the user that allow it.
        public var grantingRoles: [String]

        /// Makes a value from its parts.
        public init(authorized: Bool, grantingRoles: [String]) {
            self.authorized = authorized
            self.grantingRoles = grantingRoles
        }

        private enum CodingKeys: String, CodingKey {
            case authorized
            case grantingRoles = "granting_roles"
        }
    }
}
