import Testing
import WireJSON

@testable import Conformance

@Suite struct TargetClockTests {
    private func headers(_ date: String) -> HeaderList {
        HeaderList([HeaderList.Field(name: "Date", value: date)])
    }

    @Test(arguments: [
        ("Sat, 21 Nov 2026 09:30:00 GMT", "2026-11-21T09:30:00Z"),
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
        ("Sat, 31 Feb 2026 09:30:00 GMT", nil),
        ("yesterday", nil),
    ])
    func `a date header is read in its one form`(text: String, time: String?) {
        #expect(HTTPDate.parse(text)?.text == time)
    }

    @Test func `the first answer's clock counts, as the middle of the second that its header names`() {
        let clock = TargetClock(isMeasuring: true)
        clock.learn(from: HeaderList(), sent: TestClock.start, received: TestClock.start)
        #expect(clock.offset == .zero)
        clock.learn(
            from: headers("Sat, 21 Nov 2026 09:35:01 GMT"),
            sent: TestClock.start,
            received: TestClock.start.adding(.seconds(2))
        )
        #expect(clock.offset == .milliseconds(300_500))
        clock.learn(from: headers("Sat, 21 Nov 2026 09:30:00 GMT"), sent: TestClock.start, received: TestClock.start)
        #expect(clock.offset == .milliseconds(300_500))
    }

    @Test(arguments: [
        ("09:29:57", 0, -2500), ("09:29:58", 0, 0), ("09:29:59", 0, 0), ("09:30:00", 0, 0), ("09:30:01", 0, 1500),
        // Half of the way may be before the clock was read, or behind it; a header may also be late by two seconds.
        ("09:30:01", 1000, 0), ("09:29:59", 1000, 0), ("09:30:02", 1000, 2000), ("09:30:09", 10_000, 0),
        ("09:30:12", 10_000, 7500),
    ])
    func `a difference that the whole seconds of a header cannot show is none`(time: String, way: Int, offset: Int) {
        let clock = TargetClock(isMeasuring: true)
        let received = TestClock.start.adding(.milliseconds(way))
        clock.learn(from: headers("Sat, 21 Nov 2026 \(time) GMT"), sent: TestClock.start, received: received)
        #expect(clock.offset == .milliseconds(offset))
    }

    @Test func `tokens of a target that is measured have leeway, and those of a mock have none`() {
        #expect(TargetClock(isMeasuring: true).leeway == .seconds(2))
        #expect(TargetClock(isMeasuring: false).leeway == .zero)
    }

    @Test(arguments: [(false, 2), (true, 0)])
    func `a check of a token is told of the leeway`(isMock: Bool, seconds: Int) async throws {
        let check = ValueCheck(
            location: .line(1),
            value: .constant("token"),
            matches: try PatternReading.pattern("{\"$jwt\": {}}")
        )
        var run = TestRun(cases: [TestCase(steps: [Step(.check([check]), at: .line(1))])])
        run.isMock = isMock
        run.tokens = TokenCheck { _ in
            { _, wanted in
                wanted.leeway == .seconds(seconds)
                    ? .verified(header: [:], claims: [:]) : .refused("leeway \(wanted.leeway)")
            }
        }
        let result = try await run.result(ScriptedTransport { _, _ in .json(200, "[]") })
        #expect(result.findings.map(\.actual) == [])
        #expect(result.outcome == .passed)
    }

    @Test func `a mock is never measured`() {
        let mock = TargetClock(isMeasuring: false)
        mock.learn(from: headers("Sat, 21 Nov 2026 10:30:00 GMT"), sent: TestClock.start, received: TestClock.start)
        #expect(mock.offset == .zero)
    }

    @Test func `a run says how far the target's clock is away and reckons with it`() async throws {
        var expectation = try CaseExpectation.status(200, "{\"at\": {\"$near\": {}}}")
        expectation.maximumDuration = .seconds(1)
        let run = TestRun(cases: [TestCase(steps: [try RequestStep.get("/x", [expectation]).step()])])
        let transport = ScriptedTransport { _, _ in
            .json(200, "{\"at\": \"2026-11-21T09:20:00Z\"}", headers: [("Date", "Sat, 21 Nov 2026 09:20:00 GMT")])
        }
        let result = await run.run(transport)
        #expect(result.clockOffset == .milliseconds(-599_500))
        #expect(result.cases.map(\.outcome) == [.passed])
    }
}

@Suite struct BuiltInValuesTests {
    private let values = BuiltInValues(
        runID: "run-1",
        projectID: "project-1",
        randomBytes: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) } }
    )

    @Test func `built-in values have their forms`() {
        #expect(values.value(of: .uuid) == "00070e15-1c23-4a31-b83f-464d545b6269")
        #expect(values.value(of: .runID) == "run-1")
        #expect(values.value(of: .projectID) == "project-1")
        #expect(values.value(of: .letters(5)) == "ahovc")
        #expect(values.value(of: .letters(0)) == "")
        #expect(values.value(of: .email) == "conformance-run-1-ahovcdkryfgnubcjqxef@example.com")
        #expect(values.value(of: .password) == "ahovcdkryfgnubcjqxefmtab-A7!z")
    }

    @Test func `values are made once a case and differ between cases`() async throws {
        let request = try RequestStep.get("/x").with {
            $0.body = .json(.array([.hole(.variable(0)), .hole(.variable(0))]))
        }
        let one = TestCase(variables: [.made("uuid", .uuid)], steps: [request.step()])
        let transport = ScriptedTransport { _, _ in .json(200, "{}") }
        _ = await TestRun(cases: [one, one]).run(transport)
        let bodies = transport.sent.map { String(decoding: $0.body ?? [], as: UTF8.self) }
        #expect(
            bodies == [
                "[\"01020304-0506-4708-890a-0b0c0d0e0f10\",\"01020304-0506-4708-890a-0b0c0d0e0f10\"]",
                "[\"11121314-1516-4718-991a-1b1c1d1e1f20\",\"11121314-1516-4718-991a-1b1c1d1e1f20\"]",
            ]
        )
    }
}
