"""Each kind of authentication factor, from an answer and from a JWT, in the SDK's models."""

from __future__ import annotations

from stytch.consumer.models.sessions import AuthenticationFactor

from support import SDKCase, sync_and_async

# The sub objects that all look alike: an OAuth registration.
OAUTH = {
    "google_oauth_factor": "oauth_google",
    "microsoft_oauth_factor": "oauth_microsoft",
    "apple_oauth_factor": "oauth_apple",
    "github_oauth_factor": "oauth_github",
    "facebook_oauth_factor": "oauth_facebook",
    "amazon_oauth_factor": "oauth_amazon",
    "bitbucket_oauth_factor": "oauth_bitbucket",
    "coinbase_oauth_factor": "oauth_coinbase",
    "discord_oauth_factor": "oauth_discord",
    "figma_oauth_factor": "oauth_figma",
    "git_lab_oauth_factor": "oauth_gitlab",
    "instagram_oauth_factor": "oauth_instagram",
    "linked_in_oauth_factor": "oauth_linkedin",
    "shopify_oauth_factor": "oauth_shopify",
    "slack_oauth_factor": "oauth_slack",
    "snapchat_oauth_factor": "oauth_snapchat",
    "spotify_oauth_factor": "oauth_spotify",
    "steam_oauth_factor": "oauth_steam",
    "tik_tok_oauth_factor": "oauth_tiktok",
    "twitch_oauth_factor": "oauth_twitch",
    "twitter_oauth_factor": "oauth_twitter",
    "salesforce_oauth_factor": "oauth_salesforce",
    "yahoo_oauth_factor": "oauth_yahoo",
    "hubspot_oauth_factor": "oauth_hubspot",
}

# Type, delivery method, sub object and what is in it.
OTHERS = [
    ("password", "knowledge", None, {}),
    ("magic_link", "email", "email_factor", {"email_id": "email-test-1", "email_address": "ada@example.com"}),
    ("otp", "email", "email_factor", {"email_id": "email-test-1", "email_address": "ada@example.com"}),
    ("otp", "sms", "phone_number_factor", {"phone_id": "phone-number-test-1", "phone_number": "+10000000000"}),
    ("otp", "whatsapp", "phone_number_factor", {"phone_id": "phone-number-test-1", "phone_number": "+10000000000"}),
    (
        "webauthn",
        "webauthn_registration",
        "webauthn_factor",
        {"webauthn_registration_id": "webauthn-registration-test-1", "domain": "example.com", "user_agent": ""},
    ),
    ("totp", "authenticator_app", "authenticator_app_factor", {"totp_id": "totp-test-1"}),
    ("recovery_codes", "recovery_code", "recovery_code_factor", {"totp_recovery_code_id": "totp-test-2"}),
    (
        "crypto",
        "crypto_wallet",
        "crypto_wallet_factor",
        {
            "crypto_wallet_id": "crypto-wallet-test-1",
            "crypto_wallet_address": "0x00",
            "crypto_wallet_type": "ethereum",
        },
    ),
    ("magic_link", "embedded", "embeddable_magic_link_factor", {"embedded_id": "embedded-test-1"}),
    ("signature_challenge", "biometric", "biometric_factor", {"biometric_registration_id": "biometric-test-1"}),
    ("sso", "sso_saml", "saml_sso_factor", {"id": "1", "provider_id": "saml-1", "external_id": "ada"}),
    ("sso", "sso_oidc", "oidc_sso_factor", {"id": "1", "provider_id": "oidc-1", "external_id": "ada"}),
    ("imported", "imported_auth0", None, {}),
    ("oauth", "oauth_exchange_slack", "slack_oauth_exchange_factor", {"email_id": "email-test-1"}),
    ("oauth", "oauth_exchange_hubspot", "hubspot_oauth_exchange_factor", {"email_id": "email-test-1"}),
    ("oauth", "oauth_exchange_github", "github_oauth_exchange_factor", {"email_id": "email-test-1"}),
    ("oauth", "oauth_exchange_google", "google_oauth_exchange_factor", {"email_id": "email-test-1"}),
    (
        "impersonated",
        "impersonation",
        "impersonated_factor",
        {"impersonator_id": "member-1", "impersonator_email_address": "admin@example.com"},
    ),
    ("oauth", "oauth_access_token_exchange", "oauth_access_token_exchange_factor", {"client_id": "app-1"}),
    ("trusted_auth_token", "trusted_token_exchange", "trusted_auth_token_factor", {"token_id": "token-1"}),
]

FACTORS = OTHERS + [
    ("oauth", delivery, sub, {"id": "oauth-user-test-1", "provider_subject": "ada", "email_id": "email-test-1"})
    for sub, delivery in OAUTH.items()
]

SUB_OBJECTS = [name for name in AuthenticationFactor.model_fields if name.endswith("_factor")]


@sync_and_async
class FactorTests(SDKCase):
    def test_every_sub_object_of_the_sdk_is_tried(self) -> None:
        self.assertEqual({sub for _, _, sub, _ in FACTORS if sub}, set(SUB_OBJECTS))

    def test_each_factor_arrives_whole_and_alone(self) -> None:
        opened = self.project.open_session(
            *(
                {"type": kind, "delivery_method": delivery, **({sub: members} if sub else {})}
                for kind, delivery, sub, members in FACTORS
            )
        )
        answer = self.authenticate(session_token=opened["session_token"])
        local = self.call(self.client.sessions, "authenticate_jwt_local", session_jwt=answer.session_jwt)
        for session in (answer.session, local):
            self.assertEqual(len(session.authentication_factors), len(FACTORS))
            for factor, (kind, delivery, sub, members) in zip(session.authentication_factors, FACTORS):
                with self.subTest(delivery=delivery, sub=sub):
                    self.assertEqual((factor.type.value, factor.delivery_method.value), (kind, delivery))
                    given = {name: getattr(factor, name) for name in SUB_OBJECTS if getattr(factor, name) is not None}
                    self.assertEqual(list(given), [sub] if sub else [])
                    for name, value in members.items():
                        self.assertEqual(getattr(given[sub], name), value)
