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
    init(code: CaseCode, in file: SourceFile, offset: Int, message: String, hint: String?) {
        let position = file.document.position(at: offset)
        let excerpt = SourceExcerpt(line: file.document.line(position.line), column: position.column)
        self.init(
            code: code,
            position: FilePosition(file: file.path, line: position.line, column: position.column),
            message: message,
            hint: hint,
            line: excerpt.line,
            caretColumn: excerpt.caretColumn
        )
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
