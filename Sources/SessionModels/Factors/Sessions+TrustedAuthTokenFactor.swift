extension Sessions {
    /// A token of an issuer that the project trusts.
    ///
    /// > Source: Go package `sessions` v16.21.0
    public struct TrustedAuthTokenFactor: SubFactor {
        /// The id of the token.
        public var tokenID: String

        /// Makes a value from its parts.
        public init(tokenID: String) {
            self.tokenID = tokenID
        }

        private enum CodingKeys: String, CodingKey {
            case tokenID = "token_id"
        }

        /// The key of this object in a factor.
        public static let wireKey = "trusted_auth_token_factor"
    }
}
