import Testing
import WireJSON

@testable import Conformance

@Suite struct KnownFailureListTests {
    @Test func `a case that fails as an entry says is excused by it`() {
        let list = Sketch.list([Sketch.entry("a/one", message: "status: expected 404")])
        let failed = Sketch.failed("a/one", got: "500")
        #expect(list.allowance(for: failed) == .excused(Sketch.mark(line: 10)))
        #expect(Verdict(failed.outcome, list.allowance(for: failed)) == .knownFailure)
        #expect(list.allowance(for: Sketch.failed("a/two", got: "500")) == nil)
        #expect(list.allowance(for: Sketch.result("a/one", .passed)) == .contradicted(Sketch.mark(line: 10)))
    }

    @Test(arguments: [
        Outcome.errored(ErrorCause(kind: .setup, message: "m")), .skipped("r"), .notRun("r"),
    ])
    func `nothing but a failure is excused`(outcome: Outcome) {
        let list = Sketch.list([Sketch.entry("a/*", message: "")])
        #expect(list.allowance(for: Sketch.result("a/one", outcome)) == nil)
    }

    @Test(arguments: [("2026-11-20", false), ("2026-11-21", true), ("2026-11-22", true), ("2027-01-01", true)])
    func `an entry holds until the end of its last day`(until: String, holds: Bool) {
        let list = Sketch.list([Sketch.entry("a/one", until: until)])
        #expect((list.allowance(for: Sketch.failed("a/one", got: "500")) != nil) == holds)
        #expect(list.problems(in: [], of: [Sketch.entry(of: "a/one")]).map(\.kind) == (holds ? [] : [.ended]))
    }

    @Test(arguments: [
        ([], true), (["mock"], false), (["mock", "http://127.0.0.1:8080/"], true), (["http://127.0.0.1:8080"], true),
        (["http://127.0.0.1:80"], false),
    ])
    func `an entry is of its targets`(targets: [String], holds: Bool) {
        let entry = Sketch.entry("a/one", targets: targets)
        let list = Sketch.list([entry], target: "http://127.0.0.1:8080")
        #expect((list.allowance(for: Sketch.failed("a/one", got: "500")) != nil) == holds)
    }

    @Test func `of several entries the first that foresees the failure counts`() {
        let list = Sketch.list([
            Sketch.entry("a/*", message: "status: expected 500"),
            Sketch.entry("a/one", message: "status: expected 404"),
            Sketch.entry("a/one", message: "status"),
        ])
        #expect(list.allowance(for: Sketch.failed("a/one", got: "200")) == .excused(Sketch.mark(line: 11)))
    }

    @Test(arguments: ["", "  \t", "FILL IN", "FILL IN: why it fails"])
    func `an entry that nobody filled in excuses nothing`(words: String) {
        for entry in [Sketch.entry("a/one", reason: words), Sketch.entry("a/one", link: words)] {
            let list = Sketch.list([entry])
            #expect(list.allowance(for: Sketch.failed("a/one", got: "500")) == nil)
            #expect(list.problems(in: [], of: [Sketch.entry(of: "a/one")]).map(\.kind) == [.unexplained])
        }
    }
}

@Suite struct KnownFailureProblemTests {
    private let corpus = ["a/one", "a/two", "b/one"].map { Sketch.entry(of: $0) }

    private func problems(
        _ entries: [KnownFailure],
        _ results: [CaseResult],
        target: String = "mock"
    ) -> [(KnownFailureProblem.Kind, [String])] {
        Sketch.list(entries, target: target).problems(in: results, of: corpus).map { ($0.kind, $0.cases) }
    }

    @Test func `an entry of which all passes is stale, and of which some passes too wide`() {
        let passed = Sketch.result("a/one", .passed)
        let stale = problems([Sketch.entry("a/*")], [passed, Sketch.result("a/two", .passed)])
        #expect(stale.map(\.0) == [.stale])
        #expect(stale.map(\.1) == [["a/one", "a/two"]])
        let wide = problems([Sketch.entry("a/*")], [passed, Sketch.failed("a/two", got: "500")])
        #expect(wide.map(\.0) == [.tooWide])
        #expect(wide.map(\.1) == [["a/one"]])
    }

    @Test func `what was left out or could not be judged says nothing of an entry`() {
        #expect(problems([Sketch.entry("a/*")], []).isEmpty)
        #expect(problems([Sketch.entry("a/*")], [Sketch.result("a/one", .skipped("r"))]).isEmpty)
        let errored = Sketch.result("a/one", .errored(ErrorCause(kind: .transport, message: "m")))
        #expect(problems([Sketch.entry("a/one")], [errored]).isEmpty)
        let part = problems([Sketch.entry("a/*")], [Sketch.result("a/one", .passed)])
        #expect(part.map(\.0) == [.tooWide])
    }

    @Test func `an entry for another target is asked only whether it names a case and why`() {
        let failed = Sketch.failed("a/one", got: "500")
        let entries = [
            Sketch.entry("a/one", targets: ["live"], until: "2020-01-01", message: "x"),
            Sketch.entry("a/nine", targets: ["live"]), Sketch.entry("a/two", targets: ["live"], reason: ""),
        ]
        #expect(problems(entries, [failed, Sketch.result("a/two", .passed)]).map(\.0) == [.unmatched, .unexplained])
    }

    @Test func `an entry that only others make good says nothing and is told`() {
        let failed = Sketch.failed("a/one", got: "500")
        let good = Sketch.entry("a/one", message: "status: expected 404")
        #expect(problems([good, Sketch.entry("a/*", message: "status")], [failed]).isEmpty)
        let idle = problems([good, Sketch.entry("a/*", message: "body")], [failed])
        #expect(idle.map(\.0) == [.wrongMessage])
        #expect(idle.map(\.1) == [["a/one"]])
    }

    @Test func `an ended entry whose case passes is stale alone`() {
        let entry = Sketch.entry("a/one", until: "2020-01-01")
        #expect(problems([entry], [Sketch.result("a/one", .passed)]).map(\.0) == [.stale])
        #expect(problems([entry], [Sketch.failed("a/one", got: "500")]).map(\.0) == [.ended])
    }

    @Test func `many cases are told by the first five`() {
        let results = (1...7).map { Sketch.result("a/\($0)", .passed) }
        let problems = Sketch.list([Sketch.entry("a/*")])
            .problems(in: results, of: results.map { Sketch.entry(of: $0.id) })
        #expect(
            problems.map(\.message)
                == ["all that 'a/*' names passes now: 'a/1', 'a/2', 'a/3', 'a/4', 'a/5' and 2 more"]
        )
    }
}

/// Results and entries of a few words.
enum Sketch {
    static func list(_ entries: [KnownFailure], target: String = "mock") -> KnownFailureList {
        // The position of the n-th entry is line 10 + n.
        let placed = entries.enumerated().map { index, entry in
            var entry = entry
            entry.location = SourceLocation(file: 0, offset: UInt32(10 + index))
            return entry
        }
        return KnownFailureList(placed, target: target, day: "2026-11-21") { location in
            FilePosition(file: "known-failures.json", line: Int(location.offset), column: 3)
        }
    }

    static func mark(line: Int) -> KnownFailureMark {
        KnownFailureMark(
            reason: "a reason",
            link: "https://example.com/1",
            until: "2026-12-31",
            position: FilePosition(file: "known-failures.json", line: line, column: 3)
        )
    }

    static func entry(
        _ pattern: String,
        targets: [String] = [],
        reason: String = "a reason",
        link: String? = "https://example.com/1",
        until: String = "2026-12-31",
        message: String = "status: expected 404, got 500"
    ) -> KnownFailure {
        KnownFailure(
            pattern: pattern,
            targets: targets,
            reason: reason,
            link: link,
            until: until,
            message: message,
            location: SourceLocation(file: 0, offset: 0)
        )
    }

    static func entry(of id: String, requirements: [String] = []) -> CaseEntry {
        CaseEntry(
            id: id,
            suite: 0,
            caseIndex: 0,
            row: nil,
            description: nil,
            requirements: requirements,
            tags: [],
            needs: [],
            skip: nil,
            location: SourceLocation(file: 0, offset: 0)
        )
    }

    static func result(
        _ id: String,
        _ outcome: Outcome,
        findings: [Finding] = [],
        requirements: [String] = [],
        exchangeCount: Int = 1
    ) -> CaseResult {
        CaseResult(
            id: id,
            suite: "a",
            position: FilePosition(file: "a.json", line: 1, column: 1),
            requirements: requirements,
            outcome: outcome,
            findings: findings,
            exchangeCount: exchangeCount
        )
    }

    static func failed(_ id: String, got actual: String, requirements: [String] = []) -> CaseResult {
        let finding = Finding(code: .status, subject: "status", expected: "404", actual: actual, note: "a note")
        return result(id, .failed, findings: [finding], requirements: requirements)
    }
}
