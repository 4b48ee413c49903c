import Conformance
import Testing
import WireJSON

@Suite struct DiagnosticTests {
    @Test func `all mistakes of all files are told at once, by file and place`() {
        let load = CaseFiles()
            .with("b/two.json", "{\n  \"description\": 1,\n  \"cases\": []\n}")
            .with("a/one.json", #"{ "description": "d", "cases": [{ "id": "X", "requets": 1 }, { "id": "x" }] }"#)
            .with("shapes/bad.json", #"{ "$tpye": "string" "#)
            .with("fragments/bad.json", #"{ "steps": [{ "mock": { "advance": "soon" } }] }"#)
            .load()
        #expect(load.corpus == nil)
        #expect(
            load.diagnostics.map { "\($0.position) \($0.code)" } == [
                "cases/a/one.json:1:41 wrong-value",
                "cases/a/one.json:1:46 unknown-key",
                "cases/a/one.json:1:62 missing-key",
                "cases/b/two.json:2:18 wrong-value",
                "cases/b/two.json:3:12 wrong-value",
                "cases/fragments/bad.json:1:1 missing-key",
                "cases/fragments/bad.json:1:36 wrong-value",
                "cases/shapes/bad.json:1:21 invalid-json",
            ]
        )
    }

    @Test func `a message has its place, the line, a caret and a hint`() throws {
        let load = CaseFiles()
            .with("a/one.json", "{\n\t\"description\": \"d\",\n\t\"cases\": [{ \"id\": \"é\\n\" }]\n}")
            .load()
        let first = try #require(load.diagnostics.last)
        #expect(
            first.rendered == """
                cases/a/one.json:3:20: 'id' must be an id of a-z and 0-9 with single '-' between, found "é\\n"
                  \t"cases": [{ "id": "é\\n" }]
                  \t                  ^
                """
        )
    }

    @Test func `a mistake in a row's value is told in the row, and one of the case once for all rows`() {
        let load = CaseFiles()
            .with(
                case: """
                    {
                      "id": "only",
                      "rows": [{ "id": "a", "v": 1 }, { "id": "b", "v": "x" }, { "id": "c", "v": 2 }],
                      "request": { "operation": "sessions.get", "query": { "q": "{{unknown}}" } },
                      "expect": { "status": [200, "{{v}}"] }
                    }
                    """
            )
            .load()
        #expect(
            load.diagnostics.map { "\($0.position.line) \($0.code): \($0.message)" } == [
                "3 wrong-value: an element of 'status' must be an integer from 100 to 599, found 1",
                "3 wrong-value: an element of 'status' must be an integer from 100 to 599, found \"x\"",
                "3 wrong-value: an element of 'status' must be an integer from 100 to 599, found 2",
                "4 unknown-variable: unknown variable 'unknown'",
            ]
        )
    }

    @Test func `what could not be read is not called unknown`() {
        let load = CaseFiles()
            .with("operations.json", "{")
            .with("fragments/user.json", "{")
            .with("shapes/time.json", "{")
            .with("payloads/stored.json", "{")
            .with(
                case: """
                    {
                      "id": "only",
                      "steps": [
                        { "use": "user" }, { "payload": "stored" },
                        { "request": { "operation": "sessions.get", "params": { "x": "{{user_id}}" } },
                          "expect": { "body": { "$shape": "time" } } }
                      ]
                    }
                    """
            )
            .load()
        #expect(load.diagnostics.map(\.code) == ["invalid-json", "invalid-json", "invalid-json", "invalid-json"])
    }

    @Test func `a corpus without a catalogue is told so`() {
        let load = CorpusLoader.load([])
        #expect(
            load.diagnostics.map(\.rendered) == [
                """
                operations.json:1:1: the corpus has no operations.json
                  hint: name the folder that holds operations.json
                """
            ]
        )
    }

    @Test func `constants of the run are checked, and their values not repeated`() {
        let load = CaseFiles()
            .with(case: #"{ "id": "only", "request": { "operation": "sessions.get" }, "capture": { "got": "/a" } }"#)
            .with(constants: ["Bad-Name": "hush", "email": "hush", "got": 1])
            .load()
        #expect(
            load.diagnostics.map(\.rendered) == [
                """
                --variable:1:2: 'Bad-Name' is no name here; expected a word of a-z, 0-9 and '_' \
                that begins with a letter
                """,
                """
                --variable:1:20: 'email' is built in and cannot be defined
                  hint: choose another name
                """,
                """
                cases/tests/suite.json:1:114: 'got' is defined twice; the first is at --variable
                  …ion": "A suite.",  "cases": [{ "id": "only", "request": { "operation": "sessions.get" }, \
                "capture": { "got": "/a" } }] }
                  \(String(repeating: " ", count: 103))^
                  hint: choose another name, or give the fragment a prefix with 'as'
                """,
            ]
        )
    }
}
