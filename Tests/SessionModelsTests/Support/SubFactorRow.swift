import SessionModels
import Testing
import WireJSON

/// A sub factor as it stands in a factor, and what must be there.
struct SubFactorRow: Sendable, CustomTestStringConvertible {
    let key: String
    let object: String
    let required: [String]
    let isFound: @Sendable (Sessions.AuthenticationFactor) -> Bool

    init(
        _ key: String,
        _ object: String,
        required: [String],
        isFound: @escaping @Sendable (Sessions.AuthenticationFactor) -> Bool
    ) {
        self.key = key
        self.object = object
        self.required = required
        self.isFound = isFound
    }

    var testDescription: String { key }

    /// A factor with the given object under the key.
    func factor(_ object: String) -> String {
        """
        {"type": "otp", "delivery_method": "email", "\(key)": \(object)}
        """
    }

    /// The row of an OAuth provider; all have the same fields.
    private static func oauth(
        _ key: String,
        isFound: @escaping @Sendable (Sessions.AuthenticationFactor) -> Bool
    ) -> SubFactorRow {
        SubFactorRow(
            key,
            #"{"id": "oauth-user-test-1", "provider_subject": "10769150350006150", "email_id": "email-test-1"}"#,
            required: ["id", "provider_subject"],
            isFound: isFound
        )
    }
}

extension Sessions.OAuthFactor {
    /// What the object of an OAuth row decodes to.
    fileprivate static var sample: Self {
        Self(id: "oauth-user-test-1", providerSubject: "10769150350006150", emailID: "email-test-1")
    }
}

extension SubFactorRow {
    /// The 36 sub factors of the Go page, in its order.
    static let ofThePage: [SubFactorRow] = [
        SubFactorRow(
            "email_factor",
            #"{"email_id": "email-test-1", "email_address": "a@example.com"}"#,
            required: ["email_id", "email_address"]
        ) { $0.emailFactor == .init(emailID: "email-test-1", emailAddress: "a@example.com") },
        SubFactorRow(
            "phone_number_factor",
            #"{"phone_id": "phone-number-test-1", "phone_number": "+10000000000"}"#,
            required: ["phone_id", "phone_number"]
        ) { $0.phoneNumberFactor == .init(phoneID: "phone-number-test-1", phoneNumber: "+10000000000") },
        .oauth("google_oauth_factor") { $0.googleOAuthFactor == .sample },
        .oauth("microsoft_oauth_factor") { $0.microsoftOAuthFactor == .sample },
        .oauth("apple_oauth_factor") { $0.appleOAuthFactor == .sample },
        SubFactorRow(
            "webauthn_factor",
            #"{"webauthn_registration_id": "webauthn-test-1", "domain": "example.com", "user_agent": "Mozilla/5.0"}"#,
            required: ["webauthn_registration_id", "domain"]
        ) {
            $0.webAuthnFactor
                == .init(webAuthnRegistrationID: "webauthn-test-1", domain: "example.com", userAgent: "Mozilla/5.0")
        },
        SubFactorRow(
            "authenticator_app_factor",
            #"{"totp_id": "totp-test-1"}"#,
            required: ["totp_id"]
        ) { $0.authenticatorAppFactor == .init(totpID: "totp-test-1") },
        .oauth("github_oauth_factor") { $0.githubOAuthFactor == .sample },
        SubFactorRow(
            "recovery_code_factor",
            #"{"totp_recovery_code_id": "totp-recovery-code-test-1"}"#,
            required: ["totp_recovery_code_id"]
        ) { $0.recoveryCodeFactor == .init(totpRecoveryCodeID: "totp-recovery-code-test-1") },
        .oauth("facebook_oauth_factor") { $0.facebookOAuthFactor == .sample },
        SubFactorRow(
            "crypto_wallet_factor",
            #"{"crypto_wallet_id": "w1", "crypto_wallet_address": "0x6df2", "crypto_wallet_type": "ethereum"}"#,
            required: ["crypto_wallet_id", "crypto_wallet_address", "crypto_wallet_type"]
        ) {
            $0.cryptoWalletFactor
                == .init(cryptoWalletID: "w1", cryptoWalletAddress: "0x6df2", cryptoWalletType: "ethereum")
        },
        .oauth("amazon_oauth_factor") { $0.amazonOAuthFactor == .sample },
        .oauth("bitbucket_oauth_factor") { $0.bitbucketOAuthFactor == .sample },
        .oauth("coinbase_oauth_factor") { $0.coinbaseOAuthFactor == .sample },
        .oauth("discord_oauth_factor") { $0.discordOAuthFactor == .sample },
        .oauth("figma_oauth_factor") { $0.figmaOAuthFactor == .sample },
        .oauth("git_lab_oauth_factor") { $0.gitLabOAuthFactor == .sample },
        .oauth("instagram_oauth_factor") { $0.instagramOAuthFactor == .sample },
        .oauth("linked_in_oauth_factor") { $0.linkedInOAuthFactor == .sample },
        .oauth("shopify_oauth_factor") { $0.shopifyOAuthFactor == .sample },
        .oauth("slack_oauth_factor") { $0.slackOAuthFactor == .sample },
        .oauth("snapchat_oauth_factor") { $0.snapchatOAuthFactor == .sample },
        .oauth("spotify_oauth_factor") { $0.spotifyOAuthFactor == .sample },
        .oauth("steam_oauth_factor") { $0.steamOAuthFactor == .sample },
        .oauth("tik_tok_oauth_factor") { $0.tikTokOAuthFactor == .sample },
        .oauth("twitch_oauth_factor") { $0.twitchOAuthFactor == .sample },
        .oauth("twitter_oauth_factor") { $0.twitterOAuthFactor == .sample },
        SubFactorRow(
            "embeddable_magic_link_factor",
            #"{"embedded_id": "embedded-test-1"}"#,
            required: ["embedded_id"]
        ) { $0.embeddableMagicLinkFactor == .init(embeddedID: "embedded-test-1") },
        SubFactorRow(
            "biometric_factor",
            #"{"biometric_registration_id": "biometric-test-1"}"#,
            required: ["biometric_registration_id"]
        ) { $0.biometricFactor == .init(biometricRegistrationID: "biometric-test-1") },
        SubFactorRow(
            "saml_sso_factor",
            #"{"id": "saml-1", "provider_id": "saml-connection-1", "external_id": "e1"}"#,
            required: ["id", "provider_id", "external_id"]
        ) { $0.samlSSOFactor == .init(id: "saml-1", providerID: "saml-connection-1", externalID: "e1") },
        SubFactorRow(
            "oidc_sso_factor",
            #"{"id": "oidc-1", "provider_id": "oidc-connection-1", "external_id": "e1"}"#,
            required: ["id", "provider_id", "external_id"]
        ) { $0.oidcSSOFactor == .init(id: "oidc-1", providerID: "oidc-connection-1", externalID: "e1") },
        .oauth("salesforce_oauth_factor") { $0.salesforceOAuthFactor == .sample },
        .oauth("yahoo_oauth_factor") { $0.yahooOAuthFactor == .sample },
        .oauth("hubspot_oauth_factor") { $0.hubspotOAuthFactor == .sample },
        SubFactorRow(
            "slack_oauth_exchange_factor",
            #"{"email_id": "email-test-slack"}"#,
            required: ["email_id"]
        ) { $0.slackOAuthExchangeFactor == .init(emailID: "email-test-slack") },
        SubFactorRow(
            "hubspot_oauth_exchange_factor",
            #"{"email_id": "email-test-hubspot"}"#,
            required: ["email_id"]
        ) { $0.hubspotOAuthExchangeFactor == .init(emailID: "email-test-hubspot") },
    ]

    /// Those that later versions brought.
    static let ofLaterVersions: [SubFactorRow] = [
        SubFactorRow(
            "github_oauth_exchange_factor",
            #"{"email_id": "email-test-github"}"#,
            required: ["email_id"]
        ) { $0.githubOAuthExchangeFactor == .init(emailID: "email-test-github") },
        SubFactorRow(
            "google_oauth_exchange_factor",
            #"{"email_id": "email-test-google"}"#,
            required: ["email_id"]
        ) { $0.googleOAuthExchangeFactor == .init(emailID: "email-test-google") },
        SubFactorRow(
            "impersonated_factor",
            #"{"impersonator_id": "member-1", "impersonator_email_address": "boss@example.com"}"#,
            required: ["impersonator_id", "impersonator_email_address"]
        ) { $0.impersonatedFactor == .init(impersonatorID: "member-1", impersonatorEmailAddress: "boss@example.com") },
        SubFactorRow(
            "oauth_access_token_exchange_factor",
            #"{"client_id": "connected-app-test-1"}"#,
            required: ["client_id"]
        ) { $0.oauthAccessTokenExchangeFactor == .init(clientID: "connected-app-test-1") },
        SubFactorRow(
            "trusted_auth_token_factor",
            #"{"token_id": "t1"}"#,
            required: ["token_id"]
        ) { $0.trustedAuthTokenFactor == .init(tokenID: "t1") },
    ]
}
