import Testing
import WireJSON

/// What can be seen between projects and between users, and when somebody logs in.
extension FlawObservation {
    mutating func seeOtherProject(_ bench: APIBench) async throws {
        let login = try bench.logIn()
        let made = try await bench.command("POST", "/mock/projects", "{}")
        let other = APIBench.basic(
            try #require(made["project_id"]?.string),
            try #require(made["secret"]?.string)
        )
        let user = login["user_id"]?.string ?? ""
        let listed = try bench.send("GET", "/v1/sessions?user_id=\(user)", bytes: [], authorization: [other])
        note("sessions of another project's user", "\(listed["sessions"] != nil)")
        let body: JSONValue = ["session_token": try #require(login["session_token"])]
        let authenticated = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            bytes: body.bytes(),
            authorization: [other]
        )
        note("another project's token", "\(authenticated["session"] != nil)")
    }

    mutating func seeOtherUser(_ bench: APIBench) throws {
        let grace = try #require(try bench.logIn(email: "grace@example.com")["session_token"])
        let first = try #require(try bench.logIn()["session_token"])
        _ = try bench.send(
            "POST",
            "/v1/passwords/session/reset",
            ["session_token": first, "password": "battery staple"]
        )
        note("other user after reset", try lives(bench, grace))
        let hedy = try #require(try bench.logIn(email: "hedy@example.com")["session_token"])
        _ = try bench.send("POST", "/v1/sessions/revoke", ["session_token": first])
        note("other user after revoking", try lives(bench, hedy))
    }

    mutating func seeLogin(_ bench: APIBench) throws {
        let login = try bench.logIn()
        note("e-mail id is the user's", "\(login["email_id"] == login["user"]?["emails"]?[0]?["email_id"])")
        note("user is locked", login["user"]?["is_locked"]?.text())
        let token = try #require(login["session_token"])
        let again: JSONValue = [
            "email": "ada@example.com", "password": "correct horse", "session_token": token,
            "session_duration_minutes": 60,
        ]
        let extended = try bench.send("POST", "/v1/passwords/authenticate", again)
        let id = "session_id"
        note("session that comes along", "\(extended["session"]?[id] == login["session"]?[id])")
        note("token after logging in", try lives(bench, extended["session_token"] ?? ""))
        let reset = try bench.send(
            "POST",
            "/v1/passwords/session/reset",
            ["session_token": token, "password": "battery staple", "session_duration_minutes": 60]
        )
        note("token after reset", try lives(bench, reset["session_token"] ?? ""))
    }

    private func lives(_ bench: APIBench, _ token: JSONValue) throws -> String {
        "\(try bench.send("POST", "/v1/sessions/authenticate", ["session_token": token])["session"] != nil)"
    }
}
