package import Conformance
import WireJSON

/// Why a run, or another command, never began, as GitHub shows it: annotations beside the lines of case files, and a short summary of the step.
package struct UnstartedReport: Sendable {
    /// What did not begin.
    package enum Subject: String, Sendable, Hashable {
        case run
        /// Any other, or one that is not known.
        case command
    }

    package var subject: Subject
    /// In one sentence; may have several lines.
    package var message: String
    /// What a person can do.
    package var hint: String?
    /// The mistakes in case files, where they are the reason.
    package var mistakes: [CaseDiagnostic]
    /// How paths of case files are written.
    package var sources: SourcePaths

    package init(
        subject: Subject = .run,
        message: String,
        hint: String?,
        mistakes: [CaseDiagnostic],
        sources: SourcePaths
    ) {
        self.subject = subject
        self.message = message
        self.hint = hint
        self.mistakes = mistakes
        self.sources = sources
    }

    /// At most ten lines, an error or a warning each; nothing in them is taken for another command.
    package var annotations: String {
        let commands = mistakes.map(command)
        return AnnotationReport.cut(commands.isEmpty ? [whole] : commands, rest: "in the log").map(\.text).joined()
    }

    /// In GitHub-flavoured Markdown, with the first ten mistakes, each below 1 KiB; empty lines stand around it.
    package var summary: String {
        var lines = ["", "## The \(subject.rawValue) did not begin", "", Self.cut(message)]
        if mistakes.isEmpty, let hint { lines.append("hint: \(Self.cut(hint))") }
        lines.append("")
        lines += mistakes.prefix(AnnotationReport.limit).map { mistake in
            var position = mistake.position
            position.file = sources.relative(position.file)
            let cure = mistake.hint.map { " (\(Self.cut($0)))" } ?? ""
            return "- \(MarkdownText.code(position.description)): \(Self.cut(mistake.message))\(cure)"
        }
        let more = mistakes.count - AnnotationReport.limit
        if more > 0 { lines.append("- … \(Quantity.grouped(more)) more in the log") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var whole: WorkflowCommand {
        let hint = hint.map { "; \($0)" } ?? ""
        return WorkflowCommand(
            name: "error",
            parameters: [("title", "the \(subject.rawValue) did not begin")],
            message: Problem.oneLine(message + hint)
        )
    }

    /// Without a file where the mistake is in none, such as in what the command line gives.
    private func command(_ mistake: CaseDiagnostic) -> WorkflowCommand {
        let position = mistake.position
        let isInFile = position.line > 0
        let hint = mistake.hint.map { "; \($0)" } ?? ""
        return WorkflowCommand(
            name: mistake.severity.rawValue,
            parameters: [
                ("file", isInFile ? VisibleText.line(sources.relative(position.file)) : nil),
                ("line", isInFile ? String(position.line) : nil),
                ("col", isInFile && position.column > 0 ? String(position.column) : nil),
                ("title", mistake.code.rawValue),
            ],
            message: Problem.oneLine((isInFile ? "" : "\(position): ") + mistake.message + hint)
        )
    }

    private static func cut(_ text: String) -> String {
        MarkdownText.inline(CutText.ellipsis(VisibleText.line(text), bytes: 400))
    }
}
