extension Sessions {
    /// A one-time code of an authenticator app.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct AuthenticatorAppFactor: SubFactor {
        /// The id of the app's registration.
        public var totpID: String

        /// Makes a value from its parts.
        public init(totpID: String) {
            self.totpID = totpID
        }

        private enum CodingKeys: String, CodingKey {
            case totpID = "totp_id"
        }

        /// The key of this object in a factor.
        public static let wireKey = "authenticator_app_factor"
    }
}
