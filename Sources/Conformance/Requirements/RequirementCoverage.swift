/// What a run shows of each statement of the contract.
package struct RequirementCoverage: Sendable, Hashable {
    /// What is known of one statement.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// Something that covers it passed, having asked the target unless the statement is an offline one; nothing failed.
        case passed
        /// A case that covers it failed, known or not, or an answer broke a rule that covers it.
        case failed
        /// Nothing that covers it was judged: left out, skipped, errored or not run.
        case notRun = "not-run"
    }

    /// A statement and what is known of it.
    package struct Statement: Sendable, Hashable {
        package var id: String
        package var verdict: Verdict
        /// How many of the run's cases name it.
        package var cases: Int

        package init(id: String, verdict: Verdict, cases: Int) {
            self.id = id
            self.verdict = verdict
            self.cases = cases
        }
    }

    /// In the order of `requirements.json`.
    package var statements: [Statement]

    package init(statements: [Statement]) {
        self.statements = statements
    }

    /// Nil where the corpus lists no statements.
    package init?(_ matrix: RequirementMatrix, in results: [CaseResult]) {
        guard !matrix.rows.isEmpty else { return nil }
        var tallies: [String: Tally] = [:]
        var hasAnswers = false
        for result in results {
            let isJudged = result.outcome == .passed || result.outcome == .failed
            hasAnswers = hasAnswers || isJudged && result.exchangeCount > 0
            let hasAsked = result.exchangeCount > 0
            for id in Set(result.requirements) { tallies[id, default: Tally()].add(result.outcome, hasAsked: hasAsked) }
            guard isJudged else { continue }
            for id in result.findings.flatMap(\.requirements) { tallies[id, default: Tally()].hasFailed = true }
        }
        statements = matrix.rows.map { row in
            let id = row.requirement.id
            var tally = tallies[id] ?? Tally()
            // What holds of any answer was tried with each; of which kind an answer is, only its own cases say.
            if hasAnswers, row.rules.contains("any") { tally.hasPassed = true }
            if row.requirement.isOffline, tally.hasPassedUnasked { tally.hasPassed = true }
            return Statement(id: id, verdict: tally.verdict, cases: tally.cases)
        }
    }

    package func count(_ verdict: Verdict) -> Int {
        statements.count { $0.verdict == verdict }
    }

    /// What the cases of one statement came to.
    private struct Tally {
        var cases = 0
        var hasPassed = false
        /// Whether a case passed that asked nobody: a stored answer.
        var hasPassedUnasked = false
        var hasFailed = false

        mutating func add(_ outcome: Outcome, hasAsked: Bool) {
            cases += 1
            if outcome == .passed {
                if hasAsked { hasPassed = true } else { hasPassedUnasked = true }
            }
            if outcome == .failed { hasFailed = true }
        }

        var verdict: Verdict { hasFailed ? .failed : hasPassed ? .passed : .notRun }
    }
}
