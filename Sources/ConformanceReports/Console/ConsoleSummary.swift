package import Conformance
import WireJSON

/// What is written when a run is over: failures with their evidence, skips by reason, drift, and the closing lines.
///
/// No line begins with text of a case file or a server, and none holds what a build server obeys (see `LogText`).
package struct ConsoleSummary: Sendable {
    /// Where things are, as they are to be shown.
    package struct Closing: Sendable, Hashable {
        /// Files that were written.
        package var reports: [String]
        /// The command of this run without its selection: what repeats it, `--filter` for each case put behind.
        package var command: String
        /// What goes behind it where the selection alone selects more than was run: shard and earlier run, quoted for a shell.
        package var part: String
        /// In which order the cases began.
        package var order: RunOrder
        /// Whether connections are told of.
        package var showsConnections: Bool

        package init(
            reports: [String] = [],
            command: String = "stytch-conformance run",
            part: String = "",
            order: RunOrder = .corpus,
            showsConnections: Bool = false
        ) {
            self.reports = reports
            self.command = command
            self.part = part
            self.order = order
            self.showsConnections = showsConnections
        }
    }

    /// The most cases that are shown with their evidence; the reports hold the rest.
    package static let shownCases = 50
    /// The most cases beyond these that are named, one a line.
    package static let namedCases = 450

    package var style: ConsoleStyle
    /// Whether a case that did not pass shows a curl command for each of its exchanges.
    package var showsCommands: Bool

    package init(style: ConsoleStyle, showsCommands: Bool = false) {
        self.style = style
        self.showsCommands = showsCommands
    }

    /// The cases that did not pass, the skips and the drift; empty where there is nothing of these.
    package func details(_ result: RunResult) -> String {
        var blocks: [String] = []
        let notable = result.notableCases
        var broken = notable.filter { [.failed, .errored].contains($0.verdict) }
        if let words = result.refusalWords {
            let refused = broken.filter(\.isRefusedSetUp)
            blocks.append(style.paint(words, .bad) + "\n")
            // One of them says what all say.
            broken = refused.prefix(1) + broken.filter { !$0.isRefusedSetUp }
            if refused.count > 1 {
                blocks.append(
                    "\(Quantity.counted(refused.count, "case")) could not be set up for it; the first is shown\n"
                )
            }
        }
        blocks += sharedReasons(of: broken)
        blocks += broken.prefix(Self.shownCases).map {
            CaseBlock(result: $0, style: style, showsCommands: showsCommands, since: result.sinceWords($0)).text
        }
        let others = broken.dropFirst(Self.shownCases)
        if !others.isEmpty {
            let named = others.prefix(Self.namedCases).map { CaseLine.text($0, style: style) + "\n" }.joined()
            let more = others.count - Self.namedCases
            blocks.append(named + (more > 0 ? "… \(Quantity.counted(more, "more case")) in the reports\n" : ""))
        }
        blocks += flakyCases(in: notable)
        blocks += groups(of: notable)
        blocks += listProblems(in: result)
        blocks += drift(in: notable)
        return blocks.isEmpty ? "" : LogText.disarmed("\n" + blocks.joined(separator: "\n") + "\n")
    }

    /// Where the run went, how long it took, where the reports are, how to repeat the failures; the counts come last.
    package func closing(_ result: RunResult, _ closing: Closing) -> String {
        var lines: [String] = []
        let place = result.target.utf8.elementsEqual(result.baseURL.utf8) ? "" : " (\(result.baseURL))"
        let cases = Quantity.counted(result.cases.count, "case")
        let time = Quantity.duration(result.duration)
        lines.append(VisibleText.line("\(cases) against \(result.target)\(place) in \(time)"))
        if result.hasBuiltInCases { lines.append("cases: built into the program; --cases names a folder") }
        if let record = result.shard {
            let planned = Quantity.counted(record.plannedCount, "case")
            lines.append(
                "shard \(record.shard) of \(planned); 'stytch-conformance merge' makes one report of all shards"
            )
        }
        if let words = result.interruptionWords { lines.append(style.paint(VisibleText.line(words), .warning)) }
        if let leftovers = result.leftoverWords { lines.append(style.paint(leftovers, .warning)) }
        if let words = result.clockWords { lines.append("the target's clock is \(words)") }
        if case .shuffled(let seed) = closing.order {
            lines.append("order: shuffled, again with --shuffle-seed \(seed)")
        }
        if closing.showsConnections { lines.append(connections(result.transfers)) }
        if let coverage = result.coverage {
            lines.append("requirements: \(coverage.words)")
        }
        if let words = result.failingWords { lines.append("failing: \(words)") }
        if !closing.reports.isEmpty {
            lines.append("reports: " + VisibleText.line(closing.reports.joined(separator: ", ")))
        }
        let repeating = RepeatCommand(
            prefix: closing.command,
            result: result,
            part: closing.part
        )
        if let words = result.mockWords, hasShownCommands(result) { lines.append("curl:    \(words)") }
        if let command = repeating.text { lines.append("again:   " + command) }
        if let line = ExplainLine(result: result).text { lines.append(line) }
        lines.append(countLine(result.counts, failsOnFlaky: result.failsOnFlaky))
        return LogText.disarmed(lines.joined(separator: "\n") + "\n")
    }

    /// Whether a curl command stands on the console: of what did not pass, or wherever they are asked for.
    private func hasShownCommands(_ result: RunResult) -> Bool {
        showsCommands
            || result.notableCases.contains { [.failed, .errored].contains($0.verdict) && $0.decidingExchange != nil }
    }

    /// `812 requests: 16 new connections, 796 answers over a kept one; HTTP/1.1 812 times`.
    private func connections(_ totals: TransferTotals) -> String {
        let versions = totals.httpVersions.sorted { $0.key < $1.key }.map { version, count in
            "\(VisibleText.line(version)) \(count == 1 ? "once" : "\(Quantity.grouped(count)) times")"
        }
        let requests = Quantity.counted(totals.requests, "request")
        let opened = Quantity.counted(totals.newConnections, "new connection")
        let kept = "\(Quantity.counted(totals.reusedConnections, "answer")) over a kept one"
        return (["\(requests): \(opened), \(kept)"] + versions).joined(separator: "; ")
    }

    /// `41 passed, 0 failed, 2 skipped`, and the other verdicts where there are any.
    func countLine(_ counts: Counts, failsOnFlaky: Bool = false) -> String {
        var parts = [
            style.paint("\(counts.passed) passed", counts.passed > 0 ? .good : .quiet),
            style.paint("\(counts.failed) failed", counts.failed > 0 ? .bad : .quiet),
        ]
        if counts.flaky > 0 {
            let reason = failsOnFlaky ? " (a failure by --fail-on-flaky)" : ""
            parts.append(style.paint("\(counts.flaky) flaky\(reason)", failsOnFlaky ? .bad : .warning))
        }
        if counts.errored > 0 { parts.append(style.paint("\(counts.errored) errored", .bad)) }
        if counts.unexpectedPasses > 0 {
            parts.append(style.paint(Quantity.counted(counts.unexpectedPasses, "unexpected pass", "es"), .bad))
        }
        if counts.knownFailures > 0 {
            parts.append(style.paint(Quantity.counted(counts.knownFailures, "known failure"), .warning))
        }
        parts.append(style.paint("\(counts.skipped) skipped", counts.skipped > 0 ? .warning : .quiet))
        if counts.notRun > 0 { parts.append(style.paint("\(counts.notRun) not run", .warning)) }
        return parts.joined(separator: ", ")
    }

    /// Why many cases did not pass, before each of them says so again.
    private func sharedReasons(of broken: [CaseResult]) -> [String] {
        let shared = BrokenReasons(broken).shared
        guard !shared.isEmpty else { return [] }
        let lines = shared.map { _, reason in
            "  \(Quantity.grouped(reason.cases)) × \(CutText.ellipsis(VisibleText.line(reason.words), bytes: 300))\n"
        }
        return [style.paint("reasons that cases share", .bad) + "\n" + lines.joined()]
    }

    /// The cases that passed in one attempt and did not in another, with what went wrong in each.
    private func flakyCases(in cases: [CaseResult]) -> [String] {
        let flaky = cases.filter { $0.verdict == .flaky }
        guard !flaky.isEmpty else { return [] }
        var text = style.paint("flaky", .warning) + "\n"
        for result in flaky.prefix(Self.shownCases) {
            text += "  \(VisibleText.line(result.id)): \(AttemptLines.count(result) ?? "")\n"
            text += AttemptLines.texts(result).map { "      \($0)\n" }.joined()
        }
        if flaky.count > Self.shownCases {
            text += "  … \(Quantity.counted(flaky.count - Self.shownCases, "more case")) in the reports\n"
        }
        return [text]
    }

    private func groups(of cases: [CaseResult]) -> [String] {
        let known = ReasonGroups { if case .excused(let mark) = $0.allowance { mark.words } else { nil } }
        let skipped = ReasonGroups { if case .skipped(let reason) = $0.outcome { reason } else { nil } }
        let notRun = ReasonGroups { if case .notRun(let reason) = $0.outcome { reason } else { nil } }
        return [("known failures", known), ("skipped", skipped), ("not run", notRun)].compactMap { title, groups in
            groups.text(cases).map { style.paint(title, .warning) + "\n" + $0 }
        }
    }

    private func listProblems(in result: RunResult) -> [String] {
        guard !result.knownFailureProblems.isEmpty else { return [] }
        let lines = result.knownFailureProblems.map { problem in
            "  \(VisibleText.line("\(problem.position): \(problem.message)"))\n"
                + "    hint: \(VisibleText.line(problem.hint))\n"
        }
        return [style.paint("wrong in the list of known failures", .bad) + "\n" + lines.joined()]
    }

    private func drift(in cases: [CaseResult]) -> [String] {
        let groups = NoteGroups(cases).all
        guard !groups.isEmpty else { return [] }
        let lines = groups.prefix(20).map { group in
            "  \(CutText.ellipsis(VisibleText.line(group.words), bytes: 300)) — \(Quantity.grouped(group.count))×\n"
        }
        let more = groups.count > 20 ? "  … \(groups.count - 20) more in results.json\n" : ""
        return [style.paint("noted, without failing a case", .warning) + "\n" + lines.joined() + more]
    }
}

/// Cases that share a reason, under that reason.
struct ReasonGroups {
    /// The most ids named under one reason.
    static let shownIDs = 5

    var reason: (CaseResult) -> String?

    init(_ reason: @escaping (CaseResult) -> String?) {
        self.reason = reason
    }

    /// The groups in the order of their first case, or nil where there is none.
    func text(_ cases: [CaseResult]) -> String? {
        var order: [String] = []
        var members: [String: [String]] = [:]
        for result in cases {
            guard let reason = reason(result) else { continue }
            if members[reason] == nil { order.append(reason) }
            members[reason, default: []].append(result.id)
        }
        guard !order.isEmpty else { return nil }
        return order.map { group($0, members[$0] ?? []) }.joined()
    }

    private func group(_ reason: String, _ ids: [String]) -> String {
        var text = "  \(ids.count) × \(VisibleText.line(reason))\n"
        for id in ids.prefix(Self.shownIDs) {
            text += "      \(VisibleText.line(id))\n"
        }
        if ids.count > Self.shownIDs {
            text += "      … \(ids.count - Self.shownIDs) more\n"
        }
        return text
    }
}
