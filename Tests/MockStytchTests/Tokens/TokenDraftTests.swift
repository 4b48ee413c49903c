import Testing
import WireJSON

@testable import MockStytch

struct TokenDraftTests {
    @Test
    func `a JWT has just the claims that real ones have`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 61
        let answer = try bench.call(.authenticateSession, ["session_token": .string(login.token)])
        let expected: JSONObject = [
            "iss": "stytch.com/project-test-11111111-1111-4111-8111-111111111111",
            "aud": ["project-test-11111111-1111-4111-8111-111111111111"],
            "sub": .string(login.userID),
            "iat": 1_800_000_061,
            "nbf": 1_800_000_061,
            "exp": 1_800_000_361,
            "https://stytch.com/session": [
                "id": .string(login.sessionID),
                "started_at": "2027-01-15T08:00:00Z",
                "last_accessed_at": "2027-01-15T08:01:01Z",
                "expires_at": "2027-01-15T09:00:00Z",
                "attributes": ["user_agent": "", "ip_address": ""],
                "authentication_factors": [
                    [
                        "type": "password", "delivery_method": "knowledge",
                        "last_authenticated_at": "2027-01-15T08:00:00Z",
                    ]
                ],
                "roles": [],
            ],
        ]
        #expect(try bench.claims(answer) == expected)
    }

    @Test
    func `a JWT tells from where the session was begun, as the session does`() async throws {
        var bench = try await RuleBench()
        let factor: JSONObject = ["type": "otp", "delivery_method": "sms"]
        var session = bench.open([factor])
        session.attributes = SessionAttributes(ipAddress: "203.0.113.7", userAgent: "Browser/1.0")
        bench.state.keep(session)
        let answer = try bench.call(.authenticateSession, ["session_token": .string(session.token)])
        #expect(answer["session"]?["attributes"] == ["ip_address": "203.0.113.7", "user_agent": "Browser/1.0"])
        let claim = try bench.claims(answer)["https://stytch.com/session"]
        #expect(claim?["attributes"] == ["user_agent": "Browser/1.0", "ip_address": "203.0.113.7"])
    }

    @Test
    func `the newest key signs, and the older ones are still trusted`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.state.keyIDs = try await TestKeys.ids(2)
        let answer = try bench.call(.authenticateSession, ["session_jwt": .string(login.jwt)])
        let jwt = try #require(answer["session_jwt"]?.string)
        let header = try JSONDocument(decoded(jwt.prefix { $0 != "." }, .url)).root.value
        #expect(header["kid"] == .string(bench.state.keyIDs[1]))
        let keys = try bench.call(.getKeys)
        let ids = keys["keys"]?.array?.compactMap { $0["kid"]?.string }
        #expect(ids == bench.state.keyIDs)
        #expect(keys.headers.map { "\($0.name): \($0.value)" } == ["cache-control: public, max-age=900"])
    }
}
