import Conformance
import WireJSON

/// A finding with expected beside actual, and the line of the case file that expects it.
struct HTMLFinding {
    /// The most places of two values that are told one by one.
    static let shownDifferences = 40

    var finding: Finding
    var context: ReportContext

    func write(_ html: inout HTMLBuffer) {
        html.element("div", ["class": "finding"]) { box in
            box.element("p", ["class": "subject"]) { line in
                line.element("code", [:], finding.subject)
                if let code {
                    line.markup(" ")
                    line.badge(code, .quiet)
                }
                if let note = finding.note {
                    line.markup(" ")
                    line.element("span", ["class": "muted"], note)
                }
            }
            if let differences {
                write(differences, &box)
            } else {
                pair(&box)
            }
            source(&box)
        }
        html.markup("\n")
    }

    /// What the kind of finding says beyond its subject; nil where that is all of it.
    private var code: String? {
        let code = finding.detail ?? finding.code.rawValue
        let first = finding.subject.utf8.prefix { $0 != UInt8(ascii: " ") }
        return first.elementsEqual(code.utf8) ? nil : code
    }

    /// Where both values are whole objects or arrays: the places at which they differ.
    private var differences: [JSONDifference]? {
        guard let expected = Self.collection(finding.expected), let actual = Self.collection(finding.actual) else {
            return nil
        }
        let found = JSONDifference.between(expected: expected, actual: actual)
        return found.isEmpty ? nil : found
    }

    private static func collection(_ text: String) -> JSONValue? {
        guard let first = text.utf8.first, "[{".utf8.contains(first) else { return nil }
        return try? JSONDocument(text).root.value
    }

    private func write(_ differences: [JSONDifference], _ html: inout HTMLBuffer) {
        let columns: [HTMLColumn] = [.words("place"), .words("expected"), .words("actual")]
        html.table(caption: "differences of \(finding.subject)", columns: columns, class: "differences") { rows in
            for difference in differences.prefix(Self.shownDifferences) {
                rows.element("tr") { row in
                    row.element("td") { $0.element("code", [:], "\(difference.pointer)") }
                    value(difference.expected, isExpected: true, &row)
                    value(difference.actual, isExpected: false, &row)
                }
                rows.markup("\n")
            }
        }
        let more = differences.count - Self.shownDifferences
        if more > 0 { html.element("p", ["class": "muted"], "… \(Quantity.counted(more, "more difference"))") }
    }

    private func value(_ value: JSONValue?, isExpected: Bool, _ html: inout HTMLBuffer) {
        html.element("td") { cell in
            guard let value else { return cell.element("span", ["class": "muted"], "nothing") }
            let text = String(decoding: value.bytes(), as: UTF8.self)
            cell.element("code", [:]) { isExpected ? $0.element("del", [:], text) : $0.element("ins", [:], text) }
        }
    }

    private func pair(_ html: inout HTMLBuffer) {
        let parts = CommonParts(VisibleText.line(finding.expected), VisibleText.line(finding.actual))
        html.element("dl", ["class": "pair"]) { list in
            for (name, own) in [("expected", parts.expected), ("actual", parts.actual)] {
                list.element("div") { half in
                    half.element("dt", [:], name)
                    half.element("dd") { value in
                        value.element("code") { write(own, of: parts, isExpected: name == "expected", &$0) }
                    }
                }
            }
        }
    }

    /// One of two values; what it does not share is marked only where it shares something.
    private func write(_ own: String, of parts: CommonParts, isExpected: Bool, _ html: inout HTMLBuffer) {
        guard parts.sharesAny, !own.isEmpty else { return html.text(parts.start + own + parts.end) }
        html.text(parts.start)
        isExpected ? html.element("del", [:], own) : html.element("ins", [:], own)
        html.text(parts.end)
    }

    private func source(_ html: inout HTMLBuffer) {
        guard let position = finding.position else { return }
        html.element("p", ["class": "source"]) { line in
            line.element("span", ["class": "place"], position.description)
            guard let text = context.sourceLine(position) else { return }
            line.markup(" ")
            line.element("code", [:], text)
        }
    }
}

/// Two texts as the start and end that they share, and what differs between these.
struct CommonParts: Equatable {
    var start: String
    var expected: String
    var actual: String
    var end: String

    var sharesAny: Bool { !start.isEmpty || !end.isEmpty }

    /// Shared parts are told apart only where they are so long that the eye would have to look for the difference.
    init(_ expected: String, _ actual: String) {
        let left = Array(expected.unicodeScalars)
        let right = Array(actual.unicodeScalars)
        var start = zip(left, right).prefix { $0 == $1 }.count
        var end = zip(left.dropFirst(start).reversed(), right.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        if start + end < 8 || left.count == right.count && start == left.count { (start, end) = (0, 0) }
        func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            return text
        }
        self.start = text(left[..<start])
        self.end = text(left[(left.count - end)...])
        self.expected = text(left[start..<(left.count - end)])
        self.actual = text(right[start..<(right.count - end)])
    }
}
