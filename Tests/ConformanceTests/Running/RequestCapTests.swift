import Testing
import WireJSON

@testable import Conformance

/// How many requests a run sends in all.
@Suite struct RequestCapTests {
    private func run(_ most: Int, teardown: Int = 1) throws -> TestRun {
        let made = TestCase(
            id: "s/made",
            setup: [try .get("/make")],
            steps: [try .get("/one"), try .get("/two")],
            caseTeardown: try (0..<teardown).map { _ in try .get("/delete") }
        )
        var run = TestRun(cases: [made, TestCase(id: "s/next", steps: [try .get("/next")])])
        run.settings.mostRequests = most
        return run
    }

    private let good = ScriptedTransport { _, _ in .json(200, "{}") }

    @Test func `a run stops at its cap, and deletes what it made`() async throws {
        let result = try await run(2).run(good)
        #expect(good.lines == ["GET /make", "GET /one", "GET /delete"])
        let reason = "stopped after 2 requests, as asked with max-requests"
        #expect(result.cases.map(\.outcome) == [.notRun("cut short: \(reason)"), .notRun(reason)])
        #expect(result.interruption == reason)
        #expect(result.transfers.requests == 3)
    }

    @Test func `a run that needs no more than its cap is whole`() async throws {
        let result = try await run(4).run(good)
        #expect(good.lines == ["GET /make", "GET /one", "GET /two", "GET /delete", "GET /next"])
        #expect(result.cases.map(\.outcome) == [.passed, .passed])
        #expect(result.interruption == nil)
    }

    @Test func `what is sent again counts`() async throws {
        let refusing = ScriptedTransport { _, number in .json(number == 1 ? 429 : 200, "{}") }
        let result = try await run(1).run(refusing)
        #expect(refusing.lines == ["GET /make", "GET /delete"])
        #expect(result.interruption == "stopped after 1 request, as asked with max-requests")
    }

    @Test func `a finding from before the cap stays a failure`() async throws {
        let wrong = ScriptedTransport { request, _ in .json(request.url.hasSuffix("/one") ? 500 : 200, "{}") }
        let result = try await run(2).run(wrong)
        #expect(result.cases.map(\.outcome.isFailed) == [true, false])
    }

    @Test func `teardown has as many requests again, and says what it could not send`() async throws {
        let result = try await run(3, teardown: 5).run(good)
        #expect(good.lines == ["GET /make", "GET /one", "GET /two"] + Array(repeating: "GET /delete", count: 3))
        guard case .errored(let cause) = result.cases[0].outcome else {
            Issue.record("expected an errored case, got \(result.cases[0].outcome)")
            return
        }
        #expect(cause.kind == .teardown)
        #expect(cause.message == "teardown: not sent, as all teardowns of the run have sent 3 requests")
        #expect(cause.hint == "give a larger --max-requests; what the case made may still be there")
    }

    @Test func `cases at work at once share one cap`() async throws {
        var run = TestRun(cases: try (0..<20).map { TestCase(id: "s/\($0)", steps: [try .get("/\($0)")]) })
        run.settings.jobs = 8
        run.settings.mostRequests = 5
        let result = await run.run(good)
        #expect(good.sent.count == 5)
        #expect(result.counts.passed == 5)
        #expect(result.counts.notRun == 15)
    }
}

extension Outcome {
    fileprivate var isFailed: Bool { self == .failed }
}
