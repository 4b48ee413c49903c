import Testing
import WireJSON

@testable import MockStytch

struct SandboxTests {
    private let token: JSONValue = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"

    @Test
    func `the documented token gives the documented session`() async throws {
        var bench = try await RuleBench()
        let answer = try bench.call(.authenticateSession, ["session_token": token])
        let session = answer["session"]
        #expect(answer.outcome == "200")
        #expect(session?["session_id"] == "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028")
        #expect(session?["user_id"] == "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd")
        #expect(answer["user"]?["user_id"] == "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd")
        #expect(session?["started_at"] == "2021-08-28T00:41:58.935673Z")
        #expect(session?["last_accessed_at"] == "2027-01-15T08:00:00Z")
        #expect(session?["authentication_factors"]?.array?.count == 1)
        let factor = session?["authentication_factors"]?[0]
        #expect(factor?["type"] == "magic_link")
        #expect(factor?["delivery_method"] == "email")
        #expect(factor?["email_factor"]?["email_address"] == "sandbox@stytch.com")
        #expect(answer["user"]?["emails"]?[0]?["email"] == "sandbox@stytch.com")
    }

    @Test
    func `times in its JWT are whole seconds`() async throws {
        var bench = try await RuleBench()
        let claims = try bench.claims(try bench.call(.authenticateSession, ["session_token": token]))
        let session = claims["https://stytch.com/session"]
        #expect(session?["started_at"] == "2021-08-28T00:41:58Z")
        let factor = session?["authentication_factors"]?[0]
        #expect(factor?["last_authenticated_at"] == "2021-08-28T00:41:58Z")
        #expect(factor?["created_at"] == nil)
        #expect(factor?["updated_at"] == nil)
    }

    @Test
    func `its JWT authenticates too, and a duration sets its end`() async throws {
        var bench = try await RuleBench()
        let first = try bench.call(.authenticateSession, ["session_token": token])
        let second = try bench.call(
            .authenticateSession,
            ["session_jwt": try #require(first["session_jwt"]), "session_duration_minutes": 5]
        )
        #expect(second["session"]?["session_id"] == "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028")
        #expect(second["session"]?["expires_at"] == "2027-01-15T08:05:00Z")
        #expect(second["session_token"] == "")
    }
}
