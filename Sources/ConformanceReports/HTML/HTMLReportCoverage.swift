import Conformance

/// What a run shows of the contract, and what was noted without failing a case.
struct HTMLReportCoverage {
    /// The most notes that are told apart.
    static let shownNotes = 200

    var result: RunResult

    func write(_ html: inout HTMLBuffer) {
        if let coverage = result.coverage { requirements(coverage, &html) }
        notes(&html)
    }

    private func requirements(_ coverage: RequirementCoverage, _ html: inout HTMLBuffer) {
        html.section("requirements", heading: "Requirements", count: coverage.statements.count) { section in
            section.element("p", ["class": "muted"], coverage.words)
            let groups: [(RequirementCoverage.Verdict, String, HTMLTone)] = [
                (.failed, "failed", .bad), (.notRun, "not run", .warning), (.passed, "passed", .good),
            ]
            section.element("div", ["class": "bar", "aria-hidden": "true"]) { bar in
                for (verdict, _, tone) in groups where coverage.count(verdict) > 0 {
                    bar.element("i", ["class": tone.className, "style": "flex:\(coverage.count(verdict)) 0 0"], "")
                }
            }
            for (verdict, words, tone) in groups {
                let statements = coverage.statements.filter { $0.verdict == verdict }
                guard !statements.isEmpty else { continue }
                section.open("details", ["class": "statements", "open": verdict == .failed ? "" : nil])
                section.element("summary") { $0.badge("\(Quantity.grouped(statements.count)) \(words)", tone) }
                section.element("ul", ["class": "names"]) { list in
                    for statement in statements { write(statement, &list) }
                }
                section.markup("</details>\n")
            }
        }
    }

    private func write(_ statement: RequirementCoverage.Statement, _ html: inout HTMLBuffer) {
        html.element("li") { item in
            guard statement.cases > 0 else { return item.text(statement.id) }
            item.element("a", ["href": "#\(HTMLText.anchor("q=requirement:\(statement.id)"))"], statement.id)
            item.element("span", ["class": "muted"], " \(Quantity.counted(statement.cases, "case"))")
        }
    }

    private func notes(_ html: inout HTMLBuffer) {
        let groups = NoteGroups(result.cases).all
        guard !groups.isEmpty else { return }
        html.section("notes", heading: "Noted, without failing a case", count: groups.count) { section in
            let columns: [HTMLColumn] = [
                .number("times"), .words("what"), .words("expected"), .words("actual"), .words("seen in"),
            ]
            section.table(caption: "notes", columns: columns) { rows in
                for group in groups.prefix(Self.shownNotes) { write(group, &rows) }
            }
            let more = groups.count - Self.shownNotes
            if more > 0 { section.element("p", ["class": "muted"], "… \(Quantity.grouped(more)) more in results.json") }
        }
    }

    private func write(_ group: NoteGroups.Group, _ html: inout HTMLBuffer) {
        html.element("tr") { row in
            row.cell(Quantity.grouped(group.count), class: "number")
            row.element("td") { cell in
                cell.element("code", [:], group.subject)
                cell.markup(" ")
                cell.badge(group.code, .quiet)
            }
            row.element("td") { value(group.note.expected, isOnly: group.expectsOne, &$0) }
            row.element("td") { value(group.note.actual, isOnly: group.hasOneValue, &$0) }
            row.element("td") { cell in
                guard let first = group.cases.first else { return }
                cell.link(to: result.cases[first])
                if group.cases.count > 1 { cell.text(" and \(Quantity.grouped(group.cases.count - 1)) more") }
            }
        }
        html.markup("\n")
    }

    /// The first value, and that there are others.
    private func value(_ text: String, isOnly: Bool, _ html: inout HTMLBuffer) {
        html.element("code", [:], text)
        if !isOnly { html.element("span", ["class": "muted"], " and others") }
    }
}
