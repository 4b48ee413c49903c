package import WireJSON

/// What a whole run came to; every report is a function of it.
package struct RunResult: Sendable {
    /// `mock`, `test`, `live` or the address.
    package var target: String
    package var baseURL: String
    package var runID: String
    package var started: Timestamp
    package var duration: Duration
    /// In corpus order, whatever the order of completion.
    package var cases: [CaseResult]
    /// SIGINT, SIGTERM or fail-fast, in words; nil for a whole run.
    package var interruption: String?
    /// How far the target's clock was found from the host's; zero where within 2 s.
    package var clockOffset: Duration
    package var transfers: TransferTotals
    /// Whether the cases were those built into the program, not those of a folder.
    package var hasBuiltInCases = false
    /// Which cases were asked for.
    package var selection: Selection
    /// Which part of a run it is; nil for a whole one.
    package var shard: ShardRecord?
    /// In which order they began.
    package var order: RunOrder
    /// How long the answers of each operation took, by its name.
    package var times: [OperationTimes]
    /// What answers looked like, by the name of their operation and their statuses.
    package var answers: [ObservedAnswers]
    /// How much of the answers' models these held, by their names.
    package var models: [AnsweredModel]
    /// Whether a flaky case fails the run, as `--fail-on-flaky` says.
    package var failsOnFlaky = false
    /// What is wrong with the list of known failures, in its order.
    package var knownFailureProblems: [KnownFailureProblem]
    /// What the run shows of each statement of the contract; nil where the corpus lists none.
    package var coverage: RequirementCoverage?

    package init(
        target: String,
        baseURL: String,
        runID: String,
        started: Timestamp,
        duration: Duration,
        cases: [CaseResult],
        interruption: String? = nil,
        clockOffset: Duration = .zero,
        transfers: TransferTotals = TransferTotals(),
        selection: Selection = Selection(),
        shard: ShardRecord? = nil,
        order: RunOrder = .corpus,
        times: [OperationTimes] = [],
        answers: [ObservedAnswers] = [],
        models: [AnsweredModel] = [],
        knownFailureProblems: [KnownFailureProblem] = [],
        coverage: RequirementCoverage? = nil
    ) {
        self.target = target
        self.baseURL = baseURL
        self.runID = runID
        self.started = started
        self.duration = duration
        self.cases = cases
        self.interruption = interruption
        self.clockOffset = clockOffset
        self.transfers = transfers
        self.selection = selection
        self.shard = shard
        self.order = order
        self.times = times
        self.answers = answers
        self.models = models
        self.knownFailureProblems = knownFailureProblems
        self.coverage = coverage
    }

    /// Whether a case is one of those that fail the run.
    package func failsRun(_ verdict: Verdict) -> Bool {
        verdict.isUnexpected || failsOnFlaky && verdict == .flaky
    }

    package var counts: Counts {
        var counts = Counts()
        for place in cases.indices { counts.add(cases[place].verdict) }
        return counts
    }

    /// The cases of which there is more to tell than that they passed, in their order: few, as nearly every case of a long run passes.
    package var notableCases: [CaseResult] {
        cases.indices.filter { !cases[$0].isPlainPass }.map { cases[$0] }
    }
}
