/// One attempt at a case that was repeated, beside the attempt that its result shows.
///
/// Everything in it is redacted already.
package struct CaseAttempt: Sendable, Hashable {
    /// Counted from 1 over all attempts at the case, in the order in which they began.
    package var number: Int
    /// Passed, failed or errored; what was cut short counts as no attempt.
    package var outcome: Outcome
    package var findings: [Finding]
    /// From the first step's start to the last one's end.
    package var duration: Duration
    /// From the run's start to the attempt's.
    package var startedAfter: Duration
    /// The one that explains the outcome, where the run kept any.
    package var exchange: ExchangeRecord?

    package init(
        number: Int,
        outcome: Outcome,
        findings: [Finding] = [],
        duration: Duration = .zero,
        startedAfter: Duration = .zero,
        exchange: ExchangeRecord? = nil
    ) {
        self.number = number
        self.outcome = outcome
        self.findings = findings
        self.duration = duration
        self.startedAfter = startedAfter
        self.exchange = exchange
    }

    /// What is kept of a result that another attempt at the same case is shown for.
    package init(_ result: CaseResult, number: Int) {
        self.init(
            number: number,
            outcome: result.outcome,
            findings: result.findings,
            duration: result.duration,
            startedAfter: result.startedAfter,
            exchange: result.decidingExchange
        )
    }

    /// The attempt's own verdict, by its outcome alone.
    package var verdict: Verdict { Verdict(outcome) }
}

extension CaseResult {
    /// How many attempts there were, the one that is shown among them.
    package var attemptCount: Int { attempts.count + 1 }

    /// The number of the attempt that is shown: the one that `attempts` lacks.
    package var shownAttempt: Int {
        let number = attempts.enumerated().first { $0.element.number != $0.offset + 1 }
        return number.map { $0.offset + 1 } ?? attemptCount
    }

    /// How many attempts passed, the one that is shown among them.
    package var passedAttempts: Int {
        attempts.count { $0.outcome == .passed } + (outcome == .passed ? 1 : 0)
    }

    /// Whether it passed, though another attempt did not.
    package var isFlaky: Bool {
        outcome == .passed && attempts.contains { $0.outcome != .passed }
    }

    /// The case as if one of its other attempts were the only one, for what shows a result.
    package func alone(_ attempt: CaseAttempt) -> CaseResult {
        var copy = self
        copy.outcome = attempt.outcome
        copy.findings = attempt.findings
        copy.notes = []
        copy.duration = attempt.duration
        copy.startedAfter = attempt.startedAfter
        copy.exchanges = attempt.exchange.map { [$0] } ?? []
        copy.allowance = nil
        copy.attempts = []
        copy.failingSince = nil
        return copy
    }

    /// The exchange that explains the outcome: the last of the first finding's step, else of the steps before it; without a finding
    /// the last of all.
    package var decidingExchange: ExchangeRecord? {
        guard let step = findings.first?.step else { return exchanges.last }
        return exchanges.last { $0.step <= step }
    }
}
