import Conformance
import WireJSON

/// The kept exchanges of a run as an HTTP archive, version 1.2: a page a case, an entry an exchange.
///
/// It is made of what was redacted before: cookies and parameters are read from redacted headers and addresses, so that none of them
/// tells more. Times of entries follow from those of their cases: exchanges of a case come one after the other.
///
/// > Source: the HAR 1.2 specification
struct HARReport {
    var program: String

    /// Writes the whole file, a page and an entry a line; throws what `output` throws.
    func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        var creator = JSONMembers()
        creator.add("name", "stytch-conformance")
        creator.add("version", program)
        var log = JSONMembers(.memberALine)
        log.add("version", "1.2")
        log.add("creator", creator.object)
        try output(Array("{\"log\": ".utf8) + log.bytes + Array(",\n\"pages\": [".utf8))
        var pages = ListWriter()
        for (number, caseResult) in result.cases.enumerated() where Self.isKept(caseResult) {
            try pages.write(page(caseResult, number, in: result), to: output)
        }
        try output(Array("\n],\n\"entries\": [".utf8))
        var entries = ListWriter()
        for (number, caseResult) in result.cases.enumerated() where Self.isKept(caseResult) {
            for entry in Self.entries(of: caseResult, on: Self.name(ofPage: number), in: result) {
                try entries.write(entry.json, to: output)
            }
        }
        try output(Array("\n]\n}}\n".utf8))
    }

    private static func isKept(_ result: CaseResult) -> Bool {
        !result.exchanges.isEmpty || result.attempts.contains { $0.exchange != nil }
    }

    /// The exchanges of each attempt, in the order of the attempts; of all but the one that is shown, one is kept.
    private static func entries(of result: CaseResult, on page: String, in run: RunResult) -> [HAREntry] {
        let shown = (result.shownAttempt, result)
        let attempts = [shown] + result.attempts.map { ($0.number, result.alone($0)) }
        return attempts.sorted { $0.0 < $1.0 }.flatMap { number, alone in
            var start = run.started.adding(alone.startedAfter)
            return alone.exchanges.enumerated().map { place, exchange in
                defer { start = start.adding(exchange.timings.total + (exchange.sentAgainAfter ?? .zero)) }
                return HAREntry(
                    exchange: exchange,
                    page: page,
                    started: start.later(.zero),
                    attempt: result.attempts.isEmpty ? nil : number,
                    problem: place == alone.exchanges.count - 1 ? alone.outcome.cause?.summary : nil
                )
            }
        }
    }

    private func page(_ result: CaseResult, _ number: Int, in run: RunResult) -> JSONFragment {
        var page = JSONMembers()
        page.add("startedDateTime", run.started.later(result.startedAfter).text)
        page.add("id", Self.name(ofPage: number))
        page.add("title", VisibleText.line(result.id))
        page.add("pageTimings", JSONMembers().object)
        page.add("_verdict", result.verdict.rawValue)
        return page.object
    }

    private static func name(ofPage number: Int) -> String { "case-\(number + 1)" }
}
