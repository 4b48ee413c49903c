import WireJSON

extension KnownFailureList {
    /// The most cases that one message names.
    private static let shownCases = 5

    /// Everything that is wrong with the list, in its order.
    ///
    /// What can be said of the list alone is always said; what cases show, of those that passed or failed in this run. An entry
    /// for another target is asked only whether it names a case and why.
    package func problems(in results: [CaseResult], of corpus: [CaseEntry]) -> [KnownFailureProblem] {
        problems(in: results) { entry in
            let named = corpus.count { entry.selects($0.id) }
            return named > 0 ? .cases(named) : .unmatched(unmatched(entry, corpus))
        }
    }

    /// What the corpus has of an entry's cases.
    enum Named {
        /// So many, at least one.
        case cases(Int)
        /// None, as this problem says.
        case unmatched(KnownFailureProblem)
    }

    /// The same, where `named` says what the corpus has of an entry's cases; it is asked once for each.
    func problems(in results: [CaseResult], _ named: (Entry) -> Named) -> [KnownFailureProblem] {
        guard !entries.isEmpty else { return [] }
        let judged = results.filter(\.showsKnownFailures)
        let excused = Set(judged.filter { isForeseen($0) }.map(\.id))
        return entries.flatMap { entry -> [KnownFailureProblem] in
            let count: Int
            switch named(entry) {
            case .unmatched(let problem): return [problem]
            case .cases(let number): count = number
            }
            var problems: [KnownFailureProblem] = []
            let missing = entry.failure.missingWords.map(\.key)
            if !missing.isEmpty { problems.append(Self.unexplained(missing, of: entry.failure, at: entry.position)) }
            guard entry.isOfTarget else { return problems }
            let own = judged.filter { entry.selects($0.id) }
            if !own.isEmpty, own.count == count, own.allSatisfy({ $0.outcome == .passed }) {
                return problems + [Self.stale(entry, own)]
            }
            if entry.isEnded { problems.append(Self.ended(entry)) }
            return problems + tooWide(entry, own) + wrongMessage(entry, own, excused)
        }
    }

    /// Whether any entry of this target says how a case fails, whatever its date and reason.
    private func isForeseen(_ result: CaseResult) -> Bool {
        result.outcome == .failed
            && entries.contains { $0.isOfTarget && $0.selects(result.id) && $0.foresees(result) }
    }

    private func unmatched(_ entry: Entry, _ corpus: [CaseEntry]) -> KnownFailureProblem {
        Self.unmatched(entry.failure.pattern, at: entry.position, ids: corpus.lazy.map(\.id))
    }

    /// An entry that names no case of the corpus; `ids` are those it may have meant.
    static func unmatched(_ pattern: String, at position: FilePosition, ids: some Sequence<String>)
        -> KnownFailureProblem
    {
        let near = ClosestName.of(pattern, among: ids).map { "; did you mean '\($0)'?" } ?? ""
        return KnownFailureProblem(
            kind: .unmatched,
            pattern: pattern,
            position: position,
            message: "no case is named by '\(pattern)'" + near,
            hint: "correct the entry or remove it; 'stytch-conformance list' names all cases"
        )
    }

    /// An entry whose reason or link, or both, as `keys` says, is still to be filled in.
    static func unexplained(
        _ keys: [String],
        of failure: KnownFailure,
        at position: FilePosition
    ) -> KnownFailureProblem {
        let names = keys.map { "'\($0)'" }.joined(separator: " and ")
        return KnownFailureProblem(
            kind: .unexplained,
            pattern: failure.pattern,
            position: position,
            message: "\(names) of the entry for '\(failure.pattern)' \(keys.count > 1 ? "are" : "is") not filled in",
            hint: "say why the case fails and link to where that is reported; until then the entry excuses nothing"
        )
    }

    private static func stale(_ entry: Entry, _ cases: [CaseResult]) -> KnownFailureProblem {
        if let problem = staleAtTimes(entry, cases) { return problem }
        let pattern = entry.failure.pattern
        let isOne = cases.count == 1 && cases[0].id.hasSameScalars(as: pattern)
        return KnownFailureProblem(
            kind: .stale,
            pattern: pattern,
            position: entry.position,
            message: isOne
                ? "'\(pattern)' passes now" : "all that '\(pattern)' names passes now: \(list(cases.map(\.id)))",
            hint: "remove the entry, or let 'run --update-known-failures' do it",
            cases: cases.map(\.id)
        )
    }

    /// An entry whose cases pass, of which some did not in every attempt; nil where all did.
    private static func staleAtTimes(_ entry: Entry, _ cases: [CaseResult]) -> KnownFailureProblem? {
        let flaky = cases.filter(\.isFlaky)
        guard let first = flaky.first else { return nil }
        let pattern = entry.failure.pattern
        let more = flaky.count > 1 ? " (and \(flaky.count - 1) more)" : ""
        return KnownFailureProblem(
            kind: .stale,
            pattern: pattern,
            position: entry.position,
            message:
                "'\(first.id)'\(more) passes at times: it passed in \(first.passedAttempts) of \(first.attemptCount) attempts",
            hint:
                "find out why; a case that fails at times is no known failure: remove the entry, '--retries' is for it",
            cases: cases.map(\.id)
        )
    }

    private static func ended(_ entry: Entry) -> KnownFailureProblem {
        KnownFailureProblem(
            kind: .ended,
            pattern: entry.failure.pattern,
            position: entry.position,
            message: "the entry for '\(entry.failure.pattern)' ended with \(entry.failure.until)",
            hint: "see to what it reports, or give it a later 'until'; until then the entry excuses nothing"
        )
    }

    private func tooWide(_ entry: Entry, _ own: [CaseResult]) -> [KnownFailureProblem] {
        let passed = own.filter { $0.outcome == .passed }.map(\.id)
        guard !passed.isEmpty else { return [] }
        return [
            KnownFailureProblem(
                kind: .tooWide,
                pattern: entry.failure.pattern,
                position: entry.position,
                message: "'\(entry.failure.pattern)' also names what passes: \(Self.list(passed))",
                hint: "name only the cases that fail, or let 'run --update-known-failures' do it",
                cases: passed
            )
        ]
    }

    /// Cases that fail in a way that no entry foresees; also where others foresee all of them, so that this one says nothing.
    private func wrongMessage(_ entry: Entry, _ own: [CaseResult], _ excused: Set<String>) -> [KnownFailureProblem] {
        let failed = own.filter { $0.outcome == .failed }
        let strangers = failed.filter { !excused.contains($0.id) }
        let wrong = strangers.isEmpty && !failed.contains(where: entry.foresees) ? failed : strangers
        guard let first = wrong.first else { return [] }
        let more = wrong.count > 1 ? " (and \(wrong.count - 1) more)" : ""
        let expected = JSONText.quoted(entry.failure.message)
        let actual = JSONText.quoted(ShownText.value(first.firstWords))
        return [
            KnownFailureProblem(
                kind: .wrongMessage,
                pattern: entry.failure.pattern,
                position: entry.position,
                message: "'\(first.id)'\(more) fails in another way: expected \(expected), got \(actual)",
                hint: "look into the new failure; where its cause is the one reported, correct 'message'",
                cases: wrong.map(\.id)
            )
        ]
    }

    private static func list(_ ids: [String]) -> String {
        let shown = ids.prefix(shownCases).map { "'\($0)'" }.joined(separator: ", ")
        return ids.count > shownCases ? "\(shown) and \(ids.count - shownCases) more" : shown
    }
}
