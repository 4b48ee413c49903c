import Conformance

/// Cases that are neither broken nor simply passed, under the reason that they share.
struct HTMLReportGroups {
    /// The most cases that are named under one reason.
    static let shownCases = 100

    var result: RunResult

    func write(_ html: inout HTMLBuffer) {
        let groups: [(name: String, heading: String, verdict: Verdict)] = [
            ("known-failures", "Known failures", .knownFailure), ("not-run", "Not run", .notRun),
            ("skipped", "Skipped", .skipped),
        ]
        for group in groups {
            let cases = result.cases.filter { $0.verdict == group.verdict }
            guard !cases.isEmpty else { continue }
            html.section(group.name, heading: group.heading, count: cases.count) { section in
                for (reason, members) in Self.byReason(cases) { write(reason, members, &section) }
            }
        }
    }

    private func write(_ reason: String, _ members: [CaseResult], _ html: inout HTMLBuffer) {
        html.element("div", ["class": "reason"]) { box in
            box.element("p") { line in
                line.element("b", [:], "\(Quantity.grouped(members.count)) ×")
                line.text(" \(reason)")
            }
            box.details(Quantity.counted(members.count, "case"), isOpen: members.count <= 3) { list in
                list.element("ul", ["class": "names"]) { html in
                    for result in members.prefix(Self.shownCases) { html.element("li") { $0.link(to: result) } }
                }
                let more = members.count - Self.shownCases
                if more > 0 {
                    list.element("p", ["class": "muted"], "… \(Quantity.grouped(more)) more in the list of cases")
                }
            }
        }
    }

    /// In the order of the first case of each.
    private static func byReason(_ cases: [CaseResult]) -> [(String, [CaseResult])] {
        var places: [String: Int] = [:]
        var groups: [(String, [CaseResult])] = []
        for result in cases {
            let reason = reason(result)
            if let place = places[reason] {
                groups[place].1.append(result)
            } else {
                places[reason] = groups.count
                groups.append((reason, [result]))
            }
        }
        return groups
    }

    private static func reason(_ result: CaseResult) -> String {
        if case .excused(let mark) = result.allowance { return mark.words }
        switch result.outcome {
        case .skipped(let reason), .notRun(let reason): return reason
        case .passed, .failed, .errored: return result.findings.first?.summary ?? "without a reason"
        }
    }
}

extension HTMLBuffer {
    /// A link to where the page tells of a case.
    mutating func link(to result: CaseResult) {
        element("a", ["href": "#\(HTMLCase.anchor(result))"], result.id)
    }
}
