import Testing
import WireJSON

@testable import Conformance

@Suite struct TokenPatternTests {
    private static let session: JSONValue = [
        "session_id": "session-1",
        "user_id": "user-1",
        "started_at": "2026-11-21T09:00:00.935673Z",
        "last_accessed_at": "2026-11-21T09:30:00.5Z",
        "expires_at": "2026-11-21T10:30:00Z",
        "attributes": ["ip_address": "", "user_agent": ""],
        "authentication_factors": [
            [
                "type": "password", "last_authenticated_at": "2026-11-21T09:00:00.9Z",
                "created_at": "2026-11-21T09:00:00Z", "updated_at": "2026-11-21T09:00:00Z",
            ]
        ],
        "roles": ["stytch_user"],
    ]

    private static let claims: JSONValue = [
        "sub": "user-1", "iat": 1_795_253_400, "exp": 1_795_253_700, "plan": ["seats": 3],
        "https://stytch.com/session": [
            "id": "session-1",
            "started_at": "2026-11-21T09:00:00Z",
            "last_accessed_at": "2026-11-21T09:30:00Z",
            "expires_at": "2026-11-21T10:30:00Z",
            "attributes": ["ip_address": "", "user_agent": ""],
            "authentication_factors": [["type": "password", "last_authenticated_at": "2026-11-21T09:00:00Z"]],
            "roles": ["stytch_user"],
        ],
    ]

    /// A verifier that knows two tokens, and says what it was asked.
    private func checking(claims: JSONValue = claims) -> Checking {
        var checking = Checking()
        checking.tokens = TokenContext(
            verify: { token, requirements in
                guard requirements.issuers == ["stytch.com/p-1", "http://127.0.0.1"], requirements.audience == "p-1",
                    requirements.now.text == "2026-11-21T09:30:00Z"
                else { return .refused("malformed") }
                if requirements.maximumAge == .seconds(60) { return .refused("too_old") }
                return token == "good"
                    ? .verified(header: ["alg": "RS256", "kid": "k"], claims: claims) : .refused("expired")
            },
            issuers: ["stytch.com/p-1", "http://127.0.0.1"],
            audience: "p-1"
        )
        return checking
    }

    @Test(arguments: [
        PatternRow("{\"$jwt\": {}}", "\"good\""),
        PatternRow("{\"$jwt\": {\"verified\": true}}", "\"good\""),
        PatternRow("{\"$jwt\": {}}", "\"bad\"", "body token: expected a JWT that verifies, got refused: expired"),
        PatternRow("{\"$jwt\": {\"refused\": \"expired\"}}", "\"bad\""),
        PatternRow(
            "{\"$jwt\": {\"refused\": \"signature\"}}",
            "\"bad\"",
            "body token: expected a JWT that is refused: signature, got refused: expired"
        ),
        PatternRow(
            "{\"$jwt\": {\"refused\": \"expired\"}}",
            "\"good\"",
            "body token: expected a JWT that is refused: expired, got a JWT that verifies"
        ),
        PatternRow("{\"$jwt\": {\"maxAge\": \"1m\", \"refused\": \"too_old\"}}", "\"good\""),
        PatternRow("{\"$jwt\": {\"maxAge\": \"10m\"}}", "\"good\""),
        PatternRow("{\"$jwt\": {}}", "7", "body: expected a JWT, got 7"),
        PatternRow("{\"$jwt\": {\"header\": {\"alg\": \"RS256\"}}}", "\"good\""),
        PatternRow(
            "{\"$jwt\": {\"header\": {\"alg\": \"ES256\"}}}",
            "\"good\"",
            "body header /alg: expected \"ES256\", got \"RS256\""
        ),
        PatternRow(
            "{\"$jwt\": {\"claims\": {\"plan\": {\"seats\": 4}, \"jti\": {\"$absent\": true}}}}",
            "\"good\"",
            "body claims /plan/seats: expected 4, got 3"
        ),
        PatternRow("{\"$jwt\": {\"issued\": {\"$near\": {}}}}", "\"good\""),
        PatternRow("{\"$jwt\": {\"issued\": 1}}", "\"good\"", "body claims /iat: expected 1, got 1795253400"),
        PatternRow("{\"$jwt\": {\"lifetime\": \"5m\"}}", "\"good\""),
        PatternRow(
            "{\"$jwt\": {\"lifetime\": \"1m\"}}",
            "\"good\"",
            "body claims /exp: expected exp - iat = 60 s, got 300 s"
        ),
    ])
    func `a token verifies and fits, or is refused for the reason given`(row: PatternRow) throws {
        #expect(try checking().findings(row.pattern, row.value) == row.findings)
    }

    /// A refusal of a token with a header and claims, and what is told of it beside `refused: REASON`.
    struct Refusal: CustomTestStringConvertible {
        var reason: String
        var header = "{}"
        var claims = "{}"
        var leeway = Duration.zero
        var note: String?

        var testDescription: String { "\(reason) \(header) \(claims)" }

        func checking() -> Checking {
            var checking = Checking()
            let answer = TokenCheck.Answer.refused(reason)
            checking.tokens = TokenContext(verify: { _, _ in answer }, issuers: [], audience: "p-1", leeway: leeway)
            return checking
        }

        /// In compact form, as the text of a JSON string.
        var token: String {
            let parts = [header, claims, "signed"].map { Base64.encode(Array($0.utf8), .url, isPadded: false) }
            return "\"\(parts.joined(separator: "."))\""
        }
    }

    @Test(arguments: [
        Refusal(
            reason: "expired",
            claims: "{\"exp\": 1795251600}",
            note: "exp 2026-11-21T09:00:00Z is 30 min before now, 2026-11-21T09:30:00Z"
        ),
        Refusal(
            reason: "expired",
            claims: "{\"exp\": 1795253400}",
            note: "exp 2026-11-21T09:30:00Z is just now, 2026-11-21T09:30:00Z"
        ),
        Refusal(
            reason: "not_yet_valid",
            claims: "{\"nbf\": 1795253412.5}",
            leeway: .seconds(2),
            note: "nbf 2026-11-21T09:30:12.5Z is 12 s after now, 2026-11-21T09:30:00Z; with 2 s of leeway"
        ),
        Refusal(
            reason: "too_old",
            claims: "{\"iat\": 1795253100}",
            note: "iat 2026-11-21T09:25:00Z is 5 min before now, 2026-11-21T09:30:00Z; at most 60 s old"
        ),
        Refusal(reason: "too_old", claims: "{\"exp\": 1795253100}", note: "there is no iat"),
        Refusal(reason: "unknown_key", header: "{\"kid\": \"jwk-\\\"7\"}", note: "kid \"jwk-\\\"7\""),
        Refusal(reason: "unknown_key", note: "its header names no key"),
        Refusal(reason: "signature", header: "{\"kid\": \"k\"}", note: "kid \"k\""),
        Refusal(reason: "issuer", claims: "{\"iss\": \"x\"}"),
        Refusal(reason: "expired", claims: "{\"exp\": \"soon\"}"),
        Refusal(reason: "malformed", header: "no object"),
    ])
    func `a refusal tells times and keys, never the token`(refusal: Refusal) throws {
        let found = try refusal.checking().findings("{\"$jwt\": {\"maxAge\": \"1m\"}}", refusal.token)
        let note = refusal.note.map { " (\($0))" } ?? ""
        #expect(found == ["body token: expected a JWT that verifies, got refused: \(refusal.reason)\(note)"])
    }

    @Test func `a token that verifies and should not tells why it could have been refused`() throws {
        var checking = Checking()
        checking.tokens = TokenContext(
            verify: { _, _ in .verified(header: [:], claims: [:]) },
            issuers: [],
            audience: "p-1"
        )
        let token = Refusal(reason: "expired", claims: "{\"exp\": 1795257000}").token
        #expect(
            try checking.findings("{\"$jwt\": {\"refused\": \"expired\"}}", token) == [
                "body token: expected a JWT that is refused: expired, got a JWT that verifies "
                    + "(exp 2026-11-21T10:30:00Z is 60 min after now, 2026-11-21T09:30:00Z)"
            ]
        )
    }

    @Test func `a token inside a body is spoken of by its place`() throws {
        #expect(
            try checking().findings("{\"jwt\": {\"$jwt\": {\"claims\": {\"sub\": \"user-2\"}}}}", "{\"jwt\": \"good\"}")
                == ["body /jwt claims /sub: expected \"user-2\", got \"user-1\""]
        )
        #expect(try checking().raw("{\"jwt\": {\"$jwt\": {}}}", "{\"jwt\": \"bad\"}").map(\.code) == [.token])
    }

    @Test func `without keys nothing is found and keys are asked for`() throws {
        let document = try JSONDocument("\"good\"")
        let context = CheckContext(
            bindings: Bindings(now: Checking.received),
            sent: Checking.sent,
            received: Checking.received,
            sha256: Checking.sha256
        )
        var checker = PatternChecker(context, subject: .body)
        checker.check(try PatternReading.pattern("{\"$jwt\": {}}"), document.root)
        #expect(checker.sink.needsKeys)
        #expect(checker.sink.findings == [])
    }

    @Test func `a token repeats the session of the answer, times to the second`() throws {
        let body: JSONValue = ["session": Self.session, "session_jwt": "good"]
        #expect(
            try checking().findings("{\"session_jwt\": {\"$jwt\": {\"session\": \"/session\"}}}", body.text()) == []
        )
        #expect(
            try checking().findings("{\"session_jwt\": {\"$jwt\": {\"session\": \"/nothing\"}}}", body.text())
                == [
                    "body /session_jwt: expected a session at '/nothing' of the answer, to compare the token with, got nothing"
                ]
        )
    }

    @Test func `each thing that a token says differently is a difference`() throws {
        var session = try #require(Self.session.object)
        session["user_id"] = "user-2"
        session["session_id"] = "session-2"
        session["expires_at"] = "2026-11-21T10:30:01Z"
        session["attributes"] = ["ip_address": "1.2.3.4", "user_agent": ""]
        session["roles"] = []
        session["authentication_factors"] = [["type": "otp", "last_authenticated_at": "2026-11-21T09:00:00.9Z"]]
        let differences = SessionClaim.differences(session: .object(session), claims: Self.claims)
        let claim = "https://stytch.com/session"
        #expect(
            differences == [
                .init(path: ["sub"], expected: "user-2", actual: "user-1"),
                .init(path: [claim, "id"], expected: "session-2", actual: "session-1"),
                .init(path: [claim, "expires_at"], expected: "2026-11-21T10:30:01Z", actual: "2026-11-21T10:30:00Z"),
                .init(path: [claim, "attributes", "ip_address"], expected: "1.2.3.4", actual: ""),
                .init(path: [claim, "roles"], expected: [], actual: ["stytch_user"]),
                .init(path: [claim, "authentication_factors", "0", "type"], expected: "otp", actual: "password"),
            ]
        )
    }

    @Test func `null is as good as absent, and a missing claim is told once`() {
        #expect(SessionClaim.differences(session: ["roles": nil], claims: ["https://stytch.com/session": [:]]) == [])
        #expect(
            SessionClaim.differences(session: ["session_id": "s"], claims: ["sub": "u"])
                == [.init(path: ["https://stytch.com/session"], expected: ["session_id": "s"], actual: nil)]
        )
    }
}
