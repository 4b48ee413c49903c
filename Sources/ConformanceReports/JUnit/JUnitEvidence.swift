import Conformance
import WireJSON

/// The text of a `failure` or `error`: what is broken, the exchange, how to repeat it, and the place in the source.
///
/// Every reader shows this text and only some show the message, so it begins with the findings. It stays below 32 KiB.
struct JUnitEvidence {
    /// The most bytes of the whole text.
    static let limit = 32 * 1024
    /// The most bytes shown of one body.
    static let bodyLimit = 4 * 1024

    var result: CaseResult
    /// The command of the run without its selection.
    var command = "stytch-conformance run"
    /// The most bytes of this text, at most `limit`.
    var mostBytes = Self.limit

    /// The whole text, ending with the line by which readers find file and line.
    var text: String {
        var parts: [String] = [head]
        if result.exchanges.count > 1 {
            parts.append("--- exchanges\n" + exchangeList)
        }
        if let exchange = result.decidingExchange {
            parts.append(contentsOf: Self.sections(of: exchange))
        }
        let tail = "\n\n" + Self.again(result, command) + "\n\n" + Self.sourceLine(result.decidingPosition)
        let body = VisibleText.block(parts.joined(separator: "\n\n"))
        return AttachmentMarkers.disarmed(CutText.ellipsis(body, bytes: mostBytes - tail.utf8.count) + tail)
    }

    /// The command that runs the case alone.
    static func again(_ result: CaseResult, _ command: String) -> String {
        let text = RepeatCommand.text(command, of: result)
        let fits = text.utf8.count <= bodyLimit
        return VisibleText.block("--- run again\n" + (fits ? text : "the command is too long to show"))
    }

    /// `    at cases.sessions.Case(get.json:31)`.
    static func sourceLine(_ position: FilePosition) -> String {
        var folders = position.file.scalarSplit(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
        let file = folders.popLast() ?? position.file
        let place = (folders + ["Case"]).joined(separator: ".")
        let line = position.line > 0 ? ":\(position.line)" : ""
        return VisibleText.line("    at \(place)(\(file)\(line))")
    }

    private var head: String {
        var lines: [String] = []
        if case .errored(let cause) = result.outcome {
            lines.append(CutText.ellipsis(cause.summary, bytes: 2_000))
            if let hint = cause.hint {
                lines.append("  hint: " + CutText.ellipsis(VisibleText.line(hint), bytes: 1_000))
            }
        }
        if !result.findings.isEmpty {
            lines.append(Quantity.counted(result.findings.count, "finding"))
            lines.append(contentsOf: findingLines)
        }
        return lines.joined(separator: "\n")
    }

    private var findingLines: [String] {
        var lines: [String] = []
        var room = 10 * 1024
        for (index, finding) in result.findings.enumerated() {
            let place = finding.position.map { "\($0)  " } ?? ""
            let line = "  \(index + 1). " + CutText.ellipsis(VisibleText.line(place + finding.summary), bytes: 2_000)
            room -= line.utf8.count
            guard room > 0 else {
                lines.append("  … \(Quantity.counted(result.findings.count - index, "more finding")) in results.json")
                break
            }
            lines.append(line)
        }
        return lines
    }

    private var exchangeList: String {
        let shown = result.exchanges.prefix(10).enumerated().map { index, exchange in
            "  \(index + 1). " + CutText.ellipsis(ExchangeLine.text(exchange), bytes: 300)
        }
        let more = result.exchanges.count - shown.count
        return (shown + (more > 0 ? ["  … \(more) more in results.json"] : [])).joined(separator: "\n")
    }

    /// The exchange and the command that repeats it, each part under a line that says what it is.
    private static func sections(of exchange: ExchangeRecord) -> [String] {
        guard !exchange.curl.isEmpty else { return traffic(of: exchange) }
        let fits = exchange.curl.utf8.count <= bodyLimit
        let command = fits ? exchange.curl : "the command is too long to show; it stands in results.json"
        return traffic(of: exchange) + ["--- again\n" + command]
    }

    /// The request and what came of it.
    static func traffic(of exchange: ExchangeRecord) -> [String] {
        let version = exchange.httpVersion.map { " " + $0 } ?? ""
        let start = CutText.ellipsis(VisibleText.line("\(exchange.method) \(exchange.url)\(version)"), bytes: 1_000)
        var sections = ["--- request\n\(start)" + headerText(exchange.requestHeaders)]
        if let body = exchange.requestBody, !body.isEmpty {
            sections.append(bodyText(body, wholeBytes: body.utf8.count, sha256: exchange.requestSHA256))
        }
        let measures = ExchangeLine.measures(exchange)
        if let status = exchange.status {
            sections.append("--- response \(status) (\(measures))" + headerText(exchange.responseHeaders))
            if let body = exchange.responseBody, !body.isEmpty {
                sections.append(bodyText(body, wholeBytes: exchange.responseBytes, sha256: exchange.responseSHA256))
            }
        } else {
            sections.append("--- no response (\(measures))")
        }
        return sections
    }

    private static func headerText(_ fields: [HeaderList.Field]) -> String {
        let lines = fields.map { "\n" + VisibleText.line("\($0.name): \($0.value)") }
        return CutText.ellipsis(lines.joined(), bytes: 2_500)
    }

    private static func bodyText(_ body: String, wholeBytes: Int, sha256: String?) -> String {
        let visible = VisibleText.block(body)
        // A body that the run has cut already carries a short mark of its own, which stays.
        guard visible.utf8.count > bodyLimit + 128 else { return visible }
        let shown = CutText.prefix(visible, bytes: bodyLimit)
        // Escapes make the shown text longer than its source, so the rest is counted in the text that is shown.
        let rest = max(wholeBytes, visible.utf8.count) - shown.utf8.count
        return "\(shown)\n… \(Quantity.counted(rest, "more byte"))" + (sha256.map { ", sha256 \($0)" } ?? "")
    }
}
