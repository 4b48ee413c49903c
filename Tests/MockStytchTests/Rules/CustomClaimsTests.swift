import Testing
import WireJSON

@testable import MockStytch

struct CustomClaimsTests {
    /// Old claims, changes, new claims.
    @Test(arguments: [
        (#"{}"#, #"{"a": 1}"#, #"{"a": 1}"#),
        (#"{"a": 1}"#, #"{}"#, #"{"a": 1}"#),
        (#"{"a": 1, "b": 2}"#, #"{"a": 3}"#, #"{"a": 3, "b": 2}"#),
        (#"{"a": 1, "b": 2}"#, #"{"a": null}"#, #"{"b": 2}"#),
        (#"{"a": {"x": 1, "y": 2}}"#, #"{"a": {"y": 3}}"#, #"{"a": {"x": 1, "y": 3}}"#),
        (#"{"a": {"x": 1, "y": 2}}"#, #"{"a": {"x": null}}"#, #"{"a": {"y": 2}}"#),
        (#"{"a": {"x": 1}}"#, #"{"a": [1]}"#, #"{"a": [1]}"#),
        (#"{"a": [1, 2]}"#, #"{"a": [null]}"#, #"{"a": [null]}"#),
        (#"{"a": 1}"#, #"{"a": {"x": {"y": null, "z": 1}}}"#, #"{"a": {"x": {"z": 1}}}"#),
        (#"{}"#, #"{"iss": "x", "sub": 1, "aud": [], "exp": 1, "nbf": 1, "iat": 1, "jti": "x", "b": 1}"#, #"{"b": 1}"#),
        (#"{}"#, #"{"https://stytch.com/session": {}, "https://stytch.com": 1}"#, #"{"https://stytch.com": 1}"#),
        (#"{}"#, #"{"a": {"iss": "kept"}}"#, #"{"a": {"iss": "kept"}}"#),
    ])
    func `changes are merged`(old: String, changes: String, new: String) throws {
        let merged = try CustomClaims.merge(
            try jsonObject(changes),
            into: try jsonObject(old)
        )
        #expect(try merged == jsonObject(new))
    }

    @Test
    func `claims go into session and JWT, with the digits of their numbers`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let text = #"{"big":9007199254740993,"exact":1.50,"plan":{"seats":3},"color":"blue"}"#
        let answer = try bench.call(
            .authenticateSession,
            [
                "session_token": .string(login.token), "session_duration_minutes": 60,
                "session_custom_claims": try json(text),
            ]
        )
        #expect(answer["session"]?["custom_claims"]?.text() == text)
        let claims = try bench.claims(answer)
        #expect(claims["big"]?.text() == "9007199254740993")
        #expect(claims["exact"]?.text() == "1.50")
        #expect(claims["plan"] == ["seats": 3])
    }

    @Test
    func `claims without a duration are not kept`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .authenticateSession,
            ["session_token": .string(login.token), "session_custom_claims": ["color": "blue"]]
        )
        #expect(answer["session"]?["custom_claims"] == [:])
        #expect(try bench.claims(answer)["color"] == nil)
    }

    @Test
    func `reserved claims do not reach the JWT`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .authenticateSession,
            [
                "session_token": .string(login.token), "session_duration_minutes": 60,
                "session_custom_claims": ["iss": "somebody", "sub": "somebody", "exp": 4_102_444_800, "jti": "x"],
            ]
        )
        let claims = try bench.claims(answer)
        #expect(claims["iss"] == "stytch.com/project-test-11111111-1111-4111-8111-111111111111")
        #expect(claims["sub"] == .string(login.userID))
        #expect(claims["exp"] == 1_800_000_300)
        #expect(claims["jti"] == nil)
    }

    /// `{"t":"…"}` takes 8 bytes beside the text.
    @Test(arguments: [(4088, "200"), (4089, "400 custom_claims_too_large")])
    func `4096 bytes of claims are the most`(length: Int, outcome: String) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let answer = try bench.call(
            .authenticateSession,
            [
                "session_token": .string(login.token), "session_duration_minutes": 60,
                "session_custom_claims": ["t": .string(String(repeating: "x", count: length))],
            ]
        )
        #expect(answer.outcome == outcome)
    }

    @Test
    func `claims are measured together with those that the session has`() async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        var outcomes: [String] = []
        for key in ["a", "b"] {
            let answer = try bench.call(
                .authenticateSession,
                [
                    "session_token": .string(login.token), "session_duration_minutes": 60,
                    "session_custom_claims": [key: .string(String(repeating: "x", count: 2100))],
                ]
            )
            outcomes.append(answer.outcome)
        }
        #expect(outcomes == ["200", "400 custom_claims_too_large"])
        let kept = try bench.call(.authenticateSession, ["session_token": .string(login.token)])
        #expect(kept["session"]?["custom_claims"]?.object?.keys == ["a"])
    }
}
