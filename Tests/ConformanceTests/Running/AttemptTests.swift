import Synchronization
import Testing
import WireJSON

@testable import Conformance

/// Cases that are repeated: because they failed, or to see whether they always come to the same.
@Suite struct AttemptTests {
    /// What each request is answered with, in turn; the last word holds for all that follow.
    private func transport(_ statuses: Int...) -> ScriptedTransport {
        ScriptedTransport { _, number throws(TransportError) in
            let status = statuses[min(number, statuses.count) - 1]
            guard status > 0 else { throw .broken }
            return .json(status, "{}")
        }
    }

    private func run(_ attempts: AttemptPolicy, cases: Int = 1, known: [KnownFailure] = []) throws -> TestRun {
        var run = TestRun(
            cases: try (0..<cases).map { TestCase(id: "s/case-\($0)", steps: [try .get("/thing-\($0)")]) }
        )
        run.settings.attempts = attempts
        run.knownFailures = known
        return run
    }

    private func known(_ message: String = "status: expected 200, got 500") -> KnownFailure {
        KnownFailure(
            pattern: "s/case-0",
            reason: "reported",
            link: "https://example.com/1",
            until: "9999-12-31",
            message: message,
            location: CaseLocation(file: 0, offset: 1)
        )
    }

    @Test func `a case that fails and then passes is flaky, and the attempt that passed is shown`() async throws {
        let transport = transport(500, 503, 200)
        let result = try await run(.retries(3)).result(transport)
        #expect(transport.lines.count == 3)
        #expect(result.verdict == .flaky)
        #expect(result.outcome == .passed)
        #expect(result.findings == [])
        #expect(result.exchanges == [])
        #expect(result.shownAttempt == 3)
        #expect(result.attempts.map(\.number) == [1, 2])
        #expect(result.attempts.map { $0.findings.map(\.actual) } == [["500"], ["503"]])
        #expect(result.attempts.map { $0.exchange?.status } == [500, 503])
    }

    @Test func `a case that never passes is attempted as often as asked, and its first failure is shown`() async throws
    {
        let transport = transport(500, 503, 502, 501)
        let result = try await run(.retries(2)).result(transport)
        #expect(transport.lines.count == 3)
        #expect(result.verdict == .failed)
        #expect(result.findings.map(\.actual) == ["500"])
        #expect(result.attempts.map(\.number) == [2, 3])
        #expect(result.attempts.map { $0.findings.map(\.actual) } == [["503"], ["502"]])
    }

    @Test func `a failure outweighs an error, whichever came first`() async throws {
        let result = try await run(.retries(1)).result(transport(0, 500))
        #expect(result.verdict == .failed)
        #expect(result.shownAttempt == 2)
        #expect(result.attempts.map(\.verdict) == [.errored])
        let other = try await run(.retries(1)).result(transport(500, 0))
        #expect(other.verdict == .failed)
        #expect(other.shownAttempt == 1)
    }

    @Test func `a case that passes is not attempted again, nor one that was skipped`() async throws {
        let passing = transport(200)
        #expect(try await run(.retries(5)).result(passing).attempts == [])
        #expect(passing.lines.count == 1)
        var skipping = try run(.retries(5))
        skipping.cases[0].skip = "not yet"
        let none = transport(500)
        #expect(try await skipping.result(none).verdict == .skipped)
        #expect(none.lines == [])
    }

    @Test func `a fault of the engine is not attempted again`() async throws {
        var broken = try run(.retries(5))
        var expectation = try CaseExpectation.status(200)
        expectation.model = .named("sessions.None")
        broken.cases[0].steps = [try RequestStep.get("/thing", [expectation]).step()]
        let transport = transport(200)
        let result = try await broken.result(transport)
        guard case .errored(let cause) = result.outcome else {
            Issue.record("expected an errored case, got \(result.outcome)")
            return
        }
        #expect(cause.kind == .internal)
        #expect(transport.lines.count == 1)
    }

    // MARK: Known failures

    @Test func `a known failure is as expected, so it is not attempted again`() async throws {
        let transport = transport(500)
        let result = try await run(.retries(2), known: [known()]).run(transport)
        #expect(transport.lines.count == 1)
        #expect(result.cases.map(\.verdict) == [.knownFailure])
        #expect(result.knownFailureProblems == [])
    }

    @Test func `what fails in another way and then as its entry says is a known failure`() async throws {
        let result = try await run(.retries(2), known: [known()]).run(transport(503, 500))
        #expect(result.cases.map(\.verdict) == [.knownFailure])
        #expect(result.cases[0].shownAttempt == 2)
        #expect(result.knownFailureProblems == [])
    }

    @Test func `what an entry names and passes at all is an unexpected pass, and the entry is stale`() async throws {
        let retried = try await run(.retries(2), known: [known()]).run(transport(503, 200))
        #expect(retried.cases.map(\.verdict) == [.unexpectedPass])
        #expect(retried.knownFailureProblems.map(\.kind) == [.stale])
        let id = retried.cases[0].id
        #expect(
            retried.knownFailureProblems.map(\.message) == [
                "'\(id)' passes at times: it passed in 1 of 2 attempts"
            ]
        )
        #expect(
            retried.knownFailureProblems.map(\.hint) == [
                "find out why; a case that fails at times is no known failure: remove the entry, '--retries' is for it"
            ]
        )
        let repeated = try await run(.times(3), known: [known()]).run(transport(500, 200, 500))
        #expect(repeated.cases.map(\.verdict) == [.unexpectedPass])
        #expect(repeated.cases[0].attempts.map(\.verdict) == [.failed, .failed])
    }

    @Test func `an entry that is over says nothing of a flaky case but that it is over`() async throws {
        var ended = known()
        ended.until = "2020-01-01"
        let result = try await run(.retries(1), known: [ended]).run(transport(503, 200))
        #expect(result.cases.map(\.verdict) == [.flaky])
        #expect(result.knownFailureProblems.map(\.kind) == [.ended])
        let update = KnownFailureUpdate([ended], after: result, of: try run(.once).material.entries)
        #expect(update.isEmpty)
    }

    // MARK: So many times

    @Test func `a case that is repeated passes where all attempts do, and is flaky where some do`() async throws {
        let steady = transport(200)
        let passed = try await run(.times(4)).result(steady)
        #expect(steady.lines.count == 4)
        #expect(passed.verdict == .passed)
        #expect(passed.attempts.map(\.number) == [2, 3, 4])
        #expect(passed.passedAttempts == 4)
        let flaky = try await run(.times(4)).result(transport(200, 500, 200, 0))
        #expect(flaky.verdict == .flaky)
        #expect(flaky.passedAttempts == 2)
        #expect(flaky.shownAttempt == 1)
        #expect(flaky.attempts.map(\.verdict) == [.failed, .passed, .errored])
        #expect(try await run(.times(2)).result(transport(500)).verdict == .failed)
        #expect(try await run(.times(2)).result(transport(0)).verdict == .errored)
    }

    @Test func `each attempt begins later than the one before, and all requests are counted`() async throws {
        var run = try run(.times(3))
        run.settings.rate = 10
        let result = await run.run(transport(200))
        #expect(result.transfers.requests == 3)
        #expect(result.cases[0].startedAfter == .zero)
        #expect(result.cases[0].attempts.map(\.startedAfter) == [.milliseconds(100), .milliseconds(200)])
    }

    @Test func `a case whose repeats were cut short has not run, though those before passed`() async throws {
        var run = try run(.times(5), cases: 2)
        run.settings.mostRequests = 3
        let result = await run.run(transport(200))
        let reason = "stopped after 3 requests, as asked with max-requests"
        #expect(
            result.cases.map(\.outcome) == [.notRun("cut short after 3 of 5 attempts: \(reason)"), .notRun(reason)]
        )
        #expect(result.cases[0].attempts.map(\.verdict) == [.passed, .passed, .passed])
        #expect(result.cases[0].shownAttempt == 4)
    }

    @Test func `what failed before a stop stays failed`() async throws {
        var run = try run(.retries(5))
        run.settings.mostRequests = 2
        let result = await run.run(transport(500))
        #expect(result.cases.map(\.verdict) == [.failed])
        #expect(result.cases[0].attempts.map(\.number) == [2])
        #expect(result.interruption == "stopped after 2 requests, as asked with max-requests")
    }

    // MARK: Fail-fast

    @Test func `fail-fast waits for the last attempt, and stops at a flaky case only where that is unexpected`()
        async throws
    {
        var run = try run(.retries(1), cases: 2)
        run.settings.failFast = true
        let going = transport(500, 200)
        #expect(await run.run(going).cases.map(\.verdict) == [.flaky, .passed])
        run.settings.failsOnFlaky = true
        let stopped = await run.run(transport(500, 200)).cases
        #expect(stopped.map(\.verdict) == [.flaky, .notRun])
    }

    @Test func `each attempt makes its values anew`() async throws {
        var run = try run(.times(3))
        run.cases[0].variables = [.made("uuid", .uuid)]
        run.cases[0].steps = [
            try RequestStep.get("/thing/").with { $0.path.append(.value(.hole(.variable(0)))) }.step()
        ]
        let transport = transport(200)
        _ = await run.run(transport)
        #expect(Set(transport.lines).count == 3)
    }

    @Test func `what an attempt may have left behind is told, whichever attempt is shown`() throws {
        var failed = CaseResult(
            id: "s/c",
            suite: "s",
            position: FilePosition(file: "cases/s.json", line: 1, column: 1),
            outcome: .failed
        )
        failed.mayHaveLeft = true
        var passed = failed
        passed.outcome = .passed
        passed.mayHaveLeft = false
        var fold = AttemptFold(failed)
        fold.add(passed)
        #expect(fold.result.verdict == .flaky)
        #expect(fold.result.mayHaveLeft)
    }
}
