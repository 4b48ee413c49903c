import Conformance

/// How much of what the models of answers declare was seen, and what was not.
struct HTMLReportModels {
    /// The most members of one model that are named under one heading; `results.json` holds the rest.
    static let shownMembers = 200

    var models: [AnsweredModel]

    func write(_ html: inout HTMLBuffer) {
        guard let words = AnsweredModel.words(of: models) else { return }
        html.section("models", heading: "How much of the models was seen", count: models.count) { section in
            section.element("p", ["class": "muted"], "\(words) stood in answers")
            let columns: [HTMLColumn] = [
                .words("model"), .number("answers"), .number("seen"), .words(""), .words("of what it declares"),
            ]
            section.table(caption: "how much of each model was seen", columns: columns, class: "seen") { rows in
                for model in models { row(model, &rows) }
            }
            for model in models { unseen(model, &section) }
        }
    }

    private func row(_ model: AnsweredModel, _ html: inout HTMLBuffer) {
        html.element("tr") { row in
            row.element("th", ["scope": "row"]) { $0.element("code", [:], model.model) }
            row.cell(Quantity.grouped(model.answers), class: "number")
            row.cell(AnsweredModel.percent(of: [model]), class: "number")
            row.element("td", ["class": "share", "aria-hidden": "true"]) { cell in
                let width = Share(Double(AnsweredModel.thousandths(of: [model])) / 1_000)
                cell.element("i", ["class": HTMLTone.note.className, "style": "width:\(width)"], "")
            }
            row.cell(model.seenWords)
        }
        html.markup("\n")
    }

    /// What a model declares and no answer had, folded; nothing where there is nothing.
    private func unseen(_ model: AnsweredModel, _ html: inout HTMLBuffer) {
        let words = model.words.filter { !$0.never.isEmpty }
        let counts = [
            (model.never.count, "never seen"), (model.null.count, "null alone"),
            (words.reduce(0) { $0 + $1.never.count }, "words never seen"),
        ].filter { $0.0 > 0 }.map { "\(Quantity.grouped($0)) \($1)" }
        guard !counts.isEmpty else { return }
        html.open("details", ["class": "statements"])
        html.element("summary") { line in
            line.element("code", [:], model.model)
            line.element("span", ["class": "muted"], " \(counts.joined(separator: ", "))")
        }
        list("never seen", TopmostMembers(model.never).members.map(\.words), &html)
        list("null alone", model.null, &html)
        list("words never seen", words.map { "\($0.pointer): \($0.never.joined(separator: ", "))" }, &html)
        if model.isCut {
            html.element("p", ["class": "muted"], "more came than is kept, so that some of it may have been there")
        }
        html.markup("</details>\n")
    }

    private func list(_ heading: String, _ lines: [String], _ html: inout HTMLBuffer) {
        guard !lines.isEmpty else { return }
        html.element("p", ["class": "muted"], heading)
        html.element("ul", ["class": "names"]) { list in
            for line in lines.prefix(Self.shownMembers) { list.element("li", [:], line) }
        }
        let more = lines.count - Self.shownMembers
        if more > 0 { html.element("p", ["class": "muted"], "… \(Quantity.grouped(more)) more in results.json") }
    }
}
