public import WireJSON

extension Sessions {
    /// How an authentication factor reached the user.
    ///
    /// Words that are not known decode too, and are kept and encoded as they came.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct AuthenticationFactorDeliveryMethod: OpenEnum {
        /// The word on the wire.
        public let rawValue: String

        /// Makes a value of any word, known or not.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// By e-mail.
        public static let email = Self(rawValue: "email")
        /// By text message.
        public static let sms = Self(rawValue: "sms")
        /// By WhatsApp.
        public static let whatsapp = Self(rawValue: "whatsapp")
        /// By the project itself.
        public static let embedded = Self(rawValue: "embedded")
        /// By Google.
        public static let oauthGoogle = Self(rawValue: "oauth_google")
        /// By Microsoft.
        public static let oauthMicrosoft = Self(rawValue: "oauth_microsoft")
        /// By Apple.
        public static let oauthApple = Self(rawValue: "oauth_apple")
        /// By a passkey or security key.
        public static let webAuthnRegistration = Self(rawValue: "webauthn_registration")
        /// By an authenticator app.
        public static let authenticatorApp = Self(rawValue: "authenticator_app")
        /// By GitHub.
        public static let oauthGithub = Self(rawValue: "oauth_github")
        /// By a recovery code.
        public static let recoveryCode = Self(rawValue: "recovery_code")
        /// By Facebook.
        public static let oauthFacebook = Self(rawValue: "oauth_facebook")
        /// By a wallet.
        public static let cryptoWallet = Self(rawValue: "crypto_wallet")
        /// By Amazon.
        public static let oauthAmazon = Self(rawValue: "oauth_amazon")
        /// By Bitbucket.
        public static let oauthBitbucket = Self(rawValue: "oauth_bitbucket")
        /// By Coinbase.
        public static let oauthCoinbase = Self(rawValue: "oauth_coinbase")
        /// By Discord.
        public static let oauthDiscord = Self(rawValue: "oauth_discord")
        /// By Figma.
        public static let oauthFigma = Self(rawValue: "oauth_figma")
        /// By GitLab.
        public static let oauthGitlab = Self(rawValue: "oauth_gitlab")
        /// By Instagram.
        public static let oauthInstagram = Self(rawValue: "oauth_instagram")
        /// By LinkedIn.
        public static let oauthLinkedin = Self(rawValue: "oauth_linkedin")
        /// By Shopify.
        public static let oauthShopify = Self(rawValue: "oauth_shopify")
        /// By Slack.
        public static let oauthSlack = Self(rawValue: "oauth_slack")
        /// By Snapchat.
        public static let oauthSnapchat = Self(rawValue: "oauth_snapchat")
        /// By Spotify.
        public static let oauthSpotify = Self(rawValue: "oauth_spotify")
        /// By Steam.
        public static let oauthSteam = Self(rawValue: "oauth_steam")
        /// By TikTok.
        public static let oauthTiktok = Self(rawValue: "oauth_tiktok")
        /// By Twitch.
        public static let oauthTwitch = Self(rawValue: "oauth_twitch")
        /// By Twitter.
        public static let oauthTwitter = Self(rawValue: "oauth_twitter")
        /// By what the user knows: a password.
        public static let knowledge = Self(rawValue: "knowledge")
        /// By a mobile device's key.
        public static let biometric = Self(rawValue: "biometric")
        /// By a SAML connection.
        public static let ssoSAML = Self(rawValue: "sso_saml")
        /// By an OpenID Connect connection.
        public static let ssoOIDC = Self(rawValue: "sso_oidc")
        /// By Salesforce.
        public static let oauthSalesforce = Self(rawValue: "oauth_salesforce")
        /// By Yahoo.
        public static let oauthYahoo = Self(rawValue: "oauth_yahoo")
        /// By HubSpot.
        public static let oauthHubspot = Self(rawValue: "oauth_hubspot")
        /// Taken over from Auth0.
        public static let importedAuth0 = Self(rawValue: "imported_auth0")
        /// By exchanging a Slack token.
        public static let oauthExchangeSlack = Self(rawValue: "oauth_exchange_slack")
        /// By exchanging a HubSpot token.
        public static let oauthExchangeHubspot = Self(rawValue: "oauth_exchange_hubspot")
        /// By exchanging a GitHub token; known since v15.7.0 of the Go SDK.
        public static let oauthExchangeGithub = Self(rawValue: "oauth_exchange_github")
        /// By exchanging a Google token; known since v15.11.0 of the Go SDK.
        public static let oauthExchangeGoogle = Self(rawValue: "oauth_exchange_google")
        /// By impersonation; known since v15.11.0 of the Go SDK.
        public static let impersonation = Self(rawValue: "impersonation")
        /// By exchanging a connected app's token; known since v16.9.0 of the Go SDK.
        public static let oauthAccessTokenExchange = Self(rawValue: "oauth_access_token_exchange")
        /// By exchanging a trusted issuer's token; known since v16.21.0 of the Go SDK.
        public static let trustedTokenExchange = Self(rawValue: "trusted_token_exchange")

        /// The 39 words of v15.4.0, then those that later versions brought.
        public static let knownWords: [String] = [
            Self.email.rawValue,
            Self.sms.rawValue,
            Self.whatsapp.rawValue,
            Self.embedded.rawValue,
            Self.oauthGoogle.rawValue,
            Self.oauthMicrosoft.rawValue,
            Self.oauthApple.rawValue,
            Self.webAuthnRegistration.rawValue,
            Self.authenticatorApp.rawValue,
            Self.oauthGithub.rawValue,
            Self.recoveryCode.rawValue,
            Self.oauthFacebook.rawValue,
            Self.cryptoWallet.rawValue,
            Self.oauthAmazon.rawValue,
            Self.oauthBitbucket.rawValue,
            Self.oauthCoinbase.rawValue,
            Self.oauthDiscord.rawValue,
            Self.oauthFigma.rawValue,
            Self.oauthGitlab.rawValue,
            Self.oauthInstagram.rawValue,
            Self.oauthLinkedin.rawValue,
            Self.oauthShopify.rawValue,
            Self.oauthSlack.rawValue,
            Self.oauthSnapchat.rawValue,
            Self.oauthSpotify.rawValue,
            Self.oauthSteam.rawValue,
            Self.oauthTiktok.rawValue,
            Self.oauthTwitch.rawValue,
            Self.oauthTwitter.rawValue,
            Self.knowledge.rawValue,
            Self.biometric.rawValue,
            Self.ssoSAML.rawValue,
            Self.ssoOIDC.rawValue,
            Self.oauthSalesforce.rawValue,
            Self.oauthYahoo.rawValue,
            Self.oauthHubspot.rawValue,
            Self.importedAuth0.rawValue,
            Self.oauthExchangeSlack.rawValue,
            Self.oauthExchangeHubspot.rawValue,
            Self.oauthExchangeGithub.rawValue,
            Self.oauthExchangeGoogle.rawValue,
            Self.impersonation.rawValue,
            Self.oauthAccessTokenExchange.rawValue,
            Self.trustedTokenExchange.rawValue,
        ]
    }
}
