// swift-format-ignore-file

/// The text of `sdk/go-fields.json`; a test holds the two equal.
enum GoFieldsText {
    static let json = #"""
{
  "description": "Which version of the Go SDK brought each field of the session models, each word, and each call by its answer. A field without 'since' was there in the first version listed, or no source says that a later one brought it; 'never' is a field that none reads; 'name' is the name that the SDK reads instead of the key, by mistake.",
  "sdk": "stytch-go",
  "versions": [
    "v9.0.0", "v11.3.1", "v11.4.2", "v12.5.0", "v15.3.0", "v15.4.0", "v15.7.0", "v15.9.0", "v15.9.1", "v15.11.0",
    "v16.9.0", "v16.13.0", "v16.16.0", "v16.21.0", "v16.25.0", "v16.28.0", "v16.30.0", "v16.33.0", "v16.39.0",
    "v18.1.0"
  ],
  "answers": {
    "sessions.MigrateResponse": "v15.3.0",
    "sessions.ExchangeAccessTokenResponse": "v16.16.0",
    "sessions.AttestResponse": "v16.25.0"
  },
  "enums": {
    "sessions.AuthenticationFactorType": {
      "words": [
        "magic_link", "otp", "oauth", "webauthn", "totp", "crypto", "password", "signature_challenge", "sso",
        "imported", "recovery_codes"
      ],
      "later": {
        "email_otp": "v15.9.1", "impersonated": "v15.11.0", "trusted_auth_token": "v16.21.0"
      }
    },
    "sessions.AuthenticationFactorDeliveryMethod": {
      "words": [
        "email", "sms", "whatsapp", "embedded", "oauth_google", "oauth_microsoft", "oauth_apple",
        "webauthn_registration", "authenticator_app", "oauth_github", "recovery_code", "oauth_facebook",
        "crypto_wallet", "oauth_amazon", "oauth_bitbucket", "oauth_coinbase", "oauth_discord", "oauth_figma",
        "oauth_gitlab", "oauth_instagram", "oauth_linkedin", "oauth_shopify", "oauth_slack", "oauth_snapchat",
        "oauth_spotify", "oauth_steam", "oauth_tiktok", "oauth_twitch", "oauth_twitter", "knowledge", "biometric",
        "sso_saml", "sso_oidc", "oauth_salesforce", "oauth_yahoo", "oauth_hubspot", "imported_auth0"
      ],
      "later": {
        "oauth_exchange_slack": "v12.5.0", "oauth_exchange_hubspot": "v12.5.0", "oauth_exchange_github": "v15.7.0",
        "oauth_exchange_google": "v15.11.0", "impersonation": "v15.11.0", "oauth_access_token_exchange": "v16.9.0",
        "trusted_token_exchange": "v16.21.0"
      }
    },
    "users.Status": {
      "words": [
        "pending", "active"
      ]
    },
    "users.AuthenticatorType": {
      "words": [
        "platform", "cross-platform", ""
      ]
    }
  },
  "types": {
    "sessions.AuthenticateParams": {
      "session_token": "string", "session_jwt": "string", "session_duration_minutes": "int32",
      "session_custom_claims": "map",
      "authorization_check": { "type": "sessions.AuthorizationCheck", "since": "v16.28.0" }
    },
    "sessions.AuthorizationCheck": { "resource_id": "string", "action": "string" },
    "sessions.AuthorizationVerdict": { "authorized": "boolean", "granting_roles": "[string]" },
    "sessions.AuthenticateResponse": {
      "status_code": "int32", "request_id": "string", "session": "sessions.Session", "session_token": "string",
      "session_jwt": "string", "user": "users.User",
      "verdict": { "type": "sessions.AuthorizationVerdict", "since": "v16.28.0" }
    },
    "sessions.GetParams": { "user_id": "string" },
    "sessions.GetResponse": { "status_code": "int32", "request_id": "string", "sessions": "[sessions.Session]" },
    "sessions.RevokeParams": { "session_id": "string", "session_token": "string", "session_jwt": "string" },
    "sessions.RevokeResponse": { "status_code": "int32", "request_id": "string" },
    "sessions.MigrateParams": {
      "session_token": "string", "session_duration_minutes": "int32", "session_custom_claims": "map",
      "telemetry_id": { "type": "string", "since": "v16.30.0" }
    },
    "sessions.MigrateResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "session_token": "string",
      "session_jwt": "string", "user": "users.User", "session": "sessions.Session",
      "user_device": { "type": "devicehistory.DeviceInfo", "since": "v16.30.0" }
    },
    "sessions.GetJWKSParams": { "project_id": "string" },
    "sessions.GetJWKSResponse": { "status_code": "int32", "request_id": "string", "keys": "[sessions.JWK]" },
    "sessions.ExchangeAccessTokenParams": {
      "access_token": "string", "session_duration_minutes": "int32", "session_custom_claims": "map",
      "telemetry_id": { "type": "string", "since": "v16.30.0" }
    },
    "sessions.ExchangeAccessTokenResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "session_token": "string",
      "session_jwt": "string", "user": "users.User", "session": "sessions.Session",
      "user_device": { "type": "devicehistory.DeviceInfo", "since": "v16.30.0" }
    },
    "sessions.AttestParams": {
      "profile_id": "string", "token": "string", "session_duration_minutes": "int32", "session_custom_claims": "map",
      "session_token": "string", "session_jwt": "string", "telemetry_id": { "type": "string", "since": "v16.30.0" }
    },
    "sessions.AttestResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "session_token": "string",
      "session_jwt": "string", "user": "users.User", "session": "sessions.Session",
      "user_device": { "type": "devicehistory.DeviceInfo", "since": "v16.30.0" }
    },
    "passwords.session.ResetParams": {
      "password": "string", "session_token": { "type": "string", "since": "v11.3.1" },
      "session_jwt": { "type": "string", "since": "v11.3.1" },
      "session_duration_minutes": { "type": "int32", "since": "v11.3.1" },
      "session_custom_claims": { "type": "map", "since": "v11.3.1" },
      "telemetry_id": { "type": "string", "since": "v16.30.0" }
    },
    "passwords.session.ResetResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "session_token": "string",
      "session_jwt": "string", "user": "users.User", "session": "sessions.Session",
      "user_device": { "type": "devicehistory.DeviceInfo", "since": "v16.30.0" }
    },
    "passwords.CreateResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "session_token": "string",
      "session_jwt": "string", "user": "users.User", "session": "sessions.Session",
      "user_device": { "type": "devicehistory.DeviceInfo", "since": "v16.30.0" }, "email_id": "string"
    },
    "passwords.AuthenticateResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "session_token": "string",
      "session_jwt": "string", "user": "users.User", "session": "sessions.Session",
      "user_device": { "type": "devicehistory.DeviceInfo", "since": "v16.30.0" }
    },
    "sessions.Session": {
      "session_id": "string", "user_id": "string", "authentication_factors": "[sessions.AuthenticationFactor]",
      "started_at": "time", "last_accessed_at": "time", "expires_at": "time", "attributes": "attribute.Attributes",
      "custom_claims": "map", "roles": { "type": "[string]", "since": "v16.39.0" }
    },
    "sessions.EmailFactor": { "email_id": "string", "email_address": "string" },
    "sessions.PhoneNumberFactor": { "phone_id": "string", "phone_number": "string" },
    "sessions.WebAuthnFactor": { "webauthn_registration_id": "string", "domain": "string", "user_agent": "string" },
    "sessions.AuthenticatorAppFactor": { "totp_id": "string" },
    "sessions.RecoveryCodeFactor": { "totp_recovery_code_id": "string" },
    "sessions.CryptoWalletFactor": {
      "crypto_wallet_id": "string", "crypto_wallet_address": "string", "crypto_wallet_type": "string"
    },
    "sessions.EmbeddableMagicLinkFactor": { "embedded_id": "string" },
    "sessions.BiometricFactor": { "biometric_registration_id": "string" },
    "sessions.SAMLSSOFactor": { "id": "string", "provider_id": "string", "external_id": "string" },
    "sessions.OIDCSSOFactor": { "id": "string", "provider_id": "string", "external_id": "string" },
    "sessions.GoogleOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.MicrosoftOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.AppleOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.GithubOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.FacebookOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.AmazonOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.BitbucketOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.CoinbaseOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.DiscordOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.FigmaOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.GitLabOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.InstagramOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.LinkedInOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.ShopifyOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.SlackOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.SnapchatOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.SpotifyOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.SteamOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.TikTokOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.TwitchOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.TwitterOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.SalesforceOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.YahooOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.HubspotOAuthFactor": { "id": "string", "provider_subject": "string", "email_id": "string" },
    "sessions.SlackOAuthExchangeFactor": { "email_id": "string" },
    "sessions.HubspotOAuthExchangeFactor": { "email_id": "string" },
    "sessions.GithubOAuthExchangeFactor": { "email_id": "string" },
    "sessions.GoogleOAuthExchangeFactor": { "email_id": "string" },
    "sessions.ImpersonatedFactor": { "impersonator_id": "string", "impersonator_email_address": "string" },
    "sessions.OAuthAccessTokenExchangeFactor": { "client_id": "string" },
    "sessions.TrustedAuthTokenFactor": { "token_id": "string" },
    "sessions.AuthenticationFactor": {
      "type": "sessions.AuthenticationFactorType", "delivery_method": "sessions.AuthenticationFactorDeliveryMethod",
      "last_authenticated_at": "time", "created_at": "time", "updated_at": "time",
      "email_factor": "sessions.EmailFactor", "phone_number_factor": "sessions.PhoneNumberFactor",
      "webauthn_factor": "sessions.WebAuthnFactor", "authenticator_app_factor": "sessions.AuthenticatorAppFactor",
      "recovery_code_factor": "sessions.RecoveryCodeFactor", "crypto_wallet_factor": "sessions.CryptoWalletFactor",
      "embeddable_magic_link_factor": "sessions.EmbeddableMagicLinkFactor",
      "biometric_factor": "sessions.BiometricFactor", "saml_sso_factor": "sessions.SAMLSSOFactor",
      "oidc_sso_factor": "sessions.OIDCSSOFactor", "google_oauth_factor": "sessions.GoogleOAuthFactor",
      "microsoft_oauth_factor": "sessions.MicrosoftOAuthFactor", "apple_oauth_factor": "sessions.AppleOAuthFactor",
      "github_oauth_factor": "sessions.GithubOAuthFactor", "facebook_oauth_factor": "sessions.FacebookOAuthFactor",
      "amazon_oauth_factor": "sessions.AmazonOAuthFactor", "bitbucket_oauth_factor": "sessions.BitbucketOAuthFactor",
      "coinbase_oauth_factor": "sessions.CoinbaseOAuthFactor", "discord_oauth_factor": "sessions.DiscordOAuthFactor",
      "figma_oauth_factor": "sessions.FigmaOAuthFactor", "git_lab_oauth_factor": "sessions.GitLabOAuthFactor",
      "instagram_oauth_factor": "sessions.InstagramOAuthFactor",
      "linked_in_oauth_factor": "sessions.LinkedInOAuthFactor",
      "shopify_oauth_factor": "sessions.ShopifyOAuthFactor", "slack_oauth_factor": "sessions.SlackOAuthFactor",
      "snapchat_oauth_factor": "sessions.SnapchatOAuthFactor", "spotify_oauth_factor": "sessions.SpotifyOAuthFactor",
      "steam_oauth_factor": "sessions.SteamOAuthFactor", "tik_tok_oauth_factor": "sessions.TikTokOAuthFactor",
      "twitch_oauth_factor": "sessions.TwitchOAuthFactor", "twitter_oauth_factor": "sessions.TwitterOAuthFactor",
      "salesforce_oauth_factor": "sessions.SalesforceOAuthFactor", "yahoo_oauth_factor": "sessions.YahooOAuthFactor",
      "hubspot_oauth_factor": "sessions.HubspotOAuthFactor",
      "slack_oauth_exchange_factor": { "type": "sessions.SlackOAuthExchangeFactor", "since": "v12.5.0" },
      "hubspot_oauth_exchange_factor": { "type": "sessions.HubspotOAuthExchangeFactor", "since": "v12.5.0" },
      "github_oauth_exchange_factor": { "type": "sessions.GithubOAuthExchangeFactor", "since": "v15.7.0" },
      "google_oauth_exchange_factor": { "type": "sessions.GoogleOAuthExchangeFactor", "since": "v15.11.0" },
      "impersonated_factor": { "type": "sessions.ImpersonatedFactor", "since": "v15.11.0" },
      "oauth_access_token_exchange_factor": { "type": "sessions.OAuthAccessTokenExchangeFactor", "since": "v16.9.0" },
      "trusted_auth_token_factor": { "type": "sessions.TrustedAuthTokenFactor", "since": "v16.21.0" }
    },
    "sessions.JWK": {
      "kty": "string", "use": "string", "key_ops": "[string]", "alg": "string", "kid": "string", "x5c": "[string]",
      "x5tS256": { "type": "string", "name": "x5t_s256" }, "n": "string", "e": "string"
    },
    "sessions.Claims": {
      "https://stytch.com/session": "sessions.SessionClaim", "iss": "string", "sub": "string", "aud": "audience",
      "exp": "number", "nbf": "number", "iat": "number", "jti": "string", "*": "any"
    },
    "sessions.SessionClaim": {
      "id": "string", "started_at": "time", "last_accessed_at": "time", "expires_at": "time",
      "attributes": "attribute.Attributes", "authentication_factors": "[sessions.AuthenticationFactor]",
      "roles": { "type": "[string]", "since": "v16.39.0" }
    },
    "sessions.SessionWrapper": { "session": "sessions.ClaimsWrapper" },
    "sessions.ClaimsWrapper": { "custom_claims": "map" },
    "users.User": {
      "user_id": "string", "status": "users.Status", "emails": "[users.Email]",
      "phone_numbers": "[users.PhoneNumber]", "webauthn_registrations": "[users.WebAuthnRegistration]",
      "providers": "[users.OAuthProvider]", "totps": "[users.TOTP]", "crypto_wallets": "[users.CryptoWallet]",
      "biometric_registrations": "[users.BiometricRegistration]", "name": "users.Name", "created_at": "time",
      "password": "users.Password", "trusted_metadata": "map", "untrusted_metadata": "map",
      "external_id": { "type": "string", "since": "v16.13.0" },
      "is_locked": { "type": "boolean", "since": "v16.21.0" },
      "lock_created_at": { "type": "time", "since": "v16.21.0" },
      "lock_expires_at": { "type": "time", "since": "v16.21.0" },
      "roles": { "type": "[string]", "since": "v16.33.0" }
    },
    "users.GetResponse": {
      "status_code": "int32", "request_id": "string", "user_id": "string", "status": "users.Status",
      "emails": "[users.Email]", "phone_numbers": "[users.PhoneNumber]",
      "webauthn_registrations": "[users.WebAuthnRegistration]", "providers": "[users.OAuthProvider]",
      "totps": "[users.TOTP]", "crypto_wallets": "[users.CryptoWallet]",
      "biometric_registrations": "[users.BiometricRegistration]", "name": "users.Name", "created_at": "time",
      "password": "users.Password", "trusted_metadata": "map", "untrusted_metadata": "map",
      "external_id": { "type": "string", "since": "v16.13.0" },
      "is_locked": { "type": "boolean", "since": "v16.21.0" },
      "lock_created_at": { "type": "time", "since": "v16.21.0" },
      "lock_expires_at": { "type": "time", "since": "v16.21.0" },
      "roles": { "type": "[string]", "since": "v16.33.0" }
    },
    "users.DeleteResponse": { "status_code": "int32", "request_id": "string", "user_id": "string" },
    "users.Email": { "email_id": "string", "email": "string", "verified": "boolean" },
    "users.PhoneNumber": { "phone_id": "string", "phone_number": "string", "verified": "boolean" },
    "users.WebAuthnRegistration": {
      "webauthn_registration_id": "string", "domain": "string", "user_agent": "string", "verified": "boolean",
      "authenticator_type": "users.AuthenticatorType", "name": { "type": "string", "since": "v11.4.2" }
    },
    "users.OAuthProvider": {
      "provider_type": "string", "provider_subject": "string", "profile_picture_url": "string", "locale": "string",
      "oauth_user_registration_id": "string"
    },
    "users.TOTP": { "totp_id": "string", "verified": "boolean" },
    "users.CryptoWallet": {
      "crypto_wallet_id": "string", "crypto_wallet_address": "string", "crypto_wallet_type": "string",
      "verified": "boolean"
    },
    "users.BiometricRegistration": { "biometric_registration_id": "string", "verified": "boolean" },
    "users.Name": { "first_name": "string", "middle_name": "string", "last_name": "string" },
    "users.Password": { "password_id": "string", "requires_reset": "boolean" },
    "attribute.Attributes": { "ip_address": "string", "user_agent": "string" },
    "devicehistory.DeviceInfo": {
      "visitor_id": "string", "visitor_id_details": "devicehistory.DeviceAttributeDetails", "ip_address": "string",
      "ip_address_details": "devicehistory.DeviceAttributeDetails", "ip_geo_city": "string",
      "ip_geo_region": "string", "ip_geo_country": "string",
      "ip_geo_country_details": "devicehistory.DeviceAttributeDetails"
    },
    "devicehistory.DeviceAttributeDetails": { "is_new": "boolean", "first_seen_at": "time", "last_seen_at": "time" },
    "errors.Error": {
      "status_code": "int32", "request_id": "string", "error_type": "string", "error_message": "string",
      "error_url": "string", "error_details": { "type": "map", "since": "v16.16.0" },
      "error": { "type": "string", "since": "never" }, "error_description": { "type": "string", "since": "never" },
      "error_uri": { "type": "string", "since": "never" }
    }
  }
}
"""#
}
