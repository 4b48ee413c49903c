extension Sessions {
    /// Someone of the project who acts as the user.
    ///
    /// > Source: Go package `sessions` v15.11.0
    public struct ImpersonatedFactor: SubFactor {
        /// The id of the person who acts.
        public var impersonatorID: String

        /// That person's e-mail address.
        public var impersonatorEmailAddress: String

        /// Makes a value from its parts.
        public init(impersonatorID: String, impersonatorEmailAddress: String) {
            self.impersonatorID = impersonatorID
            self.impersonatorEmailAddress = impersonatorEmailAddress
        }

        private enum CodingKeys: String, CodingKey {
            case impersonatorID = "impersonator_id"
            case impersonatorEmailAddress = "impersonator_email_address"
        }

        /// The key of this object in a factor.
        public static let wireKey = "impersonated_factor"
    }
}
