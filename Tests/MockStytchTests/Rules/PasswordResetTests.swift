import Testing
import WireJSON

@testable import MockStytch

struct PasswordResetTests {
    @Test(arguments: ["session_token", "session_jwt"])
    func `the new password works, the old one no longer does`(key: String) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let proof = key == "session_jwt" ? login.jwt : login.token
        let answer = try bench.call(.resetPassword, [key: .string(proof), "password": "neues Passwort 🐎"])
        #expect(answer.outcome == "200")
        let outcomes = try ["correct horse", "neues Passwort 🐎"].map { password in
            try bench.call(
                .authenticatePassword,
                ["email": "ada@example.com", "password": .string(password)]
            ).outcome
        }
        #expect(outcomes == ["401 unauthorized_credentials", "200"])
    }

    @Test
    func `without a duration no session comes back, though it lives on as it was`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .resetPassword,
            ["session_token": .string(login.token), "password": "battery staple", "session_custom_claims": ["a": 1]]
        )
        let keys = ["user_id", "user", "session", "session_token", "session_jwt", "user_device"]
        #expect(answer.members.keys == keys)
        #expect(answer["session"] == .null)
        #expect(answer["session_token"] == "")
        #expect(answer["session_jwt"] == "")
        #expect(answer["user_device"] == .null)
        let session = try bench.call(.authenticateSession, ["session_token": .string(login.token)])["session"]
        #expect(session?["custom_claims"] == [:])
        #expect(session?["expires_at"] == "2027-01-15T09:00:00Z")
    }

    @Test
    func `with a duration the session is extended and comes back`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .resetPassword,
            [
                "session_token": .string(login.token), "password": "battery staple",
                "session_duration_minutes": 120, "session_custom_claims": ["a": 1],
            ]
        )
        #expect(answer["session"]?["session_id"] == .string(login.sessionID))
        #expect(answer["session"]?["expires_at"] == "2027-01-15T10:00:00Z")
        #expect(answer["session"]?["custom_claims"] == ["a": 1])
        #expect(answer["session_token"] == .string(login.token))
        #expect(try bench.claims(answer)["a"] == 1)
    }

    @Test
    func `the user's other sessions end, and nobody else's`() async throws {
        var bench = try await RuleBench()
        let used = try bench.logIn()
        let other = try bench.logIn()
        let stranger = try bench.logIn(email: "grace@example.com")
        _ = try bench.call(.resetPassword, ["session_token": .string(used.token), "password": "battery staple"])
        let outcomes = try [used, other, stranger].map { login in
            try bench.call(.authenticateSession, ["session_token": .string(login.token)]).outcome
        }
        #expect(outcomes == ["200", "404 session_not_found", "200"])
    }

    @Test(arguments: [(0, "200"), (300, "200"), (301, "400 session_too_old_to_reset_password")])
    func `the factor is at most five minutes old`(age: Int64, outcome: String) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += age
        let answer = try bench.call(
            .resetPassword,
            ["session_token": .string(login.token), "password": "battery staple"]
        )
        #expect(answer.outcome == outcome)
    }

    @Test(arguments: [
        ("password", "knowledge", "200"), ("magic_link", "email", "200"), ("otp", "email", "200"),
        ("email_otp", "email", "200"),
        ("otp", "sms", "400 session_too_old_to_reset_password"),
        ("otp", "whatsapp", "400 session_too_old_to_reset_password"),
        ("magic_link", "embedded", "400 session_too_old_to_reset_password"),
        ("oauth", "oauth_google", "400 session_too_old_to_reset_password"),
        ("totp", "authenticator_app", "400 session_too_old_to_reset_password"),
    ])
    func `only password, e-mail magic link and e-mail OTP count`(
        type: String,
        delivery: String,
        outcome: String
    ) async throws {
        var bench = try await RuleBench()
        let session = bench.open([["type": .string(type), "delivery_method": .string(delivery)]])
        let answer = try bench.call(
            .resetPassword,
            ["session_token": .string(session.token), "password": "battery staple"]
        )
        #expect(answer.outcome == outcome)
    }

    @Test
    func `one good factor among others is enough`() async throws {
        var bench = try await RuleBench()
        let session = bench.open([
            ["type": "otp", "delivery_method": "sms"], ["type": "magic_link", "delivery_method": "email"],
        ])
        let answer = try bench.call(
            .resetPassword,
            ["session_token": .string(session.token), "password": "battery staple"]
        )
        #expect(answer["user"]?["password"]?["requires_reset"] == false)
    }

    @Test(arguments: [
        (#"{"session_token": "$", "password": "short"}"#, "400 weak_password"),
        (#"{"session_token": "$", "password": "password123"}"#, "400 breached_password"),
        (#"{"session_token": "$"}"#, "400 bad_request"),
        (#"{"session_token": "$", "password": 12345678}"#, "400 bad_request"),
        (#"{"password": "battery staple"}"#, "400 no_session_arguments"),
        (
            #"{"session_token": "$", "session_jwt": "x", "password": "battery staple"}"#,
            "400 too_many_session_arguments"
        ),
        (
            #"{"session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "password": "battery staple"}"#,
            "404 session_not_found"
        ),
        (
            #"{"session_token": "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY", "password": "battery staple"}"#,
            "400 session_too_old_to_reset_password"
        ),
    ])
    func `a refused reset changes nothing`(body: String, outcome: String) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let other = try bench.logIn()
        var object = try jsonObject(body)
        if object["session_token"] == "$" { object["session_token"] = .string(login.token) }
        #expect(try bench.call(.resetPassword, object).outcome == outcome)
        let answer = try bench.call(.authenticateSession, ["session_token": .string(other.token)])
        #expect(answer.outcome == "200")
        #expect(
            try bench.call(
                .authenticatePassword,
                ["email": "ada@example.com", "password": "correct horse"]
            ).outcome == "200"
        )
    }

    @Test
    func `claims that are too large leave the password as it was`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .resetPassword,
            [
                "session_token": .string(login.token), "password": "battery staple", "session_duration_minutes": 5,
                "session_custom_claims": ["t": .string(String(repeating: "x", count: 5000))],
            ]
        )
        #expect(answer.outcome == "400 custom_claims_too_large")
        #expect(
            try bench.call(
                .authenticatePassword,
                ["email": "ada@example.com", "password": "correct horse"]
            ).outcome == "200"
        )
    }
}
