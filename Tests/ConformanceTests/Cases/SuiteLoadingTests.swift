import Conformance
import Testing
import WireJSON

@Suite struct SuiteLoadingTests {
    private static let get = #""request": { "operation": "sessions.get" }"#

    @Test func `a suite's id is its path, and a case's id is below it, and a row's below that`() throws {
        let corpus = try CaseFiles()
            .with("b_suites/deep/one.json", #"{ "description": "d", "cases": [{ "id": "x-1", \#(Self.get) }] }"#)
            .with(
                "a_suite/one.json",
                """
                { "description": "d", "cases": [{ "id": "y", "rows": [{ "id": "r-1" }, { "id": "r-2" }],
                  \(Self.get) }] }
                """
            )
            .corpus()
        #expect(corpus.entries.map(\.id) == ["a_suite/one/y/r-1", "a_suite/one/y/r-2", "b_suites/deep/one/x-1"])
        #expect(corpus.position(of: corpus.entries[1].location).description == "cases/a_suite/one.json:1:72")
        #expect(corpus.compile(corpus.entries[1]).id == "a_suite/one/y/r-2")
    }

    @Test func `schemas, files directly in the corpus folder and files that are not JSON are no suites`() throws {
        let corpus = try CaseFiles()
            .with("schema/suite.schema.json", "not JSON")
            .with("notes.json", "not JSON")
            .with("sessions/README.md", "not JSON")
            .with(case: #"{ "id": "only", \#(Self.get) }"#)
            .corpus()
        #expect(corpus.entries.map(\.id) == ["tests/suite/only"])
    }

    @Test func `tags and needs of a suite are added to those of its cases`() throws {
        let corpus = try CaseFiles()
            .with(
                case: #"{ "id": "only", "tags": ["slow"], "needs": ["tls", "sandbox"], \#(Self.get) }"#,
                suite: #""$schema": "x", "tags": ["sessions"], "needs": ["http2"],"#
            )
            .corpus()
        #expect(corpus.entries[0].tags == ["sessions", "slow"])
        #expect(corpus.entries[0].needs == ["http2", "sandbox", "tls"])
    }

    @Test func `what is not said of a case is empty`() throws {
        let entry = try CaseFiles().with(case: #"{ "id": "only", \#(Self.get) }"#).corpus().entries[0]
        #expect(entry.description == nil)
        #expect(entry.skip == nil)
        #expect(entry.row == nil)
        #expect(entry.tags == [] && entry.needs == [] && entry.requirements == [])
    }

    @Test func `description, requirements, tags, needs and skip may hold row values`() throws {
        let corpus = try CaseFiles()
            .with("requirements.json", #"[{ "id": "by-one", "text": "t", "source": "s", "ground": "documented" }]"#)
            .with(
                case: """
                    {
                      "id": "only", "description": "By {{id}}.", "requirements": ["by-{{id}}"], "tags": ["{{id}}"],
                      "needs": ["{{need}}"], "skip": "{{why}} today",
                      "rows": [{ "id": "one", "need": "tls", "why": "not" }], \(Self.get)
                    }
                    """
            )
            .corpus()
        let entry = corpus.entries[0]
        #expect(entry.description == "By one.")
        #expect(entry.requirements == ["by-one"])
        #expect(entry.tags == ["one"])
        #expect(entry.needs == ["tls"])
        #expect(entry.skip == "not today")
        let requirement = try #require(corpus.requirements.first)
        #expect(corpus.requirements.count == 1)
        #expect(
            [requirement.id, requirement.text, requirement.source, requirement.ground] == [
                "by-one", "t", "s", "documented",
            ]
        )
        #expect(corpus.position(of: requirement.location).column == 10)
    }

    @Test(arguments: [
        (#"{ "advance": "1s" }"#, "clock"),
        (#"{ "rotateKeys": true }"#, "keys"),
        (#"{ "userinfo": { "token": "t", "status": 401 } }"#, "userinfo"),
        (#"{ "session": { "factors": [] } }"#, "sessions"),
        (#"{ "accessToken": { "user_id": "u", "client_id": "c", "scope": "s" } }"#, "tokens"),
        (#"{ "trustedToken": { "profile_id": "p", "token": "t", "user_id": "u" } }"#, "tokens"),
        (#"{ "jwt": { "session_id": "s" } }"#, "tokens"),
        (#"{ "calls": true }"#, "calls"),
        (#"{ "fault": { "status": 429 } }"#, "faults"),
    ])
    func `what a mock step needs follows from it, wherever it stands`(mock: String, need: String) throws {
        let inSetup = #"{ "id": "only", "setup": [{ "mock": \#(mock) }], \#(Self.get) }"#
        #expect(try CaseFiles().with(case: inSetup).corpus().entries[0].needs == [need])
        let fragment = #"{ "description": "d", "steps": [{ "mock": \#(mock) }] }"#
        let files = CaseFiles().with("fragments/inner.json", fragment)
            .with(case: #"{ "id": "only", \#(Self.get) }"#, suite: #""teardown": [{ "use": "inner" }],"#)
        #expect(try files.corpus().entries[0].needs == [need])
    }

    @Test func `setup and teardown of suite and case run around the steps`() throws {
        let compiled = try CaseFiles()
            .with(
                case: """
                    {
                      "id": "only",
                      "setup": [{ "mock": { "advance": "2s" } }], "teardown": [{ "mock": { "advance": "4s" } }],
                      "steps": [{ "mock": { "advance": "3s" } }]
                    }
                    """,
                suite: """
                    "setup": [{ "mock": { "advance": "1s" } }], "teardown": [{ "mock": { "advance": "5s" } }],
                    """
            )
            .cases()[0]
        let sketch = CaseSketch(compiled)
        #expect(sketch.steps(compiled.setup) == [#"mock advance "1s""#, #"mock advance "2s""#])
        #expect(sketch.steps(compiled.steps) == [#"mock advance "3s""#])
        #expect(sketch.steps(compiled.caseTeardown) == [#"mock advance "4s""#])
        #expect(sketch.steps(compiled.suiteTeardown) == [#"mock advance "5s""#])
    }

    @Test func `the keys of a single step stand in the case itself`() throws {
        let steps = try CaseFiles.sketch(
            ofCase: #""use": "user", "as": "first", "with": { "minutes": 5 }"#
        )
        #expect(
            steps[0] == "use user; teardown: DELETE /v1/users/[<first.user_id>] | auth project | unruled "
                + "| expect 200...299 model by status -"
        )
        #expect(steps.count == 2)
    }

    @Test func `variables of a suite are constants, and --variable overrides or adds one`() throws {
        let files = CaseFiles().with(
            case: """
                { "id": "only",
                  "request": { "operation": "sessions.get", "query": { "a": "{{one}}", "b": "{{two}}" } } }
                """,
            suite: #""variables": { "one": [1], "two": "{{three}}-{{uuid}}", "three": true },"#
        )
        let before = try #require(files.cases().first)
        #expect(
            CaseSketch(before).steps(before.steps)[0].hasPrefix(
                #"GET /v1/sessions | query {"a":[1],"b":'true-<uuid>'}"#
            )
        )
        let after = try #require(files.with(constants: ["two": "{{four}}", "four": 4, "unused": 5]).cases().first)
        #expect(CaseSketch(after).steps(after.steps)[0].hasPrefix(#"GET /v1/sessions | query {"a":[1],"b":4}"#))
    }

    @Test func `known failures are kept as they are said`() throws {
        let corpus = try CaseFiles()
            .with(
                "known-failures.json",
                """
                [
                  { "case": "a/*", "targets": ["live"], "reason": "r", "link": "l",
                    "until": "2028-02-29", "message": "m" },
                  { "case": "b", "reason": "r", "link": "l2", "until": "2026-12-31", "message": "m" }
                ]
                """
            )
            .corpus()
        #expect(corpus.knownFailures.map(\.pattern) == ["a/*", "b"])
        #expect(corpus.knownFailures.map(\.targets) == [["live"], []])
        #expect(corpus.knownFailures.map(\.link) == ["l", "l2"])
        #expect(corpus.knownFailures[0].until == "2028-02-29")
        #expect(corpus.knownFailures[0].message == "m")
    }
}
