extension Sessions {
    /// A wallet whose key signed a challenge.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct CryptoWalletFactor: SubFactor {
        /// The id of the wallet's registration.
        public var cryptoWalletID: String

        /// The wallet's address on its chain.
        public var cryptoWalletAddress: String

        /// The chain, for instance `ethereum`.
        public var cryptoWalletType: String

        /// Makes a value from its parts.
        public init(cryptoWalletID: String, cryptoWalletAddress: String, cryptoWalletType: String) {
            self.cryptoWalletID = cryptoWalletID
            self.cryptoWalletAddress = cryptoWalletAddress
            self.cryptoWalletType = cryptoWalletType
        }

        private enum CodingKeys: String, CodingKey {
            case cryptoWalletID = "crypto_wallet_id"
            case cryptoWalletAddress = "crypto_wallet_address"
            case cryptoWalletType = "crypto_wallet_type"
        }

        /// The key of this object in a factor.
        public static let wireKey = "crypto_wallet_factor"
    }
}
