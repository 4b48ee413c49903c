import Conformance

/// The attempts of a case that was repeated, as Surefire writes them: readers that do not know the elements see the verdict.
extension JUnitReport {
    /// The most attempts that have an element; `results.json` holds the rest.
    static let shownAttempts = 10
    /// The most bytes of the text of one attempt beside the one that counts.
    private static let attemptLimit = 8 * 1024

    /// The elements of a case around the one that holds its verdict, in the order that Surefire's schema asks for.
    ///
    /// A flaky case has `flakyFailure` and `flakyError`; one that did not pass at all, or is a failure because it is flaky,
    /// `rerunFailure` and `rerunError`.
    func children(of result: CaseResult, verdict: String?) -> [String] {
        let word: String
        switch result.verdict {
        case .flaky: word = verdict == nil ? "flaky" : "rerun"
        case .failed, .errored: word = "rerun"
        case .passed, .skipped, .notRun, .knownFailure, .unexpectedPass: return verdict.map { [$0] } ?? []
        }
        let broken = result.attempts.filter { $0.outcome != .passed }
        let left = broken.count - Self.shownAttempts
        var failures: [String] = []
        var errors: [String] = []
        for (place, attempt) in broken.prefix(Self.shownAttempts).enumerated() {
            let isLast = place == Self.shownAttempts - 1
            let more = isLast && left > 0 ? ", … \(Quantity.counted(left, "more attempt")) in results.json" : ""
            let alone = result.alone(attempt)
            if case .errored = attempt.outcome {
                errors.append(element("\(word)Error", alone, attempt, result.attemptCount, more))
            } else {
                failures.append(element("\(word)Failure", alone, attempt, result.attemptCount, more))
            }
        }
        guard let verdict else { return failures + errors }
        let isError = result.verdict == .errored
        return isError ? failures + [verdict] + errors : [verdict] + failures + errors
    }

    /// The failure of a case that is flaky, where that fails the run.
    func flakyFailure(_ result: CaseResult) -> String {
        let words = oneLine(result.flakyFailureWords)
        let attributes = attributeText([("type", "flaky"), ("message", words)])
        return "<failure\(attributes)>\(XMLText.content(AttachmentMarkers.disarmed(words)))</failure>"
    }

    private func element(
        _ name: String,
        _ alone: CaseResult,
        _ attempt: CaseAttempt,
        _ count: Int,
        _ more: String
    ) -> String {
        let start = "<\(name)\(attributeText([("type", type(of: alone)), ("message", message(of: alone))]))>"
        let text = JUnitEvidence(result: alone, command: command, mostBytes: Self.attemptLimit).text
        let content = XMLText.content("attempt \(attempt.number) of \(count)\(more)\n\(text)")
        return "\(start)<stackTrace>\(content)</stackTrace></\(name)>"
    }
}
