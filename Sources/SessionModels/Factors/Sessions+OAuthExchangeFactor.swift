extension Sessions {
    /// A provider's access token that was exchanged for a session; `Provider` says whose.
    ///
    /// > Source: Go package `sessions` v15.4.0 for Slack and HubSpot, v15.7.0 for GitHub, v15.11.0 for Google
    public struct OAuthExchangeFactor<Provider: OAuthFactorProvider>: SubFactor {
        /// The id of the e-mail address that the provider told.
        public var emailID: String

        /// Makes a value from its parts.
        public init(emailID: String) {
            self.emailID = emailID
        }

        /// The provider's name, then `_oauth_exchange_factor`.
        public static var wireKey: String { Provider.wireName + "_oauth_exchange_factor" }

        private enum CodingKeys: String, CodingKey {
            case emailID = "email_id"
        }
    }

    /// An exchanged access token of Slack.
    public typealias SlackOAuthExchangeFactor = OAuthExchangeFactor<OAuthFactorProviders.Slack>

    /// An exchanged access token of HubSpot.
    public typealias HubspotOAuthExchangeFactor = OAuthExchangeFactor<OAuthFactorProviders.Hubspot>

    /// An exchanged access token of GitHub.
    public typealias GithubOAuthExchangeFactor = OAuthExchangeFactor<OAuthFactorProviders.Github>

    /// An exchanged access token of Google.
    public typealias GoogleOAuthExchangeFactor = OAuthExchangeFactor<OAuthFactorProviders.Google>
}
