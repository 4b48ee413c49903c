import Testing
import WireJSON

@testable import Conformance

/// From case files to results, with nothing made by hand but the answers.
@Suite struct LoadedCorpusTests {
    private static let operations = """
        { "secrets": ["session_token", "password"],
          "everyAnswer": { "any": { "body": { "request_id": { "$regex": "." } }, "unique": ["/request_id"], "requirements": [] } },
          "operations": {
            "users.create": { "method": "POST", "path": "/v1/users", "params": { "password": { "in": "body" } }, "model": "m" },
            "users.get": { "method": "GET", "path": "/v1/users/{user_id}", "params": { "user_id": { "in": "path" } }, "model": "m", "repeatable": true },
            "users.delete": { "method": "DELETE", "path": "/v1/users/{user_id}", "params": { "user_id": { "in": "path" } }, "model": "m" } } }
        """

    private static let fragment = """
        { "description": "A user.",
          "steps": [{ "request": { "operation": "users.create", "params": { "password": "{{password}}" } },
                      "capture": { "user_id": "/user_id", "session_token": "/session_token" } }],
          "teardown": [{ "request": { "operation": "users.delete", "params": { "user_id": "{{user_id}}" } } }],
          "returns": { "user_id": "{{user_id}}", "session_token": "{{session_token}}" } }
        """

    private static let suite = """
        { "description": "Users.",
          "setup": [{ "use": "user" }],
          "teardown": [{ "request": { "method": "GET", "path": "/suite-teardown" }, "expect": { "status": 200, "model": "none" } }],
          "cases": [
            { "id": "get",
              "rows": [{ "id": "right", "wanted": "u-1" }, { "id": "wrong", "wanted": "u-2" }],
              "setup": [{ "use": "user", "as": "second" }],
              "request": { "operation": "users.get", "params": { "user_id": "{{second.user_id}}" } },
              "expect": { "body": { "user_id": "{{wanted}}", "session_token": "{{session_token}}" } } }
          ] }
        """

    private func corpus() throws -> Corpus {
        let files = [
            ("operations.json", Self.operations), ("fragments/user.json", Self.fragment),
            ("account/users.json", Self.suite),
        ]
        let load = CorpusLoader.load(
            files.map { CorpusFile(path: "cases/\($0.0)", name: $0.0, bytes: Array($0.1.utf8)) },
            options: LoadOptions(models: ["m", "errors.Error"])
        )
        #expect(load.diagnostics.map(\.rendered) == [])
        return try #require(load.corpus)
    }

    @Test func `cases from files run, and what failed is told by its line without a secret`() async throws {
        let corpus = try corpus()
        let run = TestRun()
        let transport = ScriptedTransport { _, number in
            .json(
                200,
                "{\"request_id\": \"r-\(number)\", \"user_id\": \"u-1\", \"session_token\": \"token-\(number)\"}"
            )
        }
        let runner = Runner(
            corpus: corpus,
            target: run.target,
            transport: transport,
            models: ["m": { _ in [] }, "errors.Error": { _ in [] }],
            tokens: run.tokens,
            environment: run.clock.environment,
            settings: run.settings
        )
        let result = await runner.run(
            RunPlan(corpus: corpus, selection: Selection(paths: ["account"]), target: run.target)
        )

        #expect(result.cases.map(\.id) == ["account/users/get/right", "account/users/get/wrong"])
        try #require(result.cases.count == 2)
        #expect(result.cases.map(\.suite) == ["account/users", "account/users"])
        #expect(
            transport.lines.prefix(6) == [
                "POST /v1/users", "POST /v1/users", "GET /v1/users/u-1", "DELETE /v1/users/u-1", "GET /suite-teardown",
                "DELETE /v1/users/u-1",
            ]
        )
        #expect(
            result.cases[1].findings.map(\.summary) == [
                "body /user_id: expected \"u-2\", got \"u-1\"",
                "body /session_token: expected \"[session_token 1]\", got \"[session_token 3]\"",
            ]
        )
        #expect(
            result.cases[1].findings.map { $0.position?.description } == [
                "cases/account/users.json:6:79", "cases/account/users.json:9:71",
            ]
        )
        #expect(result.cases[1].exchanges.first?.requestBody == "{\"password\":\"[password 1]\"}")
    }
}
