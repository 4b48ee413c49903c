extension Users {
    /// A mobile device's key of a user.
    ///
    /// > Source: Go package `users`
    public struct BiometricRegistration: Codable, Hashable, Sendable {
        /// The id of the registration.
        public var biometricRegistrationID: String

        /// Whether the user has shown that it is theirs.
        public var verified: Bool

        /// Makes a value from its parts.
        public init(biometricRegistrationID: String, verified: Bool) {
            self.biometricRegistrationID = biometricRegistrationID
            self.verified = verified
        }

        private enum CodingKeys: String, CodingKey {
            case biometricRegistrationID = "biometric_registration_id"
            case verified
        }
    }
}
