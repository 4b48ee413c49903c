import Conformance

/// Every case on one line, by file; what the search looks through.
struct HTMLCaseList {
    /// Files are unfolded in a run of so few cases.
    static let fewCases = 40

    var result: RunResult
    var reasons: BrokenReasons
    var groups: SharedReasons
    var context: ReportContext

    func write(to output: ([UInt8]) throws -> Void) rethrows {
        guard !result.cases.isEmpty else { return }
        var html = HTMLBuffer()
        var room = EvidenceRoom(bytes: HTMLReport.listLimit)
        html.beginSection("cases", heading: "All cases", count: result.cases.count)
        for suite in JUnitSuite.suites(of: result.cases) {
            begin(suite, &html)
            for caseResult in suite.cases {
                row(caseResult, &room, &html)
                if html.count > 64 * 1024 { try output(html.take()) }
            }
            html.markup("</ol></details>\n")
        }
        if room.left > 0 {
            let words =
                "the evidence of \(Quantity.counted(room.left, "more case")) would not fit in here; results.json holds it"
            html.element("p", ["class": "muted"], words)
        }
        html.markup("</section>\n")
        try output(html.take())
    }

    private func begin(_ suite: JUnitSuite, _ html: inout HTMLBuffer) {
        let isOpen = result.cases.count <= Self.fewCases
        html.open("details", ["class": "file", "data-file": suite.file, "open": isOpen ? "" : nil])
        html.element("summary") { line in
            line.element("code", [:], suite.file)
            line.markup(" ")
            let counts = VerdictCounts(Array(suite.cases))
            for (verdict, number) in counts.found { line.badge(verdict.counted(number), verdict.tone) }
            if suite.duration > .zero {
                line.element("span", ["class": "muted"], " \(Quantity.duration(suite.duration))")
            }
        }
        html.markup("<ol>\n")
    }

    /// Short in its markup, as a run may have a hundred thousand of them.
    private func row(_ result: CaseResult, _ room: inout EvidenceRoom, _ html: inout HTMLBuffer) {
        let verdict = result.verdict
        let isElsewhere = verdict.hasArticle
        html.open(
            "li",
            [
                "id": isElsewhere ? nil : HTMLCase.anchor(result),
                "data-t": result.tags.isEmpty ? nil : result.tags.joined(separator: " "),
                "data-r": result.requirements.isEmpty ? nil : result.requirements.joined(separator: " "),
                "data-g": (reasons.number(of: result) ?? groups.number(of: result)).map(String.init),
                "class": verdict == .passed ? nil : verdict.tone.className,
            ]
        )
        html.element("b", [:], verdict.words)
        html.markup(" ")
        html.element("a", ["href": "#\(HTMLCase.anchor(result))"], JUnitNames.name(of: result))
        html.markup(" ")
        html.element("span", [:], isElsewhere ? "" : result.description ?? "")
        if result.duration > .zero { html.element("i", [:], Quantity.duration(result.duration)) }
        if !isElsewhere { evidence(result, &room, &html) }
        html.markup("</li>\n")
    }

    /// What the run kept of a case that the page tells of nowhere else, folded, while there is room for it.
    private func evidence(_ result: CaseResult, _ room: inout EvidenceRoom, _ html: inout HTMLBuffer) {
        guard !result.exchanges.isEmpty else { return }
        guard room.bytes > 0 else {
            room.left += 1
            return
        }
        var part = HTMLBuffer()
        HTMLCase(result: result, context: context).writeFolded(&part)
        room.bytes -= part.count
        if room.bytes >= 0 { html.append(part) } else { room.left += 1 }
    }
}

/// What is left for the evidence of cases in the list; once one does not fit, no other is tried.
private struct EvidenceRoom {
    var bytes: Int
    /// How many cases had no room.
    var left = 0
}
