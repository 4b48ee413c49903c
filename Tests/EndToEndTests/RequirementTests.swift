import Foundation
import Testing

/// The statements of the contract, as the built program checks, lists and reports them.
@Suite(.timeLimit(.minutes(10)))
struct RequirementTests {
    private static let requirements = """
        [
          { "id": "named", "text": "a thing has its name", "source": "a page", "ground": "documented" },
          { "id": "there", "text": "a thing is there", "source": "a page", "ground": "observed" },
          { "id": "left", "text": "a thing is left", "source": "a page", "ground": "assumed", "offline": true }
        ]

        """

    /// The small corpus, its cases naming one statement each; 'thing' fails.
    private static let suite = SmallCorpus.suite
        .replacingOccurrences(
            of: "\"id\": \"thing\",",
            with: "\"id\": \"thing\", \"requirements\": [\"named\", \"there\"],"
        )
        .replacingOccurrences(of: "\"id\": \"other\",", with: "\"id\": \"other\", \"requirements\": [\"there\"],")
        .replacingOccurrences(of: "\"id\": \"left-out\",", with: "\"id\": \"left-out\", \"requirements\": [\"left\"],")
        .replacingOccurrences(of: "{{name}}", with: "Bob")

    private func withCorpus(suite: String = suite, _ body: (URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder, suite: suite)
            try folder.write("cases/requirements.json", Self.requirements)
            try await body(folder)
        }
    }

    @Test
    func `a run says how many statements passed, failed and were not run, in every report`() async throws {
        try await withCorpus { folder in
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let arguments = ["run", "--target", server.baseURL]
            let ended = try await BuiltProgram.run(arguments, in: folder, environment: SmallCorpus.credentials)
            #expect(ended.status == 1)
            #expect(ended.lines.contains("requirements: 0 passed, 2 failed, 1 not run"))
            let property = "<property name=\"run.requirements\" value=\"0 passed, 2 failed, 1 not run\"/>"
            #expect(try folder.text("reports/junit.xml").contains(property))
            let statements = """
                "coverage": {"passed":0,"failed":2,"notRun":1,"statements":[\
                {"id":"named","verdict":"failed","cases":1},{"id":"there","verdict":"failed","cases":2},\
                {"id":"left","verdict":"not-run","cases":1}]},
                """
            #expect(try folder.text("reports/results.json").contains(statements))
            let listed = try await BuiltProgram.run(["list", "--requirements"], in: folder)
            #expect(listed.status == 0)
            #expect(
                listed.lines.dropLast() == [
                    "failed   named: a thing has its name", "         1 case: small/things/thing",
                    "failed   there: a thing is there", "         2 cases: small/things/thing, small/things/other",
                    "not-run  left: a thing is left", "         1 case: small/things/left-out",
                ]
            )
            let total = "3 statements, 3 covered; 0 passed, 2 failed, 1 not run in the last run: \(server.baseURL), "
            #expect(listed.lines.last?.hasPrefix(total) == true)
            #expect(listed.lines.last?.hasSuffix(" (reports/results.json)") == true)
            let part = try await BuiltProgram.run(
                arguments + ["--filter", "**/other"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(part.status == 0)
            #expect(part.lines.contains("requirements: 1 passed, 0 failed, 2 not run"))
        }
    }

    @Test
    func `a list without a run says what covers each statement, as text or as JSON`() async throws {
        try await withCorpus { folder in
            let text = try await BuiltProgram.run(["list", "--requirements", "--filter", "**/other"], in: folder)
            #expect(
                text.output == """
                    -        named: a thing has its name
                             no case
                    -        there: a thing is there
                             1 case: small/things/other
                    -        left: a thing is left
                             no case
                    3 statements, 1 covered; no run is known

                    """
            )
            let json = try await BuiltProgram.run(["list", "--requirements", "--json"], in: folder)
            #expect(
                json.output.hasPrefix(
                    """
                    [
                    {"id":"named","text":"a thing has its name","source":"a page","ground":"documented",\
                    "offline":false,"cases":["small/things/thing"],"rules":[]},

                    """
                )
            )
            let last = #"{"id":"left","text":"a thing is left","source":"a page","ground":"assumed","offline":true,"#
            #expect(json.lines[3].hasPrefix(last))
            let missing = try await BuiltProgram.run(["list", "--requirements", "--results", "no.json"], in: folder)
            #expect(missing.status == 2)
            #expect(missing.error.hasPrefix("error: cannot read 'no.json': "))
            try folder.write("old.json", "{\"format\":\"stytch-conformance/results\",\"version\":9}")
            let old = try await BuiltProgram.run(["list", "--requirements", "--results", "old.json"], in: folder)
            #expect(old.status == 2)
            #expect(old.error.hasPrefix("error: 'old.json' is of version 9, which this program does not know\n"))
            let alone = try await BuiltProgram.run(["list", "--results", "old.json"], in: folder)
            #expect(alone.status == 2)
            #expect(alone.error == "error: '--results' stands only beside '--requirements'\n")
        }
    }

    @Test
    func `a statement that no case covers is a mistake, and so is one that is unknown`() async throws {
        try await withCorpus(suite: Self.suite.replacingOccurrences(of: "\"left\"", with: "\"there\"")) { folder in
            let uncovered = try await BuiltProgram.run(["lint"], in: folder)
            #expect(uncovered.status == 2)
            #expect(
                uncovered.output == """
                    cases/requirements.json:4:11: no case covers the requirement 'left' [uncovered-requirement]
                        { "id": "left", "text": "a thing is left", "source": "a page", "ground": "assumed", "offline": true }
                                ^
                      hint: name it under 'requirements' of a case that shows it
                    explain: stytch-conformance explain uncovered-requirement
                    3 files, 3 cases: 1 mistake

                    """
            )
            let elsewhere = try await BuiltProgram.run(["lint", "cases/small"], in: folder)
            #expect(elsewhere.status == 0)
        }
        try await withCorpus(suite: Self.suite.replacingOccurrences(of: "\"left\"", with: "\"lefd\"")) { folder in
            let unknown = try await BuiltProgram.run(["lint"], in: folder)
            #expect(unknown.status == 2)
            #expect(
                unknown.output.contains(": unknown requirement 'lefd'; did you mean 'left'? [unknown-requirement]\n")
            )
        }
    }

    @Test
    func `a stored answer shows nothing of a target, and naming such a statement is a mistake`() async throws {
        let stored = """
            { "description": "d", "cases": [
              {
                "id": "read", "requirements": ["there", "known"], "payload": "error",
                "rows": [{ "id": "one" }, { "id": "two" }], "expect": { "status": 404, "error": "thing_not_found" }
              }
            ] }

            """
        let known = #"{ "id": "known", "text": "t", "source": "s", "ground": "observed", "offline": true }"#
        try await withCorpus { folder in
            try folder.write("cases/small/stored.json", stored)
            try folder.write(
                "cases/payloads/error.json",
                """
                { "model": "errors.Error", "status": 404, "body": {
                  "status_code": 404, "request_id": "r", "error_type": "thing_not_found", "error_message": "m",
                  "error_url": "https://example.com"
                } }

                """
            )
            try folder.write(
                "cases/requirements.json",
                Self.requirements.replacingOccurrences(of: "[\n", with: "[\n  \(known),\n")
            )
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 2)
            #expect(
                lint.lines.filter { $0.hasPrefix("cases/") } == [
                    "cases/small/stored.json:4:14: a case that sends no request covers the requirement 'there' "
                        + "[unasked-requirement]"
                ]
            )
            #expect(lint.lines.last?.hasSuffix(": 1 mistake") == true)
            let ended = try await BuiltProgram.run(["run", "--filter", "small/stored"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.contains("requirements: 1 passed, 0 failed, 3 not run"))
        }
    }

    @Test
    func `of the models alone no statement about a target is said to pass`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(
                ["run", "--cases", Checkout.cases, "--filter", "models/"],
                in: folder
            )
            #expect(ended.status == 0)
            let results = try #require(try folder.json("reports/results.json")["coverage"] as? [String: Any])
            let statements = try #require(results["statements"] as? [[String: Any]])
            let passed = statements.filter { $0["verdict"] as? String == "passed" }.compactMap { $0["id"] as? String }
            #expect(passed.count > 90)
            let offline = ["model-", "factor-", "jwt-old-format"]
            #expect(passed.filter { id in !offline.contains { id.hasPrefix($0) } } == [])
            #expect(!passed.contains("factor-absent-not-null"))
        }
    }

    @Test
    func `every statement of the contract is covered and passes against the mock`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["run", "--cases", Checkout.cases], in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.contains("requirements: 169 passed, 0 failed, 0 not run"))
            let listed = try await BuiltProgram.run(["list", "--requirements", "--cases", Checkout.cases], in: folder)
            #expect(
                listed.lines.last?.hasPrefix("169 statements, 169 covered; 169 passed, 0 failed, 0 not run ") == true
            )
            #expect(!listed.lines.contains { $0.hasPrefix("         ") && !$0.contains(" case") })
        }
    }
}
