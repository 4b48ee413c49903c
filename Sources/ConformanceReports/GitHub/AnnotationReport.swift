import Conformance
import WireJSON

/// What did not end as expected, as annotations that GitHub shows in a job's summary and beside the lines of a change.
///
/// GitHub shows ten errors and ten warnings a step and drops the others unsaid, so that no more are written, the most telling first.
///
/// > Source: GitHub's page on workflow commands; actions/toolkit #734 on the limits
struct AnnotationReport {
    /// The most annotations of one kind.
    static let limit = 10

    var sources: SourcePaths
    /// Whether the case files are where GitHub finds them: those that are built into the program are not.
    var hasCaseFiles = true

    /// All of them as lines, errors before warnings; empty where all is as expected.
    func text(_ result: RunResult) -> String {
        var errors = interruption(of: result)
        let broken = result.cases.filter { result.failsRun($0.verdict) && $0.verdict != .notRun }
        let isOld = { (one: CaseResult) in one.failingSince != nil && !result.failsSinceThisRun(one) }
        let told = Self.mostTelling(broken.filter { !isOld($0) }) + Self.mostTelling(broken.filter(isOld))
        errors += told.map { command("error", $0, failsOnFlaky: result.failsOnFlaky) }
        errors += Problem.ofList(in: result).map {
            command("error", title: "list of known failures", $0.message, at: $0.position)
        }
        let flaky = result.failsOnFlaky ? [] : result.cases.filter { $0.verdict == .flaky }
        let warnings = flaky.map { command("warning", $0) }
        return (Self.cut(errors) + Self.cut(warnings)).map(\.text).joined()
    }

    /// At most as many as are shown, the last saying how many are left out.
    static func cut(
        _ commands: [WorkflowCommand],
        rest: String = "in the summary and in the reports"
    ) -> [WorkflowCommand] {
        guard commands.count > limit, let name = commands.first?.name else { return commands }
        let more = Quantity.counted(commands.count - limit + 1, "more problem")
        let last = WorkflowCommand(name: name, message: "and \(more), \(rest)")
        return commands.prefix(limit - 1) + [last]
    }

    /// A run that was cut short hides what it would have found.
    private func interruption(of result: RunResult) -> [WorkflowCommand] {
        guard let reason = result.interruption else { return [] }
        let count = result.cases.count { $0.verdict == .notRun }
        let message = Problem.oneLine("\(reason); \(Quantity.counted(count, "case")) did not run")
        return [WorkflowCommand(name: "error", parameters: [("title", "stopped early")], message: message)]
    }

    private func command(_ name: String, _ result: CaseResult, failsOnFlaky: Bool = false) -> WorkflowCommand {
        let problems = Problem.of(result, failsOnFlaky: failsOnFlaky).filter { $0.level.rawValue == name }
        let more = problems.count > 1 ? " (+\(problems.count - 1) more)" : ""
        let message = (problems.first?.message ?? "failed without a finding") + more
        return command(name, title: result.id, message, at: hasCaseFiles ? result.decidingPosition : nil)
    }

    private func command(
        _ name: String,
        title: String,
        _ message: String,
        at position: FilePosition?
    ) -> WorkflowCommand {
        WorkflowCommand(
            name: name,
            parameters: [
                ("file", position.map { VisibleText.line(sources.relative($0.file)) }),
                ("line", position.flatMap { $0.line > 0 ? String($0.line) : nil }),
                ("title", CutText.ellipsis(VisibleText.line(title), bytes: 250)),
            ],
            message: message
        )
    }

    /// One case of each reason before the second of any: ten times the same server that is not there tell no more than once.
    static func mostTelling(_ cases: [CaseResult]) -> [CaseResult] {
        var seen: Set<String> = []
        var first: [CaseResult] = []
        var others: [CaseResult] = []
        for result in cases {
            if seen.insert(reason(of: result)).inserted { first.append(result) } else { others.append(result) }
        }
        return first + others
    }

    private static func reason(of result: CaseResult) -> String {
        if case .errored(let cause) = result.outcome { return cause.summary }
        guard let finding = result.findings.first else { return result.verdict.rawValue }
        return "\(finding.code.rawValue) \(finding.summary)"
    }
}
