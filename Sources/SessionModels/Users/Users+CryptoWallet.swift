extension Users {
    /// A wallet of a user.
    ///
    /// > Source: Go package `users`
    public struct CryptoWallet: Codable, Hashable, Sendable {
        /// The id of the registration.
        public var cryptoWalletID: String

        /// The wallet's address on its chain.
        public var cryptoWalletAddress: String

        /// The chain, for instance `ethereum`.
        public var cryptoWalletType: String

        /// Whether the user has shown that it is theirs.
        public var verified: Bool

        /// Makes a value from its parts.
        public init(cryptoWalletID: String, cryptoWalletAddress: String, cryptoWalletType: String, verified: Bool) {
            self.cryptoWalletID = cryptoWalletID
            self.cryptoWalletAddress = cryptoWalletAddress
            self.cryptoWalletType = cryptoWalletType
            self.verified = verified
        }

        private enum CodingKeys: String, CodingKey {
            case cryptoWalletID = "crypto_wallet_id"
            case cryptoWalletAddress = "crypto_wallet_address"
            case cryptoWalletType = "crypto_wallet_type"
            case verified
        }
    }
}
