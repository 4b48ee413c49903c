import Conformance
import WireJSON

/// What a repeated case came to in its other attempts, in words.
enum AttemptLines {
    /// The most attempts shown; the reports hold the rest.
    static let shown = 5

    /// `passed in 1 of 3 attempts`; nil where there was but one.
    static func count(_ result: CaseResult) -> String? {
        guard !result.attempts.isEmpty else { return nil }
        return "passed in \(result.passedAttempts) of \(Quantity.counted(result.attemptCount, "attempt"))"
    }

    /// A line for each attempt that did not pass: `attempt 1 failed: status: expected 200, got 500`.
    static func texts(_ result: CaseResult) -> [String] {
        let broken = result.attempts.filter { $0.outcome != .passed }
        let lines = broken.prefix(shown).map { attempt in
            VisibleText.line("attempt \(attempt.number) \(words(of: attempt))")
        }
        let more = broken.count - lines.count
        return lines + (more > 0 ? ["… \(Quantity.counted(more, "more attempt")) in the reports"] : [])
    }

    private static func words(of attempt: CaseAttempt) -> String {
        switch attempt.outcome {
        case .passed: return "passed"
        case .failed:
            let more = attempt.findings.count > 1 ? " (+\(attempt.findings.count - 1) more)" : ""
            let first = attempt.findings.first?.summary ?? "without a finding"
            return "failed: \(CutText.ellipsis(first, bytes: 500))\(more)"
        case .errored(let cause): return "errored: \(CutText.ellipsis(cause.summary, bytes: 500))"
        case .skipped(let reason): return "was skipped: \(reason)"
        case .notRun(let reason): return "did not run: \(reason)"
        }
    }
}
