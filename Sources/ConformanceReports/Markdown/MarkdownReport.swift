import Conformance
import WireJSON

/// A run as GitHub-flavoured Markdown: the verdict in a sentence, the counts, each failure, and what else a reader wants to know.
///
/// It stays below a limit in bytes, as GitHub drops a summary that is larger; whole failures are left out, and it says how many.
struct MarkdownReport {
    /// The most bytes of a summary: below the 1 MiB at which GitHub drops it.
    static let limit = 900 * 1024
    /// The most bytes of each part but the failures.
    static let partLimit = 32 * 1024
    /// The fewest bytes in which a summary says anything of use.
    static let fewest = 8 * 1024

    /// The most cases that are shown of those that share a reason.
    static let shownOfReason = 5

    var context: ReportContext

    /// The whole text, in UTF-8 at most so many bytes long; of fewer than `fewest` it keeps the head alone.
    func text(_ result: RunResult, limit: Int = Self.limit) -> String {
        let head = MarkdownHead(context: context).text(result)
        let parts = MarkdownParts(context: context).texts(result)
        let broken = result.cases.filter { [.failed, .errored].contains($0.verdict) }
        // Kept for the line that tells how many were left out.
        var room = limit - head.utf8.count - 300
        var tail = ""
        for part in parts where part.utf8.count < room {
            tail += part
            room -= part.utf8.count
        }
        let reasons = BrokenReasons(broken)
        let shared = Self.list(of: reasons)
        room -= shared.utf8.count
        let failures = failures(of: result, broken, reasons, room: room)
        let title = broken.isEmpty ? "" : "\n### What did not pass\n"
        return head + title + shared + failures + tail
    }

    /// Each case until there is no room left; of those that share a reason the first alone.
    private func failures(
        of run: RunResult,
        _ broken: [CaseResult],
        _ reasons: BrokenReasons,
        room: Int
    ) -> String {
        var room = room
        var text = ""
        var shown = 0
        var alike = 0
        var timesShown: [Int: Int] = [:]
        for result in broken {
            let reason = reasons.number(of: result) ?? 0
            guard timesShown[reason, default: 0] < Self.shownOfReason else {
                alike += 1
                continue
            }
            let since = run.sinceWords(result)
            let failure = MarkdownFailure(result: result, sources: context.sources, since: since).text
            guard failure.utf8.count < room else { break }
            text += failure
            room -= failure.utf8.count
            shown += 1
            timesShown[reason, default: 0] += 1
        }
        let left = broken.count - shown - alike
        if alike > 0 {
            let rest = Quantity.counted(alike, "more case")
            text += "\n_\(rest) did not pass for a reason that is told above; `results.json` has them all._\n"
        }
        if left > 0 {
            let rest = Quantity.counted(left, "more case")
            text += "\n_\(rest) that did not pass would not fit in here; `results.json` has them all._\n"
        }
        return text
    }

    /// The reasons that many cases share, a line each; empty where there are none.
    private static func list(of reasons: BrokenReasons) -> String {
        let lines = reasons.shared.map { _, reason in
            let words = MarkdownText.inline(CutText.ellipsis(VisibleText.line(reason.words), bytes: 300))
            return "- \(Quantity.grouped(reason.cases)) × \(words)\n"
        }
        return lines.isEmpty ? "" : "\n" + lines.joined()
    }
}

/// The verdict, the counts, and where and when it was.
struct MarkdownHead {
    var context: ReportContext

    func text(_ result: RunResult) -> String {
        var lines = ["## " + RunSentence.text(result), ""]
        if let reason = result.interruption { lines += ["**Stopped early:** \(MarkdownText.inline(reason))", ""] }
        if let words = result.failingWords { lines += ["**Failing:** \(words)", ""] }
        let cells = Self.cells(result.counts)
        lines += [
            Self.row(cells.map(\.0)), Self.row(cells.map { _ in "---:" }),
            Self.row(cells.map { Quantity.grouped($0.1) }), "",
        ]
        var facts = ["Target \(MarkdownText.code(result.target))"]
        if !result.target.utf8.elementsEqual(result.baseURL.utf8) { facts.append(MarkdownText.code(result.baseURL)) }
        facts += [
            "begun \(result.started.later(.zero).text)", "took \(Quantity.duration(result.duration))",
            "stytch-conformance \(context.program)",
        ]
        if let coverage = result.coverage { facts.append("requirements: \(coverage.words)") }
        if let words = AnsweredModel.words(of: result.models) { facts.append("models: \(words) was seen") }
        lines.append(facts.joined(separator: ", ") + ".")
        if let command = RepeatCommand(prefix: context.command, result: result, part: context.part).text {
            lines += ["", "Again:", "", MarkdownText.block(command, language: "sh")]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Each count with its verdict; the usual ones always, the others where there are any.
    private static func cells(_ counts: Counts) -> [(String, Int)] {
        [
            ("passed", counts.passed, true), ("flaky", counts.flaky, false), ("failed", counts.failed, true),
            ("errored", counts.errored, true),
            ("unexpected pass", counts.unexpectedPasses, false), ("known failure", counts.knownFailures, false),
            ("skipped", counts.skipped, true), ("not run", counts.notRun, false),
        ].filter { $0.2 || $0.1 > 0 }.map { ($0.0, $0.1) }
    }

    /// A line of a table.
    static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}

/// What came of a run in one sentence: `3 of 120 cases did not end as expected`.
enum RunSentence {
    static func text(_ result: RunResult) -> String {
        let broken = result.cases.count { $0.verdict.isUnexpected }
        let problems = result.knownFailureProblems.count
        let all = Quantity.counted(result.cases.count, "case")
        let flaky = flakyWords(result)
        guard broken == 0 else {
            return "\(Quantity.grouped(broken)) of \(all) did not end as expected" + (flaky.map { ", and \($0)" } ?? "")
        }
        guard problems == 0 else {
            return "\(all) as expected, but \(Quantity.counted(problems, "mistake")) in the list of known failures"
                + (flaky.map { ", and \($0)" } ?? "")
        }
        return "\(all) ended as expected" + (flaky.map { ", but \($0)" } ?? "")
    }

    /// That flaky cases fail the run; nil where they do not, or there are none.
    private static func flakyWords(_ result: RunResult) -> String? {
        guard result.failsOnFlaky else { return nil }
        let count = result.cases.count { $0.verdict == .flaky }
        guard count > 0 else { return nil }
        return "\(Quantity.grouped(count)) \(count == 1 ? "was" : "were") flaky, which --fail-on-flaky makes a failure"
    }
}
