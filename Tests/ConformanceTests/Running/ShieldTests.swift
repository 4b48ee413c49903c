import Synchronization
import Testing
import WireJSON

@testable import Conformance

/// An interruption while a request is under way that makes something.
@Suite struct ShieldTests {
    /// One case that makes a user, and one that hangs until it is cancelled.
    private func run(offers: Set<String> = []) throws -> TestRun {
        var run = TestRun(
            cases: [
                TestCase(id: "s/hang", steps: [try .get("/hang")]),
                try .makingUser(id: "s/make"),
            ],
            offers: offers
        )
        run.settings.jobs = 2
        return run
    }

    @Test func `its answer is waited for, so that teardown can delete what it made`() async throws {
        let interruption = Interruption()
        let (cancellations, cancellation) = AsyncStream<Void>.makeStream()
        let (graces, grace) = AsyncStream<Void>.makeStream()
        var run = try run()
        // The time that is granted does not pass before the answer is there.
        run.sleep = { _ in for await _ in graces {} }
        let transport = ScriptedTransport { request, _ throws(TransportError) in
            if request.url.hasSuffix("/hang") {
                await waitForCancellation()
                cancellation.finish()
                throw .cancelled
            }
            guard request.method == "POST" else { return .json(200, "{}") }
            interruption.interrupt(reason: "interrupted by SIGINT")
            for await _ in cancellations {}
            guard !Task.isCancelled else { throw .cancelled }
            return .json(200, #"{"id":"user-1"}"#)
        }
        let result = await run.run(transport, interruption: interruption)
        grace.finish()
        #expect(transport.lines.last == "DELETE /users/user-1")
        #expect(result.cases.map(\.verdict) == [.notRun, .passed])
        #expect(result.cases.map(\.mayHaveLeft) == [false, false])
    }

    @Test func `it is given up after the time that teardown has`() async throws {
        let interruption = Interruption()
        let run = try run()
        let transport = ScriptedTransport { request, _ throws(TransportError) in
            if request.method == "POST" { interruption.interrupt(reason: "interrupted by SIGINT") }
            await waitForCancellation()
            throw .cancelled
        }
        let result = await run.run(transport, interruption: interruption)
        #expect(transport.lines.sorted() == ["GET /hang", "POST /users"])
        #expect(result.cases.map(\.verdict) == [.notRun, .notRun])
        #expect(run.clock.sleeps.contains(.milliseconds(800)))
        #expect(result.cases.map(\.mayHaveLeft) == [false, true])
    }

    @Test func `a project that is being made is heard of, and deleted`() async throws {
        let interruption = Interruption()
        let (graces, grace) = AsyncStream<Void>.makeStream()
        var run = TestRun(cases: [TestCase(steps: [try .get("/x")])], offers: ["projects"], isMock: true)
        run.sleep = { _ in for await _ in graces {} }
        let transport = ScriptedTransport { request, _ throws(TransportError) in
            guard request.method == "POST" else { return .json(200, "{}") }
            interruption.interrupt(reason: "interrupted by SIGTERM")
            return .json(201, #"{"project_id":"p","secret":"s"}"#)
        }
        let result = await run.run(transport, interruption: interruption)
        grace.finish()
        #expect(transport.lines.first == "POST /mock/projects")
        #expect(transport.lines.last == "DELETE /mock/projects/p")
        #expect(result.cases.map(\.mayHaveLeft) == [false])
    }
}
