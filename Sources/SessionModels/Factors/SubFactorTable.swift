import WireJSON

/// The kinds of sub factor that are known, found by their keys on the wire.
enum SubFactorTable {
    /// One kind and how its key is spelled.
    struct Entry: Sendable {
        let type: any Sessions.SubFactor.Type
        let key: WireKey
        let alternate: WireKey?
    }

    /// The spellings of all keys, at the places of their kinds in ``entries``.
    static let keys = KnownKeys(spellings.map(\.key))
    /// The kinds, one with two spellings twice.
    static let entries = spellings.map(\.entry)

    /// The kinds by each spelling of their keys.
    private static let spellings: [(key: String, entry: Entry)] = types.flatMap { type in
        let alternate = type.alternateWireKey.map(WireKey.init)
        let entry = Entry(type: type, key: WireKey(type.wireKey), alternate: alternate)
        return [entry.key, alternate].compactMap { key in key.map { ($0.stringValue, entry) } }
    }

    /// Sub factors in the order of ``types``, since not every decoder tells in which order keys came.
    static func ordered(_ subFactors: [any Sessions.SubFactor]) -> [any Sessions.SubFactor] {
        func place(_ subFactor: any Sessions.SubFactor) -> Int {
            types.firstIndex { $0 == type(of: subFactor) } ?? types.count
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
