import SessionModels
import Testing
import WireJSON

struct ModelCatalogTests {
    static let names = [
        "sessions.AuthenticateParams", "sessions.AuthenticateResponse", "sessions.GetParams", "sessions.GetResponse",
        "sessions.RevokeParams", "sessions.RevokeResponse", "sessions.MigrateParams", "sessions.MigrateResponse",
        "sessions.GetJWKSParams", "sessions.GetJWKSResponse", "sessions.Session", "sessions.AuthenticationFactor",
        "sessions.JWK", "sessions.Claims", "sessions.SessionClaim", "sessions.SessionWrapper", "sessions.ClaimsWrapper",
        "passwords.session.ResetParams", "passwords.session.ResetResponse", "passwords.CreateResponse",
        "passwords.AuthenticateResponse", "users.User", "users.GetResponse", "users.DeleteResponse", "errors.Error",
    ]

    /// The types of the two Go pages: 55 of `sessions`, two of `passwords/session`.
    static let typesOfThePages =
        [
            "AmazonOAuthFactor", "AppleOAuthFactor", "AuthenticateParams", "AuthenticateResponse",
            "AuthenticationFactor",
            "AuthenticationFactorDeliveryMethod", "AuthenticationFactorType", "AuthenticatorAppFactor",
            "BiometricFactor",
            "BitbucketOAuthFactor", "Claims", "ClaimsWrapper", "CoinbaseOAuthFactor", "CryptoWalletFactor",
            "DiscordOAuthFactor", "EmailFactor", "EmbeddableMagicLinkFactor", "FacebookOAuthFactor", "FigmaOAuthFactor",
            "GetJWKSParams", "GetJWKSResponse", "GetParams", "GetResponse", "GitLabOAuthFactor", "GithubOAuthFactor",
            "GoogleOAuthFactor", "HubspotOAuthExchangeFactor", "HubspotOAuthFactor", "InstagramOAuthFactor", "JWK",
            "LinkedInOAuthFactor", "MicrosoftOAuthFactor", "MigrateParams", "MigrateResponse", "OIDCSSOFactor",
            "PhoneNumberFactor", "RecoveryCodeFactor", "RevokeParams", "RevokeResponse", "SAMLSSOFactor",
            "SalesforceOAuthFactor", "Session", "SessionClaim", "SessionWrapper", "ShopifyOAuthFactor",
            "SlackOAuthExchangeFactor", "SlackOAuthFactor", "SnapchatOAuthFactor", "SpotifyOAuthFactor",
            "SteamOAuthFactor", "TikTokOAuthFactor", "TwitchOAuthFactor", "TwitterOAuthFactor", "WebAuthnFactor",
            "YahooOAuthFactor",
        ].map { "sessions." + $0 } + ["passwords.session.ResetParams", "passwords.session.ResetResponse"]

    @Test(arguments: names + typesOfThePages)
    func `each name that cases use and each type of the pages is there`(name: String) throws {
        #expect(try #require(ModelCatalog.entry(named: name)).name == name)
    }

    @Test
    func `no name is there twice`() {
        let names = ModelCatalog.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Self.typesOfThePages.count == 57)
    }

    @Test(arguments: ["sessions.session", "Session", "", "sessions.Nothing"])
    func `an unknown name is not there`(name: String) {
        #expect(ModelCatalog.entry(named: name)?.name == nil)
    }

    @Test
    func `an entry decodes with its model and gives what was found`() throws {
        let entry = try #require(ModelCatalog.entry(named: "sessions.RevokeResponse"))
        let good = try JSONDocument(#"{"request_id": "r", "status_code": 200}"#)
        #expect(entry.decode(good.root).isEmpty)
        let bad = try JSONDocument(#"{"request_id": null, "more": 1}"#)
        #expect(
            entry.decode(bad.root).map(\.summary) == [
                "missing-field /status_code", "unexpected-null /request_id", "unknown-field /more",
            ]
        )
    }

    @Test(arguments: ModelCatalog.all.map(\.name))
    func `each model finds that a number is not it`(name: String) throws {
        let entry = try #require(ModelCatalog.entry(named: name))
        let number = try JSONDocument("7")
        #expect(entry.decode(number.root).map(\.summary) == ["wrong-type "])
    }
}
