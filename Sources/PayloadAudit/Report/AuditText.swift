import WireJSON

/// An audit as a person reads it.
package enum AuditText {
    /// The most members of a model that are listed as never seen.
    private static let mostListed = 8
    /// The most findings of a code, and unknown members, that are listed.
    private static let mostOfCode = 20
    /// The longest line of a list, in characters.
    private static let longestLine = 120

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
        guard report.tally.isCut else { return lines }
        let left = report.leftOut.map { "\($0.count) \($0.key.code.word) (\($0.key.severity.rawValue))" }
        let most = AuditTally.mostEntries
        if left.isEmpty { lines.append("cut: more than \(most) unknown members; the rest is left out") }
        lines += wrapped("cut: beyond \(most) findings of a severity, counted alone: ", left, more: 0, indent: 0)
        return lines
    }

    private static func models(_ report: AuditReport) -> [String] {
        guard !report.choices.isEmpty else { return [] }
        let rows = report.choices.map { [$0.model, "\($0.payloads)", $0.choice.words] }
        return ["", "models"] + table(rows, rightAligned: [1])
    }

    /// The findings of a severity, of each code the first; `--json` has all.
    private static func findings(_ report: AuditReport, _ severity: Severity) -> [String] {
        guard severity != .ignored else { return [] }
        var counts: [AuditCode: Int] = [:]
        var lines: [String] = []
        for finding in report.findings where finding.severity == severity {
            counts[finding.code, default: 0] += 1
            if counts[finding.code, default: 0] <= mostOfCode { lines += self.lines(finding, report) }
        }
        guard !lines.isEmpty else { return [] }
        let hidden = AuditCode.all.compactMap { code -> String? in
            let more = counts[code, default: 0] - mostOfCode
            return more > 0 ? "  … and \(ShownValue.count(more, "more place")) of \(code.word)" : nil
        }
        return ["", severity.rawValue] + lines + hidden
    }

    private static func lines(_ finding: AuditFinding, _ report: AuditReport) -> [String] {
        let reported = report.fails(finding) ? "" : "  (reported)"
        var lines = [
            "  \(finding.code.word)  \(place(finding))  \(finding.count)x\(reported)",
            "    expected \(finding.expected), found \(finding.first.actual)",
            "    first at \(finding.first.location)",
        ]
        if !finding.others.isEmpty {
            let shown = finding.others.prefix(mostListed).map { "\($0)" }
            lines += wrapped("also at ", shown, more: finding.count - 1 - shown.count, indent: 4)
        }
        return lines
    }

    private static func place(_ finding: AuditFinding) -> String {
        guard let model = finding.model else { return "payload" }
        return finding.pointer.count == 0 ? model : "\(model) \(finding.pointer)"
    }

    private static func drift(_ report: AuditReport) -> [String] {
        guard !report.drift.isEmpty else { return [] }
        let hidden = report.drift.count - mostOfCode
        return ["", "unknown members, by the type to add them to"]
            + report.drift.prefix(mostOfCode).flatMap { entry in
                let kinds = entry.kinds.words.joined(separator: " or ")
                let value = entry.isEverNonNull ? kinds : "null alone"
                let type = entry.type.map { " (\($0))" } ?? ""
                return ["  \(entry.model)\(type) \(entry.pointer): \(value), \(entry.count)x"]
                    + ["    first at \(entry.first), last at \(entry.last)"] + entry.swift.map { "    \($0)" }
            } + (hidden > 0 ? ["  … and \(ShownValue.count(hidden, "more unknown member"))"] : [])
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
        return ["", "coverage"] + table(rows, rightAligned: [1, 2, 3, 4]) + unseen.flatMap(\.lines)
            + (isCut ? ["  hint: all of them: '--json FILE'"] : [])
    }

    /// What a model declares and no payload had.
    private static func unseen(_ model: ModelCoverage) -> [(lines: [String], isCut: Bool)] {
        let never = model.fields.filter { $0.state == .never }.map(\.pointer.description)
        let null = model.fields.filter { $0.state == .null }.map(\.pointer.description)
        let words = model.words.filter { !$0.never.isEmpty }.map { "\($0.pointer) (\($0.never.count))" }
        return [("never seen", never), ("null alone", null), ("words never seen", words)].compactMap { name, list in
            let shown = list.prefix(mostListed)
            let lines = wrapped("\(model.model), \(name): ", Array(shown), more: list.count - shown.count, indent: 2)
            return lines.isEmpty ? nil : (lines, list.count > mostListed)
        }
    }

    /// A list with `,` between, in lines that are no longer than they should be; nothing where it is empty.
    private static func wrapped(_ head: String, _ list: [String], more: Int, indent: Int) -> [String] {
        guard let last = list.indices.last else { return [] }
        var lines = [String(repeating: " ", count: indent) + head]
        for (place, text) in list.enumerated() {
            let end = place < last ? "," : more > 0 ? " and \(more) more" : ""
            let isFirst = lines[lines.count - 1].last == " "
            if !isFirst, lines[lines.count - 1].count + 1 + text.count + end.count > longestLine {
                lines.append(String(repeating: " ", count: indent + 2) + text + end)
            } else {
                lines[lines.count - 1] += (isFirst ? "" : " ") + text + end
            }
        }
        return lines
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
