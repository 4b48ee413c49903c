import Testing
import WireJSON

@testable import Conformance

/// What is sent again, how often, and how long it is waited before.
@Suite struct RetryTests {
    private func run(_ change: (inout RequestStep) -> Void = { _ in }) throws -> TestRun {
        TestRun(cases: [TestCase(steps: [try RequestStep.get("/x").with(change).step()])])
    }

    private static func refusing(_ count: Int, after: String? = nil) -> ScriptedTransport {
        ScriptedTransport { _, number in
            .json(number <= count ? 429 : 200, "{}", headers: after.map { [("Retry-After", $0)] } ?? [])
        }
    }

    // The clock's random source gives 1, 2, 3, …: the first pause has 258 of 65,536 of its spread, the second 772.

    @Test func `what was surely not sent is sent again, twice at most`() async throws {
        let run = try run()
        let transport = ScriptedTransport { _, number throws(TransportError) in
            guard number > 2 else { throw .refused }
            return .json(200, "{}")
        }
        #expect(try await run.result(transport).outcome == .passed)
        let waits: [Duration] = [
            .milliseconds(100) + .milliseconds(50) * 258 / 65_536,
            .milliseconds(400) + .milliseconds(200) * 772 / 65_536,
        ]
        #expect(run.clock.sleeps == waits)

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
        _ = try await run().result(once)
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

    @Test func `429 that is not expected is asked again, whatever the operation, four times at most`() async throws {
        let run = try run()
        #expect(try await run.result(Self.refusing(2)).outcome == .passed)
        let waits: [Duration] = [
            .milliseconds(500) + .milliseconds(250) * 258 / 65_536,
            .seconds(1) + .milliseconds(500) * 772 / 65_536,
        ]
        #expect(run.clock.sleeps == waits)

        let stubborn = Self.refusing(9)
        let result = try await self.run().result(stubborn)
        #expect(stubborn.sent.count == 5)
        #expect(result.findings.map(\.summary) == ["status: expected 200, got 429 (sent 5 times)"])
    }

    @Test func `429 that is expected, and 429 of a mock, is taken as it is`() async throws {
        let expecting = try run { $0.expectations.alternatives[0].statuses.ranges = [429...429] }
        let expected = Self.refusing(9)
        #expect(try await expecting.result(expected).outcome == .passed)
        #expect(expected.sent.count == 1)

        var mocked = try run()
        mocked.isMock = true
        let mock = Self.refusing(9)
        #expect(try await mocked.result(mock).outcome == .failed)
        #expect(mock.sent.count == 1)
    }

    @Test func `other refusals are answers`() async throws {
        let transport = ScriptedTransport { _, _ in .json(503, "{}", headers: [("Retry-After", "1")]) }
        #expect(try await run { $0.isRepeatable = true }.result(transport).outcome == .failed)
        #expect(transport.sent.count == 1)
    }

    @Test(
        arguments: [
            ("3", .seconds(3)), ("0", .zero), ("10", .seconds(10)), ("11", nil), ("99999999999999999999", nil),
            ("Sat, 21 Nov 2026 09:30:07 GMT", .seconds(7)), ("Sat, 21 Nov 2026 09:30:11 GMT", nil),
            ("Sat, 21 Nov 2026 09:29:00 GMT", .zero), ("soon", .milliseconds(500)), ("-1", .milliseconds(500)),
            ("", .milliseconds(500)),
        ] as [(String, Duration?)]
    )
    func `retry-after is kept to in seconds or as a date, up to ten seconds`(text: String, wait: Duration?) {
        let pause = RetryPolicy(isRepeatable: false, isMock: false).pause(
            after: .json(429, "", headers: [("Retry-After", text)]),
            expected: [],
            retries: 0,
            now: TestClock.start
        )
        #expect(pause == wait.map { RetryPolicy.Pause(atLeast: $0, spread: .milliseconds(250)) })
    }

    @Test func `chance makes a pause longer by at most its spread, never shorter`() {
        let pause = RetryPolicy.Pause(atLeast: .seconds(2), spread: .seconds(1))
        #expect(pause.duration(random: [0, 0]) == .seconds(2))
        #expect(pause.duration(random: [128, 0]) == .milliseconds(2_500))
        #expect(pause.duration(random: [255, 255]) == .seconds(3) - .seconds(1) / 65_536)
        #expect(pause.duration(random: []) == .seconds(2))
    }

    @Test func `a record says that its request was sent again, and after how long`() async throws {
        var run = try run()
        run.settings.evidence = .all
        let result = try await run.result(Self.refusing(1, after: "2"))
        #expect(result.exchanges.map(\.status) == [429, 200])
        let waited: Duration = .seconds(2) + .milliseconds(250) * 258 / 65_536
        #expect(result.exchanges.map(\.sentAgainAfter) == [waited, nil])
        #expect(run.clock.sleeps == [waited])
    }

    @Test func `a failure that is not sent again is recorded so`() async throws {
        let broken = ScriptedTransport { _, _ throws(TransportError) in throw .broken }
        #expect(try await run().result(broken).exchanges.map(\.sentAgainAfter) == [nil])
    }

    @Test func `a key set is asked for again as a repeatable operation is`() async throws {
        let check = ValueCheck(
            location: .line(1),
            value: .constant("token"),
            matches: try PatternReading.pattern("{\"$jwt\": {}}")
        )
        var run = TestRun(cases: [TestCase(steps: [Step(.check([check]), at: .line(1))])])
        run.tokens = TokenCheck { _ in { _, _ in .verified(header: [:], claims: [:]) } }
        let transport = ScriptedTransport { _, number throws(TransportError) in
            guard number > 1 else { throw .broken }
            return .json(number == 2 ? 429 : 200, "{}", headers: [("Retry-After", "0")])
        }
        let result = await run.run(transport)
        #expect(result.cases.map(\.outcome) == [.passed])
        #expect(transport.lines == Array(repeating: "GET /v1/sessions/jwks/project-test-1", count: 3))
        #expect(result.transfers.requests == 3)
    }
}
