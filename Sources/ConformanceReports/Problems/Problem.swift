import Conformance
import WireJSON

/// One thing that is wrong, for formats that list problems at places of files rather than cases.
struct Problem {
    /// How much it matters.
    enum Level: String, CaseIterable {
        case error, warning, note
    }

    /// A word that `explain` knows: the code of a finding, or why a case is errored.
    var code: String
    var level: Level
    /// Nil where it is about the list of known failures.
    var caseID: String?
    /// One line, at most 1,000 UTF-16 units.
    var message: String
    var position: FilePosition
    /// The entry that excuses it.
    var excuse: KnownFailureMark?
    /// The finding it tells of, where it does.
    var finding: Finding?
    /// The same in every run that has this problem, whatever values an answer held.
    var fingerprint: String

    /// What is wrong with a case, in the order in which it was found; drift comes last, as notes.
    ///
    /// Where flaky cases fail the run, that one is flaky is an error and no warning.
    static func of(_ result: CaseResult, failsOnFlaky: Bool = false) -> [Problem] {
        var makers = ProblemMaker(result: result, failsOnFlaky: failsOnFlaky)
        return makers.problems()
    }

    /// The entries of the list of known failures that are wrong by themselves, in the order of the list.
    static func ofList(in result: RunResult) -> [Problem] {
        result.knownFailureProblems.filter(\.cases.isEmpty).map { problem in
            Problem(
                code: listCode,
                level: .error,
                caseID: nil,
                message: oneLine("\(problem.message); \(problem.hint)"),
                position: problem.position,
                fingerprint: Fingerprint([problem.kind.rawValue, problem.pattern]).text
            )
        }
    }

    /// The code of a case that passed in one attempt and did not in another.
    static let flakyCode = "flaky"

    /// The code of what is wrong with the list of known failures itself.
    static let listCode = "known-failure-list"

    /// One line, at most 1,000 UTF-16 units.
    static func oneLine(_ text: String) -> String {
        CutText.prefix(CutText.prefix(VisibleText.line(text), bytes: 4_000), units: 1_000)
    }
}

/// Makes the problems of one case, telling equal ones apart by a number.
private struct ProblemMaker {
    var result: CaseResult
    var failsOnFlaky: Bool
    private var timesMade: [String: Int] = [:]

    init(result: CaseResult, failsOnFlaky: Bool) {
        self.result = result
        self.failsOnFlaky = failsOnFlaky
    }

    mutating func problems() -> [Problem] {
        var problems: [Problem] = []
        if case .errored(let cause) = result.outcome { problems.append(problem(cause)) }
        if case .contradicted(let mark) = result.allowance { problems.append(unexpectedPass(mark)) }
        var excuse: KnownFailureMark?
        if case .excused(let mark) = result.allowance { excuse = mark }
        for finding in result.findings { problems.append(problem(finding, .error, excuse)) }
        if result.isFlaky { problems.append(flaky()) }
        for note in result.notes { problems.append(problem(note, .note, nil)) }
        return problems
    }

    private mutating func problem(_ finding: Finding, _ level: Problem.Level, _ excuse: KnownFailureMark?) -> Problem {
        let code = finding.code == .model ? finding.detail ?? finding.code.rawValue : finding.code.rawValue
        var problem = make(code, level, finding.summary, finding.position, about: finding.subject)
        problem.finding = finding
        problem.excuse = excuse
        return problem
    }

    private mutating func problem(_ cause: ErrorCause) -> Problem {
        let hint = cause.hint.map { "; \($0)" } ?? ""
        return make(cause.kind.rawValue, .error, cause.summary + hint, cause.position, about: cause.code ?? "")
    }

    private mutating func unexpectedPass(_ mark: KnownFailureMark) -> Problem {
        let message = "it passes, though \(mark.position) says that it fails: \(mark.words); remove it there"
        return make("unexpected-pass", .error, message, nil, about: "")
    }

    private mutating func flaky() -> Problem {
        let broken = result.attempts.first { $0.outcome != .passed }
        let reason = broken?.outcome.cause?.summary ?? broken?.findings.first?.summary ?? "no reason given"
        let number = broken?.number ?? 1
        let message =
            "it passed in \(result.passedAttempts) of \(result.attemptCount) attempts; attempt \(number): \(reason)"
            + (failsOnFlaky ? "; --fail-on-flaky makes that a failure" : "")
        return make(
            Problem.flakyCode,
            failsOnFlaky ? .error : .warning,
            message,
            broken?.findings.first?.position,
            about: ""
        )
    }

    private mutating func make(
        _ code: String,
        _ level: Problem.Level,
        _ message: String,
        _ position: FilePosition?,
        about subject: String
    ) -> Problem {
        let key = Fingerprint([result.id, code, FoldedSubject.text(subject)]).text
        let times = timesMade[key, default: 0] + 1
        timesMade[key] = times
        return Problem(
            code: code,
            level: level,
            caseID: result.id,
            message: Problem.oneLine(message),
            position: position ?? result.position,
            fingerprint: times == 1 ? key : Fingerprint([key, String(times)]).text
        )
    }
}
