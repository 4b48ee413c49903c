import Testing
import WireJSON

@testable import MockStytch

/// JWTs that the mock signs to differ from a session's own.
struct SignedTokenTests {
    let bench: APIBench
    let sessionID: String

    init() async throws {
        bench = try await APIBench()
        sessionID = try #require(try bench.logIn()["session"]?["session_id"]?.string)
    }

    private func sign(_ changes: String = "") async throws -> Sent {
        try await bench.command(
            "POST",
            "/mock/projects/\(bench.projectID)/jwt",
            "{\"session_id\": \"\(sessionID)\"\(changes.isEmpty ? "" : ", " + changes)}"
        )
    }

    /// Header, claims and signature.
    private func parts(_ changes: String = "") async throws -> (header: JSONValue, claims: JSONValue, signature: String)
    {
        let token = try #require(try await sign(changes)["session_jwt"]?.string)
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        let decoded = try parts.prefix(2).map { part in
            try JSONDocument(try #require(Base64.decode(part.utf8, .url, padding: .absent))).root.value
        }
        return (decoded[0], decoded[1], String(parts[2]))
    }

    @Test
    func `without a change it is the session's own`() async throws {
        let keyID = try await TestKeys.ids(1)[0]
        let parts = try await parts()
        #expect(parts.header == ["alg": "RS256", "kid": .string(keyID), "typ": "JWT"])
        #expect(parts.claims["iss"] == .string("stytch.com/\(bench.projectID)"))
        #expect(parts.claims["aud"] == [.string(bench.projectID)])
        #expect(parts.claims["iat"] == 1_800_000_000)
        #expect(parts.claims["exp"] == 1_800_000_300)
        #expect(parts.claims["https://stytch.com/session"]?["id"] == .string(sessionID))
        let token = try #require(try await sign()["session_jwt"])
        #expect(try bench.send("POST", "/v1/sessions/authenticate", ["session_jwt": token]).outcome == "200")
    }

    @Test
    func `claims are replaced, taken out and moved in time`() async throws {
        let claims = try await parts(
            #""claims": {"iss": "x", "aud": null, "n": 9007199254740993}, "seconds": {"exp": 0, "nbf": -60, "iat": 7}"#
        ).claims
        #expect(claims["iss"] == "x")
        #expect(claims["aud"] == nil)
        #expect(claims["n"]?.text() == "9007199254740993")
        #expect(claims["exp"] == 1_800_000_000)
        #expect(claims["nbf"] == 1_799_999_940)
        #expect(claims["iat"] == 1_800_000_007)
    }

    @Test
    func `the project's newest key signs, whatever the header says`() async throws {
        let parts = try await parts(#""header": {"kid": "another", "typ": null}"#)
        #expect(parts.header == ["alg": "RS256", "kid": "another"])
        #expect(parts.signature.utf8.count == 342)
    }

    @Test
    func `nothing is signed with none, and HS256 takes the public key for the secret`() async throws {
        #expect(try await parts(#""header": {"alg": "none"}"#).signature == "")
        let parts = try await parts(#""header": {"alg": "HS256"}"#)
        #expect(parts.header["alg"] == "HS256")
        // 32 bytes.
        #expect(parts.signature.utf8.count == 43)
    }

    @Test(arguments: [
        (#""header": {"alg": "none"}"#, "400 unable_to_parse_session_jwt"),
        (#""header": {"alg": "HS256"}"#, "400 unable_to_parse_session_jwt"),
        (#""header": {"kid": "another"}"#, "400 unable_to_parse_session_jwt"),
        (#""claims": {"iss": "x"}"#, "400 jwt_invalid_issuer"),
        (#""claims": {"aud": ["x"]}"#, "400 jwt_invalid_audience"),
        (#""claims": {"https://stytch.com/session": null}"#, "400 jwt_invalid_claims"),
        (#""seconds": {"exp": -86400}"#, "200"),
    ])
    func `the API judges such a token as any other`(changes: String, expected: String) async throws {
        let token = try #require(try await sign(changes)["session_jwt"])
        #expect(try bench.send("POST", "/v1/sessions/authenticate", ["session_jwt": token]).outcome == expected)
    }

    @Test(arguments: [
        (#""claims": []"#, "'claims' must be an object, found array"),
        (#""header": 1"#, "'header' must be an object, found number"),
        (#""seconds": {"exp": "1"}"#, "'exp' must be an integer from -1000000000 to 1000000000, found string"),
        (#""seconds": {"exp": 0.5}"#, "'exp' must be an integer from -1000000000 to 1000000000, found number"),
        (#""key": "x""#, "no members but 'session_id', 'header', 'claims', 'seconds' expected, found 'key'"),
    ])
    func `what cannot be is refused with what is expected`(changes: String, expected: String) async throws {
        let sent = try await sign(changes)
        #expect(sent.outcome == "400 bad_request")
        #expect(sent["error_message"] == .string("The submitted request is invalid: \(expected)."))
    }

    @Test
    func `only a live session has a token`() async throws {
        _ = try bench.send("POST", "/v1/sessions/revoke", ["session_id": .string(sessionID)])
        #expect(try await sign().outcome == "404 session_not_found")
    }
}
