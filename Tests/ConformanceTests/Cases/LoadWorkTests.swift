import Conformance
import Testing
import WireJSON

/// A load takes time in proportion to its files: what grows beyond that is refused, whatever makes it grow.
@Suite struct LoadWorkTests {
    private static let rows = (1...20).map { #"{ "id": "row-\#($0)", "number": [\#($0)] }"# }.joined(separator: ", ")

    /// A suite of one case with the variables `level_0` to `level_last`, each made of the one before, `times` times.
    private static func growing(_ times: Int, last: Int, case text: String, quoted: Bool = false) -> CaseFiles {
        let levels = (1...last).map { level in
            let parts = Array(repeating: quoted ? "{{level_\(level - 1)}}" : "\"{{level_\(level - 1)}}\"", count: times)
            let value = quoted ? "\"\(parts.joined())\"" : "[\(parts.joined(separator: ", "))]"
            return "\"level_\(level)\": \(value)"
        }
        let first = quoted ? "\"\(String(repeating: "x", count: 100))\"" : "[1]"
        let variables = ["\"level_0\": \(first)"] + levels
        return CaseFiles()
            .with(case: text, suite: #""variables": { \#(variables.joined(separator: ", ")) },"#)
    }

    private static func codes(_ files: CaseFiles) -> [String] {
        files.load().diagnostics.map(\.code.rawValue)
    }

    @Test func `a suite that doubles itself is refused once, however many rows it has`() throws {
        let text = #"{ "id": "only", "rows": [\#(Self.rows)], "check": [{ "value": "{{level_24}}", "matches": 1 }] }"#
        let diagnostics = Self.growing(2, last: 24, case: text).load().diagnostics
        #expect(diagnostics.map(\.code.rawValue) == ["expansion-too-large"])
        #expect(
            diagnostics.first?.message
                == "the corpus grows too large when rows, variables and fragments are put in; it was read up to here"
        )
        #expect(diagnostics.first?.position.file == "cases/tests/suite.json")
        #expect(diagnostics.first?.position.line == 1)
    }

    @Test func `what each row puts in is counted over all rows`() {
        let check = #""check": [{ "value": ["{{level_11}}", "{{number}}"], "matches": 1 }]"#
        let withRow = #"{ "id": "only", "rows": [{ "id": "row-1", "number": [1] }], \#(check) }"#
        #expect(Self.codes(Self.growing(2, last: 11, case: withRow)) == [])
        let withRows = #"{ "id": "only", "rows": [\#(Self.rows)], \#(check) }"#
        #expect(Self.codes(Self.growing(2, last: 11, case: withRows)) == ["expansion-too-large"])
    }

    @Test func `what suites put in is counted over all of them`() {
        let text = #"{ "id": "only", "check": [{ "value": "{{level_12}}", "matches": 1 }] }"#
        let one = Self.growing(2, last: 12, case: text)
        #expect(Self.codes(one) == [])
        var many = one
        for number in 1...9 { many.files["tests/suite_\(number).json"] = one.files["tests/suite.json"] }
        #expect(Self.codes(many) == ["expansion-too-large"])
    }

    @Test func `text that doubles itself is counted by its letters`() {
        let text = #"{ "id": "only", "check": [{ "value": "{{level_20}}", "matches": 1 }] }"#
        #expect(Self.codes(Self.growing(2, last: 20, case: text, quoted: true)) == ["expansion-too-large"])
    }

    @Test func `a long text that is put in thousands of times is counted by its letters`() {
        let long = String(repeating: "y", count: 10_000)
        let value = String(repeating: "{{long}}", count: 6_000)
        let files = CaseFiles()
            .with(
                case: #"{ "id": "only", "check": [{ "value": "\#(value)", "matches": 1 }] }"#,
                suite: #""variables": { "long": "\#(long)" },"#
            )
        #expect(Self.codes(files) == ["expansion-too-large"])
    }

    @Test func `fragments that use each other many times are refused`() {
        var files = CaseFiles().with(case: #"{ "id": "only", "use": "level_20" }"#)
        let step = #"{ "check": [{ "value": 1, "matches": 1 }] }"#
        files = files.with("fragments/level_0.json", #"{ "description": "A.", "steps": [\#(step)] }"#)
        for level in 1...20 {
            let uses = Array(repeating: #"{ "use": "level_\#(level - 1)" }"#, count: 10).joined(separator: ", ")
            files = files.with("fragments/level_\(level).json", #"{ "description": "A.", "steps": [\#(uses)] }"#)
        }
        #expect(Self.codes(files) == ["expansion-too-large"])
    }

    @Test func `patterns that rows make up are counted by their length`() {
        let rows = (0..<1_000).map { #"{ "id": "row-\#($0)", "pattern": "a{\#(8_000 + $0)}" }"# }
        let text = #"""
            { "id": "only", "rows": [\#(rows.joined(separator: ", "))],
              "check": [{ "value": "a", "matches": { "$regex": "{{pattern}}" } }] }
            """#
        #expect(Self.codes(CaseFiles().with(case: text)) == ["expansion-too-large"])
    }

    @Test func `two thousand rows that are read one by one are no mistake`() throws {
        let rows = (1...2_000).map { #"{ "id": "row-\#($0)", "number": [\#($0)] }"# }
        let members = (1...60).map { #""member_\#($0)": { "$type": "string" }"# }.joined(separator: ", ")
        let text = #"""
            { "id": "only", "rows": [\#(rows.joined(separator: ", "))],
              "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{number}}" } },
              "expect": { "body": { \#(members) } } }
            """#
        #expect(try CaseFiles().with(case: text).corpus().entries.count == 2_000)
    }

    @Test func `shapes that name each other many times are refused where the first grows too large`() {
        func files(_ last: Int) -> CaseFiles {
            var files = CaseFiles().with(case: #"{ "id": "only", "request": { "operation": "sessions.get" } }"#)
            for level in 1...last {
                let name = level == 1 ? "time" : "level_\(level - 1)"
                let uses = Array(repeating: #"{ "$shape": "\#(name)" }"#, count: 10).joined(separator: ", ")
                files = files.with("shapes/level_\(level).json", #"{ "$allOf": [\#(uses)] }"#)
            }
            return files
        }
        #expect(Self.codes(files(3)) == [])
        let diagnostics = files(6).load().diagnostics
        #expect(diagnostics.map(\.code.rawValue) == ["expansion-too-large"])
        #expect(diagnostics.map(\.position.file) == ["cases/shapes/level_4.json"])
    }

    @Test func `five hundred mistakes are told, and that there are more`() {
        let cases = (1...600).map { #"{ "id": "case-\#($0)", "use": "nothing" }"# }.joined(separator: ", ")
        let diagnostics = CaseFiles().with(case: cases).load().diagnostics
        #expect(diagnostics.count == 501)
        #expect(diagnostics.prefix(500).allSatisfy { $0.code.rawValue == "unknown-fragment" })
        #expect(diagnostics.last?.code.rawValue == "more-mistakes")
        #expect(diagnostics.last?.message == "there are more mistakes than the 500 that are told")
        #expect(diagnostics.last?.hint == "mend those first")
    }

    @Test func `a mistake that all rows share is told once and hides no other`() {
        let rows = (1...1_000).map { #"{ "id": "row-\#($0)", "number": [\#($0)] }"# }.joined(separator: ", ")
        let one =
            #"{ "id": "one", "rows": [\#(rows)], "check": [{ "value": "{{number}}", "matches": "{{nothing}}" }] }"#
        let two = #"{ "id": "two", "use": "nothing" }"#
        #expect(Self.codes(CaseFiles().with(case: one + ", " + two)) == ["unknown-variable", "unknown-fragment"])
    }
}
