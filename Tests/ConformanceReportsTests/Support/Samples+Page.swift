import Conformance
import WireJSON

@testable import ConformanceReports

extension Samples {
    /// The run with every outcome, and what only a page tells: times by operation, the contract, known failures, tags.
    static func page() throws -> RunResult {
        var result = try run()
        var known = failed
        known.id = "sessions/get/known"
        known.allowance = .excused(mark)
        var surprise = passed
        surprise.id = "sessions/get/surprise"
        surprise.allowance = .contradicted(mark)
        surprise.mayHaveLeft = true
        var flaky = passed
        flaky.id = "sessions/get/flaky"
        flaky.attempts = [CaseAttempt(failed, number: 1)]
        result.cases += [known, surprise, flaky]
        var times = OperationTimes(operation: "sessions.get")
        for milliseconds in 1...100 {
            times.add(.init(endedAfter: .milliseconds(milliseconds * 10), took: .milliseconds(milliseconds)))
        }
        result.times = [times]
        result.answers = [
            ObservedAnswers(
                operation: "sessions.get",
                statuses: "2xx",
                count: 5,
                isCut: true,
                fields: [
                    .init(pointer: "", counts: [0, 0, 0, 0, 0, 0, 5], parents: 5),
                    .init(pointer: "/colour", counts: [1, 0, 0, 0, 2, 0, 0], parents: 5, words: ["red"]),
                ]
            )
        ]
        result.models = models
        result.order = .shuffled(seed: 42)
        result.selection.filters = ["sessions/**"]
        result.coverage = RequirementCoverage(statements: [
            .init(id: "get-lists-sessions", verdict: .passed, cases: 1),
            .init(id: "get-unknown", verdict: .failed, cases: 2),
            .init(id: "revoke-all", verdict: .notRun, cases: 0),
        ])
        result.knownFailureProblems = [
            KnownFailureProblem(
                kind: .stale,
                pattern: "sessions/get/surprise",
                position: FilePosition(file: "cases/known-failures.json", line: 2, column: 3),
                message: "'sessions/get/surprise' passes now",
                hint: "remove the entry",
                cases: ["sessions/get/surprise"]
            )
        ]
        return result
    }

    /// How much of two models a run saw.
    static var models: [AnsweredModel] {
        [
            AnsweredModel(model: "errors.Error", answers: 3, seen: ["/error_type", "/status_code"]),
            AnsweredModel(
                model: "sessions.GetResponse",
                answers: 5,
                isCut: true,
                seen: ["/sessions", "/status_code"],
                null: ["/sessions/*/attributes"],
                never: ["/sessions/*/roles", "/user", "/user/name", "/user/name/first_name"],
                words: [.init(pointer: "/sessions/*/type", seen: ["password"], never: ["otp", "totp"])]
            ),
        ]
    }

    static var mark: KnownFailureMark {
        KnownFailureMark(
            reason: "the server forgets",
            link: "https://example.com/1",
            until: "2026-12-31",
            position: FilePosition(file: "cases/known-failures.json", line: 2, column: 3)
        )
    }

    /// A run in which everything that comes from outside says the same.
    static func saying(_ text: String) throws -> RunResult {
        let finding = Finding(
            code: .body,
            detail: text,
            subject: "body \(text)",
            expected: text,
            actual: text + "2",
            note: text,
            position: FilePosition(file: text, line: 31, column: 1)
        )
        let exchange = ExchangeRecord(
            step: 0,
            operation: text,
            method: text,
            url: text,
            requestHeaders: [HeaderList.Field(name: text, value: text)],
            requestBody: text,
            status: 200,
            httpVersion: text,
            responseHeaders: [HeaderList.Field(name: text, value: text)],
            responseBody: text,
            timings: TransferTimings(total: .milliseconds(1)),
            curl: text
        )
        var failed = result("a", .failed, findings: [finding], exchanges: [exchange])
        failed.id = "x/" + text
        failed.description = text
        failed.tags = [text]
        failed.requirements = [text]
        failed.notes = [finding]
        failed.attempts = [CaseAttempt(failed, number: 1)]
        var errored = result("b", .errored(ErrorCause(kind: .setup, message: text, hint: text, code: text)))
        errored.position.file = text
        var result = try run([failed, errored, self.result("c", .skipped(text)), self.result("d", .notRun(text))])
        result.target = text
        result.runID = text
        result.interruption = text
        result.selection.filters = [text]
        result.coverage = RequirementCoverage(statements: [.init(id: text, verdict: .failed, cases: 1)])
        var times = OperationTimes(operation: text)
        times.add(.init(endedAfter: .milliseconds(1), took: .milliseconds(1)))
        result.times = [times]
        return result
    }
}
