import Conformance

/// A section for each verdict that is neither broken nor simply passed: its reasons, each with the cases that share it.
struct HTMLReportGroups {
    /// The most cases that are named under one reason.
    static let shownCases = 100

    var cases: [CaseResult]
    var groups: SharedReasons

    func write(_ html: inout HTMLBuffer) {
        let headings: [(name: String, heading: String, verdict: Verdict)] = [
            ("known-failures", "Known failures", .knownFailure), ("not-run", "Not run", .notRun),
            ("skipped", "Skipped", .skipped),
        ]
        for (name, heading, verdict) in headings {
            let own = groups.all.filter { $0.verdict == verdict }
            guard !own.isEmpty else { continue }
            html.section(name, heading: heading, count: own.reduce(0) { $0 + $1.members.count }) { section in
                for group in own { write(group, &section) }
            }
        }
    }

    private func write(_ group: SharedReasons.Group, _ html: inout HTMLBuffer) {
        let count = group.members.count
        html.element("div", ["class": "reason", "data-g": String(group.number)]) { box in
            box.element("p") { line in
                line.element("b", [:], "\(Quantity.grouped(count)) ×")
                line.text(" \(group.reason)")
            }
            box.details(Quantity.counted(count, "case"), isOpen: count <= 3) { list in
                list.element("ul", ["class": "names"]) { html in
                    for place in group.members.prefix(Self.shownCases) {
                        html.element("li") { $0.link(to: cases[place]) }
                    }
                }
                let more = count - Self.shownCases
                guard more > 0 else { return }
                list.element("p", ["class": "muted more"]) { line in
                    line.text("… \(Quantity.grouped(more)) more in the ")
                    let search = HTMLText.anchor("q=reason:\(group.number)")
                    line.element("a", ["href": "#\(search)"], "list of cases")
                }
            }
        }
    }
}

extension HTMLBuffer {
    /// A link to where the page tells of a case.
    mutating func link(to result: CaseResult) {
        element("a", ["href": "#\(HTMLCase.anchor(result))"], result.id)
    }
}
