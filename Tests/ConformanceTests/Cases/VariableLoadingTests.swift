import Conformance
import Testing
import WireJSON

@Suite struct VariableLoadingTests {
    private func value(_ text: String, rows: String = "", sourceLocation: Testing.SourceLocation = #_sourceLocation)
        throws -> String
    {
        let steps = try CaseFiles.sketch(
            ofCase: #"\#(rows) "check": [{ "value": \#(text), "matches": { "$type": "string" } }]"#,
            sourceLocation: sourceLocation
        )
        return steps[0].replacing("check ", with: "").replacing(" ~ {$type string}", with: "")
    }

    @Test(arguments: [
        (#""{{uuid}}""#, "<uuid>"),
        (#""{{email}}""#, "<email>"),
        (#""{{email#2}}""#, "<email#2>"),
        (#""{{password#new}}""#, "<password#new>"),
        (#""{{run_id}}""#, "<run_id>"),
        (#""{{project_id}}""#, "<project_id>"),
        (#""{{text:4100}}""#, "<text:4100>"),
        (#""{{now}}""#, "<now>"),
        (#""{{now+5m}}""#, "<now 300.0 seconds>"),
        (#""{{now-1h}}""#, "<now -3600.0 seconds>"),
        (#""a{{uuid}}b{{email}}""#, "'a<uuid>b<email>'"),
        (#""{{uuid}}{{uuid}}""#, "'<uuid><uuid>'"),
    ])
    func `each built-in stands alone and in text`(text: String, expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test(arguments: [
        (#""\\{{not}}""#, #""{{not}}""#),
        (#""a\\{{b}} {{id}}""#, #""a{{b}} one""#),
        (#""{ {id} }""#, #""{ {id} }""#),
        (#""\u007b{id}}""#, #""one""#),
        (#"["\u007b\u007Bid}}"]"#, #"["one"]"#),
        (#""}}""#, #""}}""#),
        (#""\\\\{{id}}""#, #""\\{{id}}""#),
    ])
    func `braces can be written as themselves`(text: String, expected: String) throws {
        #expect(try value(text, rows: #""rows": [{ "id": "one" }],"#) == expected)
    }

    @Test(arguments: [
        (#""{{number}}""#, "1.50"),
        (#""{{flag}}""#, "true"),
        (#""{{nothing}}""#, "null"),
        (#""{{list}}""#, #"[1,"x"]"#),
        (#""{{object}}""#, #"{"a":{"b":"x"}}"#),
        (#""{{number}} {{flag}} {{word}}""#, #""1.50 true x""#),
        (#"{ "deep": ["{{list}}"] }"#, #"{"deep":[[1,"x"]]}"#),
    ])
    func `a whole placeholder keeps the value's type, and text takes numbers as written`(text: String, expected: String)
        throws
    {
        let row = """
            { "id": "one", "number": 1.50, "flag": true, "nothing": null, "word": "x", "list": [1, "{{word}}"],
              "object": { "a": { "b": "{{word}}" } } }
            """
        #expect(try value(text, rows: #""rows": [\#(row)],"#) == expected)
    }

    @Test func `a built-in is one value in a case and its suite's setup`() throws {
        let compiled = try CaseFiles()
            .with(
                case: #"{ "id": "only", "check": [{ "value": "{{email}}", "matches": "{{email}}" }] }"#,
                suite: #""setup": [{ "check": [{ "value": "{{email}}", "matches": 1 }] }],"#
            )
            .cases()[0]
        #expect(compiled.variables == [CaseVariable(name: "email", origin: .builtIn(.email), isSecret: false)])
    }

    @Test func `made passwords are secret`() throws {
        let compiled = try CaseFiles()
            .with(case: #"{ "id": "only", "check": [{ "value": ["{{password}}", "{{uuid}}"], "matches": 1 }] }"#)
            .cases()[0]
        #expect(compiled.variables.map(\.isSecret) == [true, false])
    }

    @Test func `names of setup are known in steps, and names of steps in teardown`() throws {
        let compiled = try CaseFiles()
            .with(
                case: """
                    {
                      "id": "only", "setup": [{ "use": "user" }],
                      "rows": [{ "id": "one", "later": "{{user_id}}" }],
                      "steps": [{ "request": { "operation": "sessions.get", "params": { "user_id": "{{later}}" } },
                                  "capture": { "got": "/a" } }],
                      "teardown": [{ "request": { "method": "DELETE", "path": "/{{got}}" } }]
                    }
                    """
            )
            .cases()[0]
        #expect(
            CaseSketch(compiled).steps(compiled.steps)[0].hasPrefix(#"GET /v1/sessions | query {"user_id":<user_id>}"#)
        )
        #expect(CaseSketch(compiled).steps(compiled.caseTeardown)[0].hasPrefix("DELETE /[<got>] | "))
    }

    @Test func `a variable that grows without end is refused`() {
        var variables: [String] = [#""a0": [1, "{{uuid}}"]"#]
        for level in 1...24 { variables.append(#""a\#(level)": ["{{a\#(level - 1)}}", "{{a\#(level - 1)}}"]"#) }
        let load = CaseFiles()
            .with(
                case: #"{ "id": "only", "check": [{ "value": "{{a24}}", "matches": 1 }] }"#,
                suite: #""variables": { \#(variables.joined(separator: ", ")) },"#
            )
            .load()
        #expect(load.diagnostics.map(\.code.rawValue) == ["expansion-too-large"])
    }

    @Test func `a pattern that is nested too deep is refused`() {
        let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
        let load = CaseFiles()
            .with(case: #"{ "id": "only", "check": [{ "value": 1, "matches": \#(deep) }] }"#)
            .load()
        #expect(load.diagnostics.map(\.code.rawValue) == ["too-deep"])
    }

    @Test(arguments: [
        ("0s", 0), ("500ms", 500), ("2s", 2_000), ("5m", 300_000), ("1h", 3_600_000), ("36525d", 3_155_760_000_000),
    ])
    func `a duration is an integer and a unit`(text: String, milliseconds: Int) {
        #expect(DurationText.parse(text) == .milliseconds(milliseconds))
    }

    @Test(arguments: ["", "5", "ms", "-5s", "1.5s", "5 s", "5S", "1h30m", "36526d", "9999999999999999s", "٥s"])
    func `what is no duration is refused`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }
}
