import Synchronization
import Testing
import WireJSON

@testable import MockStytch

struct SessionAuthenticateTests {
    @Test
    func `a live token gives session, user, token and JWT, and no user id at the top`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(.authenticateSession, ["session_token": .string(login.token)])
        #expect(answer.outcome == "200")
        #expect(answer.members.keys == ["session", "session_token", "session_jwt", "user"])
        #expect(answer["session_token"] == .string(login.token))
        #expect(answer["session"]?["session_id"] == .string(login.sessionID))
        #expect(answer["session"]?["user_id"] == .string(login.userID))
        #expect(answer["user"]?["user_id"] == .string(login.userID))
    }

    @Test
    func `a session has every key that is always sent today`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(.authenticateSession, ["session_token": .string(login.token)])
        let expected: JSONValue = [
            "session_id": .string(login.sessionID),
            "user_id": .string(login.userID),
            "authentication_factors": [
                [
                    "type": "password",
                    "delivery_method": "knowledge",
                    "last_authenticated_at": "2027-01-15T08:00:00Z",
                    "created_at": "2027-01-15T08:00:00Z",
                    "updated_at": "2027-01-15T08:00:00Z",
                ]
            ],
            "roles": [],
            "started_at": "2027-01-15T08:00:00Z",
            "last_accessed_at": "2027-01-15T08:00:00Z",
            "expires_at": "2027-01-15T09:00:00Z",
            "attributes": ["ip_address": "", "user_agent": ""],
            "custom_claims": [:],
        ]
        #expect(answer["session"] == expected)
    }

    @Test
    func `by JWT the token comes back empty, and the session is the same`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 90
        let answer = try bench.call(.authenticateSession, ["session_jwt": .string(login.jwt)])
        #expect(answer.outcome == "200")
        #expect(answer["session_token"] == "")
        #expect(answer["session"]?["session_id"] == .string(login.sessionID))
        #expect(try bench.claims(answer)["iat"] == 1_800_000_090)
    }

    @Test
    func `a JWT past its end is good while its session lives`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 3599
        #expect(try bench.call(.authenticateSession, ["session_jwt": .string(login.jwt)]).outcome == "200")
        bench.now += 1
        #expect(
            try bench.call(.authenticateSession, ["session_jwt": .string(login.jwt)]).outcome
                == "404 session_not_found"
        )
    }

    @Test
    func `the last access moves with each call, and the end only with a duration`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        bench.now += 1200
        let touched = try bench.call(.authenticateSession, ["session_token": .string(login.token)])
        #expect(touched["session"]?["last_accessed_at"] == "2027-01-15T08:20:00Z")
        #expect(touched["session"]?["expires_at"] == "2027-01-15T09:00:00Z")
        let extended = try bench.call(
            .authenticateSession,
            ["session_token": .string(login.token), "session_duration_minutes": 30]
        )
        #expect(extended["session"]?["expires_at"] == "2027-01-15T08:50:00Z")
        #expect(extended["session"]?["started_at"] == "2027-01-15T08:00:00Z")
    }

    @Test(arguments: [
        (#"{}"#, "400 no_session_arguments"),
        (#"{"session_token": "", "session_jwt": ""}"#, "400 no_session_arguments"),
        (#"{"session_token": "x", "session_jwt": "y"}"#, "400 too_many_session_arguments"),
        (#"{"session_token": "short"}"#, "400 invalid_session_token"),
        (#"{"session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}"#, "400 invalid_session_token"),
        (#"{"session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé"}"#, "400 invalid_session_token"),
        (#"{"session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"#, "400 invalid_session_token"),
        (#"{"session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_-0"}"#, "404 session_not_found"),
        (#"{"session_token": "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw"}"#, "404 session_not_found"),
        (#"{"session_token": 7}"#, "400 bad_request"),
        (#"{"session_token": null}"#, "400 bad_request"),
        (#"{"session_token": ["x"]}"#, "400 bad_request"),
        (#"{"session_jwt": "garbage"}"#, "400 unable_to_parse_session_jwt"),
        (#"{"session_jwt": "a.b.c"}"#, "400 unable_to_parse_session_jwt"),
        (#"{"session_jwt": 1}"#, "400 bad_request"),
        (#"{"session_jwt": "x", "session_custom_claims": []}"#, "400 bad_request"),
        (#"{"session_jwt": "x", "session_custom_claims": null}"#, "400 bad_request"),
        (#"{"session_jwt": "x", "authorization_check": {"action": "read"}}"#, "400 bad_request"),
        (#"{"session_jwt": "x", "authorization_check": "read"}"#, "400 bad_request"),
    ])
    func `what is wrong with the request is refused`(body: String, outcome: String) async throws {
        var bench = try await RuleBench()
        let object = try jsonObject(body)
        #expect(try bench.call(.authenticateSession, object).outcome == outcome)
    }

    @Test
    func `an authorization check finds no role that grants anything`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .authenticateSession,
            [
                "session_token": .string(login.token),
                "authorization_check": ["resource_id": "documents", "action": "read"],
            ]
        )
        #expect(answer.outcome == "403 consumer_session_authorization_error")
    }

    @Test
    func `a JWT of another project is refused though its signature is good`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        var other = try await RuleBench()
        other.state = ProjectState(projectID: "project-test-other", keyIDs: bench.state.keyIDs)
        let answer = try other.call(.authenticateSession, ["session_jwt": .string(login.jwt)])
        #expect(answer.outcome == "400 jwt_invalid_issuer")
    }

    @Test
    func `an error has type, message and address`() async throws {
        var bench = try await RuleBench()
        let answer = try bench.call(.authenticateSession)
        let expected: JSONObject = [
            "error_type": "no_session_arguments",
            "error_message": "Include one of session_token and session_jwt.",
            "error_url": "https://stytch.com/docs/api/errors/400#no_session_arguments",
        ]
        #expect(answer.members == expected)
    }

    @Test
    func `a parameter of other calls is ignored`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .authenticateSession,
            ["session_token": .string(login.token), "telemetry_id": 7, "password": nil]
        )
        #expect(answer.outcome == "200")
    }

    @Test
    func `of calls at once none moves a session's last access back`() async throws {
        // A clock that is a second later each time it is read.
        let seconds = Atomic<Int64>(1_800_000_000)
        let bench = try await APIBench(
            clock: MockClock { seconds.wrappingAdd(1, ordering: .relaxed).newValue * 1_000 }
        )
        let login = try bench.logIn()
        let token = try #require(login["session_token"])
        let times = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    let sent = try bench.send("POST", "/v1/sessions/authenticate", ["session_token": token])
                    return sent["session"]?["last_accessed_at"]?.string ?? "none"
                }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(Set(times).count == 200)
        let user = try #require(login["user_id"]?.string)
        let kept = try bench.send("GET", "/v1/sessions?user_id=\(user)")["sessions"]?[0]?["last_accessed_at"]?.string
        #expect(kept == times.max())
    }
}
