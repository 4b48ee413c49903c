/// The kinds of sub factor that are known, found by their keys on the wire.
enum SubFactorTable {
    /// One kind and how its key is spelled.
    struct Entry: Sendable {
        let type: any Sessions.SubFactor.Type
        let key: WireKey
        let alternate: WireKey?
        /// Where the kind stands in ``SubFactorTable/types``.
        let place: Int
    }

    /// The kinds by each spelling of their keys.
    ///
    /// All keys are lower-case ASCII, which no other text equals, so looking them up as `String` is exact.
    static let entries: [String: Entry] = {
        var entries: [String: Entry] = [:]
        for (place, type) in types.enumerated() {
            let alternate = type.alternateWireKey.map(WireKey.init)
            let entry = Entry(type: type, key: WireKey(type.wireKey), alternate: alternate, place: place)
            entries[entry.key.stringValue] = entry
            if let alternate { entries[alternate.stringValue] = entry }
        }
        return entries
    }()

    /// Sub factors in the order of ``types``, since not every decoder tells in which order keys came.
    static func ordered(_ subFactors: [any Sessions.SubFactor]) -> [any Sessions.SubFactor] {
        func place(_ subFactor: any Sessions.SubFactor) -> Int {
            entries[type(of: subFactor).wireKey]?.place ?? types.count
        }
        return subFactors.count < 2 ? subFactors : subFactors.sorted { place($0) < place($1) }
    }

    /// The 36 kinds of the Go page v15.4.0 in its order, then those that later versions brought.
    static let types: [any Sessions.SubFactor.Type] = [
        Sessions.EmailFactor.self,
        Sessions.PhoneNumberFactor.self,
        Sessions.GoogleOAuthFactor.self,
        Sessions.MicrosoftOAuthFactor.self,
        Sessions.AppleOAuthFactor.self,
        Sessions.WebAuthnFactor.self,
        Sessions.AuthenticatorAppFactor.self,
        Sessions.GithubOAuthFactor.self,
        Sessions.RecoveryCodeFactor.self,
        Sessions.FacebookOAuthFactor.self,
        Sessions.CryptoWalletFactor.self,
        Sessions.AmazonOAuthFactor.self,
        Sessions.BitbucketOAuthFactor.self,
        Sessions.CoinbaseOAuthFactor.self,
        Sessions.DiscordOAuthFactor.self,
        Sessions.FigmaOAuthFactor.self,
        Sessions.GitLabOAuthFactor.self,
        Sessions.InstagramOAuthFactor.self,
        Sessions.LinkedInOAuthFactor.self,
        Sessions.ShopifyOAuthFactor.self,
        Sessions.SlackOAuthFactor.self,
        Sessions.SnapchatOAuthFactor.self,
        Sessions.SpotifyOAuthFactor.self,
        Sessions.SteamOAuthFactor.self,
        Sessions.TikTokOAuthFactor.self,
        Sessions.TwitchOAuthFactor.self,
        Sessions.TwitterOAuthFactor.self,
        Sessions.EmbeddableMagicLinkFactor.self,
        Sessions.BiometricFactor.self,
        Sessions.SAMLSSOFactor.self,
        Sessions.OIDCSSOFactor.self,
        Sessions.SalesforceOAuthFactor.self,
        Sessions.YahooOAuthFactor.self,
        Sessions.HubspotOAuthFactor.self,
        Sessions.SlackOAuthExchangeFactor.self,
        Sessions.HubspotOAuthExchangeFactor.self,
        Sessions.GithubOAuthExchangeFactor.self,
        Sessions.GoogleOAuthExchangeFactor.self,
        Sessions.ImpersonatedFactor.self,
        Sessions.OAuthAccessTokenExchangeFactor.self,
        Sessions.TrustedAuthTokenFactor.self,
    ]
}
