import Conformance

/// Why a command could not do its work: the words for a person and the status for a program.
struct CommandFailure: Error, Equatable {
    var status: ExitStatus
    /// Lower case, without a final stop; may have several lines.
    var message: String
    var hint: String?
    /// The mistakes in case files, where they are why; they were told before.
    var mistakes: [CaseDiagnostic] = []

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// What is written on standard error.
    var text: String {
        let hintLine = hint.map { "  hint: \($0)\n" } ?? ""
        return "error: \(message)\n\(hintLine)"
    }
}
