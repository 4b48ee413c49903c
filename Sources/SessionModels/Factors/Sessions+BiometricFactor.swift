extension Sessions {
    /// A key that a mobile device holds behind a fingerprint or face.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct BiometricFactor: SubFactor {
        /// The id of its registration.
        public var biometricRegistrationID: String

        /// Makes a value from its parts.
        public init(biometricRegistrationID: String) {
            self.biometricRegistrationID = biometricRegistrationID
        }

        private enum CodingKeys: String, CodingKey {
            case biometricRegistrationID = "biometric_registration_id"
        }

        /// The key of this object in a factor.
        public static let wireKey = "biometric_factor"
    }
}
