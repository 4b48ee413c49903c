import Conformance
import WireJSON

/// What the answers of each operation looked like: the fields that were there, of which kinds and how often.
struct HTMLReportAnswers {
    /// The most fields of all operations that are told; `results.json` holds the rest.
    static let shownFields = 3_000

    var answers: [ObservedAnswers]

    func write(_ html: inout HTMLBuffer) {
        guard !answers.isEmpty else { return }
        html.section("answers", heading: "What answers looked like", count: answers.count) { section in
            var room = Self.shownFields
            for seen in answers {
                section.open("details", ["class": "statements"])
                section.element("summary") { line in
                    line.element("code", [:], seen.operation)
                    line.markup(" ")
                    line.badge(seen.statuses, .quiet)
                    let fields = Quantity.counted(seen.fields.count, "field")
                    let more = seen.withoutJSON > 0 ? ", \(Quantity.grouped(seen.withoutJSON)) more without JSON" : ""
                    let words = " \(Quantity.counted(seen.count, "answer"))\(more), \(fields)"
                    line.element("span", ["class": "muted"], words)
                }
                fields(seen, room, &section)
                room -= min(room, seen.fields.count)
                section.markup("</details>\n")
            }
        }
    }

    private func fields(_ seen: ObservedAnswers, _ room: Int, _ html: inout HTMLBuffer) {
        html.element("ul", ["class": "names"]) { list in
            for field in seen.fields.prefix(room) {
                list.element("li") { item in
                    item.text(field.pointer.isEmpty ? "the whole answer" : field.pointer)
                    item.element("span", ["class": "muted"], " \(Self.words(field))")
                }
            }
        }
        let more = seen.fields.count - min(room, seen.fields.count)
        if more > 0 {
            html.element("p", ["class": "muted"], "… \(Quantity.counted(more, "more field")) in results.json")
        }
        if seen.isCut { html.element("p", ["class": "muted"], "some were left out, being too many or keyed by ids") }
    }

    /// `string or null, 3 of 5`; where it was there each time, without the count.
    private static func words(_ field: ObservedAnswers.Field) -> String {
        let kinds = zip(ObservedKinds.named, field.counts).filter { $0.1 > 0 }.map(\.0.word).joined(separator: " or ")
        guard field.count < field.parents else { return kinds }
        return "\(kinds), \(Quantity.grouped(field.count)) of \(Quantity.grouped(field.parents))"
    }
}
