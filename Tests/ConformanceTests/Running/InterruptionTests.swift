import Synchronization
import Testing
import WireJSON

@testable import Conformance

@Suite struct InterruptionTests {
    @Test func `a running case is cut short, its teardown runs, and others do not begin`() async throws {
        let interruption = Interruption()
        let run = TestRun(cases: [
            TestCase(id: "s/a", steps: [.use(try .get("/teardown")), try .get("/hang"), try .get("/after")]),
            TestCase(id: "s/b", steps: [try .get("/b")]),
        ])
        let transport = ScriptedTransport { request, _ throws(TransportError) in
            guard request.url.hasSuffix("/hang") else { return .json(200, "{}") }
            interruption.interrupt(reason: "interrupted by SIGINT")
            await waitForCancellation()
            throw .cancelled
        }
        let told = Mutex<[String]>([])
        let result = await run.run(transport, interruption: interruption) { result in
            told.withLock { $0.append(result.id) }
        }
        #expect(transport.lines == ["GET /hang", "GET /teardown"])
        #expect(
            result.cases.map(\.outcome) == [
                .notRun("cut short: interrupted by SIGINT"), .notRun("interrupted by SIGINT"),
            ]
        )
        #expect(result.interruption == "interrupted by SIGINT")
        #expect(result.counts == Counts(notRun: 2))
        #expect(told.withLock { $0 } == ["s/a", "s/b"])
    }

    @Test func `teardown after an interruption has 800 ms in all`() async throws {
        let interruption = Interruption()
        let run = TestRun(cases: [
            TestCase(
                steps: [try .get("/hang")],
                caseTeardown: [try .get("/one"), try .get("/two"), try .get("/three")]
            )
        ])
        let clock = run.clock
        let transport = ScriptedTransport { request, _ throws(TransportError) in
            guard request.url.hasSuffix("/hang") else {
                clock.advance(.milliseconds(500))
                return .json(200, "{}")
            }
            interruption.interrupt(reason: "interrupted by SIGTERM")
            await waitForCancellation()
            throw .cancelled
        }
        let result = await run.run(transport, interruption: interruption)
        #expect(transport.lines == ["GET /hang", "GET /one", "GET /two"])
        // Half of what is left, so that a step that hangs leaves time for those behind it.
        #expect(transport.sent.map(\.timeout) == [.seconds(10), .milliseconds(400), .milliseconds(150)])
        #expect(result.cases.map(\.outcome) == [.notRun("cut short: interrupted by SIGTERM")])
    }

    @Test func `a teardown step that ran again may find its work done`() async throws {
        let interruption = Interruption()
        let run = TestRun(cases: [TestCase(steps: [try .get("/good")], caseTeardown: [try .get("/delete")])])
        let transport = ScriptedTransport { request, number throws(TransportError) in
            guard number == 2 else { return .json(number == 1 ? 200 : 404, "{}") }
            interruption.interrupt(reason: "interrupted by SIGTERM")
            await waitForCancellation()
            throw .cancelled
        }
        let result = await run.run(transport, interruption: interruption)
        #expect(transport.lines == ["GET /good", "GET /delete", "GET /delete"])
        #expect(result.cases.map(\.outcome) == [.passed])
        #expect(result.cases.first?.findings == [])
    }

    @Test func `findings made before the interruption stay a failure`() async throws {
        let interruption = Interruption()
        let run = TestRun(cases: [TestCase(steps: [try .get("/bad")], caseTeardown: [try .get("/hang")])])
        let transport = ScriptedTransport { request, number throws(TransportError) in
            guard request.url.hasSuffix("/hang"), number == 2 else { return .json(number == 1 ? 500 : 200, "{}") }
            interruption.interrupt(reason: "interrupted by SIGINT")
            await waitForCancellation()
            throw .cancelled
        }
        let result = await run.run(transport, interruption: interruption)
        #expect(transport.lines == ["GET /bad", "GET /hang", "GET /hang"])
        #expect(result.cases.map(\.outcome) == [.failed])
    }

    @Test func `an interruption before the run leaves every case out`() async throws {
        let interruption = Interruption()
        interruption.interrupt(reason: "interrupted by SIGINT")
        interruption.interrupt(reason: "again")
        let run = TestRun(cases: [TestCase(steps: [try .get("/x")])])
        let transport = ScriptedTransport { _, _ in .json(200, "{}") }
        let result = await run.run(transport, interruption: interruption)
        #expect(transport.lines == [])
        #expect(result.cases.map(\.outcome) == [.notRun("interrupted by SIGINT")])
    }
}
