extension Sessions {
    /// An access token of a connected app that was exchanged for a session.
    ///
    /// > Source: Go package `sessions` v16.9.0
    public struct OAuthAccessTokenExchangeFactor: SubFactor {
        /// The id of the app.
        public var clientID: String

        /// Makes a value from its parts.
        public init(clientID: String) {
            self.clientID = clientID
        }

        private enum CodingKeys: String, CodingKey {
            case clientID = "client_id"
        }

        /// The key of this object in a factor.
        public static let wireKey = "oauth_access_token_exchange_factor"
    }
}
