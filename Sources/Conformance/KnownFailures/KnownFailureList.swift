package import WireJSON

/// The known failures as one run asks them: those of its target, on its day.
package struct KnownFailureList: Sendable {
    /// An entry made ready to be asked of many cases.
    struct Entry: Sendable {
        var failure: KnownFailure
        var glob: Glob
        var position: FilePosition
        var isOfTarget: Bool
        var isEnded: Bool

        /// Whether it can excuse a case at all.
        var isInForce: Bool { isOfTarget && !isEnded && failure.missingWords.isEmpty }

        var mark: KnownFailureMark {
            KnownFailureMark(reason: failure.reason, link: failure.link, until: failure.until, position: position)
        }

        func selects(_ id: String) -> Bool { glob.selects(id) }

        /// Whether the entry says just this of a failed case.
        func foresees(_ result: CaseResult) -> Bool {
            result.firstWords.utf8.starts(with: failure.message.utf8)
        }
    }

    /// In the order of the file.
    let entries: [Entry]

    /// Makes a list.
    ///
    /// - Parameters:
    ///   - failures: What the file says.
    ///   - target: As `--target` names it.
    ///   - day: The day of the run in UTC, such as `2026-11-21`; an entry holds until the end of its last day.
    ///   - position: Where a place of the corpus stands.
    package init(
        _ failures: [KnownFailure],
        target: String,
        day: String,
        position: (SourceLocation) -> FilePosition
    ) {
        entries = failures.map { failure in
            Entry(
                failure: failure,
                glob: Glob(cases: failure.pattern),
                position: position(failure.location),
                isOfTarget: failure.holds(for: target),
                // Days of four, two and two digits sort as their bytes do.
                isEnded: failure.until.utf8.lexicographicallyPrecedes(day.utf8)
            )
        }
    }

    /// What the list makes of a case: of several entries the first that foresees its failure counts.
    package func allowance(for result: CaseResult) -> Allowance? {
        guard !entries.isEmpty else { return nil }
        switch result.outcome {
        case .passed:
            return entries.first { $0.isInForce && $0.selects(result.id) }.map { .contradicted($0.mark) }
        case .failed:
            return entries.first { $0.isInForce && $0.selects(result.id) && $0.foresees(result) }
                .map { .excused($0.mark) }
        case .errored, .skipped, .notRun:
            return nil
        }
    }

    /// What is to be said to a case that could not be judged, where an entry names it; nil where none does.
    package func remark(on result: CaseResult) -> String? {
        guard case .errored = result.outcome else { return nil }
        guard let entry = entries.first(where: { $0.isInForce && $0.selects(result.id) }) else { return nil }
        return "\(entry.position) names it as a known failure, which excuses no case that could not be judged"
    }
}

extension CaseResult {
    /// The words of the first finding, which an entry's `message` must begin.
    package var firstWords: String { findings.first?.summary ?? "" }

    /// Whether it says anything of the list of known failures: it passed or failed, and not now this and now that.
    var showsKnownFailures: Bool {
        outcome == .failed || outcome == .passed && verdict != .flaky
    }
}

extension Timestamp {
    /// The day in UTC, such as `2026-11-21`.
    package var day: String {
        String(Timestamp(secondsSince1970: secondsSince1970).text.prefix(10))
    }
}
