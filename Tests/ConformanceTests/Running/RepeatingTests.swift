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
        #expect(result.findings.map(\.summary) == ["status: expected 200, got 404 (after 300 ms and 4 tries)"])
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
}
