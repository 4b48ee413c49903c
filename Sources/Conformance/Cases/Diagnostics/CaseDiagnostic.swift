import WireJSON

/// A mistake in a file of the corpus, ready to be shown.
package struct CaseDiagnostic: Sendable, Hashable {
    /// Whether it keeps a run from starting.
    package enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning
    }

    /// The kind of mistake; it never holds a changing part.
    package var code: CaseCode
    package var severity: Severity
    /// Where the mistake is.
    package var position: FilePosition
    /// One line, without the place; what a terminal would obey is written out, whatever a file says.
    package var message: String
    /// What a person can do about it.
    package var hint: String?
    /// The line of the file, cut to a window around the mistake where it is long.
    package var line: String
    /// Where the caret stands in `line`, from 1, in Unicode scalars.
    package var caretColumn: Int
    /// How many mistakes follow from it, wherever they would stand, and are told nowhere else.
    package private(set) var consequences = 0

    /// Whether it may be why other files are wrong: it is told whichever are asked about.
    package var concernsOthers: Bool { consequences > 0 || position.line == 0 || code == .noRequirements }

    /// Makes a diagnostic; `caretColumn` counts from 1.
    package init(
        code: CaseCode,
        severity: Severity = .error,
        position: FilePosition,
        message: String,
        hint: String? = nil,
        line: String,
        caretColumn: Int
    ) {
        self.code = code
        self.severity = severity
        self.position = position
        self.message = VisibleText.line(message)
        self.hint = hint.map(VisibleText.line)
        self.line = line
        self.caretColumn = caretColumn
    }

    /// A mistake at the byte `offset` of a file, with its line.
    ///
    /// What the redactor knows is shown in none of them.
    init(
        code: CaseCode,
        in file: SourceFile,
        offset: Int,
        message: String,
        hint: String?,
        _ redactor: Redactor? = nil
    ) {
        let position = file.document.position(at: offset)
        let whole = file.document.line(position.line)
        let shown = redactor?.redact(line: whole, column: position.column) ?? (whole, position.column)
        let excerpt = SourceExcerpt(line: shown.0, column: shown.1)
        self.init(
            code: code,
            position: FilePosition(file: file.path, line: position.line, column: position.column),
            message: redactor?.redact(message) ?? message,
            hint: hint.map { redactor?.redact($0) ?? $0 },
            line: excerpt.line,
            caretColumn: excerpt.caretColumn
        )
    }

    /// A file that is there and cannot be read: it has no line to show.
    init(ofUnreadable file: CorpusFile) {
        let problem = CaseProblem.unreadableFile(file.unreadable ?? "")
        self.init(
            code: problem.code,
            position: FilePosition(file: file.path, line: 1, column: 1),
            message: problem.message,
            hint: problem.hint,
            line: "",
            caretColumn: 1
        )
    }

    /// The same, saying how many mistakes follow from it and are told nowhere else.
    func telling(consequences count: Int) -> CaseDiagnostic {
        guard count > 0 else { return self }
        var diagnostic = self
        diagnostic.consequences = count
        let words = count == 1 ? "1 mistake that follows from it is" : "\(count) mistakes that follow from it are"
        diagnostic.message += " (\(words) left out)"
        return diagnostic
    }

    /// `file:line:column: message [code]`, the line with a caret under the place, and the hint; no line feed at the end.
    package var rendered: String {
        let mark = severity == .warning ? "warning: " : ""
        var lines = ["\(VisibleText.line(position.description)): \(mark)\(message) [\(code.rawValue)]"]
        if !line.isEmpty {
            lines.append("  " + line)
            lines.append("  " + SourceExcerpt.caret(under: line, at: caretColumn))
        }
        if let hint {
            lines.append("  hint: \(hint)")
        }
        return lines.joined(separator: "\n")
    }
}
