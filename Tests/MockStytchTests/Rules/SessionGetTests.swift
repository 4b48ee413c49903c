import Testing
import WireJSON

@testable import MockStytch

struct SessionGetTests {
    @Test
    func `all live sessions of the user are listed, the oldest first`() async throws {
        var bench = try await RuleBench()
        let first = try bench.logIn()
        bench.now += 60
        let revoked = try bench.logIn()
        bench.now += 60
        let last = try bench.logIn()
        _ = try bench.logIn(email: "grace@example.com")
        _ = try bench.call(.revokeSession, ["session_id": .string(revoked.sessionID)])
        let answer = try bench.call(.getSessions, query: [("user_id", first.userID)])
        #expect(answer.members.keys == ["sessions"])
        let ids = answer["sessions"]?.array?.map { $0["session_id"] }
        #expect(ids == [.string(first.sessionID), .string(last.sessionID)])
    }

    @Test
    func `a session past its end is not listed`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 3600
        #expect(try bench.call(.getSessions, query: [("user_id", login.userID)])["sessions"] == [])
    }

    @Test
    func `an unknown user is refused, and so is the sandbox's`() async throws {
        var bench = try await RuleBench()
        for id in ["user-test-unknown", "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"] {
            #expect(try bench.call(.getSessions, query: [("user_id", id)]).outcome == "404 user_not_found")
        }
    }

    @Test
    func `the user must be named, and the last of two names counts`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        #expect(try bench.call(.getSessions).outcome == "400 bad_request")
        #expect(try bench.call(.getSessions, query: [("user_id", "")]).outcome == "400 bad_request")
        #expect(try bench.call(.getSessions, query: [("user_id", "x"), ("user_id", login.userID)]).outcome == "200")
    }
}
