import Testing
import WireJSON

@testable import MockStytch

struct SessionMigrateTests {
    private func bench(_ answer: String) async throws -> RuleBench {
        var bench = try await RuleBench()
        _ = try bench.logIn()
        bench.state.userinfo[ExactText("external")] = .answer(try json(answer))
        return bench
    }

    @Test
    func `the e-mail of the userinfo answer finds the user, and a duration makes a session`() async throws {
        var bench = try await bench(#"{"email": "ADA@example.com", "email_verified": true}"#)
        let answer = try bench.call(
            .migrateSession,
            ["session_token": "external", "session_duration_minutes": 60, "session_custom_claims": ["a": 1]]
        )
        let keys = ["user_id", "user", "session", "session_token", "session_jwt", "user_device"]
        #expect(answer.outcome == "200")
        #expect(answer.members.keys == keys)
        #expect(answer["user_device"] == .null)
        #expect(answer["user"]?["emails"]?[0]?["email"] == "ada@example.com")
        #expect(answer["session"]?["expires_at"] == "2027-01-15T09:00:00Z")
        #expect(answer["session"]?["custom_claims"] == ["a": 1])
        let factor = answer["session"]?["authentication_factors"]?[0]
        #expect(factor?["type"] == "imported")
        #expect(factor?["delivery_method"] == "imported_auth0")
        let token = try #require(answer["session_token"])
        #expect(try bench.call(.authenticateSession, ["session_token": token]).outcome == "200")
        #expect(try bench.claims(answer)["sub"] == answer["user_id"])
    }

    @Test
    func `without a duration there is no session`() async throws {
        var bench = try await bench(#"{"email": "ada@example.com"}"#)
        let before = bench.state.sessions.count
        let answer = try bench.call(.migrateSession, ["session_token": "external"])
        #expect(answer.outcome == "200")
        #expect(answer["session"] == .null)
        #expect(answer["session_token"] == "")
        #expect(answer["session_jwt"] == "")
        #expect(bench.state.sessions.count == before)
    }

    @Test(arguments: [
        (#"{"email": "nobody@example.com"}"#, "400 migrate_from_external_email_does_not_exist"),
        (#"{"email": ""}"#, "400 migrate_from_external_missing_userinfo"),
        (#"{"email": 7}"#, "400 migrate_from_external_missing_userinfo"),
        (#"{"sub": "x"}"#, "400 migrate_from_external_missing_userinfo"),
        (#"["ada@example.com"]"#, "400 migrate_from_external_missing_userinfo"),
    ])
    func `a userinfo answer without a known e-mail is refused`(answer: String, outcome: String) async throws {
        var bench = try await bench(answer)
        #expect(try bench.call(.migrateSession, ["session_token": "external"]).outcome == outcome)
    }

    @Test
    func `an unknown token and an address that fails are refused alike`() async throws {
        var bench = try await RuleBench()
        bench.state.userinfo[ExactText("failing")] = .status(503)
        for token in ["failing", "unknown"] {
            #expect(
                try bench.call(.migrateSession, ["session_token": .string(token)]).outcome
                    == "400 migrate_from_external_unexpected_response"
            )
        }
        #expect(try bench.call(.migrateSession).outcome == "400 bad_request")
    }
}
