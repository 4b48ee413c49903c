import Testing
import WireJSON

@testable import MockStytch

struct PasswordTests {
    @Test
    func `a new user has every key that is always sent today`() async throws {
        var bench = try await RuleBench()
        let answer = try bench.call(
            .createPassword,
            [
                "email": "ada@example.com", "password": "correct horse", "name": ["first_name": "Ada"],
                "trusted_metadata": try json(#"{"n": 1.50}"#), "untrusted_metadata": ["theme": "dark"],
            ]
        )
        #expect(answer.outcome == "200")
        let keys = ["user_id", "user", "session", "session_token", "session_jwt", "email_id"]
        #expect(answer.members.keys == keys)
        #expect(answer["session"] == .null)
        #expect(answer["session_token"] == "")
        #expect(answer["session_jwt"] == "")
        let expected: JSONValue = [
            "user_id": answer["user_id"] ?? .null,
            "name": ["first_name": "Ada", "middle_name": "", "last_name": ""],
            "emails": [
                ["email_id": answer["email_id"] ?? .null, "email": "ada@example.com", "verified": false]
            ],
            "phone_numbers": [], "webauthn_registrations": [], "biometric_registrations": [], "providers": [],
            "totps": [], "crypto_wallets": [],
            "password": [
                "password_id": answer["user"]?["password"]?["password_id"] ?? .null, "requires_reset": false,
            ],
            "status": "active",
            "created_at": "2027-01-15T08:00:00Z",
            "trusted_metadata": ["n": .number(try #require(JSONNumber(token: "1.50")))],
            "untrusted_metadata": ["theme": "dark"],
            "external_id": nil, "is_locked": false, "lock_created_at": nil, "lock_expires_at": nil, "roles": [],
        ]
        #expect(answer["user"] == expected)
        #expect(answer["user"]?["password"]?["password_id"]?.string?.hasPrefix("password-test-") == true)
        #expect(answer["user_id"]?.string?.hasPrefix("user-test-") == true)
        #expect(answer["email_id"]?.string?.hasPrefix("email-test-") == true)
    }

    @Test(arguments: [
        (#"{"password": "correct horse"}"#, "400 bad_request"),
        (#"{"email": "a@b.c"}"#, "400 bad_request"),
        (#"{"email": 1, "password": "correct horse"}"#, "400 bad_request"),
        (#"{"email": "a@b.c", "password": ["x"]}"#, "400 bad_request"),
        (#"{"email": "a@b.c", "password": "correct horse", "name": "Ada"}"#, "400 bad_request"),
        (#"{"email": "a@b.c", "password": "correct horse", "name": {"first_name": 1}}"#, "400 bad_request"),
        (#"{"email": "a@b.c", "password": "correct horse", "trusted_metadata": 1}"#, "400 bad_request"),
        (#"{"email": "a@b@c", "password": "correct horse"}"#, "400 invalid_email"),
        (#"{"email": "@b", "password": "correct horse"}"#, "400 invalid_email"),
        (#"{"email": "a b@c", "password": "correct horse"}"#, "400 invalid_email"),
        (#"{"email": "ADA@example.com", "password": "correct horse"}"#, "400 duplicate_email"),
        (#"{"email": "a@b.c", "password": "short"}"#, "400 weak_password"),
        (#"{"email": "a@b.c", "password": "password123"}"#, "400 breached_password"),
    ])
    func `what cannot make a user is refused`(body: String, outcome: String) async throws {
        var bench = try await RuleBench()
        _ = try bench.logIn()
        let object = try jsonObject(body)
        #expect(try bench.call(.createPassword, object).outcome == outcome)
        #expect(bench.state.users.count == 1)
    }

    @Test(arguments: [
        ("ada@example.com", "correct horse", "200"),
        ("Ada@Example.com", "correct horse", "200"),
        ("ada@example.com", "wrong horse", "401 unauthorized_credentials"),
        ("nobody@example.com", "correct horse", "404 email_not_found"),
    ])
    func `a password is checked`(email: String, password: String, outcome: String) async throws {
        var bench = try await RuleBench()
        _ = try bench.logIn()
        let answer = try bench.call(
            .authenticatePassword,
            ["email": .string(email), "password": .string(password), "session_duration_minutes": 5]
        )
        #expect(answer.outcome == outcome)
    }

    @Test
    func `logging in without a duration makes no session`() async throws {
        var bench = try await RuleBench()
        _ = try bench.logIn()
        let answer = try bench.call(
            .authenticatePassword,
            ["email": "ada@example.com", "password": "correct horse"]
        )
        #expect(answer["session"] == .null)
        #expect(bench.state.sessions.count == 1)
    }

    @Test
    func `two spellings of one letter are two passwords`() async throws {
        var bench = try await RuleBench()
        _ = try bench.call(.createPassword, ["email": "a@b.c", "password": "caf\u{E9} noir"])
        let answer = try bench.call(.authenticatePassword, ["email": "a@b.c", "password": "cafe\u{301} noir"])
        #expect(answer.outcome == "401 unauthorized_credentials")
    }

    @Test(arguments: [
        ("", "weak_password"), ("seven77", "weak_password"), ("aaaabbbbcccc", "weak_password"),
        ("PASSWORD123", "breached_password"), ("qwertyuiop", "breached_password"),
        ("        ", "weak_password"),
    ])
    func `weak and breached passwords are told apart`(password: String, type: String) {
        #expect(throws: APIProblem.self) { try PasswordStrength.check(password) }
        do throws(APIProblem) {
            try PasswordStrength.check(password)
        } catch {
            #expect(error.type == type)
        }
    }

    @Test(arguments: ["abcdefgh", "пароль и чай", "日本語のパスワードだ", "🐎🔋📎✅ staple", "a b c d e"])
    func `any text of eight scalars may be a password`(password: String) throws {
        try PasswordStrength.check(password)
    }

    @Test(arguments: ["session_token", "session_jwt"])
    func `a session that is given is extended, and its password factor shown anew`(proof: String) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 600
        let answer = try bench.call(
            .authenticatePassword,
            [
                "email": "ada@example.com", "password": "correct horse", "session_duration_minutes": 60,
                proof: .string(proof == "session_token" ? login.token : login.jwt),
            ]
        )
        #expect(answer.outcome == "200")
        #expect(answer["session"]?["session_id"]?.string == login.sessionID)
        #expect(answer["session"]?["expires_at"] == "2027-01-15T09:10:00Z")
        #expect(answer["session_token"]?.string == (proof == "session_token" ? login.token : ""))
        let factor: JSONValue = [
            "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2027-01-15T08:10:00Z",
            "created_at": "2027-01-15T08:00:00Z", "updated_at": "2027-01-15T08:10:00Z",
        ]
        #expect(answer["session"]?["authentication_factors"] == [factor])
        let sessions = try bench.call(.getSessions, query: [("user_id", login.userID)])["sessions"]
        #expect(sessions?.array?.count == 1)
    }

    @Test
    func `a session that is given must live and be the user's own`() async throws {
        var bench = try await RuleBench()
        _ = try bench.logIn()
        let other = try bench.logIn(email: "grace@example.com")
        for token in [other.token, String(repeating: "A", count: 44)] {
            let answer = try bench.call(
                .authenticatePassword,
                ["email": "ada@example.com", "password": "correct horse", "session_token": .string(token)]
            )
            #expect(answer.outcome == "404 session_not_found")
        }
    }
}
