import WireJSON

/// An audit as a person reads it.
package enum AuditText {
    /// The most members of a model that are listed as never seen.
    private static let mostListed = 8

    /// The whole text, ending with a line feed; `files` is how many were read, and `isWhole` whether all was.
    package static func text(_ report: AuditReport, files: Int, isWhole: Bool = true) -> String {
        var lines = [summary(report, files)]
        lines += skipped(report)
        lines += models(report)
        for severity in Severity.allCases { lines += findings(report, severity) }
        lines += drift(report)
        lines += coverage(report)
        lines.append("")
        lines.append(verdict(report, isWhole: isWhole))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func summary(_ report: AuditReport, _ files: Int) -> String {
        let tally = report.tally
        let counts = Severity.allCases.compactMap { severity -> String? in
            let count = report.count(of: severity)
            return count == 0 ? nil : "\(count) \(severity.rawValue)"
        }
        let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
        return "\(ShownValue.count(tally.payloads, "payload")) in \(ShownValue.count(files, "file")): \(found)"
    }

    private static func skipped(_ report: AuditReport) -> [String] {
        var lines = SkipReason.lines(report.tally.skipped)
        if report.tally.isCut {
            let left = report.leftOut.map { "\($0.count) \($0.key.code.word) (\($0.key.severity.rawValue))" }
            let rest =
                left.isEmpty ? "unknown members are left out" : "\(left.joined(separator: ", ")) are counted alone"
            lines.append("cut: more than \(AuditTally.mostEntries) different findings of one severity; \(rest)")
        }
        return lines
    }

    private static func models(_ report: AuditReport) -> [String] {
        guard !report.choices.isEmpty else { return [] }
        let rows = report.choices.map { [$0.model, "\($0.payloads)", $0.choice.words] }
        return ["", "models"] + table(rows, rightAligned: [1])
    }

    private static func findings(_ report: AuditReport, _ severity: Severity) -> [String] {
        let found = report.findings.filter { $0.severity == severity }
        guard !found.isEmpty, severity != .ignored else { return [] }
        return ["", severity.rawValue]
            + found.flatMap { finding in
                [
                    "  \(finding.code.word)  \(place(finding))  \(finding.count)x\(report.fails(finding) ? "" : "  (reported)")",
                    "    expected \(finding.expected), found \(finding.first.actual)",
                    "    first at \(finding.first.location)",
                ]
            }
    }

    private static func place(_ finding: AuditFinding) -> String {
        guard let model = finding.model else { return "payload" }
        return finding.pointer.count == 0 ? model : "\(model) \(finding.pointer)"
    }

    private static func drift(_ report: AuditReport) -> [String] {
        guard !report.drift.isEmpty else { return [] }
        return ["", "unknown members, by the type to add them to"]
            + report.drift.flatMap { entry in
                let kinds = entry.kinds.words.joined(separator: " or ")
                let value = entry.isEverNonNull ? kinds : "null alone"
                let type = entry.type.map { " (\($0))" } ?? ""
                return ["  \(entry.model)\(type) \(entry.pointer): \(value), \(entry.count)x"]
                    + ["    first at \(entry.first), last at \(entry.last)"] + entry.swift.map { "    \($0)" }
            }
    }

    private static func coverage(_ report: AuditReport) -> [String] {
        guard !report.coverage.isEmpty else { return [] }
        var rows = [["model", "payloads", "members", "words", "percent"]]
        for model in report.coverage {
            let (fields, words) = (model.fieldCounts, model.wordCounts)
            rows.append([
                model.model, "\(model.payloads)", "\(fields.seen) of \(fields.all)", "\(words.seen) of \(words.all)",
                decimal(model.percent),
            ])
        }
        rows.append(["all", "", "", "", decimal(ModelCoverage.percent(report.coverage))])
        let unseen = report.coverage.flatMap(unseen)
        let isCut = unseen.contains { $0.isCut }
        return ["", "coverage"] + table(rows, rightAligned: [1, 2, 3, 4]) + unseen.map(\.line)
            + (isCut ? ["  hint: all of them: '--json FILE'"] : [])
    }

    /// What a model declares and no payload had.
    private static func unseen(_ model: ModelCoverage) -> [(line: String, isCut: Bool)] {
        let never = model.fields.filter { $0.state == .never }.map(\.pointer.description)
        let null = model.fields.filter { $0.state == .null }.map(\.pointer.description)
        let words = model.words.filter { !$0.never.isEmpty }.map { "\($0.pointer) (\($0.never.count))" }
        return [("never seen", never), ("null alone", null), ("words never seen", words)].compactMap { name, list in
            list.isEmpty ? nil : ("  \(model.model), \(name): \(listed(list))", list.count > mostListed)
        }
    }

    private static func listed(_ list: [String]) -> String {
        let more = list.count - mostListed
        return list.prefix(mostListed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private static func verdict(_ report: AuditReport, isWhole: Bool) -> String {
        if !report.failures.isEmpty { return "failed: \(report.failures.joined(separator: "; "))" }
        if !isWhole { return "incomplete: not all was read" }
        return report.isOfNothing ? "nothing to decode" : "passed"
    }

    /// A number with one digit after the point.
    static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func table(_ rows: [[String]], rightAligned: Set<Int>) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return rightAligned.contains(column) ? blanks + cell : cell + blanks
            }
            var line = "  " + cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
