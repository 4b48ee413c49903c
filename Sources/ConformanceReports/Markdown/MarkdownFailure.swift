import Conformance
import WireJSON

/// A case that did not pass: where, what was expected beside what came, and, folded, the exchange and the command that repeats it.
struct MarkdownFailure {
    /// The most findings in the table.
    static let shownFindings = 10
    /// The most bytes of one value.
    private static let valueLimit = 600
    /// The most bytes of the exchange.
    private static let trafficLimit = 12 * 1024

    var result: CaseResult
    var sources: SourcePaths
    /// Since when it fails, in words.
    var since: String?

    var text: String {
        var position = result.decidingPosition
        position.file = sources.relative(position.file)
        let word = result.verdict == .errored ? "errored" : "failed"
        var lines = ["", "#### \(word): \(MarkdownText.code(result.id))", "", MarkdownText.code(position.description)]
        if let since { lines.append("— \(MarkdownText.inline(since))") }
        if let description = result.description { lines.append("— \(MarkdownText.inline(description))") }
        lines.append("")
        if case .errored(let cause) = result.outcome { lines += errorLines(cause) }
        if !result.findings.isEmpty { lines += table }
        if let exchange = result.decidingExchange { lines += details(exchange) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func errorLines(_ cause: ErrorCause) -> [String] {
        var lines = ["\(cause.kind.rawValue): \(MarkdownText.code(CutText.ellipsis(cause.summary, bytes: 2_000)))"]
        if let hint = cause.hint {
            lines.append("\nhint: \(MarkdownText.inline(CutText.ellipsis(hint, bytes: 1_000)))")
        }
        return lines + [""]
    }

    private var table: [String] {
        var lines = [MarkdownHead.row(["", "expected", "actual"]), MarkdownHead.row(["---", "---", "---"])]
        for finding in result.findings.prefix(Self.shownFindings) {
            let note = finding.note.map { " (\(MarkdownText.inline(CutText.ellipsis($0, bytes: 300))))" } ?? ""
            lines.append(
                MarkdownHead.row([
                    cell(finding.subject) + note, cell(finding.expected), cell(finding.actual),
                ])
            )
        }
        let more = result.findings.count - Self.shownFindings
        return lines + [""] + (more > 0 ? ["and \(Quantity.counted(more, "more finding")).", ""] : [])
    }

    private func cell(_ text: String) -> String {
        MarkdownText.code(CutText.ellipsis(VisibleText.line(text), bytes: Self.valueLimit), inTable: true)
    }

    /// Folded, as a page of failures is to be read at a glance.
    private func details(_ exchange: ExchangeRecord) -> [String] {
        let traffic = CutText.ellipsis(
            JUnitEvidence.traffic(of: exchange).joined(separator: "\n\n"),
            bytes: Self.trafficLimit
        )
        var lines = ["<details><summary>the exchange, and how to repeat it</summary>", "", MarkdownText.block(traffic)]
        if !exchange.curl.isEmpty {
            let fits = exchange.curl.utf8.count <= JUnitEvidence.bodyLimit
            lines.append(
                fits ? MarkdownText.block(exchange.curl, language: "sh") : "The command stands in `results.json`.\n"
            )
        }
        return lines + ["</details>", ""]
    }
}
