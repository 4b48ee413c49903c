import WireJSON

/// An answer with the times between which it came, on the host's clock.
struct ReceivedAnswer {
    var answer: Answer
    var sent: Timestamp
    var received: Timestamp
    /// How often its request was sent before it was taken.
    var sendings = 1
}

extension CaseRunner {
    /// An exchange: send, judge, and where `eventually` says so, again.
    mutating func perform(_ step: RequestStep, at location: SourceLocation, _ number: Int) async throws(CaseTrouble) {
        let start = scope.environment.uptime()
        let limit = scope.target.isMock ? nil : step.eventually
        var delay: Duration = .milliseconds(50)
        var repeated: [RawFinding] = []
        var tries = 0
        while true {
            tries += 1
            let received = try await exchange(step, at: location, number)
            let judged = scope.environment.uptime()
            repeated += uniqueFindings(step, received.answer)
            let judgement: Judgement
            if let executor = executor(forBytes: received.answer.body.count) {
                judgement = try await withTaskExecutorPreference(executor) { () async throws(CaseTrouble) in
                    try await observe(received, step)
                }
            } else {
                judgement = try await observe(received, step)
            }
            let now = scope.environment.uptime()
            totals.judging += now - judged
            let passed = now - start
            guard !judgement.findings.isEmpty, let limit, passed < limit else {
                let words = Self.repeats(tries: tries, within: limit, sendings: received.sendings)
                finish(judgement.noting(words), step.captures, received, repeated, number)
                return
            }
            try await pause(min(delay, limit - passed))
            delay = min(delay * 2, .seconds(1))
        }
    }

    /// Notes what an answer looks like, and judges it.
    private mutating func observe(_ received: ReceivedAnswer, _ step: RequestStep) async throws(CaseTrouble)
        -> Judgement
    {
        if let operation = step.operation {
            observations.add(received.answer, of: operation, scope.shapesOfAnswers)
        }
        return try await judge(received, step)
    }

    /// How often was tried what did not hold in the end; nil for once.
    private static func repeats(tries: Int, within limit: Duration?, sendings: Int) -> String? {
        if let limit, tries > 1 { return "after \(DurationWords.text(limit)) and \(tries) tries" }
        return sendings > 1 ? "sent \(sendings) times" : nil
    }

    /// A stored answer: judged like any other, without a server.
    mutating func perform(_ step: PayloadStep, at location: SourceLocation, _ number: Int) async throws(CaseTrouble) {
        let now = scope.environment.now()
        let builder = requestBuilder(now)
        let answer: Answer
        do throws(TemplateProblem) {
            var headers = HeaderList()
            for header in step.headers {
                guard let value = header.value else { continue }
                headers.fields.append(HeaderList.Field(name: header.name, value: try builder.bindings.text(of: value)))
            }
            answer = Answer(status: step.status, headers: headers, body: try builder.body(step.body) ?? [])
        } catch {
            throw CaseTrouble(kind: .internal, message: error.message, location: location)
        }
        let received = ReceivedAnswer(answer: answer, sent: now, received: now)
        let judgement = try await judge(received, step.expectations, rules: [])
        journal.storedBodies.append(answer.body)
        finish(judgement, step.captures, received, [], number)
    }

    private mutating func finish(
        _ judgement: Judgement,
        _ captures: [Capture],
        _ received: ReceivedAnswer,
        _ repeated: [RawFinding],
        _ number: Int
    ) {
        journal.add(judgement.findings + repeated, step: number)
        journal.add(notes: judgement.notes, step: number)
        // What an answer has is captured even where it fails, so that teardown can clean up; what it lacks is told only
        // where nothing else is.
        let missing = capture(captures, from: received.answer)
        if judgement.findings.isEmpty, repeated.isEmpty {
            journal.add(missing, step: number)
        }
    }

    func requestBuilder(_ now: Timestamp) -> RequestBuilder {
        RequestBuilder(
            baseURL: scope.target.baseURL,
            project: project,
            userAgent: scope.settings.userAgent,
            bindings: bindings(now: now)
        )
    }
}

extension Judgement {
    /// The same with words behind its first finding, where there are both.
    fileprivate func noting(_ words: String?) -> Judgement {
        guard let words, !findings.isEmpty else { return self }
        var noted = self
        noted.findings[0].add(note: words)
        return noted
    }
}

extension RawFinding {
    /// Puts words behind those that are there.
    mutating func add(note words: String) {
        note = note.map { "\($0); \(words)" } ?? words
    }
}

extension CaseTrouble {
    /// No whole answer came; where a limit of the request's own ended it, the hint names that.
    init(
        _ error: TransportError,
        during request: TransferRequest,
        at location: SourceLocation?,
        ownTimeout: Duration? = nil
    ) {
        let isTimeout = error.code.number == 28 || error.code.name.contains("TIMEDOUT")
        self.init(
            kind: isTimeout ? .timeout : .transport,
            message: "\(request.method) \(request.shownPath): \(error.message)",
            hint: Self.hint(error.hint, ownTimeout),
            code: error.code.words,
            location: location
        )
    }

    /// A hint that leads to the request's own limit where the option would change nothing.
    private static func hint(_ hint: String?, _ ownTimeout: Duration?) -> String? {
        guard let ownTimeout, hint == TransportError.longerTimeout else { return hint }
        let limit = DurationWords.text(ownTimeout)
        return "give a longer 'timeout' in the request, which says \(limit), if the server is slow by nature"
    }
}

extension TransportError.Code {
    /// `curl 7 CURLE_COULDNT_CONNECT`, or our own word.
    var words: String {
        number.map { "curl \($0) \(name)" } ?? name
    }
}

extension TransferRequest {
    /// The path alone: neither host nor query.
    var shownPath: String {
        guard let scheme = url.exactRange(of: "://") else { return url }
        let scalars = url.unicodeScalars[scheme.upperBound...].drop { $0 != "/" }
        let path = scalars.prefix { $0 != "?" }
        return path.isEmpty ? "/" : String(path)
    }
}
