public import WireJSON

extension Sessions {
    /// The kind of an authentication factor.
    ///
    /// Words that are not known decode too, and are kept and encoded as they came.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct AuthenticationFactorType: OpenEnum {
        /// The word on the wire.
        public let rawValue: String

        /// Makes a value of any word, known or not.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A magic link.
        public static let magicLink = Self(rawValue: "magic_link")
        /// A one-time passcode sent to the user.
        public static let otp = Self(rawValue: "otp")
        /// An account with an OAuth provider.
        public static let oauth = Self(rawValue: "oauth")
        /// A passkey or security key.
        public static let webAuthn = Self(rawValue: "webauthn")
        /// An authenticator app, or a recovery code of it.
        public static let totp = Self(rawValue: "totp")
        /// A wallet.
        public static let crypto = Self(rawValue: "crypto")
        /// A password.
        public static let password = Self(rawValue: "password")
        /// A signature made by a mobile device's key.
        public static let signatureChallenge = Self(rawValue: "signature_challenge")
        /// Single sign-on.
        public static let sso = Self(rawValue: "sso")
        /// A sign-in taken over from another system.
        public static let imported = Self(rawValue: "imported")
        /// A recovery code.
        public static let recoveryCodes = Self(rawValue: "recovery_codes")
        /// A one-time passcode sent by e-mail; known since v15.9.1 of the Go SDK.
        public static let emailOTP = Self(rawValue: "email_otp")
        /// Someone of the project acts as the user; known since v15.11.0 of the Go SDK.
        public static let impersonated = Self(rawValue: "impersonated")
        /// A token of a trusted issuer; known since v16.21.0 of the Go SDK.
        public static let trustedAuthToken = Self(rawValue: "trusted_auth_token")

        /// The 11 words of v15.4.0, then those that later versions brought.
        public static let knownWords: [String] = [
            Self.magicLink.rawValue,
            Self.otp.rawValue,
            Self.oauth.rawValue,
            Self.webAuthn.rawValue,
            Self.totp.rawValue,
            Self.crypto.rawValue,
            Self.password.rawValue,
            Self.signatureChallenge.rawValue,
            Self.sso.rawValue,
            Self.imported.rawValue,
            Self.recoveryCodes.rawValue,
            Self.emailOTP.rawValue,
            Self.impersonated.rawValue,
            Self.trustedAuthToken.rawValue,
        ]
    }
}
