import Conformance
import Foundation
import Testing
import WireJSON

@testable import ConformanceReports

/// What reports say of cases that were repeated.
struct AttemptReportTests {
    private static let noAnswer = ErrorCause(
        kind: .timeout,
        message: "no answer within 1 s",
        code: "curl 28 CURLE_OPERATION_TIMEDOUT"
    )

    private static let wrongStatus = Finding(
        code: .status,
        subject: "status",
        expected: "200",
        actual: "503",
        position: FilePosition(file: "cases/sessions/get.json", line: 14, column: 9),
        step: 1
    )

    /// Errored, then failed, then passed.
    private static var flaky: CaseResult {
        var result = Samples.result("at-times")
        result.attempts = [
            CaseAttempt(number: 1, outcome: .errored(noAnswer), duration: .seconds(1), startedAfter: .milliseconds(5)),
            CaseAttempt(
                number: 2,
                outcome: .failed,
                findings: [wrongStatus],
                duration: .milliseconds(7),
                startedAfter: .milliseconds(1_005),
                exchange: Samples.broken
            ),
        ]
        return result
    }

    /// Failed in the first attempt and the third, errored in the second.
    private static var failed: CaseResult {
        var result = Samples.result("never", line: 20, .failed, findings: [wrongStatus], exchanges: [Samples.broken])
        result.attempts = [
            CaseAttempt(number: 2, outcome: .errored(noAnswer), duration: .seconds(1)),
            CaseAttempt(number: 3, outcome: .failed, findings: [wrongStatus, wrongStatus]),
        ]
        return result
    }

    /// Passed three times.
    private static var steady: CaseResult {
        var result = Samples.result("always", line: 30)
        result.attempts = [2, 3].map { CaseAttempt(number: $0, outcome: .passed, duration: .milliseconds(9)) }
        return result
    }

    private static func run() throws -> RunResult { try Samples.run([flaky, failed, steady]) }

    @Test
    func `a case that passed in one attempt and not in another is flaky, and no other is`() throws {
        #expect(try Self.run().cases.map(\.verdict) == [.flaky, .failed, .passed])
        #expect(try Self.run().counts == Counts(passed: 1, flaky: 1, failed: 1))
        #expect(try Self.run().counts.total == 3)
        #expect(!Verdict.flaky.isUnexpected)
        #expect(Self.flaky.shownAttempt == 3)
        #expect(Self.failed.shownAttempt == 1)
        #expect(Self.flaky.passedAttempts == 1)
        #expect(Self.steady.passedAttempts == 3)
        #expect(Samples.passed.shownAttempt == 1)
    }

    @Test
    func `a flaky case counts as passed in JUnit and shows each attempt that did not pass`() throws {
        let suite = try #require(try JUnitReport().root(try Self.run()).all("testsuite").first)
        #expect(suite["tests"] == "3")
        #expect(suite["failures"] == "1")
        #expect(suite["errors"] == "0")
        let cases = suite.all("testcase")
        #expect(cases[0]["time"] == "0.012")
        #expect(cases[0].children.map(\.name) == ["flakyFailure", "flakyError"])
        let failure = cases[0].children[0]
        #expect(failure["type"] == "assertion")
        #expect(failure["message"] == "status: expected 200, got 503")
        let text = try #require(failure.all("stackTrace").first?.text)
        #expect(
            text.hasPrefix(
                "attempt 2 of 3\n1 finding\n  1. cases/sessions/get.json:14:9  status: expected 200, got 503"
            )
        )
        #expect(text.contains("--- response 500 (132 ms, 20 bytes)"))
        #expect(text.hasSuffix("\n    at cases.sessions.Case(get.json:14)"))
        let error = cases[0].children[1]
        #expect(error["type"] == "timeout")
        #expect(error["message"] == "curl 28 CURLE_OPERATION_TIMEDOUT: no answer within 1 s")
        #expect(error.all("stackTrace").first?.text.hasPrefix("attempt 1 of 3\n") == true)
    }

    @Test
    func `a case that never passed shows its first failure, and the attempts behind it as reruns`() throws {
        let suite = try #require(try JUnitReport().root(try Self.run()).all("testsuite").first)
        let never = suite.all("testcase")[1]
        #expect(never.children.map(\.name) == ["failure", "rerunFailure", "rerunError"])
        #expect(never.children[1]["message"] == "status: expected 200, got 503 (+1 more)")
        #expect(suite.all("testcase")[2].children == [])
    }

    @Test
    func `an errored case has its rerunFailure before its error and its rerunError behind it, as Surefire orders them`()
        throws
    {
        var errored = Self.failed
        errored.outcome = .errored(Self.noAnswer)
        let suite = try #require(try JUnitReport().root(try Samples.run([errored])).all("testsuite").first)
        #expect(suite.all("testcase")[0].children.map(\.name) == ["rerunFailure", "error", "rerunError"])
    }

    @Test
    func `of many attempts ten are written in JUnit, and how many more there were`() throws {
        var result = Self.flaky
        result.attempts = (1...32).map { CaseAttempt(number: $0, outcome: .failed, findings: [Self.wrongStatus]) }
        let suite = try #require(try JUnitReport().root(try Samples.run([result])).all("testsuite").first)
        let children = suite.all("testcase")[0].children
        #expect(children.count == 10)
        #expect(children[8].children[0].text.hasPrefix("attempt 9 of 33\n"))
        #expect(children[9].children[0].text.hasPrefix("attempt 10 of 33, … 22 more attempts in results.json\n"))
    }

    @Test
    func `a known failure and an unexpected pass keep their one element`() throws {
        let mark = KnownFailureMark(
            reason: "reported",
            until: "2026-12-31",
            position: FilePosition(file: "cases/known-failures.json", line: 2, column: 3)
        )
        var known = Self.failed
        known.allowance = .excused(mark)
        var passed = Self.flaky
        passed.allowance = .contradicted(mark)
        let run = try Samples.run([known, passed])
        #expect(run.cases.map(\.verdict) == [.knownFailure, .unexpectedPass])
        let suite = try #require(try JUnitReport().root(run).all("testsuite").first)
        #expect(suite.all("testcase").map { $0.children.map(\.name) } == [["skipped"], ["failure"]])
    }

    @Test
    func `results.json tells of all attempts as its schema says`() throws {
        let bytes = ResultsReport(program: "1.2.3").bytes(try Self.run())
        let root = try JSONDocument(bytes).root
        let check = try SchemaCheck.ofResults()
        #expect(check.problems(root) == [])
        #expect(check.undescribed(root) == [])
        #expect(root["counts"]?["flaky"]?.text == "1")
        #expect(root["cases"]?[0]?["outcome"]?.string == "flaky")
        #expect(
            root["cases"]?[0]?["attempts"]?[0]?.text
                == #"{"number":1,"outcome":"errored","error":{"kind":"timeout","message":"no answer within 1 s","code":"curl 28 CURLE_OPERATION_TIMEDOUT"},"durationMicroseconds":1000000,"startedAfterMicroseconds":5000}"#
        )
        #expect(root["cases"]?[0]?["attempts"]?[1]?["exchange"]?["response"]?["status"]?.text == "500")
        #expect(root["cases"]?[2]?["attempts"]?.count == 2)
    }

    @Test
    func `the console names flaky cases with what went wrong, and counts them`() throws {
        let summary = ConsoleSummary(style: ConsoleStyle())
        let details = summary.details(try Self.run())
        #expect(
            details.hasSuffix(
                """
                flaky
                  sessions/get/at-times: passed in 1 of 3 attempts
                      attempt 1 errored: curl 28 CURLE_OPERATION_TIMEDOUT: no answer within 1 s
                      attempt 2 failed: status: expected 200, got 503


                """
            )
        )
        #expect(
            details.contains(
                """
                    passed in 0 of 3 attempts; attempt 1 is shown
                    attempt 2 errored: curl 28 CURLE_OPERATION_TIMEDOUT: no answer within 1 s
                    attempt 3 failed: status: expected 200, got 503 (+1 more)

                """
            )
        )
        let closing = summary.closing(try Self.run(), .init())
        #expect(closing.hasSuffix("\n1 passed, 1 failed, 1 flaky, 0 skipped\n"))
        #expect(closing.contains("again:   stytch-conformance run --filter sessions/get/never\n"))
        var progress = ConsoleProgress(style: ConsoleStyle(), total: 3)
        #expect(progress.text(after: Self.flaky) == "")
        var live = ConsoleProgress(style: ConsoleStyle(width: 80), total: 3)
        #expect(
            live.text(after: Self.flaky)
                == "\r\u{1B}[2Kflaky    sessions/get/at-times (12 ms): passed in 1 of 3 attempts\n"
                + "[1/3] sessions/get/at-times"
        )
    }

    @Test
    func `reproducible reports show no time of an attempt`() throws {
        let moment = try #require(Timestamp("1970-01-01T00:00:00Z"))
        let attempts = try Self.run().reproducible(at: moment).cases[0].attempts
        #expect(attempts.map(\.duration) == [.zero, .zero])
        #expect(attempts.map(\.startedAfter) == [.zero, .zero])
        #expect(attempts[1].exchange?.timings == TransferTimings())
        #expect(attempts[1].exchange?.url == "http://mock/v1/sessions?user_id=user-1&limit=2")
    }
}
