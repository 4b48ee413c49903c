import Testing
import WireJSON

@testable import MockStytch

struct CallCountTests {
    private func calls(_ bench: APIBench, of projectID: String? = nil) async throws -> JSONValue? {
        try await bench.command("GET", "/mock/projects/\(projectID ?? bench.projectID)/calls")["calls"]
    }

    @Test
    func `every operation is told, from none on`() async throws {
        let calls = try await calls(APIBench())
        #expect(
            calls == [
                "sessions.get": 0, "sessions.authenticate": 0, "sessions.revoke": 0, "sessions.migrate": 0,
                "sessions.exchange_access_token": 0, "sessions.attest": 0, "sessions.get_jwks": 0,
                "passwords.session.reset": 0, "passwords.create": 0, "passwords.authenticate": 0, "users.get": 0,
                "users.delete": 0,
            ]
        )
    }

    @Test
    func `good and bad calls count, in the project that they are about`() async throws {
        let bench = try await APIBench()
        let other = try await bench.command("POST", "/mock/projects", "{}")
        let otherID = try #require(other["project_id"]?.string)
        _ = try bench.logIn()
        _ = try bench.send("POST", "/v1/sessions/authenticate", [:])
        _ = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            bytes: [],
            authorization: [APIBench.basic(bench.projectID, "wrong")]
        )
        for _ in 0..<3 {
            _ = try bench.send("GET", "/v1/sessions/jwks/\(bench.projectID)", bytes: [], authorization: [])
        }
        _ = try bench.send("GET", "/v1/nothing")
        let mine = try await calls(bench)
        #expect(mine?["passwords.create"] == 1)
        #expect(mine?["sessions.authenticate"] == 2)
        #expect(mine?["sessions.get_jwks"] == 3)
        #expect(mine?["sessions.get"] == 0)
        #expect(try await calls(bench, of: otherID)?["sessions.get_jwks"] == 0)
    }

    @Test
    func `a call that meets a fault counts, and asking for the counts does not`() async throws {
        let bench = try await APIBench()
        _ = try await bench.command("POST", "/mock/projects/\(bench.projectID)/fault", #"{"status": 500}"#)
        #expect(try bench.send("GET", "/v1/users/nobody").outcome == "500 internal_server_error")
        _ = try await calls(bench)
        #expect(try await calls(bench)?["users.get"] == 1)
    }
}
