/// How a case ended, before anything is excused; words are kept apart in memory, as nearly every case of a long run passes.
package indirect enum Outcome: Sendable, Hashable {
    case passed
    /// At least one finding.
    case failed
    /// It could not be judged.
    case errored(ErrorCause)
    case skipped(String)
    /// It was planned and did not begin, or was cut short: interrupted, fail-fast.
    case notRun(String)
}

/// Why a case could not be judged.
package struct ErrorCause: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case transport, timeout, setup, teardown, mock, `internal`
    }

    package var kind: Kind
    /// One line, redacted.
    package var message: String
    package var hint: String?
    /// The transport's code, where there is one: `curl 7 CURLE_COULDNT_CONNECT`.
    package var code: String?
    package var position: FilePosition?

    package init(kind: Kind, message: String, hint: String? = nil, code: String? = nil, position: FilePosition? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.code = code
        self.position = position
    }
}

/// What a case came to.
///
/// Everything in it is redacted already. A run of many cases hands each of these from list to list, so what does not change and what
/// few of them have stand behind a reference each: a copy is small, whatever it tells.
package struct CaseResult: Sendable, Hashable {
    private var boxedFacts: Boxed<CaseFacts>
    /// Nil where there is none of it.
    private var boxedRest: Boxed<CaseRest>?
    package var outcome: Outcome
    /// From the first step's start to the last one's end.
    package var duration: Duration
    /// From the run's start to the case's.
    package var startedAfter: Duration
    package var exchangeCount: Int
    /// Whether something that it made may still be on the target; never of a mock, whose projects go with all that is
    /// in them.
    package var mayHaveLeft: Bool

    package var verdict: Verdict { isPlainPass ? .passed : Verdict(outcome, allowance, isFlaky: isFlaky) }

    /// Whether it passed, and there is nothing else to tell of it: no note, no evidence, no other attempt.
    package var isPlainPass: Bool {
        if case .passed = outcome { boxedRest == nil } else { false }
    }

    package init(
        id: String,
        suite: String,
        description: String? = nil,
        position: FilePosition,
        requirements: [String] = [],
        tags: [String] = [],
        outcome: Outcome,
        findings: [Finding] = [],
        notes: [Finding] = [],
        duration: Duration = .zero,
        startedAfter: Duration = .zero,
        exchangeCount: Int = 0,
        mayHaveLeft: Bool = false,
        exchanges: [ExchangeRecord] = [],
        allowance: Allowance? = nil,
        attempts: [CaseAttempt] = [],
        failingSince: String? = nil
    ) {
        boxedFacts = Boxed(
            CaseFacts(
                id: id,
                suite: suite,
                description: description,
                position: position,
                requirements: requirements,
                tags: tags
            )
        )
        self.outcome = outcome
        self.duration = duration
        self.startedAfter = startedAfter
        self.exchangeCount = exchangeCount
        self.mayHaveLeft = mayHaveLeft
        rest = CaseRest(
            findings: findings,
            notes: notes,
            exchanges: exchanges,
            allowance: allowance,
            attempts: attempts,
            failingSince: failingSince
        )
    }
}

// MARK: Which case it is

extension CaseResult {
    package var id: String {
        get { boxedFacts.value.id }
        set { facts.id = newValue }
    }

    package var suite: String {
        get { boxedFacts.value.suite }
        set { facts.suite = newValue }
    }

    package var description: String? {
        get { boxedFacts.value.description }
        set { facts.description = newValue }
    }

    package var position: FilePosition {
        get { boxedFacts.value.position }
        set { facts.position = newValue }
    }

    package var requirements: [String] {
        get { boxedFacts.value.requirements }
        set { facts.requirements = newValue }
    }

    package var tags: [String] {
        get { boxedFacts.value.tags }
        set { facts.tags = newValue }
    }

    private var facts: CaseFacts {
        get { boxedFacts.value }
        set { boxedFacts = Boxed(newValue) }
    }
}

/// What a case is, whatever came of it.
private struct CaseFacts: Sendable, Hashable {
    var id: String
    var suite: String
    var description: String?
    var position: FilePosition
    var requirements: [String]
    var tags: [String]
}

// MARK: What few have

extension CaseResult {
    /// Those that decide; also of a case that is errored after some were found.
    package var findings: [Finding] {
        get { boxedRest?.value.findings ?? [] }
        set { rest.findings = newValue }
    }

    /// Drift and other notes that do not decide.
    package var notes: [Finding] {
        get { boxedRest?.value.notes ?? [] }
        set { rest.notes = newValue }
    }

    /// Kept for a case that did not pass (`--evidence failures`) or for all.
    package var exchanges: [ExchangeRecord] {
        get { boxedRest?.value.exchanges ?? [] }
        set { rest.exchanges = newValue }
    }

    /// What the list of known failures makes of the outcome; nil where it says nothing of it.
    package var allowance: Allowance? {
        get { boxedRest?.value.allowance }
        set { rest.allowance = newValue }
    }

    /// The other attempts at a case that was repeated, by their numbers; empty for nearly every case.
    package var attempts: [CaseAttempt] {
        get { boxedRest?.value.attempts ?? [] }
        set { rest.attempts = newValue }
    }

    /// When the first run began in which it failed, of those that lead up to this one without a pass: an RFC 3339 time, as that
    /// run tells its start; nil where it does not fail, or no earlier run was asked.
    package var failingSince: String? {
        get { boxedRest?.value.failingSince }
        set { rest.failingSince = newValue }
    }

    private var rest: CaseRest {
        get { boxedRest?.value ?? CaseRest() }
        set { boxedRest = newValue.isEmpty ? nil : Boxed(newValue) }
    }
}

/// What a case has that did not just pass.
private struct CaseRest: Sendable, Hashable {
    var findings: [Finding] = []
    var notes: [Finding] = []
    var exchanges: [ExchangeRecord] = []
    var allowance: Allowance?
    var attempts: [CaseAttempt] = []
    var failingSince: String?

    var isEmpty: Bool {
        findings.isEmpty && notes.isEmpty && exchanges.isEmpty && allowance == nil && attempts.isEmpty
            && failingSince == nil
    }
}

/// A value behind a reference, which is shared by all copies and never changes.
private final class Boxed<Value: Sendable & Hashable>: Sendable, Hashable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    static func == (left: Boxed, right: Boxed) -> Bool {
        left === right || left.value == right.value
    }

    func hash(into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
}

/// A request and its answer as they may be shown: redacted, bodies cut.
package struct ExchangeRecord: Sendable, Hashable {
    /// The step it belongs to, counted from 0 over the whole case.
    package var step: Int
    package var operation: String?
    package var method: String
    package var url: String
    package var requestHeaders: [HeaderList.Field]
    package var requestBody: String?
    /// SHA-256, in hexadecimal, of the redacted body where `requestBody` is not all of it.
    package var requestSHA256: String?
    /// Nil where no answer came.
    package var status: Int?
    package var httpVersion: String?
    package var responseHeaders: [HeaderList.Field]
    package var responseBody: String?
    /// SHA-256, in hexadecimal, of the redacted body where `responseBody` is not all of it.
    package var responseSHA256: String?
    /// The whole body's length in bytes, before it was cut for showing.
    package var responseBytes: Int
    package var timings: TransferTimings
    package var reusedConnection: Bool
    /// How long it was waited before the same request was sent again, in the next record of the step; nil where it was
    /// not.
    package var sentAgainAfter: Duration?
    /// A command that repeats the request, with variables for the secrets.
    package var curl: String

    package init(
        step: Int,
        operation: String?,
        method: String,
        url: String,
        requestHeaders: [HeaderList.Field] = [],
        requestBody: String? = nil,
        requestSHA256: String? = nil,
        status: Int? = nil,
        httpVersion: String? = nil,
        responseHeaders: [HeaderList.Field] = [],
        responseBody: String? = nil,
        responseSHA256: String? = nil,
        responseBytes: Int = 0,
        timings: TransferTimings = TransferTimings(),
        reusedConnection: Bool = false,
        sentAgainAfter: Duration? = nil,
        curl: String = ""
    ) {
        self.step = step
        self.operation = operation
        self.method = method
        self.url = url
        self.requestHeaders = requestHeaders
        self.requestBody = requestBody
        self.requestSHA256 = requestSHA256
        self.status = status
        self.httpVersion = httpVersion
        self.responseHeaders = responseHeaders
        self.responseBody = responseBody
        self.responseSHA256 = responseSHA256
        self.responseBytes = responseBytes
        self.timings = timings
        self.reusedConnection = reusedConnection
        self.sentAgainAfter = sentAgainAfter
        self.curl = curl
    }
}
