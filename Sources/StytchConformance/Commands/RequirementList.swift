import Conformance
import ConformanceReports
import WireJSON

/// The statements of the contract as `list --requirements` writes them.
struct RequirementList {
    /// The most cases that one statement names in text.
    private static let shownCases = 3

    var matrix: RequirementMatrix
    /// What the last run showed of each statement, by its id; nil where no run is known.
    var verdicts: [String: String]?
    /// What the last line says of the last run.
    var lastRun: String?

    init(_ matrix: RequirementMatrix, _ last: (run: EncodedRun, file: String)?) {
        self.matrix = matrix
        guard let last else { return }
        let statements = last.run.coverage?.statements ?? []
        verdicts = Dictionary(statements.map { ($0.id, $0.verdict) }) { first, _ in first }
        lastRun = "\(last.run.target), \(last.run.started) (\(last.file))"
    }

    /// Two lines a statement, then the totals.
    var text: String {
        let width = "not-run".count
        let lines = matrix.rows.map { row in
            let verdict = VisibleText.line(verdict(of: row) ?? "-")
            let space = String(repeating: " ", count: max(width - verdict.count, 0))
            let indent = String(repeating: " ", count: width + 2)
            let statement = VisibleText.line("\(row.requirement.id): \(row.requirement.text)")
            return "\(verdict)\(space)  \(statement)\n\(indent)\(VisibleText.line(Self.cover(of: row)))\n"
        }
        return lines.joined() + totals
    }

    /// A JSON array, one object a line.
    var json: String {
        let lines = matrix.rows.map { row in
            var object: JSONObject = [
                "id": .string(row.requirement.id),
                "text": .string(row.requirement.text),
                "source": .string(row.requirement.source),
                "ground": .string(row.requirement.ground),
                "offline": .bool(row.requirement.isOffline),
                "cases": .array(row.cases.map(JSONValue.string)),
                "rules": .array(row.rules.map(JSONValue.string)),
            ]
            object["verdict"] = verdict(of: row).map(JSONValue.string)
            return JSONValue.object(object).text()
        }
        return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    /// Nil where no run is known; a statement that the last run did not know was not run.
    private func verdict(of row: RequirementMatrix.Row) -> String? {
        verdicts.map { $0[row.requirement.id] ?? RequirementCoverage.Verdict.notRun.rawValue }
    }

    /// `4 cases: a, b, c and 1 more; every answer (any)`.
    private static func cover(of row: RequirementMatrix.Row) -> String {
        var parts: [String] = []
        if !row.cases.isEmpty {
            let count = row.cases.count
            let shown = row.cases.prefix(shownCases).joined(separator: ", ")
            let more = count > shownCases ? " and \(count - shownCases) more" : ""
            parts.append("\(count) case\(count == 1 ? "" : "s"): \(shown)\(more)")
        }
        if !row.rules.isEmpty { parts.append("every answer (\(row.rules.joined(separator: ", ")))") }
        return parts.isEmpty ? "no case" : parts.joined(separator: "; ")
    }

    private var totals: String {
        let covered = matrix.rows.count(where: \.isCovered)
        let count = matrix.rows.count
        let head = "\(count) statement\(count == 1 ? "" : "s"), \(covered) covered"
        guard let lastRun else { return head + "; no run is known\n" }
        let verdicts = matrix.rows.compactMap(verdict)
        let words = RequirementCoverage.Verdict.allCases.map { verdict in
            let name = verdict == .notRun ? "not run" : verdict.rawValue
            return "\(verdicts.count { $0.utf8.elementsEqual(verdict.rawValue.utf8) }) \(name)"
        }
        return "\(head); \(words.joined(separator: ", ")) in the last run: \(VisibleText.line(lastRun))\n"
    }
}
