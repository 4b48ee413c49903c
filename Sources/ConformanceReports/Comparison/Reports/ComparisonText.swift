import Conformance
import WireJSON

/// A comparison as lines for people: the verdict first, then the changes by weight, then what bears on them.
///
/// No line begins with text of a case file or a server, so that none is taken for a command by what reads the log.
package struct ComparisonText: Sendable {
    package var style: ConsoleStyle

    package init(style: ConsoleStyle = ConsoleStyle()) {
        self.style = style
    }

    /// The whole text, ending with a line feed.
    package func text(_ comparison: RunComparison) -> String {
        let tone: ConsoleStyle.Tone = comparison.hasRegressed ? .bad : .good
        var blocks = [style.paint(VisibleText.line(comparison.verdict), tone) + "\n" + remarks(comparison)]
        blocks += comparison.groups.map { block($0.kind, $0.changes, comparison) }
        if let problems = problems(comparison) { blocks.append(problems) }
        if let words = comparison.modelWords { blocks.append("\(words)\n" + modelLines(comparison)) }
        if let speed = comparison.speedWords { blocks.append("\(speed)\n" + unjudged(comparison)) }
        blocks.append(style.paint(comparison.outcome, tone) + "\n")
        return blocks.joined(separator: "\n")
    }

    private func remarks(_ comparison: RunComparison) -> String {
        comparison.remarks.map { style.paint("  note: \(VisibleText.line($0))", .warning) + "\n" }.joined()
    }

    private func block(_ kind: ChangeKind, _ changes: ArraySlice<Change>, _ comparison: RunComparison) -> String {
        let fails = changes.contains(where: comparison.isRegression)
        let heading = "\(kind.rawValue): \(Quantity.grouped(changes.count))"
        var text = style.paint(heading, fails ? .bad : kind.level == .info ? .strong : .warning) + "\n"
        let condensed = CondensedChanges(changes)
        for line in condensed.lines {
            text += "  \(VisibleText.line(comparison.line(line.change)))\n"
            if let file = line.change.file { text += style.paint("      at \(VisibleText.line(file))", .quiet) + "\n" }
            if line.alike > 0 { text += "  … and \(Quantity.grouped(line.alike)) more for the same reason\n" }
        }
        return condensed.hidden > 0 ? text + "  … and \(Quantity.grouped(condensed.hidden)) more\n" : text
    }

    private func problems(_ comparison: RunComparison) -> String? {
        guard !comparison.listProblems.isEmpty else { return nil }
        let lines = comparison.listProblems.map { problem in
            "  \(VisibleText.line("\(problem.position): \(problem.message) [\(problem.kind.rawValue)]"))\n"
                + "    hint: \(VisibleText.line(problem.hint))\n"
        }
        return style.paint("wrong in the accept file", .bad) + "\n" + lines.joined()
    }

    private func modelLines(_ comparison: RunComparison) -> String {
        comparison.modelLines.map { "  \(VisibleText.line($0))\n" }.joined()
    }

    private func unjudged(_ comparison: RunComparison) -> String {
        let gaps = comparison.speed.operations.compactMap { operation in
            operation.gapWords.map { "  not judged: \(VisibleText.line(operation.name)): \($0)\n" }
        }
        return gaps.joined()
    }
}
