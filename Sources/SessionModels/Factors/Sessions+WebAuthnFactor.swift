extension Sessions {
    /// A passkey or security key.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct WebAuthnFactor: SubFactor {
        /// The id of its registration.
        public var webAuthnRegistrationID: String

        /// The domain that it was registered for.
        public var domain: String

        /// The browser that was used.
        public var userAgent: String?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(webAuthnRegistrationID: String, domain: String, userAgent: String? = nil) {
            self.webAuthnRegistrationID = webAuthnRegistrationID
            self.domain = domain
            self.userAgent = userAgent
        }

        private enum CodingKeys: String, CodingKey {
            case webAuthnRegistrationID = "webauthn_registration_id"
            case domain
            case userAgent = "user_agent"
        }

        /// The key of this object in a factor.
        public static let wireKey = "webauthn_factor"
    }
}
