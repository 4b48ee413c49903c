import Conformance
import WireJSON

/// A case that did not pass, with what is needed to understand it and to repeat its request.
struct CaseBlock {
    /// The most findings shown; the reports hold the rest.
    static let shownFindings = 20

    var result: CaseResult
    var style: ConsoleStyle
    /// Whether every exchange is shown with its command, or the deciding one alone.
    var showsCommands = false
    /// Since when it fails, in words.
    var since: String?

    var text: String {
        var lines = [CaseLine.text(result, style: style), "  \(VisibleText.line(result.decidingPosition.description))"]
        if let since { lines.append("  \(since)") }
        if let description = result.description {
            lines.append("  " + style.paint("“\(VisibleText.line(description))”", .quiet))
        }
        if case .errored(let cause) = result.outcome {
            lines += errorLines(cause)
        }
        for finding in result.findings.prefix(Self.shownFindings) {
            lines += findingLines(finding)
        }
        if result.findings.count > Self.shownFindings {
            lines.append("    … \(result.findings.count - Self.shownFindings) more findings in the reports")
        }
        if let count = AttemptLines.count(result) {
            lines += (["\(count); attempt \(result.shownAttempt) is shown"] + AttemptLines.texts(result)).map {
                "    \($0)"
            }
        }
        let exchanges = showsCommands ? result.exchanges : result.decidingExchange.map { [$0] } ?? []
        for exchange in exchanges { lines += ExchangeLine.withCommand(exchange, style: style).map { "  " + $0 } }
        return lines.joined(separator: "\n") + "\n"
    }

    private func errorLines(_ cause: ErrorCause) -> [String] {
        // What set-up and teardown say begins with these words.
        let kind = [.setup, .teardown].contains(cause.kind) ? "" : "\(cause.kind.rawValue): "
        var lines = ["    \(kind)\(cause.summary)"]
        if let hint = cause.hint {
            lines.append("    hint: \(VisibleText.line(hint))")
        }
        return lines
    }

    /// One line where it is short, else the two values under each other, where they can be compared.
    private func findingLines(_ finding: Finding) -> [String] {
        let place = finding.position.map { VisibleText.line($0.description) + ": " } ?? ""
        let summary = VisibleText.line(finding.summary)
        guard summary.utf8.count > 100 else { return ["    \(place)\(summary)"] }
        let note = finding.note.map { " (\(VisibleText.line($0)))" } ?? ""
        return [
            "    \(place)\(VisibleText.line(finding.subject))\(note)",
            "      expected \(CutText.ellipsis(VisibleText.line(finding.expected), bytes: 1_000))",
            "      actual   \(CutText.ellipsis(VisibleText.line(finding.actual), bytes: 1_000))",
        ]
    }
}
