import Testing
import WireJSON

@testable import MockStytch

struct SessionRevokeTests {
    @Test(arguments: ["session_id", "session_token", "session_jwt"])
    func `each way to name a session ends it and no other`(key: String) async throws {
        var bench = try await RuleBench()
        let ended = try bench.logIn()
        let other = try bench.logIn()
        let values = ["session_id": ended.sessionID, "session_token": ended.token, "session_jwt": ended.jwt]
        let answer = try bench.call(.revokeSession, [key: .string(try #require(values[key]))])
        #expect(answer.outcome == "200")
        #expect(answer.members.isEmpty)
        #expect(
            try bench.call(.authenticateSession, ["session_token": .string(ended.token)]).outcome
                == "404 session_not_found"
        )
        #expect(try bench.call(.authenticateSession, ["session_token": .string(other.token)]).outcome == "200")
    }

    @Test
    func `an expired JWT revokes its session too`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 600
        #expect(try bench.call(.revokeSession, ["session_jwt": .string(login.jwt)]).outcome == "200")
        #expect(bench.state.sessions.isEmpty)
    }

    @Test(arguments: [
        (#"{}"#, "400 no_session_revoke_arguments"),
        (#"{"session_id": "", "session_token": ""}"#, "400 no_session_revoke_arguments"),
        (#"{"session_id": "a", "session_token": "b"}"#, "400 too_many_session_revoke_arguments"),
        (#"{"session_id": "a", "session_jwt": "b"}"#, "400 too_many_session_revoke_arguments"),
        (#"{"session_token": "a", "session_jwt": "b"}"#, "400 too_many_session_revoke_arguments"),
        (#"{"session_id": "a", "session_token": "b", "session_jwt": "c"}"#, "400 too_many_session_revoke_arguments"),
        (#"{"session_id": "session-test-unknown"}"#, "200"),
        (#"{"session_token": "short"}"#, "400 invalid_session_token"),
        (#"{"session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"#, "404 session_not_found"),
        (#"{"session_token": "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"}"#, "404 session_not_found"),
        (#"{"session_jwt": "garbage"}"#, "400 unable_to_parse_session_jwt"),
        (#"{"session_id": 1}"#, "400 bad_request"),
    ])
    func `other requests have their own outcome`(body: String, outcome: String) async throws {
        var bench = try await RuleBench()
        let object = try jsonObject(body)
        #expect(try bench.call(.revokeSession, object).outcome == outcome)
    }
}
