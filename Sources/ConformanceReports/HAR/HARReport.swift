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
        for (number, caseResult) in result.cases.enumerated() where !caseResult.exchanges.isEmpty {
            try pages.write(page(caseResult, number, in: result), to: output)
        }
        try output(Array("\n],\n\"entries\": [".utf8))
        var entries = ListWriter()
        for (number, caseResult) in result.cases.enumerated() where !caseResult.exchanges.isEmpty {
            var start = result.started.adding(caseResult.startedAfter)
            for (place, exchange) in caseResult.exchanges.enumerated() {
                let problem = place == caseResult.exchanges.count - 1 ? Self.problem(of: caseResult) : nil
                let entry = HAREntry(
                    exchange: exchange,
                    page: Self.name(ofPage: number),
                    started: start.later(.zero),
                    problem: problem
                )
                try entries.write(entry.json, to: output)
                start = start.adding(exchange.timings.total + (exchange.sentAgainAfter ?? .zero))
            }
        }
        try output(Array("\n]\n}}\n".utf8))
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

    private static func problem(of result: CaseResult) -> String? {
        if case .errored(let cause) = result.outcome { cause.summary } else { nil }
    }
}
