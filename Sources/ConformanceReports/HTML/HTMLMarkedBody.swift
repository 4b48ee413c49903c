import Conformance
import WireJSON

/// The body of an answer laid out, with what was expected in front of each place that is otherwise.
struct HTMLMarkedBody {
    var body: String
    var findings: [Finding]

    /// A finding, and the line at which it is told.
    private struct Mark {
        var finding: Finding
        /// In bytes, since texts are the same only where these are.
        var pointer: [UInt8]
        /// Whether the body has something at that place; else the mark stands at what lacks it.
        var isThere = true

        /// Nil for a finding about something else than a place in a body.
        init?(_ finding: Finding) {
            let words = finding.subject.scalarSplit(separator: " ", maxSplits: 2)
            guard words.first == "body", words.count > 1, words[1].utf8.first == UInt8(ascii: "/") else { return nil }
            self.finding = finding
            pointer = Array(words[1].utf8)
        }

        mutating func settle(among places: Set<[UInt8]>) {
            while !places.contains(pointer), let slash = pointer.lastIndex(of: UInt8(ascii: "/")) {
                pointer.removeSubrange(slash...)
                isThere = false
            }
        }
    }

    /// Writes the body as `pre`; the text as it came follows, folded, where laying it out changed it.
    func write(_ html: inout HTMLBuffer) {
        guard let laidOut = JSONLines(body) else {
            html.element("pre") { $0.block(body) }
            return
        }
        let places = Set(laidOut.lines.compactMap { $0.pointer.map { Array($0.utf8) } })
        var marks = findings.compactMap(Mark.init)
        for index in marks.indices { marks[index].settle(among: places) }
        html.element("pre") { pre in
            for line in laidOut.lines {
                let pointer = line.pointer.map { Array($0.utf8) }
                write(line, marks.filter { $0.pointer == pointer }, &pre)
            }
        }
        if laidOut.lines.count > 1 {
            html.details("as it came", class: "raw") { raw in raw.element("pre") { $0.block(body) } }
        }
    }

    private func write(_ line: JSONLines.Line, _ marks: [Mark], _ html: inout HTMLBuffer) {
        let indent = String(repeating: "  ", count: line.depth)
        let wrong = marks.filter(\.isThere)
        for mark in wrong { expected(mark, indent, &html) }
        if wrong.isEmpty {
            html.text("  \(indent)\(line.text)")
        } else {
            html.element("ins", [:], "+ \(indent)\(line.text)")
        }
        html.markup("\n")
        for mark in marks where !mark.isThere { expected(mark, indent + "  ", &html) }
    }

    private func expected(_ mark: Mark, _ indent: String, _ html: inout HTMLBuffer) {
        let place = mark.finding.subject.scalarSplit(separator: " ", maxSplits: 1).dropFirst().joined()
        html.element("del", [:], "- \(indent)\(place): expected \(mark.finding.expected)")
        html.markup("\n")
    }
}
