import Conformance
import WireJSON

/// A run in the Common Test Report Format, version 0.0.0 of its specification.
///
/// Its schema is closed: nothing stands in it but what the schema of version 0.0.0 names, all else below `extra`.
///
/// > Source: the CTRF specification and its JSON Schema
struct CTRFReport {
    var context: ReportContext

    /// Writes the whole file, a test a line; throws what `output` throws.
    func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        try output(head(of: result))
        var separator = Array("\n".utf8)
        for caseResult in result.cases {
            try output(separator + test(caseResult, in: result).bytes)
            separator = Array(",\n".utf8)
        }
        try output(Array("\n]\n}\n}\n".utf8))
    }

    /// All that stands before the tests.
    private func head(of result: RunResult) -> [UInt8] {
        var tool = JSONMembers()
        tool.add("name", "stytch-conformance")
        tool.add("version", context.program)
        var results = JSONMembers(.memberALine)
        results.add("tool", tool.object)
        results.add("summary", summary(of: result))
        results.add("environment", environment(of: result))
        var report = JSONMembers(.memberALine)
        report.add("reportFormat", "CTRF")
        report.add("specVersion", "0.0.0")
        report.add("timestamp", result.started.later(.zero).text)
        report.add("generatedBy", "stytch-conformance")
        return report.bytes + Array(",\n\"results\": ".utf8) + results.bytes + Array(",\n\"tests\": [".utf8)
    }

    private func summary(of result: RunResult) -> JSONFragment {
        let counts = result.counts
        var summary = JSONMembers()
        summary.add("tests", counts.total)
        summary.add("passed", result.cases.count { Self.status(of: $0.verdict, in: result) == .passed })
        summary.add("failed", result.cases.count { Self.status(of: $0.verdict, in: result) == .failed })
        summary.add("skipped", result.cases.count { Self.status(of: $0.verdict, in: result) == .skipped })
        summary.add("pending", 0)
        summary.add("other", 0)
        summary.add("flaky", counts.flaky)
        summary.add("suites", Set(result.cases.map(\.suite)).count)
        summary.add("start", result.started.milliseconds)
        summary.add("stop", result.started.adding(result.duration).milliseconds)
        summary.add("duration", Quantity.milliseconds(result.duration))
        return summary.object
    }

    private func environment(of result: RunResult) -> JSONFragment {
        var extra = JSONMembers()
        extra.add("stytch-conformance.baseURL", result.baseURL)
        extra.add("stytch-conformance.runID", result.runID)
        extra.add("stytch-conformance.interruption", result.interruption)
        extra.add("stytch-conformance.requirements", result.coverage?.words)
        var environment = JSONMembers()
        environment.add("testEnvironment", result.target)
        environment.add("extra", extra.object)
        return environment.object
    }

    private func test(_ result: CaseResult, in run: RunResult) -> JSONFragment {
        let start = run.started.adding(result.startedAfter)
        let position = result.decidingPosition
        var test = JSONMembers()
        test.add("name", VisibleText.line(result.id))
        test.add("status", Self.status(of: result.verdict, in: run).rawValue)
        test.add("duration", Quantity.milliseconds(result.duration))
        if result.startedAfter > .zero || result.duration > .zero {
            test.add("start", start.milliseconds)
            test.add("stop", start.adding(result.duration).milliseconds)
        }
        test.add("suite", result.suite.scalarSplit(separator: "/").map { VisibleText.line(String($0)) })
        test.add("message", (failingFlakyWords(of: result, in: run) ?? message(of: result)).map(Problem.oneLine))
        if [.failed, .errored, .knownFailure].contains(result.verdict) {
            test.add("trace", JUnitEvidence(result: result, command: context.command).text)
        }
        test.add("rawStatus", result.verdict.rawValue)
        test.add("tags", result.tags)
        test.add("type", "api")
        test.add("filePath", context.sources.relative(position.file))
        test.add("line", position.line > 0 ? position.line : nil)
        addAttempts(of: result, in: run, to: &test)
        test.add("extra", extra(of: result))
        return test.object
    }

    /// How often a case was repeated, and each attempt but the one that the test itself tells of.
    private func addAttempts(of result: CaseResult, in run: RunResult, to test: inout JSONMembers) {
        guard !result.attempts.isEmpty else { return }
        test.add("retries", result.attempts.count)
        test.add("flaky", result.isFlaky)
        test.add(
            "retryAttempts",
            result.attempts.map { attempt in
                let alone = result.alone(attempt)
                let start = run.started.adding(attempt.startedAfter)
                var members = JSONMembers()
                members.add("attempt", attempt.number)
                members.add("status", Self.status(of: attempt.verdict, in: run).rawValue)
                members.add("duration", Quantity.milliseconds(attempt.duration))
                members.add("message", message(of: alone).map(Problem.oneLine))
                if attempt.outcome != .passed {
                    members.add("trace", JUnitEvidence(result: alone, command: context.command).text)
                }
                members.add("start", start.milliseconds)
                members.add("stop", start.adding(attempt.duration).milliseconds)
                return members.object
            }
        )
    }

    private func extra(of result: CaseResult) -> JSONFragment? {
        let hasAny = result.description != nil || !result.requirements.isEmpty || result.failsSince != nil
        guard hasAny else { return nil }
        var extra = JSONMembers()
        extra.add("stytch-conformance.description", result.description)
        extra.add("stytch-conformance.failingSince", result.failsSince)
        extra.add("stytch-conformance.requirements", result.requirements)
        return extra.object
    }

    /// Why it did not pass; nil where it did.
    private func message(of result: CaseResult) -> String? {
        switch result.allowance {
        case .excused(let mark): return "known failure: \(mark.words)"
        case .contradicted(let mark): return "unexpected pass: \(mark.position) says that it fails; remove it there"
        case nil: break
        }
        switch result.outcome {
        case .passed: return nil
        case .failed: return result.findings.first?.summary ?? "failed without a finding"
        case .errored(let cause): return cause.summary
        case .skipped(let reason): return reason.isEmpty ? "no reason given" : reason
        case .notRun(let reason): return "not run: \(reason)"
        }
    }

    /// That a flaky case fails the run; nil where it does not.
    private func failingFlakyWords(of result: CaseResult, in run: RunResult) -> String? {
        guard result.verdict == .flaky, run.failsRun(.flaky) else { return nil }
        return result.flakyFailureWords
    }

    private enum Status: String {
        case passed, failed, skipped
    }

    private static func status(of verdict: Verdict, in run: RunResult) -> Status {
        switch verdict {
        case .flaky where run.failsRun(.flaky): .failed
        case .passed, .flaky: .passed
        case .failed, .errored, .unexpectedPass: .failed
        case .skipped, .notRun, .knownFailure: .skipped
        }
    }
}
