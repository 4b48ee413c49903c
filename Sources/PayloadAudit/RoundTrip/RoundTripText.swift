import WireJSON

/// A round trip as a person reads it.
package enum RoundTripText {
    /// The whole text, ending with a line feed.
    package static func text(_ report: RoundTripReport) -> String {
        let payloads = ShownValue.count(report.payloads, "payload")
        var lines = ["\(payloads), decoded and encoded again: \(report.unchanged) unchanged"]
        if report.notEncoded > 0 { lines.append("\(report.notEncoded) could not be encoded") }
        for change in RoundTripReport.Change.allCases {
            let rows = report.rows.filter { $0.subject.change == change }
            guard !rows.isEmpty else { continue }
            lines += ["", title(of: change)]
            lines += rows.map { row in
                let place = row.subject.pointer.count == 0 ? "(body)" : row.subject.pointer.description
                return "  \(row.subject.model) \(place)  \(row.count)x  first at \(row.firstSource)"
            }
        }
        if report.isCut { lines.append("more than \(RoundTripReport.mostRows) rows: the rest is left out") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(of change: RoundTripReport.Change) -> String {
        switch change {
        case .lost: "lost: there before, gone after"
        case .nullDropped: "null-dropped: null before, absent after, which means the same"
        case .invented: "invented: not there before"
        case .changed: "changed: there with another value or another number token"
        }
    }
}
