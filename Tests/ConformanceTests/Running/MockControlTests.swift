import Testing
import WireJSON

@testable import Conformance

@Suite struct MockControlTests {
    /// A mock that makes a project and says yes to all else.
    private static func mock(_ other: @escaping @Sendable (TransferRequest) -> TransferResponse? = { _ in nil })
        -> ScriptedTransport
    {
        ScriptedTransport { request, _ in
            if let answer = other(request) { return answer }
            if request.url.hasSuffix("/mock/projects") {
                return .json(201, "{\"project_id\": \"project-own\", \"secret\": \"secret-own\"}")
            }
            return .json(200, "{}")
        }
    }

    private func run(_ steps: [Step], variables: [CaseVariable] = []) -> TestRun {
        TestRun(cases: [TestCase(variables: variables, steps: steps)], offers: ["projects", "clock"], isMock: true)
    }

    @Test func `a case works in a project of its own, which is removed at the end`() async throws {
        let transport = Self.mock()
        let result = try await run([try .get("/x")], variables: [.made("project_id", .projectID)]).result(transport)
        #expect(result.outcome == .passed)
        #expect(transport.lines == ["POST /mock/projects", "GET /x", "DELETE /mock/projects/project-own"])
        #expect(transport.sent[0].headers["authorization"] == nil)
        #expect(transport.sent[0].body == Array("{}".utf8))
        // base64 of "project-own:secret-own"
        #expect(transport.sent[1].headers["authorization"] == "Basic cHJvamVjdC1vd246c2VjcmV0LW93bg==")
        #expect(result.exchangeCount == 1)
    }

    @Test func `without that offer the run's project is used`() async throws {
        let transport = Self.mock()
        _ = try await TestRun(cases: [TestCase(steps: [try .get("/x")])]).result(transport)
        #expect(transport.lines == ["GET /x"])
        // base64 of "project-test-1:secret-test-1"
        #expect(transport.sent[0].headers["authorization"] == "Basic cHJvamVjdC10ZXN0LTE6c2VjcmV0LXRlc3QtMQ==")
    }

    @Test func `each mock step has its path and its JSON`() async throws {
        let transport = Self.mock { request in
            request.url.hasSuffix("/session") ? .json(200, "{\"session_token\": \"token-1\"}") : nil
        }
        let steps: [Step] = [
            .mock(.advance(.constant("6m"))),
            .mock(.rotateKeys),
            .mock(.userinfo(token: .constant("t"), answer: .constant(["email": "a@b.c"]), status: nil)),
            .mock(.userinfo(token: .constant("t"), answer: nil, status: 401)),
            .mock(
                .session(
                    .constant(["factors": [["type": "otp"]], "minutes": 60]),
                    captures: [try .body("/session_token", into: 0)]
                )
            ),
            .mock(.token(.accessToken, .constant(["scope": "a b"]), captures: [])),
            .mock(.token(.trustedToken, .constant(["token": "t"]), captures: [])),
            .mock(.token(.jwt, .constant(["session_id": "s"]), captures: [])),
            .mock(.calls(captures: [])),
            .mock(.fault(.constant(["status": 429]))),
            try .get("/x"),
        ]
        let result = try await run(steps, variables: [.captured("seeded_token")]).result(transport)
        #expect(result.outcome == .passed)
        let control = transport.sent.filter { $0.url.contains("/project-own/") }
        #expect(
            control.map {
                "\($0.method) \($0.url.split(separator: "project-own")[1]) \(String(decoding: $0.body ?? [], as: UTF8.self))"
            } == [
                "POST /advance {\"milliseconds\":360000}",
                "POST /rotate-keys {}",
                "POST /userinfo {\"token\":\"t\",\"answer\":{\"email\":\"a@b.c\"}}",
                "POST /userinfo {\"token\":\"t\",\"status\":401}",
                "POST /session {\"factors\":[{\"type\":\"otp\"}],\"minutes\":60}",
                "POST /access-token {\"scope\":\"a b\"}",
                "POST /trusted-token {\"token\":\"t\"}",
                "POST /jwt {\"session_id\":\"s\"}",
                "GET /calls ",
                "POST /fault {\"status\":429}",
            ]
        )
    }

    @Test func `a mock that refuses makes the case errored`() async throws {
        let transport = Self.mock { request in
            request.url.hasSuffix("/rotate-keys") ? .json(409, "{\"error_type\": \"no_keys_left\"}") : nil
        }
        guard case .errored(let cause) = try await run([.mock(.rotateKeys)]).result(transport).outcome else {
            Issue.record("expected an errored case")
            return
        }
        #expect(cause.kind == .mock)
        #expect(cause.message == "POST /mock/projects/project-own/rotate-keys: the mock answered 409 (no_keys_left)")
    }

    @Test func `advancing moves the time of this case`() async throws {
        let check = ValueCheck(
            location: .line(1),
            value: .hole(.now(.seconds(60))),
            matches: try PatternReading.pattern("\"2026-11-21T09:37:00Z\"")
        )
        let near = ValueCheck(
            location: .line(1),
            value: .constant("2026-11-21T09:36:01Z"),
            matches: try PatternReading.pattern("{\"$near\": {\"within\": \"1s\"}}")
        )
        let steps = [Step.mock(.advance(.constant("6m"))), Step(.check([check, near]), at: .line(2))]
        #expect(try await run(steps).result(Self.mock()).outcome == .passed)
    }

    @Test func `keys are fetched once a project, without credentials, and again for an unknown key`() async throws {
        // The verifier knows the tokens of the set that it was made from.
        var run = run([
            Step(.check([try token("one"), try token("one")]), at: .line(1)),
            Step(.check([try token("two")]), at: .line(2)),
            Step(.check([try token("two")]), at: .line(3)),
        ])
        run.tokens = TokenCheck { keySet in
            let known = String(decoding: keySet, as: UTF8.self)
            return { token, requirements in
                guard requirements.issuers == ["stytch.com/project-own", "http://127.0.0.1:9"],
                    requirements.audience == "project-own"
                else { return .refused("issuer") }
                return known.contains(token) ? .verified(header: [:], claims: [:]) : .refused("unknown_key")
            }
        }
        let transport = ScriptedTransport { request, number in
            if request.url.hasSuffix("/mock/projects") {
                return .json(201, "{\"project_id\": \"project-own\", \"secret\": \"secret-own\"}")
            }
            return .json(200, number > 2 ? "[\"one\", \"two\"]" : "[\"one\"]")
        }
        let result = try await run.result(transport)
        #expect(result.outcome == .passed)
        #expect(
            transport.lines == [
                "POST /mock/projects", "GET /v1/sessions/jwks/project-own", "GET /v1/sessions/jwks/project-own",
                "DELETE /mock/projects/project-own",
            ]
        )
        #expect(transport.sent[1].headers["authorization"] == nil)
    }

    @Test func `a key set that cannot be read makes the case errored`() async throws {
        let run = run([Step(.check([try token("one")]), at: .line(1))])
        guard case .errored(let cause) = try await run.result(Self.mock()).outcome else {
            Issue.record("expected an errored case")
            return
        }
        #expect(
            cause.message
                == "GET /v1/sessions/jwks/project-own: expected a key set to verify tokens with, got status 200"
        )
    }

    private func token(_ text: String) throws -> ValueCheck {
        ValueCheck(
            location: .line(1),
            value: .constant(.string(text)),
            matches: try PatternReading.pattern("{\"$jwt\": {}}")
        )
    }

    @Test func `what a mock offers is a list or an object with one`() {
        #expect(Target.offers(parsing: Array("[\"clock\", \"keys\"]".utf8)) == ["clock", "keys"])
        #expect(Target.offers(parsing: Array("{\"offers\": [\"tls\"]}".utf8)) == ["tls"])
        #expect(Target.offers(parsing: Array("{\"offers\": [1]}".utf8)) == nil)
        #expect(Target.offers(parsing: Array("<html>".utf8)) == nil)
    }
}
