import Testing
import WireJSON

@testable import Conformance

@Suite struct RepeatingTests {
    /// 404 until the clock has moved so far, then 200.
    private func late(_ moment: Duration, _ clock: TestClock) -> ScriptedTransport {
        ScriptedTransport { _, _ in .json(clock.environment.uptime() >= moment ? 200 : 404, "{}") }
    }

    private func run(_ change: (inout RequestStep) -> Void) throws -> TestRun {
        TestRun(cases: [TestCase(steps: [try RequestStep.get("/x").with(change).step()])])
    }

    @Test func `eventually asks again after 50 ms, doubling up to a second, until it holds`() async throws {
        let run = try run { $0.eventually = .seconds(5) }
        let transport = late(.seconds(3), run.clock)
        let result = try await run.result(transport)
        #expect(result.outcome == .passed)
        #expect(result.findings == [])
        let waits: [Duration] = [
            .milliseconds(50), .milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800),
            .seconds(1), .seconds(1),
        ]
        #expect(run.clock.sleeps == waits)
        #expect(transport.sent.count == 8)
    }

    @Test func `eventually gives up at its end with the findings of the last answer`() async throws {
        let run = try run { $0.eventually = .milliseconds(300) }
        let transport = late(.seconds(60), run.clock)
        let result = try await run.result(transport)
        #expect(result.findings.map(\.summary) == ["status: expected 200, got 404"])
        #expect(run.clock.sleeps == [.milliseconds(50), .milliseconds(100), .milliseconds(150)])
    }

    @Test func `a mock is asked once, whatever eventually says`() async throws {
        var run = try run { $0.eventually = .seconds(5) }
        run.isMock = true
        let transport = late(.seconds(1), run.clock)
        #expect(try await run.result(transport).outcome == .failed)
        #expect(transport.sent.count == 1)
        #expect(run.clock.sleeps == [])
    }

    @Test func `what was surely not sent is sent again, twice at most`() async throws {
        let run = try run { _ in }
        let transport = ScriptedTransport { _, number throws(TransportError) in
            guard number > 2 else { throw .refused }
            return .json(200, "{}")
        }
        #expect(try await run.result(transport).outcome == .passed)
        #expect(run.clock.sleeps == [.milliseconds(100), .milliseconds(400)])

        let dead = ScriptedTransport { _, _ throws(TransportError) in throw .refused }
        let result = try await run.result(dead)
        #expect(dead.sent.count == 3)
        guard case .errored(let cause) = result.outcome else {
            Issue.record("expected an errored case, got \(result.outcome)")
            return
        }
        #expect(cause.message == "GET /x: nothing listens on 127.0.0.1:9")
        #expect(cause.hint == "start the mock with 'stytch-conformance serve'")
        #expect(result.exchanges.count == 3)
        #expect(result.exchanges.allSatisfy { $0.status == nil })
    }

    @Test func `what was perhaps sent is sent again only where it is repeatable, and never to a mock`() async throws {
        let once = ScriptedTransport { _, _ throws(TransportError) in throw .broken }
        _ = try await run { _ in }.result(once)
        #expect(once.sent.count == 1)

        let repeatable = ScriptedTransport { _, _ throws(TransportError) in throw .broken }
        _ = try await run { $0.isRepeatable = true }.result(repeatable)
        #expect(repeatable.sent.count == 3)

        let mock = ScriptedTransport { _, _ throws(TransportError) in throw .broken }
        var run = try run { $0.isRepeatable = true }
        run.isMock = true
        _ = try await run.result(mock)
        #expect(mock.sent.count == 1)
    }

    @Test func `429 is asked again where it is repeatable and not expected`() async throws {
        let limited = ScriptedTransport { _, number in .json(number < 3 ? 429 : 200, "{}") }
        let run = try run { $0.isRepeatable = true }
        #expect(try await run.result(limited).outcome == .passed)
        #expect(run.clock.sleeps == [.milliseconds(500), .seconds(1)])

        let expecting = try self.run {
            $0.isRepeatable = true
            $0.expectations[0].statuses.ranges = [429...429]
        }
        let expected = ScriptedTransport { _, _ in .json(429, "{}") }
        #expect(try await expecting.result(expected).outcome == .passed)
        #expect(expected.sent.count == 1)

        let single = ScriptedTransport { _, _ in .json(429, "{}") }
        #expect(try await self.run { _ in }.result(single).outcome == .failed)
        #expect(single.sent.count == 1)
    }

    @Test func `retry-after in seconds is kept to, up to ten`() {
        let policy = RetryPolicy(isRepeatable: true, isMock: false)
        let wait = { (after: String) in
            policy.delay(after: .json(429, "", headers: [("Retry-After", after)]), expected: [], retries: 0)
        }
        #expect(wait("3") == .seconds(3))
        #expect(wait("11") == nil)
        #expect(wait("Sun, 06 Nov 1994 08:49:37 GMT") == .milliseconds(500))
        #expect(policy.delay(after: .json(429, ""), expected: [], retries: 2) == nil)
        #expect(policy.delay(after: .json(503, ""), expected: [], retries: 0) == nil)
    }
}
