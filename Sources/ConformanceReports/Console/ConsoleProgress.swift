package import Conformance
import WireJSON

/// What is written while a run goes on: one rewritten line on a terminal, plain lines elsewhere.
///
/// A value; it writes nothing itself.
package struct ConsoleProgress: Sendable {
    private let style: ConsoleStyle
    private let isVerbose: Bool
    private let showsCommands: Bool
    private let total: Int
    private var done = 0
    private var failed = 0
    private var errored = 0
    private var nextTenth: Int
    private var hasToldTrouble = false

    /// Begins with nothing done of `total` cases; `showsCommands` gives each exchange of a verbose run its curl command.
    package init(style: ConsoleStyle, total: Int, isVerbose: Bool = false, showsCommands: Bool = false) {
        self.style = style
        self.showsCommands = showsCommands
        self.total = total
        self.isVerbose = isVerbose
        nextTenth = 1
    }

    /// What to write when a case has ended.
    package mutating func text(after result: CaseResult) -> String {
        done += 1
        switch result.verdict {
        case .failed: failed += 1
        case .errored: errored += 1
        case .passed, .flaky, .skipped, .notRun, .knownFailure, .unexpectedPass: break
        }
        let lines = LogText.disarmed(permanentLines(for: result))
        guard let width = style.width else { return lines + milestone() }
        return clearing(lines) + liveLine(result.id, width: width)
    }

    /// What to write when the run is over: nothing is left of the live line.
    package func textAtEnd() -> String {
        style.width != nil && done > 0 ? "\r\u{1B}[2K" : ""
    }

    private func clearing(_ lines: String) -> String {
        "\r\u{1B}[2K" + lines
    }

    private func permanentLines(for result: CaseResult) -> String {
        let verdict = result.verdict
        // A log is read from its end, where each case that did not pass stands whole; on a terminal somebody waits.
        let isTold = style.width != nil && [.failed, .errored, .flaky].contains(verdict)
        guard isVerbose || isTold else { return "" }
        var lines = [CaseLine.text(result, style: style)]
        if isVerbose {
            // Those of a case that did not pass come at the end, with its findings.
            let showsCommands = showsCommands && verdict != .failed && verdict != .errored
            for exchange in result.exchanges {
                let shown =
                    showsCommands ? ExchangeLine.withCommand(exchange, style: style) : [ExchangeLine.text(exchange)]
                lines += shown.map { "         " + $0 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// In a log: a sign of life at each tenth of a long run, and when the first case fails.
    private mutating func milestone() -> String {
        let isFirstTrouble = !isVerbose && !hasToldTrouble && failed + errored > 0
        let isTenth = total >= 1_000 && done * 10 >= nextTenth * total
        guard isFirstTrouble || isTenth, done < total else { return "" }
        if isTenth { nextTenth = done * 10 / total + 1 }
        hasToldTrouble = hasToldTrouble || isFirstTrouble
        return "\(done) of \(Quantity.counted(total, "case"))\(trouble)\n"
    }

    private func liveLine(_ id: String, width: Int) -> String {
        let counter = "[\(done)/\(total)]\(trouble)"
        return String("\(counter) \(VisibleText.line(id))".prefix(max(width - 1, 1)))
    }

    private var trouble: String {
        (failed > 0 ? ", \(failed) failed" : "") + (errored > 0 ? ", \(errored) errored" : "")
    }
}

/// A case in one line: `FAILED   sessions/get/unknown-session (12 ms)`.
enum CaseLine {
    static func text(_ result: CaseResult, style: ConsoleStyle) -> String {
        let id = VisibleText.line(result.id)
        let time = style.paint("(\(Quantity.duration(result.duration)))", .quiet)
        switch result.allowance {
        case .excused(let mark):
            return "\(style.paint("known", .warning))    \(id) \(time): \(VisibleText.line(mark.words))"
        case .contradicted: return "\(style.paint("PASSED", .bad))   \(id) \(time), though it is known to fail"
        case nil: break
        }
        if result.isFlaky, let count = AttemptLines.count(result) {
            return "\(style.paint("flaky", .warning))    \(id) \(time): \(count)"
        }
        return switch result.outcome {
        case .passed: "\(style.paint("passed", .good))   \(id) \(time)"
        case .failed: "\(style.paint("FAILED", .bad))   \(id) \(time)"
        case .errored: "\(style.paint("ERROR", .bad))    \(id) \(time)"
        case .skipped(let reason): "\(style.paint("skipped", .warning))  \(id): \(VisibleText.line(reason))"
        case .notRun(let reason): "\(style.paint("not run", .warning))  \(id): \(VisibleText.line(reason))"
        }
    }
}
