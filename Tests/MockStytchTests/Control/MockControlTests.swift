import Testing
import WireJSON

@testable import MockStytch

struct MockControlTests {
    @Test
    func `the offers are listed`() async throws {
        let sent = try await APIBench().command("GET", "/mock/offers")
        #expect(sent["offers"] == ["clock"])
    }

    @Test
    func `a server offers all that only a mock can do`() async throws {
        try await withMockServer { mock in
            let answer = await mock.client.send("GET", "/mock/offers")
            let expected: JSONValue = [
                "clock", "keys", "userinfo", "sessions", "tokens", "calls", "faults", "sandbox", "projects",
            ]
            try #expect(json(answer.text)["offers"] == expected)
        }
    }

    @Test
    func `a project is made, used and deleted`() async throws {
        let bench = try await APIBench()
        let project = try await bench.command("POST", "/mock/projects", "{}")
        #expect(project.outcome == "201")
        let id = try #require(project["project_id"]?.string)
        let secret = try #require(project["secret"]?.string)
        #expect(id.hasPrefix("project-test-"))
        #expect(secret.utf8.count == 56)
        let authorization = [APIBench.basic(id, secret)]
        let target = "/v1/users/x"
        #expect(
            try bench.send("GET", target, bytes: [], authorization: authorization).outcome == "404 user_not_found"
        )
        #expect(try await bench.command("DELETE", "/mock/projects/\(id)").outcome == "200")
        #expect(
            try bench.send("GET", target, bytes: [], authorization: authorization).outcome
                == "401 unauthorized_credentials"
        )
        #expect(try await bench.command("DELETE", "/mock/projects/\(id)").outcome == "404 project_not_found")
    }

    @Test
    func `a project shows its users and how many sessions live`() async throws {
        let bench = try await APIBench()
        let path = "/mock/projects/\(bench.projectID)"
        #expect(try await bench.command("GET", path)["users"] == [])
        let user = try #require(try bench.logIn()["user_id"])
        _ = try bench.logIn()
        let shown = try await bench.command("GET", path)
        #expect(shown.outcome == "200")
        #expect(shown["users"] == [["user_id": user, "emails": ["ada@example.com"]]])
        #expect(shown["sessions"] == 2)
        try await bench.command("POST", path + "/advance", #"{"milliseconds": 3600000}"#)
        #expect(try await bench.command("GET", path)["sessions"] == 0)
        #expect(try bench.send("DELETE", "/v1/users/\(user.string ?? "")").outcome == "200")
        #expect(try await bench.command("GET", path)["users"] == [])
        #expect(try await bench.command("GET", "/mock/projects/project-test-x").outcome == "404 project_not_found")
        #expect(try await bench.command("GET", path, #"{"a": 1}"#).outcome == "400 bad_request")
        #expect(try await bench.command("PUT", path).outcome == "405 method_not_allowed")
    }

    @Test
    func `the clock of one project moves`() async throws {
        let bench = try await APIBench()
        let token = try #require(try bench.logIn()["session_token"])
        for _ in 0..<2 {
            try await bench.command("POST", "/mock/projects/\(bench.projectID)/advance", #"{"milliseconds": 30500}"#)
        }
        let sent = try bench.send("POST", "/v1/sessions/authenticate", ["session_token": token])
        #expect(sent["session"]?["last_accessed_at"] == "2027-01-15T08:01:01Z")
        let authorization = "/mock/projects/\(bench.projectID)/advance"
        try await bench.command("POST", authorization, #"{"milliseconds": 3600000}"#)
        let late = try bench.send("POST", "/v1/sessions/authenticate", ["session_token": token])
        #expect(late.outcome == "404 session_not_found")
    }

    @Test
    func `a rotation adds a key that signs from then on`() async throws {
        let bench = try await APIBench()
        let jwt = try #require(try bench.logIn()["session_jwt"])
        let path = "/mock/projects/\(bench.projectID)/rotate-keys"
        #expect(try await bench.command("POST", path, "{}").outcome == "200")
        let sent = try bench.send("POST", "/v1/sessions/authenticate", ["session_jwt": jwt])
        #expect(sent.outcome == "200")
        let keys = try bench.send("GET", "/v1/sessions/jwks/\(bench.projectID)")["keys"]?.array
        #expect(keys?.count == 2)
        let header = try JSONDocument(decoded(sent["session_jwt"]?.string?.prefix { $0 != "." }, .url)).root.value
        #expect(header["kid"] == keys?[1]["kid"])
        let other = try await bench.command("POST", "/mock/projects")
        let id = try #require(other["project_id"]?.string)
        #expect(
            try bench.send("GET", "/v1/sessions/jwks/\(id)", bytes: [], authorization: [])["keys"]?.array?.count == 1
        )
    }

    @Test
    func `userinfo is what migrate asks`() async throws {
        let bench = try await APIBench()
        _ = try bench.logIn()
        let path = "/mock/projects/\(bench.projectID)/userinfo"
        try await bench.command("POST", path, #"{"token": "t", "answer": {"email": "ada@example.com"}}"#)
        #expect(try bench.send("POST", "/v1/sessions/migrate", ["session_token": "t"]).outcome == "200")
        try await bench.command("POST", path, #"{"token": "t", "status": 503}"#)
        #expect(
            try bench.send("POST", "/v1/sessions/migrate", ["session_token": "t"]).outcome
                == "400 migrate_from_external_unexpected_response"
        )
    }

    @Test
    func `a session is made with the factors given`() async throws {
        let bench = try await APIBench()
        let body = """
            {"minutes": 5, "attributes": {"ip_address": "203.0.113.7"}, "factors": [{"type": "otp", "delivery_method": "email", "hilltop": 1,
              "last_authenticated_at": "2027-01-15T07:00:00.123456Z",
              "email_factor": {"email_id": "email-test-1", "email_address": "ada@example.com"}}]}
            """
        let made = try await bench.command("POST", "/mock/projects/\(bench.projectID)/session", body)
        let keys = ["request_id", "user_id", "session_id", "session_token", "session_jwt", "status_code"]
        #expect(made.body.object?.keys == keys)
        let sent = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            ["session_token": try #require(made["session_token"])]
        )
        #expect(sent["session"]?["session_id"] == made["session_id"])
        #expect(sent["session"]?["expires_at"] == "2027-01-15T08:05:00Z")
        let factor: JSONValue = [
            "type": "otp", "delivery_method": "email", "hilltop": 1,
            "last_authenticated_at": "2027-01-15T07:00:00.123456Z",
            "created_at": "2027-01-15T08:00:00Z", "updated_at": "2027-01-15T08:00:00Z",
            "email_factor": ["email_id": "email-test-1", "email_address": "ada@example.com"],
        ]
        #expect(sent["session"]?["authentication_factors"] == [factor])
        #expect(sent["session"]?["attributes"] == ["ip_address": "203.0.113.7", "user_agent": ""])
        #expect(sent["user"]?["user_id"] == made["user_id"])
        #expect(sent["user"]?["password"] == .null)
        let byJWT = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            ["session_jwt": try #require(made["session_jwt"])]
        )
        #expect(byJWT.outcome == "200")
    }

    @Test
    func `a token for a user that is not there is not made`() async throws {
        let bench = try await APIBench()
        let project = "/mock/projects/\(bench.projectID)"
        let access = #"{"user_id": "u", "client_id": "c", "scope": "full_access"}"#
        let trusted = #"{"user_id": "u", "profile_id": "p", "token": "t"}"#
        #expect(try await bench.command("POST", project + "/access-token", access).outcome == "404 user_not_found")
        #expect(try await bench.command("POST", project + "/trusted-token", trusted).outcome == "404 user_not_found")
    }

    @Test(arguments: [
        ("advance", "{}", "'milliseconds' must be an integer from 0 to 3155760000000, it is missing"),
        (
            "advance", #"{"milliseconds": -1}"#,
            "'milliseconds' must be an integer from 0 to 3155760000000, found number"
        ),
        (
            "advance", #"{"milliseconds": "1"}"#,
            "'milliseconds' must be an integer from 0 to 3155760000000, found string"
        ),
        ("advance", #"{"seconds": 1}"#, "no members but 'milliseconds' expected, found 'seconds'"),
        ("rotate-keys", #"{"count": 2}"#, "no members expected, found 'count'"),
        ("userinfo", #"{"token": "t"}"#, "one of 'answer' and 'status' expected beside 'token'"),
        (
            "userinfo", #"{"token": "t", "answer": 1, "status": 2}"#,
            "one of 'answer' and 'status' expected beside 'token'"
        ),
        ("userinfo", #"{"answer": 1}"#, "'token' must be a string, it is missing"),
        ("session", "{}", "'factors' must be an array of objects, it is missing"),
        (
            "session", #"{"factors": [{"type": "otp"}]}"#,
            "each of 'factors' must be an object with the strings 'type' and 'delivery_method'"
        ),
        (
            "session", #"{"factors": [], "attributes": {"ip": "a"}}"#,
            "no members but 'ip_address', 'user_agent' expected, found 'ip'"
        ),
        (
            "session", #"{"factors": [], "attributes": {"user_agent": null}}"#,
            "'user_agent' must be a string, found null"
        ),
        ("session", #"{"factors": [], "attributes": []}"#, "'attributes' must be an object, found array"),
        ("session", #"{"factors": [], "minutes": 0}"#, "'minutes' must be an integer from 1 to 527040, found number"),
        (
            "session", #"{"factors": [{"type": "a", "delivery_method": "b", "last_authenticated_at": "now"}]}"#,
            "'last_authenticated_at' of a factor must be an RFC 3339 time"
        ),
        ("access-token", #"{"user_id": "u", "client_id": "c"}"#, "'scope' must be a string, it is missing"),
        (
            "access-token", #"{"scopes": []}"#,
            "no members but 'user_id', 'client_id', 'scope' expected, found 'scopes'"
        ),
        ("trusted-token", #"{"profile_id": 1}"#, "'profile_id' must be a string, found number"),
        ("trusted-token", #"{"email": ""}"#, "no members but 'profile_id', 'token', 'user_id' expected, found 'email'"),
        (
            "fault", "{}",
            "just one of 'status', 'delayMilliseconds', 'dripMilliseconds', 'reset', 'truncate', "
                + "'oversize', 'garbage', 'contentType', 'contentLength' expected"
        ),
        ("fault", #"{"status": 100}"#, "'status' must be an integer from 200 to 599, found number"),
        ("fault", #"{"status": 429.5}"#, "'status' must be an integer from 200 to 599, found number"),
        ("fault", #"{"contentType": "a\nb"}"#, "'contentType' must be printable ASCII, found string"),
        ("fault", #"{"garbage": 1}"#, "'garbage' must be a string, found number"),
    ])
    func `a malformed request is told what is expected`(action: String, body: String, detail: String) async throws {
        let bench = try await APIBench()
        let sent = try await bench.command("POST", "/mock/projects/\(bench.projectID)/\(action)", body)
        #expect(sent.outcome == "400 bad_request")
        #expect(sent["error_message"]?.string == "The submitted request is invalid: \(detail).")
    }

    @Test(arguments: [
        ("POST", "/mock/projects/unknown/advance", "404 project_not_found"),
        ("GET", "/mock/projects", "405 method_not_allowed"),
        ("GET", "/mock/nothing", "404 route_not_found"),
        ("GET", "/mock", "404 route_not_found"),
        ("POST", "/mock/projects/unknown/nothing", "404 route_not_found"),
    ])
    func `an unknown project, path or method has its envelope`(
        method: String,
        target: String,
        outcome: String
    ) async throws {
        #expect(try await APIBench().command(method, target, #"{"milliseconds": 1}"#).outcome == outcome)
    }

    @Test
    func `the clock has an end, before years get a fifth digit`() async throws {
        let bench = try await APIBench()
        let path = "/mock/projects/\(bench.projectID)/advance"
        var outcomes: Set<String> = []
        for _ in 0..<71 {
            outcomes.insert(try await bench.command("POST", path, #"{"milliseconds": 3155760000000}"#).outcome)
        }
        #expect(outcomes == ["200", "400 bad_request"])
        #expect(try bench.logIn().outcome == "200")
    }
}
