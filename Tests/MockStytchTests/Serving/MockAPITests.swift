import Testing
import WireJSON

@testable import MockStytch

struct MockAPITests {
    @Test
    func `every answer has an id of its own, its status and a JSON content type`() async throws {
        let bench = try await APIBench()
        var ids: Set<String> = []
        for target in ["/v1/users/x", "/v1/nothing", "/v1/sessions/jwks/\(bench.projectID)", "/v1/sessions"] {
            let sent = try bench.send("GET", target)
            let id = try #require(sent["request_id"]?.string)
            #expect(id.hasPrefix("request-id-test-"))
            #expect(id.utf8.count == 52)
            #expect(sent["status_code"]?.int == sent.reply.status)
            #expect(sent.header("content-type") == "application/json")
            ids.insert(id)
        }
        #expect(ids.count == 4)
    }

    @Test
    func `an error has the five members of the envelope`() async throws {
        let sent = try await APIBench().send("GET", "/v1/users/nobody")
        let keys = ["request_id", "error_type", "error_message", "error_url", "status_code"]
        #expect(sent.body.object?.keys == keys)
        #expect(sent["error_type"] == "user_not_found")
        #expect(sent["error_message"] == "User could not be found.")
        #expect(sent["error_url"] == "https://stytch.com/docs/api/errors/404#user_not_found")
        #expect(sent["status_code"] == 404)
    }

    @Test(arguments: [
        ([], "401 unauthorized_credentials"),
        (["Basic !"], "401 unauthorized_credentials"),
        (["Bearer x"], "401 unauthorized_credentials"),
        (
            [APIBench.basic("project-test-22222222-2222-4222-8222-222222222222", "wrong")],
            "401 unauthorized_credentials"
        ),
        ([APIBench.basic("project-test-unknown", "wrong")], "401 unauthorized_credentials"),
        (["Basic Og==", "Basic Og=="], "401 unauthorized_credentials"),
    ])
    func `wrong credentials are refused`(authorization: [String], outcome: String) async throws {
        let bench = try await APIBench()
        let sent = try bench.send("GET", "/v1/sessions?user_id=x", bytes: [], authorization: authorization)
        #expect(sent.outcome == outcome)
    }

    @Test
    func `key sets need no credentials, and are those of one project`() async throws {
        let bench = try await APIBench()
        let target = "/v1/sessions/jwks/\(bench.projectID)"
        let other = APIBench.basic("project-test-other", "x")
        #expect(try bench.send("GET", target, bytes: [], authorization: []).outcome == "200")
        #expect(try bench.send("GET", target).header("cache-control") == "public, max-age=900")
        #expect(try bench.send("GET", target, bytes: [], authorization: [other]).outcome == "404 project_not_found")
        #expect(
            try bench.send("GET", "/v1/sessions/jwks/other", bytes: [], authorization: []).outcome
                == "404 project_not_found"
        )
    }

    @Test(arguments: [
        ("GET", "/v1/nothing", "404 route_not_found"),
        ("POST", "/v1/users/x", "405 method_not_allowed"),
        ("GET", "/v1/users/%zz", "400 bad_request"),
    ])
    func `routes are found before credentials are read`(method: String, target: String, outcome: String) async throws {
        let bench = try await APIBench()
        #expect(try bench.send(method, target, bytes: [], authorization: []).outcome == outcome)
    }

    @Test
    func `a wrong method says which are right`() async throws {
        #expect(try await APIBench().send("PUT", "/v1/users/x").header("allow") == "GET, HEAD, DELETE")
    }

    @Test(arguments: [
        "", "{", "[]", "null", "\"x\"", "{} {}", "{\"a\": 1,}", "{'a': 1}", "\u{FEFF}{}", "{\"a\": \"\\ud800\"}",
    ])
    func `a body that is no JSON object is refused`(body: String) async throws {
        let bench = try await APIBench()
        let authorization = [APIBench.basic(bench.projectID, bench.secret)]
        for path in ["/v1/sessions/authenticate", "/v1/passwords", "/v1/passwords/session/reset"] {
            let sent = try bench.send("POST", path, bytes: Array(body.utf8), authorization: authorization)
            #expect(sent.outcome == "400 bad_request")
        }
    }

    @Test
    func `a body that is no UTF-8 is refused`() async throws {
        let bench = try await APIBench()
        let authorization = [APIBench.basic(bench.projectID, bench.secret)]
        let sent = try bench.send("POST", "/v1/sessions/revoke", bytes: [0xFF], authorization: authorization)
        #expect(sent.outcome == "400 bad_request")
    }

    @Test
    func `of a duplicate key the last counts`() async throws {
        let bench = try await APIBench()
        let token = try #require(try bench.logIn()["session_token"]?.string)
        let body = #"{"session_token": "short", "session_token": "\#(token)"}"#
        let authorization = [APIBench.basic(bench.projectID, bench.secret)]
        let sent = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            bytes: Array(body.utf8),
            authorization: authorization
        )
        #expect(sent.outcome == "200")
    }

    @Test
    func `projects do not see each other's users and sessions`() async throws {
        let bench = try await APIBench()
        let login = try bench.logIn()
        let other = try await bench.command("POST", "/mock/projects")
        let authorization = [
            APIBench.basic(
                try #require(other["project_id"]?.string),
                try #require(other["secret"]?.string)
            )
        ]
        let userID = try #require(login["user_id"]?.string)
        let token = try #require(login["session_token"])
        #expect(
            try bench.send("GET", "/v1/users/\(userID)", bytes: [], authorization: authorization).outcome
                == "404 user_not_found"
        )
        let body: JSONValue = ["session_token": token]
        let sent = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            bytes: body.bytes(),
            authorization: authorization
        )
        #expect(sent.outcome == "404 session_not_found")
    }
}
