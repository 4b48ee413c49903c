import Testing
import WireJSON

@testable import MockStytch

struct SessionAttestTests {
    /// A project with a user whom the token `outside` of the profile `partner` stands for, and the user's session.
    private func bench() async throws -> (bench: RuleBench, login: Login) {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let key = TrustedTokenKey(profileID: "partner", token: "outside")
        bench.state.trustedTokens[key] = StoredTrustedToken(id: "token-1", userID: login.userID)
        return (bench, login)
    }

    private static let arguments: JSONObject = ["profile_id": "partner", "token": "outside"]

    @Test
    func `a trusted token makes a session of its user`() async throws {
        var (bench, login) = try await bench()
        var arguments = Self.arguments
        arguments["session_duration_minutes"] = 30
        let answer = try bench.call(.attestSession, arguments)
        let keys = ["user_id", "user", "session", "session_token", "session_jwt", "user_device"]
        #expect(answer.members.keys == keys)
        #expect(answer["user_id"]?.string == login.userID)
        #expect(answer["session"]?["session_id"]?.string != login.sessionID)
        #expect(answer["session"]?["expires_at"] == "2027-01-15T08:30:00Z")
        let factor: JSONValue = [
            "type": "trusted_auth_token", "delivery_method": "trusted_token_exchange",
            "last_authenticated_at": "2027-01-15T08:00:00Z", "created_at": "2027-01-15T08:00:00Z",
            "updated_at": "2027-01-15T08:00:00Z", "trusted_auth_token_factor": ["token_id": "token-1"],
        ]
        #expect(answer["session"]?["authentication_factors"] == [factor])
        let token = try #require(answer["session_token"])
        #expect(try bench.call(.authenticateSession, ["session_token": token]).outcome == "200")
    }

    @Test(arguments: ["session_token", "session_jwt"])
    func `a session that is given gains the factor and the duration`(proof: String) async throws {
        var (bench, login) = try await bench()
        var arguments = Self.arguments
        arguments[proof] = .string(proof == "session_token" ? login.token : login.jwt)
        arguments["session_duration_minutes"] = 120
        let answer = try bench.call(.attestSession, arguments)
        #expect(answer["session"]?["session_id"]?.string == login.sessionID)
        #expect(answer["session"]?["expires_at"] == "2027-01-15T10:00:00Z")
        let types = answer["session"]?["authentication_factors"]?.array?.map { $0["type"] }
        #expect(types == ["password", "trusted_auth_token"])
        #expect(answer["session_token"]?.string == (proof == "session_token" ? login.token : ""))
    }

    @Test
    func `without a duration no session is made, and one that is given stays as it was`() async throws {
        var (bench, login) = try await bench()
        for given in [[:], ["session_token": .string(login.token)]] as [JSONObject] {
            var arguments = Self.arguments
            for (key, value) in given.members { arguments[key] = value }
            let answer = try bench.call(.attestSession, arguments)
            #expect(answer.outcome == "200")
            #expect(answer["session"] == .null)
            #expect(answer["session_token"] == "")
            #expect(answer["session_jwt"] == "")
        }
        let sessions = try bench.call(.getSessions, query: [("user_id", login.userID)])["sessions"]
        #expect(sessions?.array?.count == 1)
        #expect(sessions?[0]?["authentication_factors"]?.array?.count == 1)
    }

    @Test(arguments: [
        (#"{"profile_id": "partner", "token": "other"}"#, "400 invalid_trusted_auth_token"),
        (#"{"profile_id": "other", "token": "outside"}"#, "400 invalid_trusted_auth_token"),
        (#"{"profile_id": "partner"}"#, "400 bad_request"),
        (#"{"token": "outside"}"#, "400 bad_request"),
        (
            #"{"profile_id": "partner", "token": "outside", "session_duration_minutes": 4}"#,
            "400 invalid_session_duration_minutes"
        ),
        (
            #"{"profile_id": "partner", "token": "outside", "session_token": "x", "session_jwt": "y"}"#,
            "400 too_many_session_arguments"
        ),
    ])
    func `what is refused`(arguments: String, outcome: String) async throws {
        var (bench, _) = try await bench()
        #expect(try bench.call(.attestSession, jsonObject(arguments)).outcome == outcome)
    }

    @Test
    func `the session of another user is not found`() async throws {
        var (bench, _) = try await bench()
        var arguments = Self.arguments
        arguments["session_token"] = .string(try bench.logIn(email: "grace@example.com").token)
        #expect(try bench.call(.attestSession, arguments).outcome == "404 session_not_found")
    }
}
