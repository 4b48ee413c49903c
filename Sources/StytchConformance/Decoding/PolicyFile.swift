import Conformance
import PayloadAudit
import WireJSON

/// The file that says how bad which findings are.
enum PolicyFile {
    /// The policy of a file.
    ///
    /// - Throws: `CommandFailure` with status 2, with every mistake at its place.
    static func policy(_ path: String, _ table: ModelTable) throws -> AuditPolicy {
        let document: JSONDocument
        do {
            document = try JSONDocument(try LocalFiles.bytes(of: path))
        } catch let problem as LocalFiles.Problem {
            throw CommandFailure(.wrongInput, problem.message)
        } catch let error as JSONParseError {
            throw failure(path, ["\(VisibleText.line(path)):\(error.description)"])
        }
        var reader = PolicyReader(table) { ClosestName.of($0, among: $1) }
        let (policy, mistakes) = reader.read(document)
        guard mistakes.isEmpty else {
            throw failure(path, mistakes.map { text($0, document, path) })
        }
        return policy
    }

    private static func failure(_ path: String, _ mistakes: [String]) -> CommandFailure {
        CommandFailure(.wrongInput, "the policy '\(path)' has mistakes", lines: mistakes)
    }

    private static func text(_ mistake: PolicyMistake, _ document: JSONDocument, _ path: String) -> String {
        let position = document.position(at: mistake.offset)
        let excerpt = SourceExcerpt(line: document.line(position.line), column: position.column)
        var lines = [
            VisibleText.line("\(path):\(position.line):\(position.column): \(mistake.message)"), "    \(excerpt.line)",
            "    \(SourceExcerpt.caret(under: excerpt.line, at: excerpt.caretColumn))",
        ]
        if let hint = mistake.hint { lines.append("  hint: \(VisibleText.line(hint))") }
        return lines.joined(separator: "\n")
    }
}
