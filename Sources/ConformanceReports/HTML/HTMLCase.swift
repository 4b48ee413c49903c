import Conformance

/// A case that is told on its own: what it came to and why in sight, its evidence folded.
struct HTMLCase {
    /// The most findings that are told; the others stand in `results.json`.
    static let shownFindings = 12
    /// The most attempts that are told beside the one that is shown.
    static let shownAttempts = 5

    var result: CaseResult
    var context: ReportContext
    /// Since when it fails, and whether that is since this run; nil where that is not known.
    var since: (moment: String, isNew: Bool)?

    /// Writes it with as much evidence as there is room for, in bytes; in a few lines where there is none.
    func write(_ html: inout HTMLBuffer, room: Int) {
        let verdict = result.verdict
        html.open("article", ["id": Self.anchor(result), "class": "case \(verdict.tone.className)"])
        html.element("h3") { title in
            title.badge(verdict.words, verdict.tone)
            title.markup(" ")
            title.element("a", ["class": "name", "href": "#\(Self.anchor(result))"], result.id)
        }
        html.element("p", ["class": "where muted"]) { line in
            line.element("span", ["class": "place"], result.decidingPosition.description)
            if result.duration > .zero { line.text(" · \(Quantity.duration(result.duration))") }
            if let since {
                line.text(" · failing since ")
                since.isNew ? line.element("strong", [:], "this run") : line.time(since.moment)
            }
            for tag in result.tags { line.text(" · \(tag)") }
        }
        if let description = result.description { html.element("p", ["class": "about"], description) }
        html.open("div", ["class": "why"])
        if let attempts = AttemptLines.count(result) {
            let shown =
                result.exchanges.isEmpty && result.findings.isEmpty
                ? "" : "; attempt \(result.shownAttempt) comes first"
            html.element("p", ["class": "hint"], attempts + shown)
        }
        why(&html, isBrief: room <= 0)
        if room <= 0 {
            for line in AttemptLines.texts(result).prefix(1) { html.element("p", ["class": "cause"], line) }
        }
        html.markup("</div>\n")
        if room > 0 {
            var left = min(HTMLReport.caseLimit, room)
            evidence(&html, room: &left)
            attempts(&html, room: &left)
        } else if !result.exchanges.isEmpty {
            html.element("p", ["class": "muted"], "left out here: \(Self.measures(result.exchanges)); see results.json")
        }
        html.markup("</article>\n")
    }

    /// Writes its evidence alone, folded, with what was found where it is a known failure.
    ///
    /// A page has it for many cases, so that a browser that runs scripts makes elements of it only when it is opened.
    func writeFolded(_ html: inout HTMLBuffer) {
        html.details("evidence: \(Quantity.counted(result.exchanges.count, "exchange"))", class: "evidence") {
            details in
            details.markup("<noscript>")
            if !result.findings.isEmpty {
                details.open("div", ["class": "why"])
                why(&details, isBrief: false)
                details.markup("</div>\n")
            }
            exchanges(&details, room: HTMLReport.caseLimit, isInList: true)
            details.markup("</noscript>")
        }
    }

    /// What leads to a case within the page.
    static func anchor(_ result: CaseResult) -> String { HTMLText.anchor("case=\(result.id)") }

    private func why(_ html: inout HTMLBuffer, isBrief: Bool) {
        if case .errored(let cause) = result.outcome {
            html.element("p", ["class": "cause"]) { line in
                line.badge(cause.kind.rawValue, .bad)
                line.markup(" ")
                line.text(CutText.ellipsis(cause.summary, bytes: 2_000))
            }
            if let hint = cause.hint {
                html.element("p", ["class": "hint"], "hint: \(CutText.ellipsis(hint, bytes: 1_000))")
            }
        }
        if case .contradicted(let mark) = result.allowance {
            html.element("p", ["class": "cause"], "it passed, though the list of known failures says that it fails")
            html.element("p", ["class": "hint"], "known failure: \(mark.words), \(mark.position)")
        }
        guard !isBrief else {
            for finding in result.findings.prefix(1) {
                html.element("p", ["class": "cause"], CutText.ellipsis(finding.summary, bytes: 240))
            }
            return
        }
        for finding in result.findings.prefix(Self.shownFindings) {
            HTMLFinding(finding: finding, context: context).write(&html)
        }
        let more = result.findings.count - Self.shownFindings
        if more > 0 {
            html.element("p", ["class": "muted"], "… \(Quantity.counted(more, "more finding")) in results.json")
        }
    }

    private func evidence(_ html: inout HTMLBuffer, room: inout Int) {
        guard !result.exchanges.isEmpty else { return }
        let words = "evidence: \(Quantity.counted(result.exchanges.count, "exchange"))"
        html.details(words, class: "evidence") { room = exchanges(&$0, room: room) }
    }

    /// Writes the exchanges, in their order, as far as there is room; gives back what is left of it, in bytes.
    @discardableResult
    private func exchanges(_ html: inout HTMLBuffer, room: Int, isInList: Bool = false) -> Int {
        var left = room
        let deciding = result.exchanges.lastIndex { $0.step == result.decidingExchange?.step }
        let parts = result.exchanges.enumerated().map { index, exchange in
            var part = HTMLBuffer()
            let findings = result.findings.filter { $0.step == exchange.step }
            let isDeciding = index == deciding
            HTMLExchange(index + 1, exchange, findings, isDeciding: isDeciding, isInList: isInList).write(&part)
            return part
        }
        // What decided is what people open first, so it gets its room first.
        var isShown = [Bool](repeating: false, count: parts.count)
        for index in [deciding].compactMap(\.self) + parts.indices.filter({ $0 != deciding })
        where parts[index].count <= left {
            left -= parts[index].count
            isShown[index] = true
        }
        for (index, part) in parts.enumerated() {
            isShown[index] ? html.append(part) : Self.leftOut(index + 1, part.count, &html)
        }
        return left
    }

    /// The other attempts that did not pass, each with why and with the exchange that says so.
    private func attempts(_ html: inout HTMLBuffer, room: inout Int) {
        let broken = result.attempts.filter { $0.outcome != .passed }
        for attempt in broken.prefix(Self.shownAttempts) {
            let verdict = attempt.verdict
            html.open(
                "details",
                ["class": "attempt", "open": result.verdict == .flaky && attempt == broken.first ? "" : nil]
            )
            html.element("summary") { line in
                line.text("attempt \(attempt.number) of \(result.attemptCount): ")
                line.badge(verdict.words, verdict.tone)
            }
            let alone = HTMLCase(result: result.alone(attempt), context: context)
            alone.why(&html, isBrief: false)
            alone.evidence(&html, room: &room)
            html.markup("</details>\n")
        }
        let more = broken.count - Self.shownAttempts
        if more > 0 {
            html.element("p", ["class": "muted"], "… \(Quantity.counted(more, "more attempt")) in results.json")
        }
    }

    private static func leftOut(_ number: Int, _ bytes: Int, _ html: inout HTMLBuffer) {
        let words = "exchange \(number) is left out here (\(Quantity.counted(bytes, "byte"))); results.json holds it"
        html.element("p", ["class": "muted"], words)
    }

    /// `3 exchanges, 1,126 bytes of answers`.
    private static func measures(_ exchanges: [ExchangeRecord]) -> String {
        let bytes = exchanges.reduce(0) { $0 + $1.responseBytes }
        return "\(Quantity.counted(exchanges.count, "exchange")), \(Quantity.counted(bytes, "byte")) of answers"
    }
}
