import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// The reports of shards that were written, read and merged, beside those of the whole run.
struct ShardedReportTests {
    /// A run with every verdict but those that a list of known failures makes, as `--reproducible` shows it.
    private static func whole() throws -> RunResult {
        var flaky = Samples.result("at-times", line: 60)
        flaky.attempts = [
            CaseAttempt(number: 1, outcome: .failed, findings: Samples.failed.findings, exchange: Samples.broken)
        ]
        var run = try Samples.run()
        run.cases.insert(flaky, at: 5)
        run.interruption = nil
        run.coverage = RequirementCoverage(statements: [.init(id: "one", verdict: .passed, cases: 4)])
        let moment = try #require(Timestamp("1970-01-01T00:00:00Z"))
        return run.reproducible(at: moment)
    }

    /// The cases of a run by turns, each part with a share of what the run counts.
    private static func shards(_ total: Int, of run: RunResult) throws -> [RunResult] {
        var plan: [ShardRecord.File] = []
        for each in run.cases {
            if plan.last?.path != each.position.file { plan.append(.init(path: each.position.file, cases: [])) }
            plan[plan.count - 1].cases.append(each.id)
        }
        return try (1...total).map { index in
            var part = run
            part.cases = run.cases.enumerated().filter { $0.offset % total == index - 1 }.map(\.element)
            part.shard = ShardRecord(shard: try #require(Shard(index: index, of: total)), corpus: "digest", plan: plan)
            if index > 1 {
                part.transfers = TransferTotals()
                part.answers = []
                part.coverage?.statements[0] = .init(id: "one", verdict: .notRun, cases: 0)
            }
            return part
        }
    }

    @Test(arguments: [1, 2, 7, 11])
    func `merged shards write the bytes of the whole run, in every format`(total: Int) throws {
        let whole = try Self.whole()
        let parts = try Self.shards(total, of: whole).enumerated().map { number, part in
            let run = try ResultsReader.read(ResultsReport(program: "1.2.3").bytes(part))
            return ShardMerge.Part(name: "\(number).json", program: run.program, result: try run.result())
        }
        let merged = try ShardMerge.merge(parts.reversed())
        for format in RunFormats.all {
            let context = ReportContext(program: "1.2.3")
            var (expected, actual): ([UInt8], [UInt8]) = ([], [])
            try format.write(whole, context) { expected += $0 }
            try format.write(merged, context) { actual += $0 }
            #expect(actual == expected, "\(format.name)")
            #expect(!actual.isEmpty)
        }
    }

    @Test
    func `a suite of JUnit has the same number in every shard, and the shard is told`() throws {
        let parts = try Self.shards(7, of: try Self.whole())
        // The seventh shard has a case of the second file alone.
        let suites = try JUnitReport().root(parts[6]).all("testsuite")
        #expect(suites.map { $0["id"] } == ["1"])
        let properties = suites.flatMap { $0.all("properties") }.flatMap { $0.all("property") }
        #expect(properties.first { $0["name"] == "shard" }?["value"] == "7/7")
    }

    @Test
    func `the console says which part it is, and names failures in the command even where all failed`() throws {
        let parts = try Self.shards(8, of: try Self.whole())
        let closing = ConsoleSummary(style: ConsoleStyle()).closing(parts[1], .init())
        #expect(
            closing.contains("shard 2/8 of 8 cases; 'stytch-conformance merge' makes one report of all shards\n")
        )
        #expect(closing.contains("again:   stytch-conformance run --filter sessions/get/unknown-user/row-1\n"))
    }
}
