import Testing
import WireJSON

@testable import Conformance

@Suite struct RequirementCoverageTests {
    private static func requirement(_ id: String) -> Requirement {
        Requirement(
            id: id,
            text: "t",
            source: "s",
            ground: "documented",
            isOffline: id.hasPrefix("offline-"),
            location: SourceLocation(file: 0, offset: 0)
        )
    }

    private static let rules = EveryAnswer(
        any: EveryAnswer.Rule(requirements: ["of-any"], location: SourceLocation(file: 0, offset: 0)),
        error: EveryAnswer.Rule(requirements: ["of-error"], location: SourceLocation(file: 0, offset: 0))
    )

    private func verdicts(_ ids: [String], _ results: [CaseResult]) throws -> [String] {
        let matrix = RequirementMatrix(ids.map(Self.requirement), Self.rules, [])
        let coverage = try #require(RequirementCoverage(matrix, in: results))
        return coverage.statements.map { "\($0.id) \($0.verdict.rawValue) \($0.cases)" }
    }

    @Test func `a statement passes only where nothing that covers it failed`() throws {
        let results = [
            Sketch.result("1", .passed, requirements: ["good", "mixed"]),
            Sketch.failed("2", got: "500", requirements: ["mixed", "bad", "bad"]),
            Sketch.result("3", .skipped("r"), requirements: ["left"]),
            Sketch.result("4", .errored(ErrorCause(kind: .setup, message: "m")), requirements: ["good", "left"]),
        ]
        #expect(
            try verdicts(["good", "mixed", "bad", "left", "none"], results)
                == ["good passed 2", "mixed failed 2", "bad failed 1", "left not-run 2", "none not-run 0"]
        )
    }

    @Test func `a case that asked nobody shows nothing but offline statements`() throws {
        let silent = Sketch.result("1", .passed, requirements: ["asked", "offline-read"], exchangeCount: 0)
        let ids = ["asked", "offline-read"]
        #expect(try verdicts(ids, [silent]) == ["asked not-run 1", "offline-read passed 1"])
        let heard = Sketch.result("2", .passed, requirements: ids)
        #expect(try verdicts(ids, [silent, heard]) == ["asked passed 2", "offline-read passed 2"])
        #expect(try verdicts(ids, [heard]) == ["asked passed 1", "offline-read passed 1"])
        let failed = Sketch.failed("3", got: "500", requirements: ids)
        #expect(try verdicts(ids, [silent, failed]) == ["asked failed 2", "offline-read failed 2"])
    }

    @Test func `a known failure is a failure of its statements`() throws {
        var known = Sketch.failed("1", got: "500", requirements: ["bad"])
        known.allowance = .excused(Sketch.mark(line: 1))
        #expect(try verdicts(["bad"], [known]) == ["bad failed 1"])
    }

    @Test func `what holds of any answer is tried by any case with an answer`() throws {
        let silent = Sketch.result("1", .passed, exchangeCount: 0)
        #expect(try verdicts(["of-any", "of-error"], [silent]) == ["of-any not-run 0", "of-error not-run 0"])
        let heard = Sketch.result("1", .passed)
        #expect(try verdicts(["of-any", "of-error"], [heard]) == ["of-any passed 0", "of-error not-run 0"])
    }

    @Test func `a broken rule fails its statements, whichever case met it`() throws {
        let finding = Finding(code: .unique, subject: "s", expected: "e", actual: "a", requirements: ["of-any"])
        let results = [Sketch.result("1", .failed, findings: [finding]), Sketch.result("2", .passed)]
        #expect(try verdicts(["of-any"], results) == ["of-any failed 0"])
    }

    @Test func `a corpus without statements has no coverage`() {
        #expect(RequirementCoverage(RequirementMatrix(), in: [Sketch.result("1", .passed)]) == nil)
    }

    /// A request for whose answer the rules hold.
    private func ruled(_ path: String) throws -> Step {
        try RequestStep.get(path).with { $0.checksEveryAnswer = true }.step()
    }

    @Test func `a run names the statements of the rule that an answer breaks`() async throws {
        let pattern = Pattern(
            .object(
                ObjectPattern(members: [
                    MemberPattern(
                        name: "request_id",
                        location: SourceLocation(file: 0, offset: 7),
                        pattern: Pattern(.equals(.constant(.string("r"))), at: SourceLocation(file: 0, offset: 7))
                    )
                ])
            ),
            at: SourceLocation(file: 0, offset: 7)
        )
        var run = TestRun(cases: [TestCase(steps: [try ruled("/one")])])
        run.catalogue.everyAnswer.any = EveryAnswer.Rule(
            body: pattern,
            requirements: ["of-any"],
            unique: [try JSONPointer("/name")],
            location: SourceLocation(file: 0, offset: 7)
        )
        let broken = try await run.result(ScriptedTransport { _, _ in .json(200, "{}") })
        #expect(broken.findings.map(\.requirements) == [["of-any"]])
        let wrongStatus = try await run.result(ScriptedTransport { _, _ in .json(500, "{\"request_id\":\"r\"}") })
        #expect(wrongStatus.findings.map(\.requirements) == [[]])
        run.cases = [TestCase(steps: [try ruled("/one"), try ruled("/two")])]
        let twice = try await run.result(
            ScriptedTransport { _, _ in .json(200, "{\"request_id\":\"r\",\"name\":\"n\"}") }
        )
        #expect(twice.findings.map(\.code) == [.unique])
        #expect(twice.findings.map(\.requirements) == [["of-any"]])
    }
}
