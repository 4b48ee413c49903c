import Testing
import WireJSON

@testable import Conformance

/// A case that many rows share is compiled once, and each row put in comes to the same as the row compiled alone.
@Suite struct RowFormTests {
    static let rows = """
        "rows": [
          { "id": "one", "user": "user-test-1", "count": 1, "flag": true, "nothing": null, "word": "a", "wait": "1m", "list": [1] },
          { "id": "two", "user": "Zoë 😀 \\n", "count": 2.50, "flag": false, "nothing": null, "word": "b", "wait": "2m", "list": [] },
          { "id": "three", "user": "", "count": -3e2, "flag": true, "nothing": null, "word": "c", "wait": "3m", "list": [null] }
        ]
        """

    /// Keys of cases that one form serves.
    static let open = [
        #""request": { "operation": "sessions.get", "params": { "user_id": "{{user}}" } }"#,
        #""request": { "operation": "sessions.get" }, "description": "{{id}} of {{user}}", "tags": ["t_{{word}}", "all"]"#,
        #""request": { "operation": "sessions.get" }, "skip": "{{user}}", "requirements": ["{{word}}", "always"]"#,
        """
        "request": { "method": "PUT", "path": "/v1/{{user}}/{{count}}/{{id}}", "query": { "n": "{{nothing}}", "l": ["{{flag}}"] },
                     "headers": { "X-User": "{{word}}", "X-Text": "u {{count}} {{flag}}", "X-None": "{{nothing}}" },
                     "body": { "deep": [{ "user": "{{user}}", "text": "<{{word}}|{{uuid}}|{{count}}>" }, "{{count}}"] },
                     "auth": { "basic": ["{{user}}", "p{{word}}"] } }
        """,
        #""request": { "method": "PUT", "path": "/x", "rawBody": "{{user}}", "auth": { "bearer": "{{word}}" } }"#,
        """
        "request": { "operation": "sessions.get" },
        "expect": { "headers": { "x-user": "{{user}}" },
                    "body": { "a": "{{user}}", "b": ["{{count}}", "x{{word}}"], "c": { "$literal": ["{{flag}}"] },
                              "d": { "$gt": "{{count}}", "$not": "{{nothing}}" }, "e": { "$anyOf": ["{{word}}", 1] },
                              "f": { "$each": "{{user}}", "$contains": ["{{user}}"], "$unordered": ["{{user}}"] },
                              "g": { "$allOf": [{ "g": "{{flag}}" }] }, "h": { "$near": { "plus": "{{wait}}" } },
                              "i": { "$jwt": { "claims": { "sub": "{{user}}" }, "header": { "kid": "{{word}}" } } } } }
        """,
        """
        "expect": { "body": { "user": "{{user}}" } },
        "payload": { "operation": "sessions.get", "headers": { "x": "{{word}}" }, "body": { "user": "{{user}}" } }
        """,
        """
        "setup": [{ "use": "user", "with": { "minutes": "{{count}}" } }],
        "steps": [{ "mock": { "userinfo": { "token": "{{user}}", "answer": { "sub": "{{user}}" } } } },
                  { "mock": { "session": { "factors": ["{{word}}"] } }, "capture": { "made": "/user_id" } },
                  { "check": [{ "value": ["{{user}}", "{{made}}"], "matches": ["{{user}}", "{{word}}"] }] }],
        "teardown": [{ "request": { "method": "DELETE", "path": "/{{user}}" } }]
        """,
    ]

    /// Keys of cases whose rows are put in one by one: what a row gives is more than data there.
    static let closed = [
        #""request": { "operation": "sessions.get" }, "expect": { "body": { "a": { "$regex": "{{word}}" } } }"#,
        #""request": { "operation": "sessions.get" }, "expect": { "body": "{{list}}" }"#,
        #""request": { "operation": "sessions.get" }, "expect": { "body": { "a": { "$near": { "to": "{{count}}" } } } }"#,
        #""request": { "method": "GET", "path": "/x" }, "expect": { "error": "{{word}}" }"#,
        #""request": { "operation": "sessions.get" }, "expect": { "because": "{{word}}" }"#,
        #""request": { "operation": "sessions.get", "params": { "user_id": "{{list}}" } }"#,
    ]

    static func files(_ keys: String, rows: String = rows) -> CaseFiles {
        let statements = ["a", "b", "c", "always"].map {
            #"{ "id": "\#($0)", "text": "t", "source": "s", "ground": "documented" }"#
        }
        return CaseFiles().with(case: #"{ "id": "only", \#(rows), \#(keys) }"#)
            .with("requirements.json", "[\(statements.joined(separator: ", "))]")
    }

    private func expectSameAsAlone(_ corpus: Corpus) {
        for entry in corpus.entries {
            #expect("\(corpus.compile(entry))" == "\(corpus.compileFromSource(entry))")
        }
    }

    @Test(arguments: open)
    func `a row put into the form is the row compiled alone`(keys: String) throws {
        let corpus = try Self.files(keys).corpus()
        #expect(corpus.entries.map(\.id) == ["tests/suite/only/one", "tests/suite/only/two", "tests/suite/only/three"])
        #expect(corpus.library.suites[0].cases[0].forms.count == 1)
        expectSameAsAlone(corpus)
    }

    @Test(arguments: closed)
    func `a case that asks more of its rows than data has no form`(keys: String) throws {
        let corpus = try Self.files(keys).corpus()
        #expect(corpus.entries.count == 3)
        #expect(corpus.library.suites[0].cases[0].forms.isEmpty)
        expectSameAsAlone(corpus)
    }

    @Test(arguments: open)
    func `the entry of a row is the same where it stands alone`(keys: String) throws {
        let together = try Self.files(keys).corpus().entries
        let document = try JSONDocument("{\(Self.rows)}")
        let rows = try #require(document.root["rows"]).elements.map(\.text)
        for (row, entry) in zip(rows, together) {
            let alone = try #require(Self.files(keys, rows: #""rows": [\#(row)]"#).corpus().entries.first)
            #expect(entry.id == alone.id)
            #expect(entry.description == alone.description)
            #expect(entry.requirements == alone.requirements)
            #expect(entry.tags == alone.tags)
            #expect(entry.needs == alone.needs)
            #expect(entry.skip == alone.skip)
        }
        #expect(together.map(\.row) == [0, 1, 2])
        #expect(Set(together.map(\.location)).count == 3)
    }

    @Test func `rows of other members and kinds have forms of their own`() throws {
        let rows = """
            "rows": [{ "id": "a", "v": 1 }, { "id": "b", "v": 2 }, { "id": "c", "v": "x" }, { "id": "d", "v": "y" },
                     { "id": "e", "v": "z", "more": 1 }, { "id": "f", "v": [1] }, { "id": "g", "v": "{{uuid}}" },
                     { "id": "h", "v": "\\\\{{uuid}}" }, { "id": "i", "v": 3 }]
            """
        let keys = #""request": { "operation": "sessions.get", "params": { "user_id": "{{v}}" } }"#
        let corpus = try Self.files(keys, rows: rows).corpus()
        #expect(corpus.library.suites[0].cases[0].forms.count == 3)
        expectSameAsAlone(corpus)
        let sent = corpus.entries.map { entry in
            let compiled = corpus.compile(entry)
            return CaseSketch(compiled).steps(compiled.steps)[0].split(separator: " | ")[1]
        }
        #expect(
            sent == [
                #"query {"user_id":1}"#, #"query {"user_id":2}"#, #"query {"user_id":"x"}"#, #"query {"user_id":"y"}"#,
                #"query {"user_id":"z"}"#, #"query {"user_id":[1]}"#, #"query {"user_id":<uuid>}"#,
                #"query {"user_id":"{{uuid}}"}"#, #"query {"user_id":3}"#,
            ]
        )
    }

    @Test func `what a row gives is checked where a form would serve it`() {
        let rows = """
            "rows": [{ "id": "a", "v": "2026-11-21T09:30:00Z", "h": "x", "t": "good", "unused": 1 },
                     { "id": "b", "v": "tomorrow", "h": "x", "t": "good", "unused": 1 },
                     { "id": "c", "v": "2026-11-21T09:30:00Z", "h": "x\\ny", "t": "good", "unused": 1 },
                     { "id": "d", "v": "2026-11-21T09:30:00Z", "h": "x", "t": "Not A Word", "unused": 1 },
                     { "id": "e", "v": "2026-11-21T09:30:00Z", "h": "x", "t": "good", "unused": "{{nobody}}" },
                     { "id": "e", "v": "2026-11-21T09:30:00Z", "h": "x", "t": "good", "unused": 1 },
                     { "id": "f", "v": "2026-11-21T09:30:00Z", "h": "x", "t": "good" },
                     { "id": "g", "h": "x", "t": "good", "unused": 1 }]
            """
        let keys = """
            "tags": ["{{t}}"], "request": { "operation": "sessions.get", "headers": { "X-H": "{{h}}" } },
            "expect": { "body": { "at": { "$gte": "{{v}}" } } }
            """
        let load = Self.files(keys, rows: rows).load()
        #expect(
            load.diagnostics.map { "\($0.position.line) \($0.code.rawValue)" } == [
                "2 wrong-value", "3 bad-header-value", "4 wrong-value", "5 unknown-variable", "6 duplicate-id",
                "8 unknown-variable",
            ]
        )
        #expect(
            load.diagnostics.last?.message == "the row 'g' has no 'v', which the case uses and other rows give"
        )
    }

    @Test func `a case that is kept from its check is the one that its source gives`() throws {
        let corpus = try CaseFiles()
            .with(
                case: """
                    { "id": "a", "setup": [{ "use": "user" }], "request": { "operation": "sessions.get" },
                      "expect": { "body": { "user": "{{user_id}}", "at": { "$shape": "time" } } } },
                    { "id": "b", "request": { "operation": "sessions.get" } }
                    """,
                suite: #""setup": [{ "use": "user", "as": "first" }],"#
            )
            .corpus()
        #expect(corpus.library.suites[0].cases.map { $0.compiled != nil } == [true, true])
        expectSameAsAlone(corpus)
    }

    @Test func `an expectation that was found good in one case is still whole in all`() throws {
        let keys =
            #""request": { "operation": "sessions.get" }, "expect": { "status": 200, "body": { "a": { "$type": "string" } } }"#
        let rows = #""rows": [{ "id": "a", "w": "1s" }, { "id": "b", "w": "2s" }], "eventually": "{{w}}""#
        let corpus = try Self.files(keys, rows: rows).corpus()
        let expected = "GET /v1/sessions | auth project | repeatable | expect 200 body {a: {$type string}}"
        for entry in corpus.entries {
            let compiled = corpus.compile(entry)
            #expect(CaseSketch(compiled).steps(compiled.steps)[0].hasPrefix(expected))
        }
    }
}
