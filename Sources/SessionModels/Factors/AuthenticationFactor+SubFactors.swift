/// The sub factors under the names of the Go page; each is `nil` unless it is what the factor is about.
extension Sessions.AuthenticationFactor {
    /// The e-mail address.
    public var emailFactor: Sessions.EmailFactor? { subFactor() }

    /// The phone number.
    public var phoneNumberFactor: Sessions.PhoneNumberFactor? { subFactor() }

    /// The Google account.
    public var googleOAuthFactor: Sessions.GoogleOAuthFactor? { subFactor() }

    /// The Microsoft account.
    public var microsoftOAuthFactor: Sessions.MicrosoftOAuthFactor? { subFactor() }

    /// The Apple account.
    public var appleOAuthFactor: Sessions.AppleOAuthFactor? { subFactor() }

    /// The passkey or security key.
    public var webAuthnFactor: Sessions.WebAuthnFactor? { subFactor() }

    /// The authenticator app.
    public var authenticatorAppFactor: Sessions.AuthenticatorAppFactor? { subFactor() }

    /// The GitHub account.
    public var githubOAuthFactor: Sessions.GithubOAuthFactor? { subFactor() }

    /// The recovery code.
    public var recoveryCodeFactor: Sessions.RecoveryCodeFactor? { subFactor() }

    /// The Facebook account.
    public var facebookOAuthFactor: Sessions.FacebookOAuthFactor? { subFactor() }

    /// The wallet.
    public var cryptoWalletFactor: Sessions.CryptoWalletFactor? { subFactor() }

    /// The Amazon account.
    public var amazonOAuthFactor: Sessions.AmazonOAuthFactor? { subFactor() }

    /// The Bitbucket account.
    public var bitbucketOAuthFactor: Sessions.BitbucketOAuthFactor? { subFactor() }

    /// The Coinbase account.
    public var coinbaseOAuthFactor: Sessions.CoinbaseOAuthFactor? { subFactor() }

    /// The Discord account.
    public var discordOAuthFactor: Sessions.DiscordOAuthFactor? { subFactor() }

    /// The Figma account.
    public var figmaOAuthFactor: Sessions.FigmaOAuthFactor? { subFactor() }

    /// The GitLab account.
    public var gitLabOAuthFactor: Sessions.GitLabOAuthFactor? { subFactor() }

    /// The Instagram account.
    public var instagramOAuthFactor: Sessions.InstagramOAuthFactor? { subFactor() }

    /// The LinkedIn account.
    public var linkedInOAuthFactor: Sessions.LinkedInOAuthFactor? { subFactor() }

    /// The Shopify account.
    public var shopifyOAuthFactor: Sessions.ShopifyOAuthFactor? { subFactor() }

    /// The Slack account.
    public var slackOAuthFactor: Sessions.SlackOAuthFactor? { subFactor() }

    /// The Snapchat account.
    public var snapchatOAuthFactor: Sessions.SnapchatOAuthFactor? { subFactor() }

    /// The Spotify account.
    public var spotifyOAuthFactor: Sessions.SpotifyOAuthFactor? { subFactor() }

    /// The Steam account.
    public var steamOAuthFactor: Sessions.SteamOAuthFactor? { subFactor() }

    /// The TikTok account.
    public var tikTokOAuthFactor: Sessions.TikTokOAuthFactor? { subFactor() }

    /// The Twitch account.
    public var twitchOAuthFactor: Sessions.TwitchOAuthFactor? { subFactor() }

    /// The Twitter account.
    public var twitterOAuthFactor: Sessions.TwitterOAuthFactor? { subFactor() }

    /// The embeddable magic link.
    public var embeddableMagicLinkFactor: Sessions.EmbeddableMagicLinkFactor? { subFactor() }

    /// The device key.
    public var biometricFactor: Sessions.BiometricFactor? { subFactor() }

    /// The SAML connection.
    public var samlSSOFactor: Sessions.SAMLSSOFactor? { subFactor() }

    /// The OpenID Connect connection.
    public var oidcSSOFactor: Sessions.OIDCSSOFactor? { subFactor() }

    /// The Salesforce account.
    public var salesforceOAuthFactor: Sessions.SalesforceOAuthFactor? { subFactor() }

    /// The Yahoo account.
    public var yahooOAuthFactor: Sessions.YahooOAuthFactor? { subFactor() }

    /// The HubSpot account.
    public var hubspotOAuthFactor: Sessions.HubspotOAuthFactor? { subFactor() }

    /// The exchanged Slack token.
    public var slackOAuthExchangeFactor: Sessions.SlackOAuthExchangeFactor? { subFactor() }

    /// The exchanged HubSpot token.
    public var hubspotOAuthExchangeFactor: Sessions.HubspotOAuthExchangeFactor? { subFactor() }

    /// The exchanged GitHub token; known since v15.7.0 of the Go SDK.
    public var githubOAuthExchangeFactor: Sessions.GithubOAuthExchangeFactor? { subFactor() }

    /// The exchanged Google token; known since v15.11.0 of the Go SDK.
    public var googleOAuthExchangeFactor: Sessions.GoogleOAuthExchangeFactor? { subFactor() }

    /// The person who acts as the user; known since v15.11.0 of the Go SDK.
    public var impersonatedFactor: Sessions.ImpersonatedFactor? { subFactor() }

    /// The exchanged token of a connected app; known since v16.9.0 of the Go SDK.
    public var oauthAccessTokenExchangeFactor: Sessions.OAuthAccessTokenExchangeFactor? { subFactor() }

    /// The token of a trusted issuer; known since v16.21.0 of the Go SDK.
    public var trustedAuthTokenFactor: Sessions.TrustedAuthTokenFactor? { subFactor() }
}
