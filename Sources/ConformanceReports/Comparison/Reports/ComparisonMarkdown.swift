import Conformance

/// A comparison as GitHub-flavoured Markdown, for a summary or a comment: the verdict, then a table of each kind of change.
package struct ComparisonMarkdown: Sendable {
    /// The most bytes of a summary; over 1 MiB GitHub drops all of it.
    package static let mostBytes = 900 * 1_024

    package init() {}

    /// The whole text, cut by whole changes where it would be too long.
    package func text(_ comparison: RunComparison) -> String {
        let mark = comparison.hasRegressed ? "❌" : "✅"
        var text = "### \(mark) \(MarkdownText.inline(comparison.verdict))\n\n"
        for remark in comparison.remarks { text += "> \(MarkdownText.inline(remark))\n" }
        if !comparison.remarks.isEmpty { text += "\n" }
        text += "**\(MarkdownText.inline(comparison.outcome))**\n"
        for problem in comparison.listProblems {
            text += "\n- \(MarkdownText.code("\(problem.position)")): \(MarkdownText.inline(problem.message))"
        }
        text += comparison.listProblems.isEmpty ? "" : "\n"
        let closing = self.closing(comparison)
        var budget = Self.mostBytes - text.utf8.count - closing.utf8.count
        for group in comparison.groups {
            text += table(group.kind, group.changes, comparison, &budget)
        }
        return text + closing
    }

    private func table(
        _ kind: ChangeKind,
        _ changes: ArraySlice<Change>,
        _ comparison: RunComparison,
        _ budget: inout Int
    ) -> String {
        let fails = changes.contains(where: comparison.isRegression)
        let opening =
            "\n<details\(fails ? " open" : "")><summary>\(kind.rawValue): \(changes.count)</summary>\n\n| what | change |\n|---|---|\n"
        let ending = "\n</details>\n"
        var rows = ""
        budget -= opening.utf8.count + ending.utf8.count + 64
        var shown = 0
        for change in changes {
            let row = self.row(change)
            guard budget > row.utf8.count else { break }
            budget -= row.utf8.count
            rows += row
            shown += 1
        }
        let more = changes.count - shown
        return opening + rows + (more > 0 ? "\n… and \(Quantity.grouped(more)) more\n" : "") + ending
    }

    private func row(_ change: Change) -> String {
        var cell = MarkdownText.inline(change.words)
        if let since = change.sinceWords { cell += "<br>\(MarkdownText.inline(since))" }
        if let file = change.file { cell += "<br>\(MarkdownText.code(file, inTable: true))" }
        if !change.cases.isEmpty { cell += "in \(Quantity.counted(change.cases.count, "case"))" }
        if let reason = change.acceptance { cell += "<br>accepted: \(MarkdownText.inline(reason))" }
        return "| \(MarkdownText.code(change.place, inTable: true)) | \(cell) |\n"
    }

    private func closing(_ comparison: RunComparison) -> String {
        var text = ""
        for (name, words) in comparison.sides { text += "\n- \(name): \(MarkdownText.inline(words))" }
        if let words = comparison.modelWords {
            text += "\n- \(MarkdownText.inline(words))"
            for line in comparison.modelLines { text += "\n  - \(MarkdownText.inline(line))" }
        }
        if let speed = comparison.speedWords { text += "\n- \(MarkdownText.inline(speed))" }
        return text + "\n- fails on: \(MarkdownText.inline(comparison.failingKinds))\n"
    }
}
