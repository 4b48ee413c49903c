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
            load.diagnostics.map { "\($0.position) \($0.code.rawValue)" } == [
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
                cases/a/one.json:3:20: 'id' must be an id of a-z and 0-9 with single '-' between, found "é\\n" [wrong-value]
                  \t"cases": [{ "id": "é\\n" }]
                  \t                  ^
                  hint: for example 'live-token'
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
            load.diagnostics.map { "\($0.position.line) \($0.code.rawValue): \($0.message)" } == [
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
        #expect(
            load.diagnostics.map(\.code.rawValue) == ["invalid-json", "invalid-json", "invalid-json", "invalid-json"]
        )
    }

    @Test func `a corpus without a catalogue is told so`() {
        let load = CorpusLoader.load([])
        #expect(
            load.diagnostics.map(\.rendered) == [
                """
                operations.json: the corpus has no operations.json [no-operations-file]
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
                --variable: 'Bad-Name' is no name here; expected a word of a-z, 0-9 and '_' \
                that begins with a letter [bad-name]
                  hint: for example user_id
                """,
                """
                --variable: 'email' is built in and cannot be defined [reserved-name]
                  hint: choose another name
                """,
                """
                --variable: case files set 'got' themselves, first at cases/tests/suite.json:1:114 [defined-twice]
                  hint: leave it out of --variable, or choose another name
                """,
            ]
        )
    }

    @Test func `a mistake in what the command line gives is told where it is used, and not repeated`() {
        let load = CaseFiles()
            .with(
                case: """
                    { "id": "only",
                      "request": { "operation": "sessions.get", "path": "{{base}}/x", "query": { "q": "{{other}}" } },
                      "expect": { "status": "{{code}}", "body": { "a": "{{wanted}}" } } }
                    """
            )
            .with(constants: ["code": "hush", "wanted": ["$hush": 1], "other": "{{nobody}}", "base": "hush"])
            .load()
        #expect(
            load.diagnostics.map { "\($0.position): \($0.message)" } == [
                """
                cases/tests/suite.json:2:54: 'path' must be a path that begins with '/', \
                found a text with what --variable gives
                """,
                "cases/tests/suite.json:2:84: unknown variable 'nobody'",
                """
                cases/tests/suite.json:3:26: 'status' must be an integer from 100 to 599 or a non-empty array of \
                integers from 100 to 599, found what --variable code gives
                """,
                "cases/tests/suite.json:3:53: unknown operator '$hush'",
            ]
        )
    }

    @Test(arguments: [
        (
            #""steps": [{ "reqest": {}, "expect": { "status": 200 }, "capture": { "x": "/a" } }, \#(DiagnosticTests.usingX)]"#,
            "unknown-key"
        ),
        (
            #""steps": [{ "request": "sessions.get", "capture": { "x": "/a" } }, \#(DiagnosticTests.usingX)]"#,
            "wrong-value"
        ),
        (
            #""steps": [{ "request": { "operaton": "a" }, "capture": { "x": "/a" } }, \#(DiagnosticTests.usingX)]"#,
            "unknown-key"
        ),
        (#""steps": [{ "mock": 5, "capture": { "x": "/a" } }, \#(DiagnosticTests.usingX)]"#, "wrong-value"),
        (
            #""steps": [{ "mock": { "advance": "5m" }, "capture": { "x": "/a" } }, \#(DiagnosticTests.usingX)]"#,
            "bad-capture"
        ),
        (#""steps": ["user", \#(DiagnosticTests.usingX)]"#, "wrong-value"),
        (#""steps": [{ "usee": "user" }, \#(DiagnosticTests.usingX)]"#, "unknown-key"),
        (#""steps": [{ "with": { "a": 1 } }, \#(DiagnosticTests.usingX)]"#, "missing-key"),
        (
            """
            "steps": [{ "request": { "operation": "sessions.get" }, "capture": { "userX": "/a" } },
                      { "check": [{ "value": "{{userX}}", "matches": 1 }] }]
            """, "bad-name"
        ),
        (#""request": { "operation": "sessions.get", "params": { "{{x}}": 1 } }"#, "placeholder-not-allowed"),
        (
            """
            "rows": [{ "id": "a", "user_Id": 1 }, { "id": "b", "user_Id": 2 }],
            "request": { "operation": "sessions.get", "params": { "user_id": "{{user_Id}}" } }
            """, "bad-name"
        ),
        (
            """
            "rows": [{ "id": "a", "now": 1 }, { "id": "b", "now": 2 }], "request": { "operation": "sessions.get" }
            """, "reserved-name"
        ),
        (
            """
            "rows": [{ "id": "a", "mine": 1 }, { "id": "b", "mine": 2 }], "request": { "operation": "sessions.get" }
            """, "defined-twice"
        ),
    ])
    func `one mistake is told by one message`(keys: String, code: String) {
        let load = CaseFiles().with(case: #"{ "id": "only", \#(keys) }"#, suite: #""variables": { "mine": 1 },"#).load()
        #expect(load.diagnostics.map(\.code.rawValue) == [code])
    }

    static let usingX = #"{ "check": [{ "value": "{{x}}", "matches": 1 }] }"#

    @Test(arguments: [
        ("", "fill it, or remove it; 'stytch-conformance new' writes a first suite"),
        ("[]", "a suite is an object: { \"description\": …, \"cases\": [ … ] }"),
        ("// hi\n{}", "leave it out: JSON has no comments; 'description' and 'because' take words for people"),
        (
            "{ \"description\": \"d\", /* x */ \"cases\": [] }",
            "leave it out: JSON has no comments; 'description' and 'because' take words for people"
        ),
        ("{ 'description': 1 }", "put keys and texts into double quotes"),
        ("{ description: 1 }", "put the key into double quotes"),
        (
            "{ \"description\": \"abc,\n \"cases\": [] }",
            "close the text with '\"' on its own line; a line break in a text is \\n"
        ),
        ("{ \"description\": \"a\tb\" }", "a tab in a text is \\t"),
        (
            "{ \"description\": \"abc, \"cases\": [] }",
            "a text may have ended too soon before it: a '\"' within a text is \\\", and one text follows another after ','"
        ),
        ("{ \"description\": \"d\" \"cases\": [] }", "put a comma before it"),
        ("{ \"description\": \"d\", }", "leave out the comma before it: JSON has none after the last"),
    ])
    func `a file that is no suite is told with its cure`(text: String, hint: String) {
        let load = CaseFiles().with("a/one.json", text).load()
        #expect(load.diagnostics.map(\.hint) == [hint])
    }

    @Test func `a file that is no UTF-8 is told with its cure`() {
        let file = CorpusFile(path: "cases/a/one.json", name: "a/one.json", bytes: Array("{ \"a\": \"".utf8) + [0xFF])
        let others = CaseFiles().files.map { name, text in
            CorpusFile(path: "cases/\(name)", name: name, bytes: Array(text.utf8))
        }
        let load = CorpusLoader.load(others + [file])
        #expect(load.diagnostics.map(\.hint) == ["save the file as UTF-8"])
    }

    @Test(
        arguments: [
            ("\"method\": \"get\", \"path\": \"/\"", "write it in capitals"),
            ("\"method\": \"GE T\", \"path\": \"/\"", "a method is one word of A-Z, such as GET"),
            ("\"method\": \"\", \"path\": \"/\"", "a method is one word of A-Z, such as GET"),
            ("\"method\": \"GET\", \"path\": \"x\"", "begin it with '/'"),
            ("\"method\": \"GET\", \"path\": \"x y\"", "begin it with '/', and write spaces as %20"),
            ("\"method\": \"GET\", \"path\": \"/\" }, \"expect\": { \"status\": 2000", nil),
            ("\"method\": \"GET\", \"path\": \"/\" }, \"expect\": { \"status\": \"200\"", "write it without quotes"),
        ] as [(String, String?)]
    )
    func `a wrong value is told with its cure`(members: String, hint: String?) {
        let load = CaseFiles().with(case: "{ \"id\": \"only\", \"request\": { \(members) } }").load()
        #expect(load.diagnostics.map(\.hint) == [hint])
    }

    @Test func `the beginning of a word is taken for the word`() {
        let load = CaseFiles()
            .with(case: #"{ "id": "only", "needs": ["sand"], "request": { "operation": "sessions.get" } }"#)
            .load()
        #expect(load.diagnostics.map { $0.message.hasSuffix(", found \"sand\"; did you mean 'sandbox'?") } == [true])
    }

    @Test func `the same mistake in many cases is told for each of them`() {
        let wrong = #""request": { "operation": "sessions.get" }, "expect": { "body": { "$foo": 1 } }"#
        let load = CaseFiles()
            .with(case: #"{ "id": "a", \#(wrong) }, { "id": "b", \#(wrong) }"#)
            .load()
        #expect(load.diagnostics.map(\.code.rawValue) == ["unknown-operator", "unknown-operator"])
    }

    @Test func `an id cannot be both a variable of the suite and that of rows`() {
        let load = CaseFiles()
            .with(
                case:
                    #"{ "id": "only", "rows": [{ "id": "a" }, { "id": "b" }], "request": { "operation": "sessions.get" } }"#,
                suite: #""variables": { "id": 1 },"#
            )
            .load()
        #expect(load.diagnostics.map(\.message) == ["'id' is defined twice; the first is at line 1"])
    }

    @Test func `what a terminal would obey is written out in every message`() throws {
        let load = CaseFiles()
            .with("a/one.json", #"{ "description": "d", "cases": [{ "id": "a", "a\nb\u001b[31m": 1 }] }"#)
            .load()
        let first = try #require(load.diagnostics.first { $0.code == .unknownKey })
        #expect(first.message == #"unknown key 'a\nb\u{1B}[31m' in a case"#)
        #expect(!first.rendered.unicodeScalars.contains("\u{1B}"))
    }
}
