import Testing
import WireJSON

@testable import MockStytch

struct AccessTokenExchangeTests {
    /// A project with the user of an access token that was issued at the start.
    private func bench(scopes: [String] = ["openid", "full_access"]) async throws -> (bench: RuleBench, userID: String)
    {
        var bench = try await RuleBench()
        let userID = try bench.logIn().userID
        bench.state.accessTokens[ExactText("access")] = StoredAccessToken(
            userID: userID,
            clientID: "connected-app-test-1",
            scopes: scopes,
            issuedAt: RuleBench.start
        )
        return (bench, userID)
    }

    @Test
    func `a token becomes a session of its user`() async throws {
        var (bench, userID) = try await bench()
        let answer = try bench.call(
            .exchangeAccessToken,
            ["access_token": "access", "session_duration_minutes": 30, "session_custom_claims": ["a": 1]]
        )
        let keys = ["user_id", "user", "session", "session_token", "session_jwt", "user_device"]
        #expect(answer.members.keys == keys)
        #expect(answer["user_id"]?.string == userID)
        #expect(answer["session"]?["expires_at"] == "2027-01-15T08:30:00Z")
        #expect(answer["session"]?["custom_claims"] == ["a": 1])
        let factor: JSONValue = [
            "type": "oauth", "delivery_method": "oauth_access_token_exchange",
            "last_authenticated_at": "2027-01-15T08:00:00Z", "created_at": "2027-01-15T08:00:00Z",
            "updated_at": "2027-01-15T08:00:00Z",
            "oauth_access_token_exchange_factor": ["client_id": "connected-app-test-1"],
        ]
        #expect(answer["session"]?["authentication_factors"] == [factor])
        let token = try #require(answer["session_token"])
        #expect(try bench.call(.authenticateSession, ["session_token": token]).outcome == "200")
    }

    @Test
    func `a token is good once, also without a duration`() async throws {
        var (bench, _) = try await bench()
        let answer = try bench.call(.exchangeAccessToken, ["access_token": "access"])
        #expect(answer.outcome == "200")
        #expect(answer["session"] == .null)
        #expect(answer["session_token"] == "")
        #expect(answer["session_jwt"] == "")
        #expect(
            try bench.call(.exchangeAccessToken, ["access_token": "access"]).outcome
                == "400 oauth_access_token_exchange_token_invalid_grant"
        )
    }

    @Test
    func `a refused exchange does not use the token up`() async throws {
        var (bench, _) = try await bench()
        #expect(
            try bench.call(.exchangeAccessToken, ["access_token": "access", "session_duration_minutes": 4]).outcome
                == "400 invalid_session_duration_minutes"
        )
        #expect(try bench.call(.exchangeAccessToken, ["access_token": "access"]).outcome == "200")
    }

    @Test(arguments: [(Int64(300), "200"), (301, "400 oauth_access_token_exchange_token_too_old")])
    func `a token is good for five minutes`(age: Int64, outcome: String) async throws {
        var (bench, _) = try await bench()
        bench.now += age
        #expect(try bench.call(.exchangeAccessToken, ["access_token": "access"]).outcome == outcome)
    }

    @Test
    func `a token needs the scope full_access`() async throws {
        var (bench, _) = try await bench(scopes: ["openid", "full_access_not"])
        #expect(
            try bench.call(.exchangeAccessToken, ["access_token": "access"]).outcome
                == "400 oauth_access_token_exchange_missing_full_access"
        )
    }

    @Test
    func `an unknown token and none are refused`() async throws {
        var (bench, userID) = try await bench()
        let unknown = "404 idp_access_token_could_not_be_exchanged"
        #expect(try bench.call(.exchangeAccessToken, ["access_token": "other"]).outcome == unknown)
        #expect(try bench.call(.exchangeAccessToken).outcome == "400 bad_request")
        #expect(try bench.call(.deleteUser, argument: userID).outcome == "200")
        #expect(try bench.call(.exchangeAccessToken, ["access_token": "access"]).outcome == unknown)
    }
}
