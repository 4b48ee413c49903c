import WireJSON

extension Corpus {
    /// The most scalars of a line that are shown.
    private static let longestLine = 160
    /// In bytes; a longer line was written by a program, tells people nothing, and would be read for each of very many places.
    private static let longestRead = 65_536
    /// In bytes; what is shorter goes on with the next line.
    private static let shortestLine = 8

    /// The line of a file at a place, without the space around it, redacted and cut; nil where there is none, or a very long one.
    package func sourceLine(at position: FilePosition) -> String? {
        guard position.line > 0, let file = files.first(where: { $0.path.utf8.elementsEqual(position.file.utf8) }),
            file.document.length(ofLine: position.line) <= Self.longestRead
        else { return nil }
        let redaction = SourceRedaction(names: catalogue.secrets, constants: library.constants?.view)
        let offset = file.document.offset(ofLine: position.line) + position.column - 1
        let redactor = redaction.redactor(file, at: offset)
        var text = ""
        // An object that begins on a line of its own says nothing by its brace.
        for number in position.line..<position.line + 4 {
            let line = file.document.line(number)
            let column = number == position.line ? position.column : 1
            guard let shown = Self.shown(redactor.redact(line: line, column: column)) else { break }
            text += (text.isEmpty ? "" : " ") + shown
            guard text.utf8.count < Self.shortestLine else { break }
        }
        return text.isEmpty ? nil : text
    }

    /// A line that is not too long, else what stands from shortly before the column.
    private static func shown(_ redacted: (line: String, column: Int)) -> String? {
        let (line, column) = redacted
        var scalars = Substring(line).unicodeScalars
        scalars = scalars.drop { $0 == " " || $0 == "\t" }
        while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
        guard !scalars.isEmpty else { return nil }
        guard scalars.count > longestLine else { return String(scalars) }
        let skipped = max(0, column - 1 - (line.unicodeScalars.count - scalars.count) - 20)
        let part = scalars.dropFirst(skipped).prefix(longestLine)
        let isWhole = skipped + part.count >= scalars.count
        return (skipped > 0 ? "… " : "") + String(part) + (isWhole ? "" : " …")
    }
}
