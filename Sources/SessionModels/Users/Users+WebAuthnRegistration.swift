extension Users {
    /// A passkey or security key of a user.
    ///
    /// > Source: Go package `users`
    public struct WebAuthnRegistration: Codable, Hashable, Sendable {
        /// The id of the registration.
        public var webAuthnRegistrationID: String

        /// The domain that it is for.
        public var domain: String

        /// The browser that registered it.
        public var userAgent: String

        /// Whether the user has shown that it is theirs.
        public var verified: Bool

        /// What kind of authenticator was asked for.
        public var authenticatorType: AuthenticatorType

        /// The name that the user gave it; known since v11.4.2 of the Go SDK.
        public var name: String?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            webAuthnRegistrationID: String,
            domain: String,
            userAgent: String,
            verified: Bool,
            authenticatorType: AuthenticatorType,
            name: String? = nil
        ) {
            self.webAuthnRegistrationID = webAuthnRegistrationID
            self.domain = domain
            self.userAgent = userAgent
            self.verified = verified
            self.authenticatorType = authenticatorType
            self.name = name
        }

        private enum CodingKeys: String, CodingKey {
            case webAuthnRegistrationID = "webauthn_registration_id"
            case domain
            case userAgent = "user_agent"
            case verified
            case authenticatorType = "authenticator_type"
            case name
        }
    }
}
