import Testing
import WireJSON

@testable import Conformance

@Suite struct RunnerTroubleTests {
    @Test func `trouble in set-up keeps its kind and says where it came`() async throws {
        let run = TestRun(cases: [TestCase(setup: [try .get("/a")], steps: [try .get("/b")])])
        let transport = ScriptedTransport { _, _ throws(TransportError) in throw .slow }
        guard case .errored(let cause) = try await run.result(transport).outcome else {
            Issue.record("expected an errored case")
            return
        }
        #expect(cause.kind == .timeout)
        #expect(cause.message == "set-up: GET /a: no whole answer within 10 s")
        #expect(transport.lines == ["GET /a"])
    }

    @Test func `a fragment used in teardown has its own teardown at the end`() async throws {
        let transport = ScriptedTransport { _, _ in .json(200, "{}") }
        let run = TestRun(cases: [
            TestCase(
                steps: [try .get("/step")],
                caseTeardown: [.use(try .get("/inner")), try .get("/one"), try .get("/two")]
            )
        ])
        #expect(try await run.result(transport).outcome == .passed)
        #expect(transport.lines == ["GET /step", "GET /one", "GET /two", "GET /inner"])
    }

    @Test func `each step has its own time limit, else the run's`() async throws {
        let transport = ScriptedTransport { _, _ in .json(200, "{}") }
        let run = TestRun(cases: [
            TestCase(steps: [try RequestStep.get("/a").with { $0.timeout = .seconds(2) }.step(), try .get("/b")])
        ])
        _ = try await run.result(transport)
        #expect(transport.sent.map(\.timeout) == [.seconds(2), .seconds(10)])
    }

    @Test func `captures come from body, header and token, and one that finds nothing fails the step`() async throws {
        let transport = ScriptedTransport { request, _ in
            .json(
                200,
                "{\"id\": \"i-1\", \"jwt\": \"eyJraWQiOiJrLTEifQ.eyJzdWIiOiJ1LTEifQ.c2ln\"}",
                headers: [("X-Trace", "t-1")]
            )
        }
        let captures = [
            try Capture.body("/id", into: 0),
            Capture(variable: 1, source: .header("x-trace"), location: .line(31)),
            Capture(
                variable: 2,
                source: .token(try JSONPointer("/jwt"), at: try JSONPointer("/header/kid")),
                location: .line(31)
            ),
            Capture(
                variable: 3,
                source: .token(try JSONPointer("/jwt"), at: try JSONPointer("/claims/exp")),
                location: .line(32)
            ),
        ]
        let body = Template.array((0..<3).map { .hole(.variable($0)) })
        let names = ["id", "trace", "kid", "expiry"].map { CaseVariable.captured($0) }
        let step = try RequestStep.get("/make").with { $0.captures = captures }.step()
        let send = try RequestStep.get("/send").with { $0.body = .json(body) }.step()
        let run = TestRun(cases: [TestCase(variables: names, steps: [step], caseTeardown: [send])])
        let result = try await run.result(transport)
        #expect(
            result.findings.map(\.summary)
                == ["body /jwt token /claims/exp: expected a value to capture as 'expiry', got nothing"]
        )
        #expect(transport.sent.last?.body == Array("[\"i-1\",\"t-1\",\"k-1\"]".utf8))
    }
}
