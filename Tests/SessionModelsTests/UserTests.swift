import SessionModels
import Testing
import WireJSON

struct UserTests {
    @Test
    func `a user of today decodes with all its fields and encodes to itself`() throws {
        let user = try decode(Users.User.self, from: Sample.user)
        #expect(user.status == .active)
        #expect(user.emails.first?.email == "sandbox@stytch.com")
        #expect(user.emails.first?.verified == true)
        #expect(user.phoneNumbers.first?.phoneNumber == "+10000000000")
        #expect(user.webAuthnRegistrations.first?.authenticatorType == .crossPlatform)
        #expect(user.webAuthnRegistrations.first?.name == "Blue key")
        #expect(user.providers.first?.profilePictureURL == "https://example.com/me.png")
        #expect(user.totps.first?.totpID == "totp-test-bab9bbbf")
        #expect(user.cryptoWallets.first?.cryptoWalletType == "ethereum")
        #expect(user.biometricRegistrations?.first?.verified == true)
        #expect(user.name == Users.Name(firstName: "Zoë", middleName: "", lastName: "Ng"))
        #expect(user.createdAt?.text == "2021-08-28T00:41:58.935673Z")
        #expect(user.password == Users.Password(passwordID: "password-test-1", requiresReset: false))
        #expect(user.trustedMetadata?["plan"]?["seats"]?.number?.token == "12345678901234567890")
        #expect(user.untrustedMetadata == [:])
        #expect(user.externalID == "crm|42")
        #expect(user.roles == ["stytch_user"])
        #expect(user.isLocked == true)
        #expect(user.lockCreatedAt?.text == "2025-06-30T09:40:08Z")
        #expect(user.lockExpiresAt?.text == "2025-06-30T10:40:08Z")
        try expectRoundTrip(Users.User.self, Sample.user)
    }

    @Test
    func `a user of 2022 decodes`() throws {
        let old = """
            { "user_id": "u", "status": "active", "emails": [], "phone_numbers": [], "webauthn_registrations": [],
              "providers": [{"provider_type": "Google", "provider_subject": "1"}], "totps": [], "crypto_wallets": [],
              "name": {}, "created_at": "2022-02-02T02:02:02Z" }
            """
        let user = try decode(Users.User.self, from: old)
        #expect(user.biometricRegistrations == nil)
        #expect(user.providers.first?.locale == nil)
        #expect(user.name == Users.Name())
        #expect(user.externalID == nil)
        #expect(user.roles == nil)
        #expect(user.isLocked == nil)
        try expectRoundTrip(Users.User.self, old)
    }

    @Test
    func `what is null for a user without password, external id and lock counts as absent`() throws {
        let user = try decode(
            Users.User.self,
            from: """
                { "user_id": "u", "status": "pending", "emails": [], "phone_numbers": [], "webauthn_registrations": [],
                  "providers": [], "totps": [], "crypto_wallets": [], "biometric_registrations": [], "password": null,
                  "external_id": null, "is_locked": false, "lock_created_at": null, "lock_expires_at": null,
                  "roles": [], "name": null, "created_at": null, "trusted_metadata": null, "untrusted_metadata": null }
                """
        )
        #expect(user.status == .pending)
        #expect(user.password == nil)
        #expect(user.externalID == nil)
        #expect(user.isLocked == false)
        #expect(user.lockExpiresAt == nil)
        #expect(try encoded(user)["password"] == nil)
    }

    @Test
    func `the empty authenticator type is known and an unknown one is kept`() throws {
        func user(_ type: String) -> String {
            """
            { "user_id": "u", "status": "active", "emails": [], "phone_numbers": [], "providers": [], "totps": [],
              "crypto_wallets": [], "webauthn_registrations": [{"webauthn_registration_id": "w", "domain": "d",
              "user_agent": "", "verified": true, "authenticator_type": "\(type)"}] }
            """
        }
        #expect(
            try decode(Users.User.self, from: user("")).webAuthnRegistrations.first?.authenticatorType == .unspecified
        )
        let unknown = try decode(
            Users.User.self,
            from: user("ring"),
            finding: ["unknown-enum /webauthn_registrations/0/authenticator_type"]
        )
        #expect(unknown.webAuthnRegistrations.first?.authenticatorType.rawValue == "ring")
    }

    @Test
    func `an empty user lacks just what is always sent`() throws {
        #expect(
            try findings(Users.User.self, in: "{}") == [
                "missing-field /user_id", "missing-field /emails", "missing-field /status",
                "missing-field /phone_numbers", "missing-field /webauthn_registrations", "missing-field /providers",
                "missing-field /totps", "missing-field /crypto_wallets",
            ]
        )
    }

    @Test
    func `problems in the lists of a user are found with their places`() throws {
        let wrong = """
            { "user_id": "u", "status": "gone", "emails": [{"email_id": "e", "email": null, "verified": "yes"}],
              "phone_numbers": [{}], "webauthn_registrations": {}, "providers": [{"provider_type": "Google"}],
              "totps": [{"totp_id": 1, "verified": true}],
              "crypto_wallets": [{"crypto_wallet_id": "c", "crypto_wallet_address": "a", "verified": true}],
              "biometric_registrations": [{"verified": false}], "password": {"password_id": "p"} }
            """
        #expect(
            try findings(Users.User.self, in: wrong) == [
                "unknown-enum /status",
                "unexpected-null /emails/0/email",
                "wrong-type /emails/0/verified",
                "missing-field /phone_numbers/0/phone_id",
                "missing-field /phone_numbers/0/phone_number",
                "missing-field /phone_numbers/0/verified",
                "wrong-type /webauthn_registrations",
                "missing-field /providers/0/provider_subject",
                "wrong-type /totps/0/totp_id",
                "missing-field /crypto_wallets/0/crypto_wallet_type",
                "missing-field /biometric_registrations/0/biometric_registration_id",
                "missing-field /password/requires_reset",
            ]
        )
    }

    @Test
    func `reading a user gives the user's keys at the top level`() throws {
        let text = """
            { "request_id": "r", "status_code": 200, "user_id": "u", "status": "active", "emails": [], "phone_numbers": [],
              "webauthn_registrations": [], "providers": [], "totps": [], "crypto_wallets": [],
              "biometric_registrations": [], "external_id": "crm-1" }
            """
        let answer = try decode(Users.GetResponse.self, from: text)
        #expect(answer.requestID == "r")
        #expect(answer.user.userID == "u")
        #expect(answer.user.externalID == "crm-1")
        try expectRoundTrip(Users.GetResponse.self, text)
    }

    @Test
    func `reading a user reports drift once, whoever reads the object`() throws {
        #expect(
            try findings(
                Users.GetResponse.self,
                in: """
                    { "request_id": "r", "status_code": 200, "user_id": "u", "status": "active", "emails": [],
                      "phone_numbers": [], "webauthn_registrations": [], "providers": [], "totps": [],
                      "crypto_wallets": [], "nickname": "Z" }
                    """
            ) == ["unknown-field /nickname"]
        )
    }

    @Test
    func `deleting a user gives its id`() throws {
        let text = #"{"request_id": "r", "status_code": 200, "user_id": "user-test-1"}"#
        #expect(try decode(Users.DeleteResponse.self, from: text).userID == "user-test-1")
        try expectRoundTrip(Users.DeleteResponse.self, text)
    }
}
