import Conformance
import Foundation
import Testing
import WireJSON

@testable import ConformanceReports

/// A run that was written as `results.json` and is read again as a run.
struct ResultsReadingTests {
    private static let mark = KnownFailureMark(
        reason: "reported",
        link: "https://example.com/7",
        until: "2026-12-31",
        position: FilePosition(file: "cases/known-failures.json", line: 2, column: 3)
    )

    /// A run that says all that a run can say.
    private static func fullRun() throws -> RunResult {
        var run = try Samples.run()
        run.cases[1].exchanges[0].requestSHA256 = "digest of the request"
        run.cases[1].exchanges[0].responseSHA256 = "digest of the answer"
        run.cases[1].exchanges[1].sentAgainAfter = .milliseconds(512)
        run.cases[1].mayHaveLeft = true
        var known = Samples.failed
        known.id = "sessions/get/known"
        known.allowance = .excused(mark)
        known.findings[0].requirements = ["of-any"]
        var unexpected = Samples.passed
        unexpected.id = "sessions/get/better"
        unexpected.allowance = .contradicted(mark)
        var flaky = Samples.result("at-times")
        flaky.attempts = [
            CaseAttempt(
                number: 1,
                outcome: .failed,
                findings: Samples.failed.findings,
                duration: .microseconds(7),
                startedAfter: .microseconds(9),
                exchange: Samples.broken
            ),
            CaseAttempt(number: 2, outcome: Samples.errored.outcome),
        ]
        var cutShort = Samples.notRun
        cutShort.id = "models/cut-short"
        cutShort.attempts = [CaseAttempt(number: 1, outcome: .passed, duration: .milliseconds(1))]
        run.cases += [known, unexpected, flaky, cutShort]
        run.selection.ids = run.cases.map(\.id)
        run.order = .shuffled(seed: .max)
        run.coverage = RequirementCoverage(statements: [
            .init(id: "one", verdict: .passed, cases: 2), .init(id: "two", verdict: .notRun, cases: 0),
        ])
        run.models = Samples.models
        run.cases[1].failingSince = "2026-11-18T08:00:00Z"
        run.cases[2].failingSince = run.started.text
        run.knownFailureProblems = [
            KnownFailureProblem(
                kind: .tooWide,
                pattern: "sessions/**",
                position: mark.position,
                message: "'sessions/**' also names what passes",
                hint: "name less",
                cases: ["sessions/get/better"]
            ),
            KnownFailureProblem(
                kind: .unmatched,
                pattern: "none",
                position: FilePosition(file: "cases/known-failures.json", line: 0, column: 0),
                message: "no case is named",
                hint: "remove it"
            ),
        ]
        run.shard = ShardRecord(
            shard: try #require(Shard(index: 2, of: 3)),
            corpus: "digest of the corpus",
            command: "stytch-conformance run --target 'http://a.example'",
            plan: [.init(path: "cases/sessions/get.json", cases: ["sessions/get/known", "sessions/get/other"])],
            knownFailures: [
                KnownFailureListing(
                    pattern: "sessions/**",
                    reason: "reported",
                    link: "https://example.com/7",
                    until: "2026-12-31",
                    message: "status: ",
                    position: mark.position,
                    isOfTarget: true,
                    isEnded: false,
                    cases: 4
                )
            ]
        )
        return run
    }

    private func bytes(_ run: RunResult) -> [UInt8] { ResultsReport(program: "1.2.3").bytes(run) }

    @Test
    func `a run that says all that a run can say comes back whole`() throws {
        let run = try Self.fullRun()
        let read = try ResultsReader.read(bytes(run)).result()
        #expect(read.cases == run.cases)
        #expect(read.selection == run.selection)
        #expect(read.order == run.order)
        #expect(read.shard == run.shard)
        #expect(read.times == run.times)
        #expect(read.models == run.models)
        #expect(read.coverage == run.coverage)
        #expect(read.knownFailureProblems == run.knownFailureProblems)
        #expect(read.transfers == run.transfers)
        #expect(read.started == run.started)
        #expect(read.duration == run.duration)
        #expect(read.clockOffset == run.clockOffset)
        #expect(read.interruption == run.interruption)
        #expect([read.target, read.baseURL, read.runID] == [run.target, run.baseURL, run.runID])
    }

    @Test
    func `each report of a run that was read is the report of the run`() throws {
        let run = try Self.fullRun()
        let read = try ResultsReader.read(bytes(run)).result()
        let context = ReportContext(program: "1.2.3")
        for format in RunFormats.all {
            var (written, again): ([UInt8], [UInt8]) = ([], [])
            try format.write(run, context) { written += $0 }
            try format.write(read, context) { again += $0 }
            #expect(written == again, "\(format.name)")
            #expect(!written.isEmpty)
        }
        let summary = ConsoleSummary(style: ConsoleStyle(), showsCommands: true)
        #expect(summary.details(read) == summary.details(run))
        #expect(summary.closing(read, .init()) == summary.closing(run, .init()))
    }

    @Test
    func `what a run says is what the published schema describes`() throws {
        let root = try JSONDocument(bytes(try Self.fullRun())).root
        let check = try SchemaCheck.ofResults()
        #expect(check.problems(root) == [])
        #expect(check.undescribed(root) == [])
    }

    @Test(arguments: ["Goldens/run.results.json", "../../reports/example/results.json"])
    func `a file that was kept is read and written again as it was`(name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let kept = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        let run = try ResultsReader.read(kept)
        #expect(ResultsReport(program: run.program).bytes(try run.result()) == kept)
    }

    @Test(arguments: [
        ("\"failingSince\":\"2026-11-18T", "\"failingSince\":\"2026-11-38T", "/cases/1/failingSince"),
        ("\"outcome\":\"errored\"", "\"outcome\":\"lost\"", "/cases/2/outcome"),
        ("\"outcome\":\"skipped\"", "\"outcome\":\"flaky\"", "/cases/3/outcome"),
        ("\"outcome\":\"skipped\"", "\"outcome\":\"known-failure\"", "/cases/3/knownFailure"),
        ("\"outcome\":\"skipped\"", "\"outcome\":\"errored\"", "/cases/3/error"),
        ("\"outcome\":\"failed\"", "\"outcome\":\"not-run\"", "/cases/1/reason"),
        ("{\"code\":\"status\"", "{\"code\":\"smell\"", "/cases/1/findings/0/code"),
        ("\"kind\":\"transport\"", "\"kind\":\"weather\"", "/cases/2/error/kind"),
        ("\"kind\":\"too-wide\"", "\"kind\":\"narrow\"", "/knownFailureProblems/0/kind"),
        ("\"verdict\":\"not-run\"", "\"verdict\":\"maybe\"", "/coverage/statements/1/verdict"),
        ("\"started\": \"2026", "\"started\": \"last year", "/started"),
        ("\"shuffleSeed\": \"1", "\"shuffleSeed\": \"x", "/shuffleSeed"),
        ("\"shard\": {\"index\":2", "\"shard\": {\"index\":4", "/shard"),
        ("\"every\":1", "\"every\":3", "/times/0/every"),
        ("\"tookMicroseconds\":[2300,", "\"tookMicroseconds\":[", "/times/0/tookMicroseconds"),
        ("\"counts\": {\"passed\":1", "\"counts\": {\"passed\":2", "/counts"),
    ])
    func `what fits no run is refused with its place`(old: String, new: String, place: String) throws {
        let text = String(decoding: bytes(try Self.fullRun()), as: UTF8.self)
        let range = try #require(text.range(of: old))
        let run = try ResultsReader.read(Array(text.replacingCharacters(in: range, with: new).utf8))
        #expect {
            try run.result()
        } throws: { error in
            guard case .malformed(let pointer, _, _) = error as? ResultsReader.Problem else { return false }
            return pointer.description == place
        }
    }

    @Test
    func `a file from before cases were repeated is read`() throws {
        let text = String(decoding: bytes(try Samples.run()), as: UTF8.self)
        let older = text.replacingOccurrences(of: "\"flaky\":0,", with: "")
        #expect(older != text)
        #expect(try ResultsReader.read(Array(older.utf8)).result().counts == Samples.run().counts)
    }
}
