import Conformance

/// Where the time of a run went: its lanes, the answers of each operation, the slowest cases.
struct HTMLReportTimes {
    /// The most cases that are drawn.
    static let drawnCases = 600
    /// The most lanes that are drawn.
    static let drawnLanes = 64
    static let slowest = 20

    var result: RunResult

    func write(_ html: inout HTMLBuffer) {
        guard result.hasTimes else { return }
        html.section("times", heading: "Where the time went") { section in
            lanes(&section)
            HTMLLatencies(times: result.times).write(&section)
            slowest(&section)
        }
    }

    private func lanes(_ html: inout HTMLBuffer) {
        let lanes = RunLanes(result.cases)
        let length = max(lanes.end, .microseconds(1))
        let shown = drawn(lanes)
        var byLane = [[RunLanes.Entry]](repeating: [], count: min(lanes.count, Self.drawnLanes))
        for entry in shown { byLane[entry.lane].append(entry) }
        let all = shown.count == lanes.entries.count
        let drawn = all ? "" : "; drawn are the \(Quantity.grouped(shown.count)) longest and those that did not pass"
        html.element("h3", [:], "the run, by lane")
        let isRepeated = lanes.entries.count > lanes.cases
        let attempts = isRepeated ? " in \(Quantity.counted(lanes.entries.count, "attempt"))" : ""
        let cases = Quantity.counted(lanes.cases, "case") + attempts
        let words = "\(cases), at most \(Quantity.grouped(lanes.count)) at once, in \(Quantity.duration(length))"
        html.element("p", ["class": "muted"], words + drawn)
        html.element("div", ["class": "lanes", "role": "group", "aria-label": "cases by the time they ran"]) { box in
            for (number, entries) in byLane.enumerated() {
                box.open("div", ["class": "lane", "aria-label": "lane \(number + 1)"])
                for entry in entries { self.box(entry, length, &box) }
                box.markup("</div>\n")
            }
        }
        html.element("p", ["class": "axis", "aria-hidden": "true"]) { axis in
            for part in 0...4 { axis.element("span", [:], part == 0 ? "0" : Quantity.duration(length * part / 4)) }
        }
    }

    /// All, or those that did not pass and then the longest, as many as are drawn; in the order of their starts.
    private func drawn(_ lanes: RunLanes) -> [RunLanes.Entry] {
        let entries = lanes.entries.filter { $0.lane < Self.drawnLanes }
        guard entries.count > Self.drawnCases else { return entries }
        func weight(_ place: Int) -> (Int, Duration, Int) {
            let drawn = entries[place]
            return (verdict(of: drawn).isToldFirst ? 1 : 0, drawn.duration, -place)
        }
        let first = entries.indices.sorted { weight($0) > weight($1) }
        return first.prefix(Self.drawnCases).sorted().map { entries[$0] }
    }

    /// What the case came to, or that attempt at it.
    private func verdict(of entry: RunLanes.Entry) -> Verdict {
        let drawn = result.cases[entry.index]
        return entry.attempt.map { drawn.attempts[$0].verdict } ?? drawn.verdict
    }

    private func box(_ entry: RunLanes.Entry, _ length: Duration, _ html: inout HTMLBuffer) {
        let (drawn, verdict) = (result.cases[entry.index], verdict(of: entry))
        let left = Share(of: entry.startedAfter, in: length)
        let width = Share(of: entry.duration, in: length)
        let number = entry.attempt.map { drawn.attempts[$0].number } ?? drawn.shownAttempt
        let attempt = drawn.attempts.isEmpty ? "" : ", attempt \(number) of \(drawn.attemptCount)"
        html.element(
            "a",
            [
                "class": verdict == .passed ? nil : verdict.tone.className,
                "href": "#\(HTMLCase.anchor(drawn))",
                "style": "left:\(left);width:\(width)",
                "title": "\(drawn.id)\(attempt): \(verdict.words), \(Quantity.duration(entry.duration))",
            ],
            JUnitNames.name(of: drawn)
        )
        html.markup(" ")
    }

    private func slowest(_ html: inout HTMLBuffer) {
        let order = result.cases.indices.sorted {
            (result.cases[$1].duration, $0) < (result.cases[$0].duration, $1)
        }
        let longest = max(order.first.map { result.cases[$0].duration } ?? .zero, .microseconds(1))
        html.element("h3", [:], "slowest cases")
        let columns: [HTMLColumn] = [.number("time"), .words(""), .words("case"), .number("exchanges")]
        html.table(caption: "slowest cases", columns: columns, class: "slowest") { rows in
            for index in order.prefix(Self.slowest) where result.cases[index].duration > .zero {
                let slow = result.cases[index]
                rows.element("tr") { row in
                    row.cell(Quantity.duration(slow.duration), class: "number")
                    row.element("td", ["class": "share", "aria-hidden": "true"]) { cell in
                        let width = Share(of: slow.duration, in: longest)
                        cell.element("i", ["class": slow.verdict.tone.className, "style": "width:\(width)"], "")
                    }
                    row.element("td") { $0.link(to: slow) }
                    row.cell(Quantity.grouped(slow.exchangeCount), class: "number")
                }
                rows.markup("\n")
            }
        }
    }
}

/// A part of a whole as a style writes it: `12.34%`.
struct Share: CustomStringConvertible {
    let description: String

    init(of part: Duration, in whole: Duration) {
        self.init(Double(Quantity.microseconds(part)) / Double(max(1, Quantity.microseconds(whole))))
    }

    /// A share from 0 to 1; others become the nearest of these.
    init(_ share: Double) {
        let hundredths = Int((min(max(share, 0), 1) * 10_000).rounded())
        let rest = hundredths % 100
        description = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
