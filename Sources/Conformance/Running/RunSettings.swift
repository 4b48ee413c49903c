/// Which exchanges a result keeps.
package enum EvidencePolicy: String, Sendable, Hashable, CaseIterable {
    /// Of cases that did not pass.
    case failures
    case all
}

/// How a run is carried out.
package struct RunSettings: Sendable, Hashable {
    /// The most cases that run at once; at least one does.
    package var jobs: Int
    /// In which order the cases begin.
    package var order: RunOrder
    /// The longest time of one request.
    package var timeout: Duration
    /// Whether no further case begins after one that did not end as expected.
    package var failFast: Bool
    /// How often each case is attempted.
    package var attempts: AttemptPolicy
    /// Whether a flaky case is an unexpected one.
    package var failsOnFlaky: Bool
    package var unknownFields: UnknownFieldPolicy
    package var evidence: EvidencePolicy
    /// The value of `{{run_id}}`.
    package var runID: String
    package var userAgent: String
    /// The words by which curl, in the command that repeats a request, reaches the target in the same way.
    package var curlWords: [String]
    /// The most bytes of an answer's body.
    package var bodyLimit: Int
    /// What no case may show, though it may not know it for a secret, such as a value of the command line.
    package var secrets: SecretList
    /// How long the teardown of a case may take once the run is interrupted, and before it a request that may make something.
    package var interruptedTeardown: Duration
    /// The most requests that begin in a second, set-up, teardown and retries included; above 0, nil for no bound.
    package var rate: Double?
    /// The most requests of set-up and steps in the whole run, and of teardown as many again; at least 1, nil for no bound.
    package var mostRequests: Int?

    package init(
        jobs: Int = 16,
        order: RunOrder = .corpus,
        timeout: Duration = .seconds(10),
        failFast: Bool = false,
        attempts: AttemptPolicy = .once,
        failsOnFlaky: Bool = false,
        unknownFields: UnknownFieldPolicy = .report,
        evidence: EvidencePolicy = .failures,
        runID: String,
        userAgent: String = "stytch-conformance",
        curlWords: [String] = [],
        bodyLimit: Int = 4 * 1024 * 1024,
        secrets: SecretList = SecretList(names: []),
        interruptedTeardown: Duration = .milliseconds(800),
        rate: Double? = nil,
        mostRequests: Int? = nil
    ) {
        self.jobs = jobs
        self.order = order
        self.timeout = timeout
        self.failFast = failFast
        self.attempts = attempts
        self.failsOnFlaky = failsOnFlaky
        self.unknownFields = unknownFields
        self.evidence = evidence
        self.runID = runID
        self.userAgent = userAgent
        self.curlWords = curlWords
        self.bodyLimit = bodyLimit
        self.secrets = secrets
        self.interruptedTeardown = interruptedTeardown
        self.rate = rate
        self.mostRequests = mostRequests
    }

    /// Whether a verdict makes the run exit with a status other than 0.
    func isUnexpected(_ verdict: Verdict) -> Bool {
        verdict.isUnexpected || failsOnFlaky && verdict == .flaky
    }
}
