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

    package init(
        target: String,
        baseURL: String,
        runID: String,
        started: Timestamp,
        duration: Duration,
        cases: [CaseResult],
        interruption: String? = nil,
        clockOffset: Duration = .zero,
        transfers: TransferTotals = TransferTotals()
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
    }

    package var counts: Counts {
        var counts = Counts()
        for result in cases {
            switch Verdict(result.outcome) {
            case .passed: counts.passed += 1
            case .failed: counts.failed += 1
            case .errored: counts.errored += 1
            case .skipped: counts.skipped += 1
            case .notRun: counts.notRun += 1
            }
        }
        return counts
    }
}

/// How many cases came to each verdict.
package struct Counts: Sendable, Hashable {
    package var passed = 0
    package var failed = 0
    package var errored = 0
    package var skipped = 0
    package var notRun = 0

    package init(passed: Int = 0, failed: Int = 0, errored: Int = 0, skipped: Int = 0, notRun: Int = 0) {
        self.passed = passed
        self.failed = failed
        self.errored = errored
        self.skipped = skipped
        self.notRun = notRun
    }

    package var total: Int { passed + failed + errored + skipped + notRun }
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

/// What an outcome counts as.
///
/// Known failures will meet it here; an errored case is never excused.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case passed, failed, errored, skipped
    case notRun = "not-run"

    package init(_ outcome: Outcome) {
        self =
            switch outcome {
            case .passed: .passed
            case .failed: .failed
            case .errored: .errored
            case .skipped: .skipped
            case .notRun: .notRun
            }
    }

    /// Whether it makes the run exit with a status other than 0.
    package var isUnexpected: Bool {
        switch self {
        case .failed, .errored, .notRun: true
        case .passed, .skipped: false
        }
    }
}
