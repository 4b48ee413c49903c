/// Literal pieces of answers, for tests that need a whole answer but look at one part.
enum Sample {
    /// A session as the API sends it today.
    static let session = """
        {
          "session_id": "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028",
          "user_id": "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd",
          "authentication_factors": [
            {
              "type": "magic_link",
              "delivery_method": "email",
              "last_authenticated_at": "2021-08-28T00:41:58.935673Z",
              "created_at": "2021-08-28T00:41:58Z",
              "updated_at": "2021-08-28T00:41:58.935673870Z",
              "email_factor": {
                "email_id": "email-test-81bf03a8-86e1-4d95-bd44-bb3495224953",
                "email_address": "sandbox@stytch.com"
              }
            }
          ],
          "started_at": "2021-08-28T00:41:58.935673Z",
          "last_accessed_at": "2025-06-30T09:40:08Z",
          "expires_at": "2025-06-30T10:40:08.935673870Z",
          "attributes": { "ip_address": "203.0.113.1", "user_agent": "" },
          "custom_claims": { "score": 9007199254740993, "list": [1.50, null], "nested": { "deep": true } },
          "roles": ["stytch_user"]
        }
        """

    /// A user as the API sends it today.
    static let user = """
        {
          "user_id": "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd",
          "status": "active",
          "emails": [
            { "email_id": "email-test-81bf03a8-86e1-4d95-bd44-bb3495224953", "email": "sandbox@stytch.com", "verified": true }
          ],
          "phone_numbers": [
            { "phone_id": "phone-number-test-d5a3b680", "phone_number": "+10000000000", "verified": false }
          ],
          "webauthn_registrations": [
            {
              "webauthn_registration_id": "webauthn-registration-test-5c44cc6a", "domain": "example.com",
              "user_agent": "Mozilla/5.0", "verified": true, "authenticator_type": "cross-platform", "name": "Blue key"
            }
          ],
          "providers": [
            {
              "provider_type": "Google", "provider_subject": "10769150350006150715113082367",
              "profile_picture_url": "https://example.com/me.png", "locale": "en",
              "oauth_user_registration_id": "oauth-user-test-de86770c"
            }
          ],
          "totps": [{ "totp_id": "totp-test-bab9bbbf", "verified": true }],
          "crypto_wallets": [
            {
              "crypto_wallet_id": "crypto-wallet-test-dbbd372e", "crypto_wallet_address": "0x6df2dB4Fb3DA35d241901Bd53367770BF03123f1",
              "crypto_wallet_type": "ethereum", "verified": true
            }
          ],
          "biometric_registrations": [{ "biometric_registration_id": "biometric-registration-test-1", "verified": true }],
          "name": { "first_name": "Zoë", "middle_name": "", "last_name": "Ng" },
          "created_at": "2021-08-28T00:41:58.935673Z",
          "password": { "password_id": "password-test-1", "requires_reset": false },
          "trusted_metadata": { "plan": { "seats": 12345678901234567890 } },
          "untrusted_metadata": {},
          "external_id": "crm|42",
          "roles": ["stytch_user"],
          "is_locked": true,
          "lock_created_at": "2025-06-30T09:40:08Z",
          "lock_expires_at": "2025-06-30T10:40:08Z"
        }
        """

    /// A user with nothing that is not always there.
    static let plainUser = """
        {
          "user_id": "u", "status": "pending", "emails": [], "phone_numbers": [], "webauthn_registrations": [],
          "providers": [], "totps": [], "crypto_wallets": []
        }
        """
}
