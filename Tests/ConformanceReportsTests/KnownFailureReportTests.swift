import Conformance
import Foundation
import Testing
import WireJSON

@testable import ConformanceReports

/// What reports say of known failures and of the statements of the contract.
struct KnownFailureReportTests {
    private static let mark = KnownFailureMark(
        reason: "reported <upstream>",
        link: "https://example.com/7",
        until: "2026-12-31",
        position: FilePosition(file: "cases/known-failures.json", line: 2, column: 3)
    )

    /// A known failure, an unexpected pass, what is wrong with the list, and two statements.
    private static func run() throws -> RunResult {
        var known = Samples.failed
        known.allowance = .excused(mark)
        known.findings[0].requirements = ["of-any"]
        var passed = Samples.passed
        passed.allowance = .contradicted(mark)
        var run = try Samples.run([known, passed])
        run.knownFailureProblems = [
            KnownFailureProblem(
                kind: .stale,
                pattern: "sessions/get/known-user",
                position: mark.position,
                message: "'sessions/get/known-user' passes now",
                hint: "remove the entry",
                cases: ["sessions/get/known-user"]
            ),
            KnownFailureProblem(
                kind: .unmatched,
                pattern: "sessions/none",
                position: FilePosition(file: "cases/known-failures.json", line: 9, column: 3),
                message: "no case is named by 'sessions/none'",
                hint: "correct the entry"
            ),
        ]
        run.coverage = RequirementCoverage(statements: [
            .init(id: "one", verdict: .passed, cases: 2), .init(id: "two", verdict: .notRun, cases: 0),
        ])
        return run
    }

    @Test
    func `a JUnit file shows a known failure as skipped and an unexpected pass as failed`() throws {
        let suites = try JUnitReport().root(try Self.run()).all("testsuite")
        let suite = try #require(suites.first)
        #expect(suite["tests"] == "2")
        #expect(suite["failures"] == "1")
        #expect(suite["skipped"] == "1")
        let cases = suite.all("testcase")
        let reason = "expected failure: reported <upstream> (https://example.com/7, until 2026-12-31)"
        #expect(cases[0].all("skipped").map { $0["message"] } == [reason])
        #expect(cases[0].all("skipped").map(\.text) == [reason])
        let failure = try #require(cases[1].all("failure").first)
        #expect(failure["type"] == "unexpected-pass")
        #expect(
            failure["message"] == "unexpected pass: cases/known-failures.json:2:3 says that it fails; remove it there"
        )
        let properties = suite.all("properties").flatMap { $0.all("property") }
        #expect(properties.map { $0["name"] } == ["dd_tags[test.source.file]", "file", "run.requirements", "target"])
        #expect(properties[2]["value"] == "1 passed, 0 failed, 1 not run")
    }

    @Test
    func `what is wrong with the list and shows in no case is a suite of its own`() throws {
        let suites = try JUnitReport().root(try Self.run()).all("testsuite")
        #expect(suites.map { $0["name"] } == ["cases.sessions.get", "cases.known-failures"])
        #expect(suites.map { $0["id"] } == ["0", "1"])
        #expect(suites[1]["tests"] == "1")
        #expect(suites[1]["failures"] == "1")
        let testcase = try #require(suites[1].all("testcase").first)
        #expect(testcase["name"] == "unmatched sessions/none")
        #expect(testcase["classname"] == "cases.known-failures")
        let failure = try #require(testcase.all("failure").first)
        #expect(failure["message"] == "no case is named by 'sessions/none'")
        #expect(
            failure.text == """
                cases/known-failures.json:9:3: no case is named by 'sessions/none'
                  hint: correct the entry

                    at cases.Case(known-failures.json:9)
                """
        )
    }

    @Test
    func `results.json tells all of it, as its schema says, and is read back`() throws {
        let bytes = ResultsReport(program: "1.2.3").bytes(try Self.run())
        let root = try JSONDocument(bytes).root
        let schema = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }
            .appendingPathComponent("docs/results.schema.json")
        let check = SchemaCheck(schema: try JSONDocument([UInt8](Data(contentsOf: schema))).root)
        #expect(check.problems(root) == [])
        #expect(check.undescribed(root) == [])
        let read = try ResultsReader.read(bytes)
        #expect(read == EncodedRun(try Self.run(), program: "1.2.3"))
        #expect(read.cases.map(\.outcome) == ["known-failure", "unexpected-pass"])
        #expect(read.cases[0].knownFailure?.until == "2026-12-31")
        #expect(read.cases[0].findings?[0].requirements == ["of-any"])
        #expect(read.knownFailureProblems?.map(\.kind) == ["stale", "unmatched"])
        #expect(read.coverage?.statements.map(\.verdict) == ["passed", "not-run"])
    }

    @Test
    func `the console groups known failures by reason and ends with the counts`() throws {
        let summary = ConsoleSummary(style: ConsoleStyle())
        #expect(
            summary.details(try Self.run()) == """

                known failures
                  1 × reported <upstream> (https://example.com/7, until 2026-12-31)
                      sessions/get/unknown-user/row-1

                wrong in the list of known failures
                  cases/known-failures.json:2:3: 'sessions/get/known-user' passes now
                    hint: remove the entry
                  cases/known-failures.json:9:3: no case is named by 'sessions/none'
                    hint: correct the entry

                noted, without failing a case
                  body /sessions/0/colour (unknown-field) — 1×


                """
        )
        #expect(
            summary.closing(try Self.run(), .init()) == """
                2 cases against mock (http://127.0.0.1:40001) in 1.00 s
                requirements: 1 passed, 0 failed, 1 not run
                again:   stytch-conformance run --filter sessions/get/known-user
                0 passed, 0 failed, 1 unexpected pass, 1 known failure, 0 skipped

                """
        )
    }

    @Test
    func `that the mock is gone is said where a curl command stands on the console`() throws {
        let words = "curl:    the mock of this run is gone; "
        let run = try Self.run()
        #expect(!ConsoleSummary(style: ConsoleStyle()).closing(run, .init()).contains(words))
        #expect(ConsoleSummary(style: ConsoleStyle(), showsCommands: true).closing(run, .init()).contains(words))
        let failed = try Samples.run([Samples.failed])
        #expect(ConsoleSummary(style: ConsoleStyle()).closing(failed, .init()).contains(words))
    }

    @Test
    func `the lines of a verbose run name the verdict`() throws {
        let cases = try Self.run().cases
        var progress = ConsoleProgress(style: ConsoleStyle(), total: 2, isVerbose: true)
        let known = progress.text(after: cases[0]).split(separator: "\n").first
        #expect(
            known
                == "known    sessions/get/unknown-user/row-1 (12 ms): reported <upstream> (https://example.com/7, until 2026-12-31)"
        )
        #expect(
            progress.text(after: cases[1]) == "PASSED   sessions/get/known-user (12 ms), though it is known to fail\n"
        )
    }
}
