import WireJSON

/// Sending: within the bounds of the run, again where that is right, and to the end where something may have been made.
extension CaseRunner {
    /// Waits until the run may send one more request, and counts it.
    ///
    /// - Throws: A cancellation where the run is interrupted or has reached its cap; trouble where teardown may send
    /// no more.
    mutating func waitForTurn() async throws(CaseTrouble) {
        if let limiter = scope.limiter { try await waitForPlace(limiter) }
        guard let cap = scope.cap, !cap.admits(isTeardown: isTearingDown) else { return }
        throw isTearingDown ? cap.teardownRefusal : .cancelled
    }

    private mutating func waitForPlace(_ limiter: RateLimiter) async throws(CaseTrouble) {
        let now = scope.environment.uptime()
        let place = limiter.place(at: now)
        guard place > now else { return }
        if let end = teardownDeadline, place >= end {
            limiter.giveBack(place)
            throw CaseTrouble(kind: .teardown, message: "not sent, as its turn comes too late")
        }
        do {
            // What '--rate' asks for: nothing else tells when the next place in the second comes.
            try await scope.environment.sleep(place - now)
        } catch {
            limiter.giveBack(place)
            throw .cancelled
        }
        // The wait is the run's, not the target's: the step has its time after it.
        if let stepEnd = teardownStepDeadline, let end = teardownDeadline {
            teardownStepDeadline = min(stepEnd + (place - now), end)
        }
    }

    /// An exchange, repeated as far as the policy says; every sending of it is recorded.
    mutating func exchange(
        _ step: RequestStep,
        at location: SourceLocation,
        _ number: Int
    ) async throws(CaseTrouble) -> ReceivedAnswer {
        let policy = RetryPolicy(isRepeatable: step.isRepeatable, isMock: scope.target.isMock)
        var retries = 0
        while true {
            try await waitForTurn()
            let sent = scope.environment.now()
            let request = try request(step, at: location, now: sent)
            let pause: Duration
            do throws(TransportError) {
                let response = try await send(request, isShielded: mayMake(step))
                let received = scope.environment.now()
                scope.clock.learn(from: response.headers, sent: sent, received: received)
                let retry = policy.pause(
                    after: response,
                    expected: step.expectations.alternatives,
                    retries: retries,
                    now: targetTime(received)
                )
                let wait = retry.map(length)
                record(response, to: request, step, number, sentAgainAfter: wait)
                guard let wait else {
                    return ReceivedAnswer(
                        answer: Answer(response, scope.reader),
                        sent: sent,
                        received: received,
                        sendings: retries + 1
                    )
                }
                pause = wait
            } catch {
                pause = try pauseAfter(error, of: request, step, at: location, number, policy, retries: retries)
            }
            retries += 1
            try await self.pause(pause)
        }
    }

    /// Records that no answer came, and gives the pause before the request is sent again.
    ///
    /// - Throws: A cancellation where the run is interrupted; else trouble where it is not to be sent again.
    private mutating func pauseAfter(
        _ error: TransportError,
        of request: TransferRequest,
        _ step: RequestStep,
        at location: SourceLocation,
        _ number: Int,
        _ policy: RetryPolicy,
        retries: Int
    ) throws(CaseTrouble) -> Duration {
        let isInterrupted = Task.isCancelled && teardownDeadline == nil || error.code == .cancelled
        let pause = isInterrupted ? nil : policy.pause(after: error, retries: retries).map(length)
        record(nil, to: request, step, number, timings: error.timings, sentAgainAfter: pause)
        // It may have been carried out, and what it made has no name here.
        if mayMake(step), !error.nothingWasSent { journal.mayHaveLeft = true }
        guard !isInterrupted else { throw .cancelled }
        guard let pause else { throw CaseTrouble(error, during: request, at: location, ownTimeout: step.timeout) }
        return pause
    }

    /// The length of a pause, with chance in it.
    func length(_ pause: RetryPolicy.Pause) -> Duration {
        pause.duration(random: scope.environment.randomBytes(2))
    }

    /// Whether a request may make something that the case must hear of, to delete it; a project of its own takes all
    /// with it.
    private func mayMake(_ step: RequestStep) -> Bool {
        !ownsProject && !isTearingDown && !step.captures.isEmpty && step.method != "GET" && step.method != "HEAD"
    }

    /// Sends a request; one that is shielded goes on for a while when the run is interrupted, so that its answer is
    /// not lost.
    func send(_ request: TransferRequest, isShielded: Bool) async throws(TransportError) -> TransferResponse {
        let transport = scope.transport
        guard isShielded else { return try await transport.send(request) }
        guard !Task.isCancelled else {
            throw TransportError(code: .cancelled, message: "cancelled before it was sent", nothingWasSent: true)
        }
        let sending = Task<Result<TransferResponse, TransportError>, Never>(executorPreference: transport.executor) {
            do throws(TransportError) {
                return .success(try await transport.send(request))
            } catch {
                return .failure(error)
            }
        }
        let (sleep, grace) = (scope.environment.sleep, scope.settings.interruptedTeardown)
        return try await withTaskCancellationHandler {
            await sending.value
        } onCancel: {
            Task {
                // A time limit, not a wait for something: the answer ends the request before, and this does no harm then.
                try? await sleep(grace)
                sending.cancel()
            }
        }.get()
    }

    private func request(
        _ step: RequestStep,
        at location: SourceLocation,
        now: Timestamp
    ) throws(CaseTrouble) -> TransferRequest {
        do throws(TemplateProblem) {
            return try requestBuilder(now).request(
                step,
                timeout: limited(step.timeout ?? scope.settings.timeout),
                bodyLimit: scope.settings.bodyLimit
            )
        } catch {
            throw CaseTrouble(kind: .internal, message: error.message, location: location)
        }
    }

    private mutating func record(
        _ response: TransferResponse?,
        to request: TransferRequest,
        _ step: RequestStep,
        _ number: Int,
        timings: TransferTimings = TransferTimings(),
        sentAgainAfter: Duration?
    ) {
        totals.requests += 1
        totals.reusedConnections += response?.reusedConnection == true ? 1 : 0
        totals.bytesReceived += response?.body.count ?? 0
        if let response, let operation = step.operation {
            let endedAfter = scope.environment.uptime() - runStart
            observations.add(response.timings, of: operation, endedAfter: endedAfter)
        }
        let usesProject = step.authorization == .project
        journal.exchanges.append(
            CaseJournal.Exchange(
                step: number,
                operation: step.operation,
                request: request,
                sendsProjectCredentials: usesProject && request.headers["authorization"] == project.authorization,
                response: response,
                timings: response?.timings ?? timings,
                sentAgainAfter: sentAgainAfter
            )
        )
    }

    /// A time limit within what is left of teardown.
    func limited(_ timeout: Duration) -> Duration {
        guard let deadline = teardownStepDeadline ?? teardownDeadline else { return timeout }
        return max(.milliseconds(1), min(timeout, deadline - scope.environment.uptime()))
    }

    /// Waits, unless the run is interrupted.
    func pause(_ duration: Duration) async throws(CaseTrouble) {
        do {
            // The backoff of a retry, or of 'eventually': the target says nothing by itself.
            try await scope.environment.sleep(limited(duration))
        } catch {
            throw .cancelled
        }
    }
}

extension Answer {
    /// What is judged of a whole answer.
    init(_ response: TransferResponse, _ reader: LearningReader) {
        self.init(
            status: response.status,
            headers: response.headers,
            body: response.body,
            duration: response.timings.total,
            reader: reader
        )
    }
}
