import Conformance
import WireJSON

/// A request and its answer as they went over the wire, the command that repeats it, and where its time went.
struct HTMLExchange {
    var number: Int
    var exchange: ExchangeRecord
    /// What was found in its step.
    var findings: [Finding]
    /// Whether its answer decided what the case came to.
    var isDeciding: Bool
    /// Whether it stands below a heading of a section, rather than below that of a case.
    var isInList: Bool

    init(
        _ number: Int,
        _ exchange: ExchangeRecord,
        _ findings: [Finding],
        isDeciding: Bool,
        isInList: Bool = false
    ) {
        self.number = number
        self.exchange = exchange
        self.findings = findings
        self.isDeciding = isDeciding
        self.isInList = isInList
    }

    func write(_ html: inout HTMLBuffer) {
        html.open("details", ["class": "exchange", "open": isDeciding ? "" : nil])
        html.element("summary") { line in
            line.text("\(number). \(exchange.method) \(Self.path(of: exchange.url)) → ")
            line.badge(exchange.status.map(String.init) ?? "no answer", tone)
            line.element("span", ["class": "muted"], " \(ExchangeLine.measures(exchange))")
        }
        if !exchange.curl.isEmpty { html.copyable(exchange.curl, label: "copy the curl command of exchange \(number)") }
        phases(&html)
        html.element("div", ["class": "sides"]) { sides in
            sides.element("div") { request(&$0) }
            sides.element("div") { answer(&$0) }
        }
        html.markup("</details>\n")
    }

    private var tone: HTMLTone {
        guard exchange.status != nil else { return .bad }
        return isDeciding && !findings.isEmpty ? .bad : .quiet
    }

    /// What stands behind the host, by which people tell one request of a case from another.
    private static func path(of url: String) -> String {
        let parts = url.scalarSplit(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.count == 4 ? CutText.ellipsis("/\(parts[3])", bytes: 120) : url
    }

    private func heading(_ words: String, _ html: inout HTMLBuffer) {
        html.element(isInList ? "h3" : "h4", [:], words)
    }

    private func request(_ html: inout HTMLBuffer) {
        heading("request", &html)
        html.element("pre") { pre in
            pre.text("\(exchange.method) \(exchange.url)")
            fields(exchange.requestHeaders, &pre)
        }
        if let body = exchange.requestBody, !body.isEmpty { HTMLMarkedBody(body: body, findings: []).write(&html) }
    }

    private func answer(_ html: inout HTMLBuffer) {
        heading("answer", &html)
        guard let status = exchange.status else { return html.element("p", ["class": "muted"], "none came") }
        let found = isDeciding ? findings : []
        html.element("pre") { pre in
            let start = "\(exchange.httpVersion.map { "\($0) " } ?? "")\(status)"
            if let wrong = found.first(where: { $0.code == .status }) {
                pre.element("del", [:], "- expected \(wrong.expected)")
                pre.markup("\n")
                pre.element("ins", [:], "+ \(start)")
            } else {
                pre.text(start)
            }
            fields(exchange.responseHeaders, &pre)
        }
        if let body = exchange.responseBody, !body.isEmpty { HTMLMarkedBody(body: body, findings: found).write(&html) }
    }

    private func fields(_ fields: [HeaderList.Field], _ html: inout HTMLBuffer) {
        for field in fields {
            html.markup("\n")
            html.element("span", ["class": "muted"], "\(field.name):")
            html.text(" \(field.value)")
        }
    }

    private func phases(_ html: inout HTMLBuffer) {
        let times = exchange.timings
        guard times.total > .zero else { return }
        let known = times.nameLookup + times.connect + times.tls + times.firstByte
        let phases = [
            ("lookup", times.nameLookup), ("connect", times.connect), ("TLS", times.tls), ("wait", times.firstByte),
            (exchange.status == nil ? "until given up" : "receive", max(.zero, times.total - known)),
        ]
        html.element("ol", ["class": "phases", "aria-label": "where the time went"]) { list in
            for (index, (name, time)) in phases.enumerated() where time > .zero {
                let share = max(1, Quantity.microseconds(time) * 1_000 / max(1, Quantity.microseconds(times.total)))
                list.element("li", ["class": "phase-\(index)", "style": "flex-grow:\(share)"]) { item in
                    item.text("\(name) ")
                    item.element("b", [:], Quantity.duration(time))
                }
            }
        }
        html.markup("\n")
    }
}
