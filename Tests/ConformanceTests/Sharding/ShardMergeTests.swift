import Testing
import WireJSON

@testable import Conformance

/// What becomes of the facts of shards when they are made into one run.
@Suite struct ShardMergeTests {
    private static let start = Timestamp(secondsSince1970: 1_795_253_400)

    private func result(_ id: String, _ outcome: Outcome = .passed, after: Duration = .milliseconds(1)) -> CaseResult {
        CaseResult(
            id: id,
            suite: "s",
            position: FilePosition(file: "cases/s.json", line: 1, column: 1),
            outcome: outcome,
            duration: .milliseconds(2),
            startedAfter: after
        )
    }

    /// Part `index` of two, of a plan of four cases, with these.
    private func part(
        _ index: Int,
        _ cases: [CaseResult],
        later: Duration = .zero,
        _ change: (inout RunResult) -> Void = { _ in }
    ) throws -> ShardMerge.Part {
        var run = RunResult(
            target: "test",
            baseURL: "http://127.0.0.1:9",
            runID: "run-\(index)",
            started: Self.start.adding(later),
            duration: .seconds(1),
            cases: cases
        )
        run.shard = ShardRecord(
            shard: try #require(Shard(index: index, of: 2)),
            corpus: "digest",
            plan: [.init(path: "cases/s.json", cases: ["s/a", "s/b", "s/c", "s/d"])]
        )
        change(&run)
        return ShardMerge.Part(name: "\(index).json", program: "1.2.3", result: run)
    }

    private func lines(_ parts: [ShardMerge.Part]) -> [String] {
        do throws(ShardMerge.Refusal) {
            _ = try ShardMerge.merge(parts)
            return []
        } catch {
            return error.lines
        }
    }

    @Test func `what fails since its shard fails since the run, and what failed before since then`() throws {
        var (old, new) = (result("s/a", .failed), result("s/c", .failed))
        old.failingSince = "2026-11-01T00:00:00Z"
        let later = Self.start.adding(.seconds(3))
        new.failingSince = later.text
        let merged = try ShardMerge.merge([
            try part(1, [old, result("s/b")]), try part(2, [new, result("s/d")], later: .seconds(3)),
        ])
        #expect(merged.cases.map(\.failingSince) == ["2026-11-01T00:00:00Z", nil, merged.started.text, nil])
        #expect(merged.cases.map(merged.failsSinceThisRun) == [false, false, true, false])
    }

    @Test func `cases stand in corpus order, and begin when they began`() throws {
        var repeated = result("s/b", after: .milliseconds(9))
        repeated.attempts = [CaseAttempt(number: 1, outcome: .failed, startedAfter: .milliseconds(5))]
        let first = try part(1, [result("s/a"), result("s/d")])
        let second = try part(2, [repeated, result("s/c")], later: .seconds(3))
        let merged = try ShardMerge.merge([second, first])
        #expect(merged.cases.map(\.id) == ["s/a", "s/b", "s/c", "s/d"])
        #expect(
            merged.cases.map(\.startedAfter) == [
                .milliseconds(1), .milliseconds(3_009), .milliseconds(3_001), .milliseconds(1),
            ]
        )
        #expect(merged.cases[1].attempts.map(\.startedAfter) == [.milliseconds(3_005)])
        #expect(merged.started == Self.start)
        #expect(merged.duration == .seconds(4))
        #expect(merged.runID == "run-1,run-2")
        #expect(merged.shard == nil)
    }

    @Test func `what did not begin has no start in the merged run either`() throws {
        var skipped = result("s/b", .skipped("not built yet"), after: .zero)
        skipped.duration = .zero
        let merged = try ShardMerge.merge([
            try part(1, [result("s/a"), result("s/d")]), try part(2, [skipped, result("s/c")], later: .seconds(3)),
        ])
        #expect(merged.cases[1].startedAfter == .zero)
    }

    @Test func `sums, interruptions, clocks and times are those of all shards`() throws {
        let merged = try ShardMerge.merge([
            try part(1, [result("s/a"), result("s/d")]) { run in
                run.transfers = TransferTotals(
                    requests: 3,
                    newConnections: 1,
                    httpVersions: ["HTTP/2": 3],
                    bytesReceived: 7
                )
                run.clockOffset = .seconds(-5)
                run.order = .shuffled(seed: 1)
                var times = OperationTimes(operation: "b")
                times.add(.init(endedAfter: .seconds(1), took: .milliseconds(4)))
                run.times = [times]
            },
            try part(2, [result("s/b"), result("s/c")], later: .seconds(2)) { run in
                run.transfers = TransferTotals(
                    requests: 4,
                    reusedConnections: 2,
                    newConnections: 1,
                    httpVersions: ["HTTP/1.1": 1, "HTTP/2": 3],
                    bytesReceived: 8
                )
                run.clockOffset = .seconds(4)
                run.interruption = "interrupted by SIGTERM"
                run.order = .shuffled(seed: 2)
                var (first, second) = (OperationTimes(operation: "a"), OperationTimes(operation: "b"))
                first.add(.init(endedAfter: .seconds(1), took: .milliseconds(6)))
                second.add(.init(endedAfter: .seconds(1), took: .milliseconds(5)))
                run.times = [first, second]
            },
        ])
        #expect(
            merged.transfers
                == TransferTotals(
                    requests: 7,
                    reusedConnections: 2,
                    newConnections: 2,
                    httpVersions: ["HTTP/1.1": 1, "HTTP/2": 6],
                    bytesReceived: 15
                )
        )
        #expect(merged.clockOffset == .seconds(-5))
        #expect(merged.order == .corpus)
        #expect(merged.interruption == "shard 2/2: interrupted by SIGTERM")
        #expect(merged.times.map(\.operation) == ["a", "b"])
        #expect(merged.times[1].samples.map(\.endedAfter) == [.seconds(1), .seconds(3)])
        #expect(merged.times[1].longest == .milliseconds(5))
    }

    @Test func `a statement failed where any shard shows it, else it passed where any does`() throws {
        func coverage(_ verdicts: [RequirementCoverage.Verdict]) -> RequirementCoverage {
            RequirementCoverage(
                statements: verdicts.enumerated().map { .init(id: "s-\($0)", verdict: $1, cases: 1) }
            )
        }
        let merged = try ShardMerge.merge([
            try part(1, [result("s/a"), result("s/d")]) {
                $0.coverage = coverage([.passed, .failed, .notRun, .notRun])
            },
            try part(2, [result("s/b"), result("s/c")]) {
                $0.coverage = coverage([.failed, .passed, .passed, .notRun])
            },
        ])
        #expect(merged.coverage?.statements.map(\.verdict) == [.failed, .failed, .passed, .notRun])
        #expect(merged.coverage?.statements.map(\.cases) == [2, 2, 2, 2])
    }

    @Test func `an entry that ended between two shards has ended, and one that all cases pass is stale`() throws {
        func listing(_ pattern: String, ended: Bool, line: Int, cases: Int) -> KnownFailureListing {
            KnownFailureListing(
                pattern: pattern,
                reason: "reported",
                link: "https://example.com/1",
                until: "2026-11-21",
                message: "status: ",
                position: FilePosition(file: "cases/known-failures.json", line: line, column: 3),
                isOfTarget: true,
                isEnded: ended,
                cases: cases
            )
        }
        let bad = Finding(code: .status, subject: "status", expected: "200", actual: "500")
        var known = result("s/c", .failed)
        known.findings = [bad]
        let merged = try ShardMerge.merge([
            try part(1, [result("s/a"), result("s/d")]) {
                $0.shard?.knownFailures = [
                    listing("s/c", ended: false, line: 2, cases: 1), listing("s/[ab]", ended: false, line: 3, cases: 0),
                    listing("s/a", ended: false, line: 4, cases: 1),
                ]
                $0.knownFailureProblems = [
                    KnownFailureProblem(
                        kind: .unmatched,
                        pattern: "s/[ab]",
                        position: FilePosition(file: "cases/known-failures.json", line: 3, column: 3),
                        message: "no case is named by 's/[ab]'",
                        hint: "correct it"
                    )
                ]
            },
            try part(2, [result("s/b"), known]) {
                $0.shard?.knownFailures = [
                    listing("s/c", ended: true, line: 2, cases: 1), listing("s/[ab]", ended: true, line: 3, cases: 0),
                    listing("s/a", ended: true, line: 4, cases: 1),
                ]
            },
        ])
        #expect(merged.knownFailureProblems.map(\.kind) == [.ended, .unmatched, .stale])
        #expect(merged.knownFailureProblems[1].message == "no case is named by 's/[ab]'")
    }

    // MARK: Refusals

    @Test func `a case that no shard ran is named, though all shards are there`() throws {
        let parts = [try part(1, [result("s/a")]), try part(2, [result("s/c")])]
        #expect(lines(parts) == ["missing: 2 of 4 cases:", "  's/b'", "  's/d'"])
    }

    @Test func `a shard that is missing is named with the cases that no other has`() throws {
        #expect(
            lines([try part(1, [result("s/a"), result("s/b")])])
                == ["missing: shard 2/2", "missing: 2 of 4 cases:", "  's/c'", "  's/d'"]
        )
        #expect(lines([]) == ["there is no result of a shard"])
    }

    @Test func `of many shards and cases that are missing the first are named, and how many there are besides`() throws
    {
        let shard = try #require(Shard(index: 1, of: 30))
        let first = try part(1, [result("s/1")]) { run in
            run.shard?.shard = shard
            run.shard?.plan = [.init(path: "cases/s.json", cases: (1...30).map { "s/\($0)" })]
        }
        let found = lines([first])
        #expect(
            found.first
                == "missing: shards 2/30, 3/30, 4/30, 5/30, 6/30, 7/30, 8/30, 9/30, 10/30, 11/30, 12/30, 13/30, "
                + "14/30, 15/30, 16/30, 17/30, 18/30, 19/30, 20/30, 21/30 and 9 more"
        )
        #expect(Array(found.dropFirst().prefix(2)) == ["missing: 29 of 30 cases:", "  's/2'"])
        #expect(Array(found.suffix(2)) == ["  's/11'", "  and 19 more"])
        #expect(found.count == 13)
    }

    @Test func `the shards that are missing can be run again by their numbers`() throws {
        let parts = [try part(1, [result("s/a")])]
        do throws(ShardMerge.Refusal) {
            _ = try ShardMerge.merge(parts)
            Issue.record("a part of a run was taken for all of it")
        } catch {
            #expect(error.shards.map { "\($0)" } == ["2/2"])
        }
    }

    @Test func `a case that two shards ran, and one that was not planned, are named`() throws {
        let parts = [
            try part(1, [result("s/a"), result("s/b")]),
            try part(2, [result("s/b"), result("s/c"), result("s/d"), result("s/x")]),
        ]
        #expect(
            lines(parts) == [
                "case 's/b' is in shard 1/2 ('1.json') and shard 2/2 ('2.json'): the run was split in different ways",
                "case 's/x' of shard 2/2 ('2.json') was not planned",
            ]
        )
    }

    @Test func `shards of other runs are refused, each difference in words`() throws {
        let first = try part(1, [result("s/a"), result("s/d")])
        let other = try #require(Shard(index: 2, of: 3))
        var second = try part(2, [result("s/b"), result("s/c")]) { run in
            run.target = "live"
            run.selection = Selection(filters: ["s/*"], tags: ["smoke"], paths: ["s"], ids: ["s/a"])
            run.shard?.shard = other
            run.shard?.plan = [.init(path: "cases/t.json", cases: ["t/a"])]
        }
        second.program = "1.2.4"
        let (one, two) = ("as in shard 1/2 ('1.json')", "shard 2/3 ('2.json')")
        #expect(
            lines([first, second]) == [
                "\(two) is one of another number: expected 2, \(one), got 3",
                "\(two) was run by another version of the program: expected 1.2.3, \(one), got 1.2.4",
                "\(two) ran against another target: expected 'test', \(one), got 'live'",
                "\(two) was asked for other cases: expected all, \(one), got 's' --filter 's/*' --tag 'smoke' 1 by name",
                "\(two) was to run other cases: expected 4 cases of 1 file, the first of them 'cases/s.json', \(one), got 1 case of 1 file, the first of them 'cases/t.json'",
            ]
        )
        let retried = try part(2, []) { $0.shard?.command = "stytch-conformance run --retries 1" }
        #expect(
            lines([first, retried]).first
                == "shard 2/2 ('2.json') was run in another way: expected 'stytch-conformance run', as in shard 1/2 ('1.json'), got 'stytch-conformance run --retries 1'"
        )
        let changed = try part(2, []) { $0.shard?.corpus = "another digest" }
        #expect(
            lines([first, changed]) == [
                "shard 2/2 ('2.json') read other case files, or the same with other contents: expected digest digest, as in shard 1/2 ('1.json'), got digest another dige"
            ]
        )
        let whole = try part(2, []) { $0.shard = nil }
        #expect(lines([first, whole]) == ["'2.json' is of a whole run, not of a shard"])
        #expect(lines([first, first]).first == "shard 1/2 is there twice: '1.json' and '1.json'")
    }
}
