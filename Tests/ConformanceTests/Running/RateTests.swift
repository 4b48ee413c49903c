import Synchronization
import Testing
import WireJSON

@testable import Conformance

/// How many requests begin in a second.
@Suite struct RateTests {
    @Test func `places are one interval apart, and the first is one interval after the start`() {
        let limiter = RateLimiter(perSecond: 4, start: .seconds(10))
        let places = (0..<4).map { _ in limiter.place(at: .seconds(10)) }
        #expect(
            places == [.milliseconds(10_250), .milliseconds(10_500), .milliseconds(10_750), .seconds(11)]
        )
    }

    @Test func `time in which nothing was sent is not saved up`() {
        let limiter = RateLimiter(perSecond: 2, start: .zero)
        #expect(limiter.place(at: .seconds(60)) == .seconds(60))
        #expect(limiter.place(at: .seconds(60)) == .milliseconds(60_500))
    }

    @Test func `a place that is given back goes to the next who asks, unless it has passed`() {
        let limiter = RateLimiter(perSecond: 1, start: .zero)
        let places = (0..<4).map { _ in limiter.place(at: .zero) }
        #expect(places == [.seconds(1), .seconds(2), .seconds(3), .seconds(4)])
        limiter.giveBack(.seconds(3))
        limiter.giveBack(.seconds(1))
        limiter.giveBack(.seconds(2))
        #expect(limiter.place(at: .milliseconds(1_500)) == .seconds(2))
        #expect(limiter.place(at: .milliseconds(1_500)) == .seconds(3))
        #expect(limiter.place(at: .milliseconds(1_500)) == .seconds(5))
    }

    @Test func `no two of many tasks share a place`() async {
        let limiter = RateLimiter(perSecond: 8, start: .zero)
        let places = await withTaskGroup(of: [Duration].self) { group in
            for _ in 0..<8 { group.addTask { (0..<50).map { _ in limiter.place(at: .zero) } } }
            return await group.reduce(into: []) { $0 += $1 }.sorted()
        }
        #expect(places == (1...400).map { .milliseconds(125) * $0 })
    }

    /// When each request of a run was sent.
    private func times(
        _ run: TestRun,
        answering: @escaping @Sendable (Int) -> TransferResponse = { _ in .json(200, "{}") }
    ) async -> (lines: [String], times: [Duration], result: RunResult) {
        let times = Mutex<[Duration]>([])
        let transport = ScriptedTransport { _, number in
            times.withLock { $0.append(run.clock.environment.uptime()) }
            return answering(number)
        }
        let result = await run.run(transport)
        return (transport.lines, times.withLock { $0 }, result)
    }

    @Test func `set-up, steps, teardown and what is sent again all wait their turn`() async throws {
        var run = TestRun(cases: [
            TestCase(setup: [try .get("/setup")], steps: [try .get("/step")], caseTeardown: [try .get("/teardown")]),
            TestCase(id: "suite/next", steps: [try .get("/next")]),
        ])
        run.settings.rate = 0.1
        let sent = await times(run) { .json($0 == 2 ? 429 : 200, "{}") }
        #expect(sent.lines == ["GET /setup", "GET /step", "GET /step", "GET /teardown", "GET /next"])
        #expect(sent.times == [.seconds(10), .seconds(20), .seconds(30), .seconds(40), .seconds(50)])
        #expect(sent.result.cases.map(\.outcome) == [.passed, .passed])
    }

    @Test func `what a mock is told and its key set count too`() async throws {
        var run = TestRun(
            cases: [TestCase(steps: [.mock(.rotateKeys), try .get("/step")])],
            offers: ["projects", "keys"],
            isMock: true
        )
        run.settings.rate = 2
        let sent = await times(run) {
            $0 == 1 ? .json(201, #"{"project_id":"p","secret":"s"}"#) : .json(200, "{}")
        }
        #expect(
            sent.lines == [
                "POST /mock/projects", "POST /mock/projects/p/rotate-keys", "GET /step", "DELETE /mock/projects/p",
            ]
        )
        #expect(sent.times == [.milliseconds(500), .seconds(1), .milliseconds(1_500), .seconds(2)])
    }

    @Test func `the wait for a turn is no part of the time between asking and answer`() async throws {
        let step = try RequestStep.get("/x", [.status(200, #"{"at":{"$near":{"within":"1s"}}}"#)])
        var run = TestRun(cases: [TestCase(steps: [step.step()])])
        run.settings.rate = 0.01
        let sent = await times(run) { _ in .json(200, #"{"at":"2026-11-21T09:31:40Z"}"#) }
        #expect(sent.times == [.seconds(100)])
        #expect(sent.result.cases.map(\.outcome) == [.passed])
        #expect(sent.result.cases.flatMap(\.findings) == [])
    }
}
