import Testing
import WireJSON

@testable import Conformance

/// Expectations that several cases say in the same words are read once; what fails is told at the words of its own case.
@Suite struct SharedExpectationTests {
    private static let operations = """
        { "operations": {
            "users.get": { "method": "GET", "path": "/v1/users", "params": {}, "model": "m" },
            "keys.get": { "method": "GET", "path": "/v1/keys", "params": {}, "model": "none", "success": [201] } } }
        """
    private static let expectation = #"{ "status": 200, "body": { "user_id": "u-2", "$exact": true } }"#

    private static func suite(_ request: String, _ indent: String) -> String {
        """
        { "description": "Users.",
        \(indent)"cases": [
        \(indent)  { "id": "first", "request": \(request), "expect": \(expectation) },
        \(indent)  { "id": "second", "description": "As the first.", "request": \(request), "expect": \(expectation) } ] }
        """
    }

    private func corpus(_ files: [(String, String)]) throws -> Corpus {
        let load = CorpusLoader.load(
            ([("operations.json", Self.operations)] + files).map {
                CorpusFile(path: "cases/\($0.0)", name: $0.0, bytes: Array($0.1.utf8))
            },
            options: LoadOptions(models: ["m", "errors.Error"])
        )
        #expect(load.diagnostics.map(\.rendered) == [])
        return try #require(load.corpus)
    }

    @Test func `each case that fails names its own file and line`() async throws {
        let get = #"{ "operation": "users.get" }"#
        let corpus = try corpus([("users/a.json", Self.suite(get, "")), ("users/b.json", Self.suite(get, "     "))])
        let run = TestRun()
        let transport = ScriptedTransport { _, _ in .json(200, #"{"user_id": "u-1", "more": 1}"#) }
        let runner = Runner(
            corpus: corpus,
            target: run.target,
            transport: transport,
            models: ["m": { _ in [] }, "errors.Error": { _ in [] }],
            tokens: run.tokens,
            environment: run.clock.environment,
            settings: run.settings
        )
        let result = await runner.run(RunPlan(corpus: corpus, selection: Selection(), target: run.target))
        #expect(
            result.cases.map { $0.findings.map { "\($0.position?.description ?? "") \($0.subject)" } } == [
                ["cases/users/a.json:3:109 body /user_id", "cases/users/a.json:3:96 body /more"],
                ["cases/users/a.json:4:142 body /user_id", "cases/users/a.json:4:129 body /more"],
                ["cases/users/b.json:3:114 body /user_id", "cases/users/b.json:3:101 body /more"],
                ["cases/users/b.json:4:147 body /user_id", "cases/users/b.json:4:134 body /more"],
            ]
        )
    }

    @Test func `the same words mean what their own operation says`() throws {
        let said = #"{ "body": { "id": "x" } }"#
        let corpus = try corpus([
            (
                "users/a.json",
                """
                { "description": "Two.", "cases": [
                  { "id": "user", "request": { "operation": "users.get" }, "expect": \(said) },
                  { "id": "key", "request": { "operation": "keys.get" }, "expect": \(said) },
                  { "id": "other", "request": { "operation": "users.get" }, "expect": \(said) } ] }
                """
            )
        ])
        let steps = corpus.entries.compactMap { entry -> StepExpectations? in
            guard case .request(let request) = corpus.compile(entry).steps.first?.action else { return nil }
            return request.expectations
        }
        #expect(steps.map { $0.alternatives.first?.statuses.ranges } == [[200...200], [201...201], [200...200]])
        #expect(
            steps.map { $0.alternatives.first?.model } == [
                .byStatus(success: "m"), .byStatus(success: nil), .byStatus(success: "m"),
            ]
        )
        #expect(steps.map { $0.move == nil } == [true, true, false])
        #expect(steps[0].alternatives == steps[2].alternatives)
    }

    @Test func `words with a placeholder are read each time`() throws {
        let said = #"{ "body": { "id": "{{user}}" } }"#
        let corpus = try corpus([
            (
                "users/a.json",
                """
                { "description": "Two.", "variables": { "user": "u-1" }, "cases": [
                  { "id": "one", "request": { "operation": "users.get" }, "expect": \(said) },
                  { "id": "two", "request": { "operation": "users.get" }, "expect": \(said) } ] }
                """
            )
        ])
        let moves = corpus.entries.map { entry -> SourceMove? in
            guard case .request(let request) = corpus.compile(entry).steps.first?.action else { return nil }
            return request.expectations.move
        }
        #expect(moves == [nil, nil])
    }

    @Test func `only places within the words that are shared move`() {
        let move = SourceMove(
            from: CaseLocation(file: 1, offset: 100),
            to: CaseLocation(file: 2, offset: 10),
            length: 20
        )
        let places = [(1, 99), (1, 100), (1, 119), (1, 120), (0, 110)].map { CaseLocation(file: $0.0, offset: $0.1) }
        #expect(
            places.map { move($0) } == [
                CaseLocation(file: 1, offset: 99), CaseLocation(file: 2, offset: 10),
                CaseLocation(file: 2, offset: 29), CaseLocation(file: 1, offset: 120),
                CaseLocation(file: 0, offset: 110),
            ]
        )
    }
}
