import Conformance
import WireJSON

/// Why a command could not do its work: the words for a person and the status for a program.
struct CommandFailure: Error, Equatable {
    var status: ExitStatus
    /// Lower case, without a final stop; may have several lines.
    let message: String
    let hint: String?
    /// The mistakes in case files, where they are why; they were told before.
    var mistakes: [CaseDiagnostic] = []

    /// What hides in the message, its further lines and the hint is written out: a path may hold a line end.
    init(_ status: ExitStatus, _ message: String, lines: [String] = [], hint: String? = nil) {
        self.status = status
        self.message = ([VisibleText.line(message)] + lines.map(VisibleText.block)).joined(separator: "\n")
        self.hint = hint.map(VisibleText.line)
    }

    /// What is written on standard error.
    var text: String {
        let hintLine = hint.map { "  hint: \($0)\n" } ?? ""
        return "error: \(message)\n\(hintLine)"
    }
}
