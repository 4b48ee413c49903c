import Testing
import WireJSON

@testable import Conformance

/// Since when cases fail, along a chain of runs.
struct FailingSinceTests {
    private static let cause = ErrorCause(kind: .timeout, message: "no answer")

    private func run(_ day: Int, _ outcomes: [String: Outcome]) throws -> RunResult {
        RunResult(
            target: "test",
            baseURL: "",
            runID: "run",
            started: try #require(Timestamp("2026-11-\(day)T08:00:00.5Z")),
            duration: .seconds(1),
            cases: outcomes.sorted { $0.key < $1.key }.map { id, outcome in
                CaseResult(
                    id: id,
                    suite: "s",
                    position: FilePosition(file: "s.json", line: 1, column: 1),
                    outcome: outcome
                )
            }
        )
    }

    private func since(_ run: RunResult) -> [String] {
        run.cases.compactMap { result in result.failingSince.map { "\(result.id) \($0.dropFirst(8).prefix(2))" } }
    }

    @Test
    func `a case fails since the first run of the chain in which it did, and a pass ends the chain`() throws {
        let first = try run(10, ["a": .failed, "b": .passed, "c": .errored(Self.cause), "d": .failed])
        var second = try run(11, ["a": .errored(Self.cause), "b": .failed, "c": .passed, "d": .failed])
        second.noteFailing(since: first)
        #expect(since(second) == ["a 10", "b 11", "d 10"])
        var third = try run(12, ["a": .failed, "b": .failed, "c": .failed, "d": .passed, "e": .failed])
        third.noteFailing(since: second)
        #expect(since(third) == ["a 10", "b 11", "c 12", "e 12"])
        #expect(third.cases.filter(third.failsSinceThisRun).map(\.id) == ["c", "e"])
        #expect(third.cases[0].failingSince == "2026-11-10T08:00:00.5Z")
    }

    @Test
    func `a case that did not run keeps since when it failed, for the next run`() throws {
        let first = try run(10, ["a": .failed, "b": .passed, "c": .failed])
        var second = try run(11, ["a": .notRun("stopped"), "b": .notRun("stopped"), "c": .skipped("no offer")])
        second.noteFailing(since: first)
        #expect(since(second) == ["a 10", "c 10"])
        #expect(second.cases.filter(second.failsSinceThisRun).isEmpty)
        var third = try run(12, ["a": .failed, "b": .failed, "c": .passed])
        third.noteFailing(since: second)
        #expect(since(third) == ["a 10", "b 12"])
    }

    @Test
    func `a known failure counts as failing, and a flaky case does not`() throws {
        var first = try run(10, ["a": .failed, "b": .passed])
        let mark = KnownFailureMark(reason: "r", link: nil, until: "2026-12-31", position: first.cases[0].position)
        first.cases[0].allowance = .excused(mark)
        first.cases[1].attempts = [CaseAttempt(number: 1, outcome: .failed)]
        var second = try run(11, ["a": .failed, "b": .failed])
        second.noteFailing(since: first)
        #expect(since(second) == ["a 10", "b 11"])
    }
}
