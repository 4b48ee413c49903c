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

/// How many cases came to each verdict.
package struct Counts: Sendable, Hashable {
    package var passed = 0
    package var flaky = 0
    package var failed = 0
    package var errored = 0
    package var skipped = 0
    package var notRun = 0
    package var knownFailures = 0
    package var unexpectedPasses = 0

    package init(
        passed: Int = 0,
        flaky: Int = 0,
        failed: Int = 0,
        errored: Int = 0,
        skipped: Int = 0,
        notRun: Int = 0,
        knownFailures: Int = 0,
        unexpectedPasses: Int = 0
    ) {
        self.passed = passed
        self.flaky = flaky
        self.failed = failed
        self.errored = errored
        self.skipped = skipped
        self.notRun = notRun
        self.knownFailures = knownFailures
        self.unexpectedPasses = unexpectedPasses
    }

    package mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .passed: passed += 1
        case .flaky: flaky += 1
        case .failed: failed += 1
        case .errored: errored += 1
        case .skipped: skipped += 1
        case .notRun: notRun += 1
        case .knownFailure: knownFailures += 1
        case .unexpectedPass: unexpectedPasses += 1
        }
    }

    package var total: Int { passed + flaky + failed + errored + skipped + notRun + knownFailures + unexpectedPasses }
}

/// What the run sent, received and judged.
package struct TransferTotals: Sendable, Hashable {
    package var requests = 0
    package var reusedConnections = 0
    /// Connections that were opened, for requests that failed too.
    package var newConnections = 0
    /// Whole answers by the version of HTTP they came over, such as `HTTP/1.1`.
    package var httpVersions: [String: Int] = [:]
    package var bytesReceived = 0
    /// The time spent judging answers, summed over all cases; with several at once it can exceed that of the run.
    package var judging = Duration.zero

    package init(
        requests: Int = 0,
        reusedConnections: Int = 0,
        newConnections: Int = 0,
        httpVersions: [String: Int] = [:],
        bytesReceived: Int = 0,
        judging: Duration = .zero
    ) {
        self.requests = requests
        self.reusedConnections = reusedConnections
        self.newConnections = newConnections
        self.httpVersions = httpVersions
        self.bytesReceived = bytesReceived
        self.judging = judging
    }
}

/// What an outcome counts as once the list of known failures has been asked; an errored case is never excused.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case passed
    /// It passed in one attempt and did not in another.
    case flaky
    case failed, errored, skipped
    case notRun = "not-run"
    /// It failed as an entry of the list says.
    case knownFailure = "known-failure"
    /// It passed, though an entry of the list says that it fails.
    case unexpectedPass = "unexpected-pass"

    /// The verdict on the attempt that is shown; `isFlaky` says that another one ended otherwise.
    package init(_ outcome: Outcome, _ allowance: Allowance? = nil, isFlaky: Bool = false) {
        self =
            switch (outcome, allowance) {
            case (.passed, .contradicted): .unexpectedPass
            case (.passed, _): isFlaky ? .flaky : .passed
            case (.failed, .excused): .knownFailure
            case (.failed, _): .failed
            case (.errored, _): .errored
            case (.skipped, _): .skipped
            case (.notRun, _): .notRun
            }
    }

    /// Whether the case failed or could not be judged, excused or not.
    package var isFailing: Bool {
        switch self {
        case .failed, .errored, .knownFailure: true
        case .passed, .flaky, .skipped, .notRun, .unexpectedPass: false
        }
    }

    /// Whether it makes the run exit with a status other than 0; a flaky case does only where that is asked for.
    package var isUnexpected: Bool {
        switch self {
        case .failed, .errored, .notRun, .unexpectedPass: true
        case .passed, .flaky, .skipped, .knownFailure: false
        }
    }
}
