import WireJSON

/// A stress report as a person reads it.
package enum StressText {
    /// The whole text, ending with a line feed: what breaks, then what is reported, then the fields that take any change.
    package static func text(_ report: StressReport) -> String {
        let rows = report.rows
        var lines = ["\(ShownValue.count(report.payloads, "payload")), \(ShownValue.count(report.tries, "change"))"]
        let counts = StressEffect.allCases.reversed().map { effect in
            "\(rows.filter { $0.worst == effect }.count) \(word(for: effect))"
        }
        lines[0] += "; by field and change, " + counts.joined(separator: ", ")
        for effect in StressEffect.allCases.reversed() {
            let rows = rows.filter { $0.worst == effect }
            guard !rows.isEmpty else { continue }
            lines += ["", effect.rawValue] + fields(rows)
        }
        if report.skipped > 0 { lines += ["", "\(report.skipped) changes were not tried: a payload is too large"] }
        if report.isCut { lines.append("more than \(StressReport.mostRows) rows: the rest is left out") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func word(for effect: StressEffect) -> String {
        switch effect {
        case .breaks: "break"
        case .reported: "are reported"
        case .tolerated: "are tolerated"
        }
    }

    /// One line for each field, with its changes; a field stands in rows that follow each other.
    private static func fields(_ rows: [StressReport.Row]) -> [String] {
        var lines: [String] = []
        var last: StressReport.Subject?
        for row in rows {
            let codes = row.codeWords.isEmpty ? "" : " (\(row.codeWords.joined(separator: ", ")))"
            let change = row.subject.mutation.rawValue + codes
            if let last, last.model == row.subject.model, last.pointer == row.subject.pointer, !lines.isEmpty {
                lines[lines.count - 1] += ", " + change
            } else {
                let place = row.subject.pointer.count == 0 ? "(body)" : row.subject.pointer.description
                lines.append("  \(row.subject.model) \(place): \(change)")
            }
            last = row.subject
        }
        return lines
    }
}
