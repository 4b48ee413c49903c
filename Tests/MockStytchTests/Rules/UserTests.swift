import Testing
import WireJSON

@testable import MockStytch

struct UserTests {
    @Test
    func `getting a user puts its keys at the top`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(.getUser, argument: login.userID)
        let keys = [
            "user_id", "name", "emails", "phone_numbers", "webauthn_registrations", "biometric_registrations",
            "providers", "totps", "crypto_wallets", "password", "status", "created_at", "trusted_metadata",
            "untrusted_metadata", "external_id", "is_locked", "lock_created_at", "lock_expires_at", "roles",
        ]
        #expect(answer.members.keys == keys)
        #expect(answer["user_id"] == .string(login.userID))
    }

    @Test
    func `deleting a user ends its sessions and frees its address`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(.deleteUser, argument: login.userID)
        #expect(answer.members == ["user_id": .string(login.userID)])
        #expect(
            try bench.call(.authenticateSession, ["session_token": .string(login.token)]).outcome
                == "404 session_not_found"
        )
        #expect(try bench.call(.getUser, argument: login.userID).outcome == "404 user_not_found")
        #expect(try bench.call(.deleteUser, argument: login.userID).outcome == "404 user_not_found")
        #expect(try bench.logIn().userID != login.userID)
    }

    @Test(arguments: [
        (
            #"{"email_factor": {"email_id": "e-1", "email_address": "a@b.c"}}"#, "emails",
            #"{"email_id": "e-1", "email": "a@b.c", "verified": true}"#
        ),
        (
            #"{"phone_number_factor": {"phone_id": "p-1", "phone_number": "+1"}}"#, "phone_numbers",
            #"{"phone_id": "p-1", "phone_number": "+1", "verified": true}"#
        ),
        (
            #"{"webauthn_factor": {"webauthn_registration_id": "w-1", "domain": "b.c"}}"#, "webauthn_registrations",
            #"{"webauthn_registration_id": "w-1", "domain": "b.c", "user_agent": "", "verified": true, "#
                + #""authenticator_type": "", "name": ""}"#
        ),
        (#"{"authenticator_app_factor": {"totp_id": "t-1"}}"#, "totps", #"{"totp_id": "t-1", "verified": true}"#),
        (
            #"{"biometric_factor": {"biometric_registration_id": "b-1"}}"#, "biometric_registrations",
            #"{"biometric_registration_id": "b-1", "verified": true}"#
        ),
        (
            #"{"google_oauth_factor": {"id": "o-1", "provider_subject": "s-1"}}"#, "providers",
            #"{"provider_type": "google", "provider_subject": "s-1", "profile_picture_url": "", "locale": "", "#
                + #""oauth_user_registration_id": "o-1"}"#
        ),
    ])
    func `the user of a made session has what its factors speak of`(
        factor: String,
        list: String,
        entry: String
    ) throws {
        var user = StoredUser(id: "user-test-1", now: RuleBench.start)
        user.learn(from: StoredFactor(try jsonObject(factor), now: 0))
        #expect(user.wire[list] == .array([try json(entry)]))
    }
}
