import Testing
import WireJSON

@testable import Conformance

@Suite struct RunnerTests {
    private static let ok = ScriptedTransport { _, _ in .json(200, "{}") }

    @Test func `steps run in order and a finding ends them`() async throws {
        let transport = ScriptedTransport { request, _ in
            .json(request.url.hasSuffix("/two") ? 500 : 200, "{}")
        }
        let run = TestRun(cases: [
            TestCase(
                setup: [try .get("/setup")],
                steps: [try .get("/one"), try .get("/two", line: 42), try .get("/three")]
            )
        ])
        let result = try await run.result(transport)
        #expect(transport.lines == ["GET /setup", "GET /one", "GET /two"])
        #expect(result.outcome == .failed)
        #expect(
            result.findings == [
                Finding(
                    code: .status,
                    subject: "status",
                    expected: "200",
                    actual: "500",
                    position: FilePosition(file: "cases/a.json", line: 30, column: 1),
                    step: 2
                )
            ]
        )
        #expect(result.exchangeCount == 3)
        #expect(result.exchanges.map(\.step) == [0, 1, 2])
        #expect(result.suite == "suite")
        #expect(result.position == FilePosition(file: "cases/a.json", line: 20, column: 1))
    }

    @Test func `how long answers took is told by operation, of failed cases too`() async throws {
        let clock = TestClock()
        let transport = ScriptedTransport { request, _ in
            clock.advance(.milliseconds(5))
            var response = TransferResponse.json(request.url.hasSuffix("/two") ? 500 : 200, "{}")
            response.timings = TransferTimings(connect: .milliseconds(1), total: .milliseconds(4))
            return response
        }
        let unnamed = try RequestStep.get("/three").with { $0.operation = nil }.step()
        let cases = [
            TestCase(id: "suite/a", steps: [try .get("/one"), unnamed]),
            TestCase(id: "suite/b", steps: [try .get("/two")]),
        ]
        let times = await TestRun(cases: cases, clock: clock).run(transport).times
        #expect(times.map(\.operation) == ["op"])
        #expect(times.first?.answers == 2)
        #expect(times.first?.samples.map(\.took) == [.milliseconds(3), .milliseconds(3)])
        #expect(times.first?.samples.map(\.endedAfter) == [.milliseconds(5), .milliseconds(15)])
    }

    @Test func `what answers look like is told by operation and class of statuses, without their values`() async throws
    {
        let transport = ScriptedTransport { request, _ in
            switch request.url.last {
            case "1": .json(200, #"{"user_id":"u-1","flag":true}"#)
            case "2": .json(200, #"{"user_id":null}"#)
            case "3": .json(404, #"{"error_type":"user_not_found"}"#)
            default: .json(500, "<html>")
            }
        }
        let unnamed = try RequestStep.get("/1").with { $0.operation = nil }.step()
        let cases = try ["/1", "/2", "/3", "/4"].map { TestCase(id: "suite\($0)", steps: [try .get($0)]) }
        let answers = await TestRun(cases: cases + [TestCase(id: "suite/u", steps: [unnamed])]).run(transport).answers
        #expect(
            answers.map { "\($0.operation) \($0.statuses) \($0.count) \($0.withoutJSON)" } == [
                "op 2xx 2 0", "op 4xx 1 0", "op 5xx 0 1",
            ]
        )
        #expect(answers.first?.fields.map(\.pointer) == ["", "/flag", "/user_id"])
        #expect(answers.first?.fields.last?.count(of: .null) == 1)
        #expect(answers.first?.fields.last?.count(of: .string) == 1)
        #expect(answers.first?.fields[1].parents == 2)
        #expect(!"\(answers)".contains("u-1"))
    }

    @Test func `teardown runs case first, then its uses backwards, then the suite and its uses backwards`() async throws
    {
        let transport = ScriptedTransport { _, _ in .json(200, "{}") }
        let run = TestRun(cases: [
            TestCase(
                setup: [
                    .use(try .get("/suite-use-1"), line: 5), .use(try .get("/suite-use-2"), line: 6),
                    .use(try .get("/case-use-1"), line: 25),
                ],
                steps: [.use(try .get("/case-use-2"), try .get("/case-use-2b")), try .get("/step")],
                caseTeardown: [try .get("/case-teardown")],
                suiteTeardown: [try .get("/suite-teardown")]
            )
        ])
        #expect(try await run.result(transport).outcome == .passed)
        #expect(
            transport.lines.map { String($0.dropFirst(4)) } == [
                "/step", "/case-teardown", "/case-use-2", "/case-use-2b", "/case-use-1", "/suite-teardown",
                "/suite-use-2",
                "/suite-use-1",
            ]
        )
    }

    @Test func `teardown leaves out steps whose variables were never set, and runs all others`() async throws {
        let delete = RequestStep(
            operation: "users.delete",
            method: "DELETE",
            path: [.literal("/users/"), .value(.hole(.variable(0)))],
            expectations: StepExpectations([try .status(200)])
        )
        let never = delete.with { $0.path[1] = .value(.hole(.variable(1))) }
        let check = Step(
            .check([
                ValueCheck(location: .line(1), value: .constant(1), matches: try PatternReading.pattern("\"{{1}}\""))
            ]),
            at: .line(1)
        )
        let run = TestRun(cases: [
            TestCase(
                variables: [.captured("user_id"), .captured("other")],
                steps: [
                    .use(delete.step(), never.step(), check, try .get("/last")),
                    try RequestStep.get("/create", [.status(201)]).with {
                        $0.captures = [try .body("/user_id", into: 0)]
                    }.step(),
                ]
            )
        ])
        // The answer has the wrong status, but what it made is captured and deleted all the same.
        let transport = ScriptedTransport { _, _ in .json(200, "{\"user_id\": \"u/1\"}") }
        #expect(try await run.result(transport).outcome == .failed)
        #expect(transport.lines == ["GET /create", "DELETE /users/u%2F1", "GET /last"])
    }

    @Test func `set-up that fails makes the case errored, and its steps do not run`() async throws {
        let transport = ScriptedTransport { request, _ in .json(request.url.hasSuffix("/setup") ? 500 : 200, "{}") }
        let run = TestRun(cases: [
            TestCase(setup: [try .get("/setup")], steps: [try .get("/step")], caseTeardown: [try .get("/teardown")])
        ])
        let result = try await run.result(transport)
        #expect(transport.lines == ["GET /setup", "GET /teardown"])
        #expect(
            result.outcome
                == .errored(
                    ErrorCause(
                        kind: .setup,
                        message: "set-up: status: expected 200, got 500",
                        position: FilePosition(file: "cases/a.json", line: 30, column: 1)
                    )
                )
        )
        #expect(result.findings.map(\.actual) == ["500"])
    }

    @Test func `teardown that fails makes the case errored, and findings made before stay`() async throws {
        let transport = ScriptedTransport { request, _ in .json(request.url.hasSuffix("/good") ? 200 : 500, "{}") }
        let run = TestRun(cases: [
            TestCase(steps: [try .get("/step")], caseTeardown: [try .get("/bad"), try .get("/good")])
        ])
        let result = try await run.result(transport)
        #expect(transport.lines == ["GET /step", "GET /bad", "GET /good"])
        guard case .errored(let cause) = result.outcome else {
            Issue.record("expected an errored case, got \(result.outcome)")
            return
        }
        #expect(cause.kind == .teardown)
        #expect(result.findings.map(\.step) == [0, 1])
    }

    @Test func `trouble of the transport makes the case errored, with the code and the cure`() async throws {
        let run = TestRun(cases: [TestCase(steps: [try .get("/v1/sessions?token=x", line: 33)])])
        let result = try await run.result(ScriptedTransport { _, _ throws(TransportError) in throw .broken })
        #expect(
            result.outcome
                == .errored(
                    ErrorCause(
                        kind: .transport,
                        message: "GET /v1/sessions: the connection was reset",
                        code: "curl 56 CURLE_RECV_ERROR",
                        position: FilePosition(file: "cases/a.json", line: 33, column: 1)
                    )
                )
        )
        let slow = try await run.result(ScriptedTransport { _, _ throws(TransportError) in throw .slow })
        guard case .errored(let cause) = slow.outcome else {
            Issue.record("expected an errored case, got \(slow.outcome)")
            return
        }
        #expect(cause.kind == .timeout)
    }

    @Test func `results are in corpus order and are told as they come`() async throws {
        var run = TestRun(cases: try (0..<20).map { TestCase(id: "suite/case-\($0)", steps: [try .get("/\($0)")]) })
        run.settings.jobs = 4
        let result = await run.run(Self.ok)
        #expect(result.cases.map(\.id) == (0..<20).map { "suite/case-\($0)" })
        #expect(result.counts == Counts(passed: 20))
        #expect(result.transfers.requests == 20)
        #expect(result.interruption == nil)
        #expect(result.runID == "run-1")
        #expect(result.cases.allSatisfy { $0.exchanges.isEmpty && $0.exchangeCount == 1 })
    }

    @Test func `after fail-fast no case begins`() async throws {
        var run = TestRun(cases: [
            TestCase(id: "s/a", steps: [try .get("/a")]), TestCase(id: "s/b", steps: [try .get("/b")]),
            TestCase(id: "s/c", skip: "not now", steps: [try .get("/c")]), TestCase(id: "s/d", steps: [try .get("/d")]),
        ])
        run.settings.failFast = true
        let transport = ScriptedTransport { _, _ in .json(500, "{}") }
        let result = await run.run(transport)
        let reason = "stopped after 's/a', as asked with fail-fast"
        #expect(result.cases.map(\.outcome) == [.failed, .notRun(reason), .skipped("not now"), .notRun(reason)])
        #expect(result.interruption == reason)
        #expect(transport.lines == ["GET /a"])
    }

    @Test func `a model that was not handed in is our own fault`() async throws {
        var expectation = try CaseExpectation.status(200)
        expectation.model = .named("sessions.Nothing")
        let run = TestRun(cases: [TestCase(steps: [try RequestStep.get("/a", [expectation]).step()])])
        guard case .errored(let cause) = try await run.result(Self.ok).outcome else {
            Issue.record("expected an errored case")
            return
        }
        #expect(cause.kind == .internal)
        #expect(cause.message == "the model 'sessions.Nothing' is not known to this program")
    }

    @Test func `two answers with one request id fail the later case, which names the earlier`() async throws {
        var run = TestRun(
            cases: try ["s/a", "s/b"].map {
                TestCase(id: $0, steps: [try RequestStep.get("/x").with { $0.checksEveryAnswer = true }.step()])
            }
        )
        run.catalogue.everyAnswer = EveryAnswer(
            any: EveryAnswer.Rule(unique: [try JSONPointer("/request_id")], location: .line(3))
        )
        let result = await run.run(ScriptedTransport { _, _ in .json(200, "{\"request_id\": \"r-1\"}") })
        #expect(result.cases.map { Verdict($0.outcome) } == [.passed, .failed])
        #expect(
            result.cases[1].findings.map(\.summary)
                == [
                    "body /request_id: expected a value that no other answer of this run has, got \"r-1\" (an answer in 's/a' has it)"
                ]
        )
    }

    @Test func `a stored answer and held values are judged without a server`() async throws {
        let payload = PayloadStep(
            operation: nil,
            status: 404,
            headers: [HeaderTemplate(name: "content-type", value: .constant("application/json"))],
            body: .json(.constant(["error_type": "x"])),
            expectations: StepExpectations([try .status(404, "{\"error_type\": \"x\"}")]),
            captures: [try .body("/error_type", into: 0)]
        )
        let check = ValueCheck(
            location: .line(1),
            value: .hole(.variable(0)),
            matches: try PatternReading.pattern("{\"$regex\": \"^y\"}")
        )
        var run = TestRun(cases: [
            TestCase(
                variables: [.captured("type")],
                steps: [Step(.payload(payload), at: .line(1)), Step(.check([check]), at: .line(2))]
            )
        ])
        run.offers = ["projects"]
        let transport = ScriptedTransport { _, _ throws(TransportError) in throw .refused }
        let result = try await run.result(transport)
        #expect(transport.lines == [])
        #expect(result.findings.map(\.summary) == ["value {{type}}: expected text that matches \"^y\", got \"x\""])
        #expect(result.findings.map(\.step) == [1])
    }
}
