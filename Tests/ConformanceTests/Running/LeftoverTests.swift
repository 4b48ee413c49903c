import Testing
import WireJSON

@testable import Conformance

/// What may be left on a target.
@Suite struct LeftoverTests {
    private func run(_ transport: ScriptedTransport, isMock: Bool = false) async throws -> CaseResult {
        var run = TestRun(cases: [try .makingUser(id: "s/make")])
        run.isMock = isMock
        return try await run.result(transport)
    }

    @Test func `a case whose teardown succeeds leaves nothing`() async throws {
        let result = try await run(ScriptedTransport { _, _ in .json(200, #"{"id":"u"}"#) })
        #expect(result.outcome == .passed)
        #expect(!result.mayHaveLeft)
    }

    @Test(arguments: [(404, false), (410, false), (500, true)])
    func `a case whose teardown fails may have left what is not said to be gone`(status: Int, isLeft: Bool) async throws
    {
        let transport = ScriptedTransport { request, _ in
            .json(request.method == "DELETE" ? status : 200, #"{"id":"u"}"#)
        }
        #expect(try await run(transport).mayHaveLeft == isLeft)
        #expect(try await !run(transport, isMock: true).mayHaveLeft)
    }

    @Test func `so may one whose answer was lost, unless nothing was sent`() async throws {
        let lost = ScriptedTransport { request, _ throws(TransportError) in
            guard request.method == "POST" else { return .json(200, "{}") }
            throw .slow
        }
        #expect(try await run(lost).mayHaveLeft)
        let unsent = ScriptedTransport { _, _ throws(TransportError) in throw .refused }
        let result = try await run(unsent)
        #expect(unsent.lines.count == 3)
        #expect(!result.mayHaveLeft)
    }
}
