import SessionModels
import Testing
import WireJSON

struct AuthenticationFactorTests {
    @Test
    func `a password factor has no object of its own`() throws {
        let text = """
            { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2025-06-30T09:40:08Z",
              "created_at": "2025-06-30T09:40:09Z", "updated_at": "2025-06-30T09:40:09Z" }
            """
        let factor = try decode(Sessions.AuthenticationFactor.self, from: text)
        #expect(factor.subFactors.isEmpty)
        #expect(factor.emailFactor == nil)
        try expectRoundTrip(Sessions.AuthenticationFactor.self, text)
    }

    @Test
    func `a factor in a JWT, without times of creation and change, decodes`() throws {
        try expectRoundTrip(
            Sessions.AuthenticationFactor.self,
            """
            { "type": "oauth", "delivery_method": "oauth_google", "last_authenticated_at": "2025-06-30T09:40:08Z",
              "google_oauth_factor": { "id": "oauth-user-test-1", "provider_subject": "1" } }
            """
        )
    }

    @Test(arguments: [
        "magic_link", "otp", "oauth", "webauthn", "totp", "crypto", "password", "signature_challenge", "sso",
        "imported",
        "recovery_codes",
    ])
    func `each of the 11 types of the Go page decodes`(word: String) throws {
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: #"{"type": "\#(word)", "delivery_method": "email"}"#
        )
        #expect(factor.type.rawValue == word)
    }

    @Test(arguments: ["email_otp", "impersonated", "trusted_auth_token"])
    func `each type of a later version decodes`(word: String) throws {
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: #"{"type": "\#(word)", "delivery_method": "email"}"#
        )
        #expect(factor.type.rawValue == word)
    }

    @Test(arguments: [
        "email", "sms", "whatsapp", "embedded", "oauth_google", "oauth_microsoft", "oauth_apple",
        "webauthn_registration", "authenticator_app", "oauth_github", "recovery_code", "oauth_facebook",
        "crypto_wallet", "oauth_amazon", "oauth_bitbucket", "oauth_coinbase", "oauth_discord", "oauth_figma",
        "oauth_gitlab", "oauth_instagram", "oauth_linkedin", "oauth_shopify", "oauth_slack", "oauth_snapchat",
        "oauth_spotify", "oauth_steam", "oauth_tiktok", "oauth_twitch", "oauth_twitter", "knowledge", "biometric",
        "sso_saml", "sso_oidc", "oauth_salesforce", "oauth_yahoo", "oauth_hubspot", "imported_auth0",
        "oauth_exchange_slack", "oauth_exchange_hubspot",
    ])
    func `each of the 39 delivery methods of the Go page decodes`(word: String) throws {
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: #"{"type": "otp", "delivery_method": "\#(word)"}"#
        )
        #expect(factor.deliveryMethod.rawValue == word)
    }

    @Test(arguments: [
        "oauth_exchange_github", "oauth_exchange_google", "impersonation", "oauth_access_token_exchange",
        "trusted_token_exchange",
    ])
    func `each delivery method of a later version decodes`(word: String) throws {
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: #"{"type": "otp", "delivery_method": "\#(word)"}"#
        )
        #expect(factor.deliveryMethod.rawValue == word)
    }

    @Test
    func `the word lists hold these words and no more`() {
        #expect(Sessions.AuthenticationFactorType.knownWords.count == 14)
        #expect(Set(Sessions.AuthenticationFactorType.knownWords).count == 14)
        #expect(Sessions.AuthenticationFactorDeliveryMethod.knownWords.count == 44)
        #expect(Set(Sessions.AuthenticationFactorDeliveryMethod.knownWords).count == 44)
    }

    @Test
    func `unknown words decode, are kept and are reported`() throws {
        let text = #"{"type": "retina", "delivery_method": "oauth_myspace"}"#
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: text,
            finding: ["unknown-enum /type", "unknown-enum /delivery_method"]
        )
        #expect(factor.type.rawValue == "retina")
        #expect(factor.deliveryMethod.rawValue == "oauth_myspace")
        #expect(try encoded(factor) == json(text))
    }

    @Test
    func `a factor without a type and a delivery method lacks both`() throws {
        #expect(
            try findings(Sessions.AuthenticationFactor.self, in: "{}") == [
                "missing-field /type", "missing-field /delivery_method",
            ]
        )
    }

    @Test
    func `a time that is none is found with its place`() throws {
        #expect(
            try findings(
                Sessions.AuthenticationFactor.self,
                in:
                    #"{"type": "otp", "delivery_method": "sms", "created_at": "", "updated_at": "2025-02-29T00:00:00Z"}"#
            ) == ["bad-time /created_at", "bad-time /updated_at"]
        )
    }
}
