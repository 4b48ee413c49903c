extension Sessions {
    /// An action on a resource that the user's roles must grant, or the call is refused with 403.
    ///
    /// > Source: Go package `sessions` v16.28.0
    public struct AuthorizationCheck: Codable, Hashable, Sendable {
        /// The resource, by its name in the project's policy.
        public var resourceID: String

        /// What the user wants to do with it.
        public var action: String

        /// Makes a check of one action on one resource.
        public init(resourceID: String, action: String) {
            self.resourceID = resourceID
            self.action = action
        }

        private enum CodingKeys: String, CodingKey {
            case resourceID = "resource_id"
            case action
        }
    }
}
