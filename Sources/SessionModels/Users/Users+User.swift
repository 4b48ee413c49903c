public import WireJSON

extension Users {
    /// A user of the project, with all that the user can sign in with.
    ///
    /// > Source: Go package `users`
    public struct User: Codable, Hashable, Sendable {
        /// The user's id; opaque.
        public var userID: String

        /// The user's e-mail addresses.
        public var emails: [Email]

        /// Whether the user has ever signed in.
        public var status: Status

        /// The user's phone numbers.
        public var phoneNumbers: [PhoneNumber]

        /// The user's passkeys and security keys.
        public var webAuthnRegistrations: [WebAuthnRegistration]

        /// The user's accounts with OAuth providers.
        public var providers: [OAuthProvider]

        /// The user's authenticator apps.
        public var totps: [TOTP]

        /// The user's wallets.
        public var cryptoWallets: [CryptoWallet]

        /// The user's mobile device keys; always sent today, absent in answers of 2022.
        public var biometricRegistrations: [BiometricRegistration]?

        /// The user's name.
        public var name: Name?

        /// When the user was made.
        public var createdAt: Timestamp?

        /// The user's password; null when there is none.
        public var password: Password?

        /// What the project keeps about the user, out of the user's reach.
        public var trustedMetadata: JSONObject?

        /// What the project keeps about the user and the user may change.
        public var untrustedMetadata: JSONObject?

        /// The project's own id of the user; known since v16.13.0 of the Go SDK, null when there is none.
        public var externalID: String?

        /// The user's roles; known since v16.33.0 of the Go SDK.
        public var roles: [String]?

        /// Whether the user is locked out after failed attempts; known since v16.21.0 of the Go SDK.
        public var isLocked: Bool?

        /// When the lock was set; null while there is none.
        public var lockCreatedAt: Timestamp?

        /// When the lock ends; null while there is none.
        public var lockExpiresAt: Timestamp?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            userID: String,
            emails: [Email],
            status: Status,
            phoneNumbers: [PhoneNumber],
            webAuthnRegistrations: [WebAuthnRegistration],
            providers: [OAuthProvider],
            totps: [TOTP],
            cryptoWallets: [CryptoWallet],
            biometricRegistrations: [BiometricRegistration]? = nil,
            name: Name? = nil,
            createdAt: Timestamp? = nil,
            password: Password? = nil,
            trustedMetadata: JSONObject? = nil,
            untrustedMetadata: JSONObject? = nil,
            externalID: String? = nil,
            roles: [String]? = nil,
            isLocked: Bool? = nil,
            lockCreatedAt: Timestamp? = nil,
            lockExpiresAt: Timestamp? = nil
        ) {
            self.userID = userID
            self.emails = emails
            self.status = status
            self.phoneNumbers = phoneNumbers
            self.webAuthnRegistrations = webAuthnRegistrations
            self.providers = providers
            self.totps = totps
            self.cryptoWallets = cryptoWallets
            self.biometricRegistrations = biometricRegistrations
            self.name = name
            self.createdAt = createdAt
            self.password = password
            self.trustedMetadata = trustedMetadata
            self.untrustedMetadata = untrustedMetadata
            self.externalID = externalID
            self.roles = roles
            self.isLocked = isLocked
            self.lockCreatedAt = lockCreatedAt
            self.lockExpiresAt = lockExpiresAt
        }

        private enum CodingKeys: String, CodingKey {
            case userID = "user_id"
            case emails
            case status
            case phoneNumbers = "phone_numbers"
            case webAuthnRegistrations = "webauthn_registrations"
            case providers
            case totps
            case cryptoWallets = "crypto_wallets"
            case biometricRegistrations = "biometric_registrations"
            case name
            case createdAt = "created_at"
            case password
            case trustedMetadata = "trusted_metadata"
            case untrustedMetadata = "untrusted_metadata"
            case externalID = "external_id"
            case roles
            case isLocked = "is_locked"
            case lockCreatedAt = "lock_created_at"
            case lockExpiresAt = "lock_expires_at"
        }
    }
}
