import Conformance

/// A comparison as one HTML file: the verdict, the changes by weight, how long operations took, and the sides.
package struct ComparisonPage: Sendable {
    /// The version of the program, which the page names.
    package var program: String

    package init(program: String) {
        self.program = program
    }

    /// The whole file.
    package func bytes(_ comparison: RunComparison) -> [UInt8] {
        let page = HTMLPage(
            title: comparison.outcome,
            mood: comparison.hasRegressed ? .bad : .good,
            generator: "stytch-conformance \(program)"
        )
        var html = HTMLBuffer()
        page.begin(&html)
        header(comparison, &html)
        html.markup("<main>\n")
        for group in comparison.groups { section(group.kind, group.changes, comparison, &html) }
        models(comparison, &html)
        speed(comparison, &html)
        html.markup("</main>\n")
        page.end(&html)
        return html.take()
    }

    private func header(_ comparison: RunComparison, _ html: inout HTMLBuffer) {
        html.markup("<header class=\"top\">\n")
        html.element("h1", [:], comparison.verdict)
        html.markup("\n<p>")
        html.badge(comparison.hasRegressed ? "regression" : "no regression", comparison.hasRegressed ? .bad : .good)
        html.markup(" ")
        html.text(comparison.outcome)
        html.markup("; fails on ")
        html.element("code", [:], comparison.failingKinds)
        html.markup("</p>\n")
        for remark in comparison.remarks { html.callout(remark, .warning) }
        for problem in comparison.listProblems {
            html.callout("\(problem.position): \(problem.message); \(problem.hint)", .bad)
        }
        html.markup("<dl class=\"facts\">\n")
        for (name, words) in comparison.sides {
            html.markup("<div>")
            html.element("dt", [:], name)
            html.element("dd", [:], words)
            html.markup("</div>\n")
        }
        html.markup("</dl>\n</header>\n")
    }

    private func section(
        _ kind: ChangeKind,
        _ changes: ArraySlice<Change>,
        _ comparison: RunComparison,
        _ html: inout HTMLBuffer
    ) {
        let columns: [HTMLColumn] = [.words("what"), .words("change")]
        html.section(kind.rawValue, heading: kind.rawValue, count: changes.count) { html in
            html.table(caption: kind.rawValue, columns: columns) { html in
                for change in changes {
                    html.markup("<tr>")
                    place(of: change, comparison, &html)
                    what(change, &html)
                    html.markup("</tr>\n")
                }
            }
        }
    }

    private func place(of change: Change, _ comparison: RunComparison, _ html: inout HTMLBuffer) {
        html.markup("<td>")
        if comparison.isRegression(change) {
            html.badge("regression", .bad)
            html.markup(" ")
        } else if change.acceptance != nil {
            html.badge("accepted", .note)
            html.markup(" ")
        }
        html.element("code", [:], change.place)
        if let file = change.file {
            html.markup("<br>")
            html.text(file)
        }
        html.markup("</td>")
    }

    private func what(_ change: Change, _ html: inout HTMLBuffer) {
        html.markup("<td>")
        html.text(change.words)
        if let since = change.failingSince {
            html.markup("<br>failing since ")
            html.time(since)
        }
        if !change.cases.isEmpty {
            html.details("in \(Quantity.counted(change.cases.count, "case"))") { html in
                html.element("p", [:], change.cases.joined(separator: ", "))
            }
        }
        if let reason = change.acceptance {
            html.markup("<br>")
            html.text("accepted: \(reason)")
        }
        html.markup("</td>")
    }

    private func models(_ comparison: RunComparison, _ html: inout HTMLBuffer) {
        guard let words = comparison.modelWords else { return }
        let columns: [HTMLColumn] = [.words("model"), .number("base"), .number("head")]
        let heading = "How much of the models was seen"
        html.section("models", heading: heading, count: comparison.models.count) { html in
            html.element("p", [:], words)
            html.table(caption: heading, columns: columns) { html in
                for model in comparison.models {
                    html.markup("<tr>")
                    html.element("td") { $0.element("code", [:], model.name) }
                    html.cell(model.before, class: "number")
                    html.element("td", ["class": "number"]) { cell in
                        model.isSame ? cell.text(model.after) : cell.element("strong", [:], model.after)
                    }
                    html.markup("</tr>\n")
                }
            }
        }
    }

    private func speed(_ comparison: RunComparison, _ html: inout HTMLBuffer) {
        guard let words = comparison.speedWords else { return }
        let columns: [HTMLColumn] = [
            .words("operation"), .number("base"), .number("head"), .number("ratio"), .words("interval"),
        ]
        html.section("speed", heading: "How long operations took", count: comparison.speed.operations.count) { html in
            html.element("p", [:], words)
            html.table(caption: "How long operations took", columns: columns) { html in
                for operation in comparison.speed.operations { row(operation, &html) }
            }
        }
    }

    private func row(_ operation: SpeedComparison.Operation, _ html: inout HTMLBuffer) {
        html.markup("<tr>")
        html.cell(operation.name)
        html.cell(SpeedComparison.time(operation.baseMicroseconds), class: "number")
        html.cell(SpeedComparison.time(operation.headMicroseconds), class: "number")
        html.cell(operation.estimate.map { SpeedComparison.Operation.times($0.ratio) } ?? "", class: "number")
        html.cell(
            operation.estimate.map {
                "\(SpeedComparison.Operation.times($0.lower)) to \(SpeedComparison.Operation.times($0.upper))"
            } ?? "not judged: \(operation.gapWords ?? "")"
        )
        html.markup("</tr>\n")
    }
}
