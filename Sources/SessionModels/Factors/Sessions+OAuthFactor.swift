extension Sessions {
    /// An account with an OAuth provider that the user signed in with; `Provider` says with which.
    ///
    /// One shape for all providers, and a type of its own for each, as on the Go page: ``GoogleOAuthFactor`` and so on.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct OAuthFactor<Provider: OAuthFactorProvider>: SubFactor {
        /// The id of the account in Stytch.
        public var id: String

        /// The user's id with the provider.
        public var providerSubject: String

        /// The id of the e-mail address that the provider told; often absent.
        public var emailID: String?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(id: String, providerSubject: String, emailID: String? = nil) {
            self.id = id
            self.providerSubject = providerSubject
            self.emailID = emailID
        }

        /// The provider's name, then `_oauth_factor`.
        public static var wireKey: String { Provider.wireName + "_oauth_factor" }

        /// The other spelling of the provider's name, then `_oauth_factor`.
        public static var alternateWireKey: String? { Provider.alternateWireName.map { $0 + "_oauth_factor" } }

        private enum CodingKeys: String, CodingKey {
            case id
            case providerSubject = "provider_subject"
            case emailID = "email_id"
        }
    }
}

extension Sessions {
    /// An account with Google.
    public typealias GoogleOAuthFactor = OAuthFactor<OAuthFactorProviders.Google>

    /// An account with Microsoft.
    public typealias MicrosoftOAuthFactor = OAuthFactor<OAuthFactorProviders.Microsoft>

    /// An account with Apple.
    public typealias AppleOAuthFactor = OAuthFactor<OAuthFactorProviders.Apple>

    /// An account with GitHub.
    public typealias GithubOAuthFactor = OAuthFactor<OAuthFactorProviders.Github>

    /// An account with Facebook.
    public typealias FacebookOAuthFactor = OAuthFactor<OAuthFactorProviders.Facebook>

    /// An account with Amazon.
    public typealias AmazonOAuthFactor = OAuthFactor<OAuthFactorProviders.Amazon>

    /// An account with Bitbucket.
    public typealias BitbucketOAuthFactor = OAuthFactor<OAuthFactorProviders.Bitbucket>

    /// An account with Coinbase.
    public typealias CoinbaseOAuthFactor = OAuthFactor<OAuthFactorProviders.Coinbase>

    /// An account with Discord.
    public typealias DiscordOAuthFactor = OAuthFactor<OAuthFactorProviders.Discord>

    /// An account with Figma.
    public typealias FigmaOAuthFactor = OAuthFactor<OAuthFactorProviders.Figma>

    /// An account with GitLab.
    public typealias GitLabOAuthFactor = OAuthFactor<OAuthFactorProviders.GitLab>

    /// An account with Instagram.
    public typealias InstagramOAuthFactor = OAuthFactor<OAuthFactorProviders.Instagram>

    /// An account with LinkedIn.
    public typealias LinkedInOAuthFactor = OAuthFactor<OAuthFactorProviders.LinkedIn>

    /// An account with Shopify.
    public typealias ShopifyOAuthFactor = OAuthFactor<OAuthFactorProviders.Shopify>

    /// An account with Slack.
    public typealias SlackOAuthFactor = OAuthFactor<OAuthFactorProviders.Slack>

    /// An account with Snapchat.
    public typealias SnapchatOAuthFactor = OAuthFactor<OAuthFactorProviders.Snapchat>

    /// An account with Spotify.
    public typealias SpotifyOAuthFactor = OAuthFactor<OAuthFactorProviders.Spotify>

    /// An account with Steam.
    public typealias SteamOAuthFactor = OAuthFactor<OAuthFactorProviders.Steam>

    /// An account with TikTok.
    public typealias TikTokOAuthFactor = OAuthFactor<OAuthFactorProviders.TikTok>

    /// An account with Twitch.
    public typealias TwitchOAuthFactor = OAuthFactor<OAuthFactorProviders.Twitch>

    /// An account with Twitter.
    public typealias TwitterOAuthFactor = OAuthFactor<OAuthFactorProviders.Twitter>

    /// An account with Salesforce.
    public typealias SalesforceOAuthFactor = OAuthFactor<OAuthFactorProviders.Salesforce>

    /// An account with Yahoo.
    public typealias YahooOAuthFactor = OAuthFactor<OAuthFactorProviders.Yahoo>

    /// An account with HubSpot.
    public typealias HubspotOAuthFactor = OAuthFactor<OAuthFactorProviders.Hubspot>
}
