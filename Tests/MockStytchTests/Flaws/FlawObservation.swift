import Crypto
import Foundation
import Testing
import WireJSON

@testable import MockStytch

/// What can be seen of a mock by calling it, each thing under a name.
struct FlawObservation {
    private(set) var seen: [String: String] = [:]

    /// Calls a mock of its own, wrong in this way, again and again, each time in a new one.
    init(_ flaw: MockFlaw?) async throws {
        try await seeEnvelopes(APIBench(flaw: flaw))
        try await seeSession(APIBench(flaw: flaw))
        try await seeToken(APIBench(flaw: flaw))
        try await seeClaims(APIBench(flaw: flaw))
        try await seeDurations(APIBench(flaw: flaw))
        try await seeEnds(APIBench(flaw: flaw))
        try await seeReset(APIBench(flaw: flaw))
        try await seeOldReset(APIBench(flaw: flaw))
        try await seeKeys(APIBench(flaw: flaw))
        try await seeOtherTokens(APIBench(flaw: flaw))
        try await seeOtherProject(APIBench(flaw: flaw))
        try await seeOtherUser(APIBench(flaw: flaw))
        try await seeLogin(APIBench(flaw: flaw))
    }

    mutating func note(_ name: String, _ text: String?) {
        seen[name] = text ?? "none"
    }

    private mutating func seeEnvelopes(_ bench: APIBench) throws {
        let good = try bench.send("GET", "/v1/sessions/jwks/\(bench.projectID)")
        let bad = try bench.send("GET", "/v1/users/x")
        note("good status", "\(good.reply.status)")
        note("good status code", good["status_code"]?.text())
        note("content type", good.header("content-type"))
        note("request id is there", "\(good["request_id"] != nil)")
        note("request ids differ", "\(good["request_id"] != bad["request_id"])")
        note("bad status", "\(bad.reply.status)")
        note("bad status code", bad["status_code"]?.text())
        note("error type", bad["error_type"]?.string)
        note("error url", bad["error_url"]?.string)
        note("session token of an error", bad["session_token"]?.string)
        note("unknown user's sessions", "\(try bench.send("GET", "/v1/sessions?user_id=x").reply.status)")
        let wrong = [APIBench.basic(bench.projectID, "wrong")]
        note("wrong secret", "\(try bench.send("GET", "/v1/users/x", bytes: [], authorization: wrong).reply.status)")
    }

    private mutating func seeOtherTokens(_ bench: APIBench) async throws {
        let login = try bench.logIn()
        let session = login["session"]?["session_id"]?.string ?? ""
        let control = "/mock/projects/\(bench.projectID)"
        let unsigned = try await bench.command(
            "POST",
            control + "/jwt",
            "{\"session_id\": \"\(session)\", \"header\": {\"alg\": \"none\"}}"
        )
        let jwt = unsigned["session_jwt"] ?? "not.a.jwt"
        note(
            "unsigned JWT",
            try bench.send("POST", "/v1/sessions/authenticate", ["session_jwt": jwt]).reply.status.description
        )
        let user = login["user_id"]?.string ?? ""
        let issued = try await bench.command(
            "POST",
            control + "/access-token",
            "{\"user_id\": \"\(user)\", \"client_id\": \"c\", \"scope\": \"full_access\"}"
        )
        let exchange: JSONValue = ["access_token": try #require(issued["access_token"])]
        _ = try bench.send("POST", "/v1/sessions/exchange_access_token", exchange)
        let again = try bench.send("POST", "/v1/sessions/exchange_access_token", exchange)
        note("access token again", "\(again.reply.status)")
    }

    private mutating func seeSession(_ bench: APIBench) throws {
        let login = try bench.logIn()
        note("session keys", login["session"]?.object?.keys.joined(separator: " "))
        note("user has status", "\(login["user"]?["status"] != nil)")
        note("start", login["session"]?["started_at"]?.string)
        note("sessions", try sessions(bench, login))
    }

    private func sessions(_ bench: APIBench, _ login: Sent) throws -> String? {
        let id = login["user_id"]?.string ?? ""
        return try bench.send("GET", "/v1/sessions?user_id=\(id)")["sessions"]?.array.map { "\($0.count)" }
    }

    private mutating func seeToken(_ bench: APIBench) async throws {
        let login = try bench.logIn()
        let token = try #require(login["session_jwt"]?.string)
        let verified = try? TestKeys.ring.directory.claims(of: token, trusting: try await TestKeys.ids(2))
        note("jwt verifies", "\(verified != nil)")
        let again = try bench.send("POST", "/v1/sessions/authenticate", ["session_jwt": .string(token)])
        let answered = again["session_token"]?.text()
        note("token for a JWT", answered == login["session_token"]?.text() ? "the token" : answered)
        let claims = try Self.claims(in: login["session_jwt"])
        note("issuer", claims["iss"]?.string)
        let ends = (claims["exp"]?.int ?? 0) - (claims["iat"]?.int ?? 0)
        note("lifetime", "\(ends)")
        let inside = claims["https://stytch.com/session"]?["id"]?.string
        let outside = login["session"]?["session_id"] ?? login["session"]?["sessionId"]
        note("jwt session is the session", "\(inside == outside?.string)")
        let seeded = try await bench.command(
            "POST",
            "/mock/projects/\(bench.projectID)/session",
            #"{"factors": [], "attributes": {"user_agent": "Browser/1.0"}}"#
        )
        let sent = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            ["session_token": try #require(seeded["session_token"])]
        )
        let session = try Self.claims(in: sent["session_jwt"])["https://stytch.com/session"]
        note("jwt attributes", session?["attributes"]?.text())
    }

    private static func claims(in token: JSONValue?) throws -> JSONValue {
        let part = try #require(token?.string).split(separator: ".")[1]
        return try JSONDocument(decoded(part, .url)).root.value
    }

    private mutating func seeClaims(_ bench: APIBench) throws {
        let token = try #require(try bench.logIn()["session_token"])
        let large = #"{"t": "\#(String(repeating: "x", count: 5000))"}"#
        let first = #"{"a": {"x": 1}, "b": 1, "n": 9007199254740993}"#
        note("claims at first", try claims(bench, token, first)["session"]?["custom_claims"]?.text())
        let second = #"{"a": {"y": 2}, "b": null}"#
        note("claims after", try claims(bench, token, second)["session"]?["custom_claims"]?.text())
        note("reserved claim", try claims(bench, token, #"{"sub": "x"}"#)["session"]?["custom_claims"]?["sub"]?.text())
        note("large claims", "\(try claims(bench, token, large).reply.status)")
    }

    private func claims(_ bench: APIBench, _ token: JSONValue, _ claims: String) throws -> Sent {
        try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            ["session_token": token, "session_duration_minutes": 60, "session_custom_claims": try json(claims)]
        )
    }

    private mutating func seeDurations(_ bench: APIBench) async throws {
        let token = try #require(try bench.logIn()["session_token"])
        for minutes in [4, 30] {
            let sent = try bench.send(
                "POST",
                "/v1/sessions/authenticate",
                ["session_token": token, "session_duration_minutes": .number(JSONNumber(minutes))]
            )
            note("\(minutes) minutes", "\(sent.reply.status)")
        }
        try await bench.command("POST", "/mock/projects/\(bench.projectID)/advance", #"{"milliseconds": 1800000}"#)
        let sent = try bench.send("POST", "/v1/sessions/authenticate", ["session_token": token])
        note("at its end", "\(sent.reply.status)")
        let login = try bench.logIn()
        try await bench.command("POST", "/mock/projects/\(bench.projectID)/advance", #"{"milliseconds": 60000}"#)
        let later = try bench.send(
            "POST",
            "/v1/sessions/authenticate",
            ["session_token": try #require(login["session_token"])]
        )
        let access = later["session"]?["last_accessed_at"]?.string
        note("access moves", "\(access != later["session"]?["started_at"]?.string)")
    }

    private mutating func seeEnds(_ bench: APIBench) async throws {
        let token = try #require(try bench.logIn()["session_token"])
        note("revoking", "\(try bench.send("POST", "/v1/sessions/revoke", ["session_token": token]).reply.status)")
        let sent = try bench.send("POST", "/v1/sessions/authenticate", ["session_token": token])
        note("after revoking", "\(sent.reply.status)")
        try await bench.command(
            "POST",
            "/mock/projects/\(bench.projectID)/userinfo",
            #"{"token": "t", "answer": {"email": "ada@example.com"}}"#
        )
        let migrated = try bench.send("POST", "/v1/sessions/migrate", ["session_token": "t"])
        note("migrating makes a session", "\(migrated["session"] != .null)")
    }

    private mutating func seeReset(_ bench: APIBench) throws {
        let used = try #require(try bench.logIn()["session_token"])
        let other = try #require(try bench.logIn()["session_token"])
        _ = try bench.send(
            "POST",
            "/v1/passwords/session/reset",
            ["session_token": used, "password": "battery staple"]
        )
        let sent = try bench.send("POST", "/v1/sessions/authenticate", ["session_token": other])
        note("other session after reset", "\(sent.reply.status)")
        let login = try bench.send(
            "POST",
            "/v1/passwords/authenticate",
            ["email": "ada@example.com", "password": "battery staple"]
        )
        note("new password after reset", "\(login.reply.status)")
    }

    private mutating func seeOldReset(_ bench: APIBench) async throws {
        let token = try #require(try bench.logIn()["session_token"])
        try await bench.command("POST", "/mock/projects/\(bench.projectID)/advance", #"{"milliseconds": 600000}"#)
        let sent = try bench.send(
            "POST",
            "/v1/passwords/session/reset",
            ["session_token": token, "password": "battery staple"]
        )
        note("reset by an old factor", "\(sent.reply.status)")
    }

    private mutating func seeKeys(_ bench: APIBench) async throws {
        try await bench.command("POST", "/mock/projects/\(bench.projectID)/rotate-keys", "{}")
        let keys = try bench.send("GET", "/v1/sessions/jwks/\(bench.projectID)")["keys"]?.array
        let certificate = keys?[0]["x5c"]?[0]?.string.flatMap { Data(base64Encoded: $0) } ?? Data()
        let digest = Data(SHA256.hash(data: certificate)).base64EncodedString()
        let thumbprint = keys?[0]["x5tS256"]?.string ?? ""
        note("thumbprint", "\(thumbprint.replacing("-", with: "+").replacing("_", with: "/") == digest)")
        note("private members", "\(keys?[0]["d"] != nil)")
        note("certificate", "\(certificate.count > 500)")
        note("keys after rotation", keys.map { "\($0.count)" })
    }
}
