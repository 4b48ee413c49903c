import Testing
import WireJSON

@testable import Conformance

/// One line of a table: a pattern, a value (nil: missing) and every finding, in words.
struct PatternRow: CustomTestStringConvertible, Sendable {
    var pattern: String
    var value: String?
    var findings: [String]

    init(_ pattern: String, _ value: String?, _ findings: String...) {
        self.pattern = pattern
        self.value = value
        self.findings = findings
    }

    var testDescription: String { "\(pattern) on \(value ?? "nothing")" }
}

@Suite struct PatternCheckerTests {
    @Test(arguments: [
        PatternRow("1", "1"),
        PatternRow("1", "1.0"),
        PatternRow("1", "10e-1"),
        PatternRow("9007199254740992", "9007199254740993", "body: expected 9007199254740992, got 9007199254740993"),
        PatternRow("1", "\"1\"", "body: expected 1, got \"1\""),
        PatternRow("null", "null"),
        PatternRow("null", "0", "body: expected null, got 0"),
        PatternRow("true", "true"),
        PatternRow("true", "false", "body: expected true, got false"),
        PatternRow("\"a\"", "\"\\u0061\""),
        PatternRow("\"a\"", "\"A\"", "body: expected \"a\", got \"A\""),
        PatternRow(
            "\"\u{E9}\"",
            "\"e\u{301}\"",
            "body: expected \"\u{E9}\", got \"e\u{301}\" (they look alike; the scalars differ from number 1 on: U+00E9 and U+0065)"
        ),
        PatternRow(
            "\"abc\"",
            "\"ab\\u200bc\"",
            "body: expected \"abc\", got \"ab\u{200B}c\" (they look alike; the scalars differ from number 3 on: U+0063 and U+200B)"
        ),
        PatternRow(
            "\"\u{E9}\"",
            "\"e\u{301}\u{AD}\"",
            "body: expected \"\u{E9}\", got \"e\u{301}\u{AD}\" (they look alike; the scalars differ from number 1 on: U+00E9 and U+0065)"
        ),
        PatternRow(
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX\"",
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaY\"",
            "body: expected \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX\", got \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaY\" (they differ from character 33 on)"
        ),
    ])
    func `a scalar equals by meaning`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("[1, 2]", "[1, 2]"),
        PatternRow("[]", "[]"),
        PatternRow("[1, 2]", "[1, 3]", "body /1: expected 2, got 3"),
        PatternRow("[1, 2]", "[2, 1]", "body /0: expected 1, got 2", "body /1: expected 2, got 1"),
        PatternRow("[1, 2]", "[1]", "body: expected 2 elements, got 1 element: [1]"),
        PatternRow("[1]", "[1, 2]", "body: expected 1 element, got 2 elements: [1,2]"),
        PatternRow("[1]", "{\"a\": 1}", "body: expected [1], got {\"a\":1}"),
    ])
    func `an array is as long and equal element by element`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("{\"a\": 1}", "{\"a\": 1, \"b\": 2}"),
        PatternRow("{}", "{\"b\": 2}"),
        PatternRow("{}", "[]", "body: expected an object, got []"),
        PatternRow("{\"a\": 1}", "{\"a\": 2}", "body /a: expected 1, got 2"),
        PatternRow("{\"a\": 1}", "{\"a\": 2, \"a\": 1}"),
        PatternRow("{\"a\": 1}", "{\"a\": 1, \"a\": 2}", "body /a: expected 1, got 2"),
        PatternRow("{\"a\": null}", "{}", "body /a: expected null, got nothing"),
        PatternRow("{\"a\": {\"b/c~d\": 1}}", "{\"a\": {\"b/c~d\": 2}}", "body /a/b~1c~0d: expected 1, got 2"),
        PatternRow(
            "{\"session_id\": \"s\", \"user_id\": \"u\"}",
            "{\"sessionId\": \"s\", \"user_id\": \"v\"}",
            "body /session_id: expected \"s\", got nothing (did you mean 'sessionId'?)",
            "body /user_id: expected \"u\", got \"v\""
        ),
        PatternRow("{\"a\": 1}", "\"text\"", "body: expected {\"a\": 1}, got \"text\""),
    ])
    func `an object has the named members and may have more`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test(arguments: [
        PatternRow("{\"$exact\": true, \"a\": 1}", "{\"a\": 1}"),
        PatternRow("{\"$exact\": true}", "{}"),
        PatternRow(
            "{\"$exact\": true, \"a\": 1}",
            "{\"a\": 1, \"b\": [2]}",
            "body /b: expected no other member, got [2]"
        ),
        PatternRow(
            "{\"x\": {\"$exact\": true, \"a\": 1}}",
            "{\"x\": {\"b\": [2], \"a\": 2, \"c\\\"\": 3, \"d\": {}}}",
            "body /x/a: expected 1, got 2",
            "body /x: expected no other members, got \"b\", \"c\\\"\" and \"d\""
        ),
        PatternRow("{\"$exact\": true, \"a\": {}}", "{\"a\": {\"b\": 1}}"),
        PatternRow("{\"a\": {\"$optional\": true, \"$type\": \"string\"}}", "{}"),
        PatternRow("{\"a\": {\"$optional\": true}}", "{\"a\": 5}"),
        PatternRow(
            "{\"a\": {\"$optional\": true, \"$type\": \"string\"}}",
            "{\"a\": null}",
            "body /a: expected a string, got null"
        ),
        PatternRow("{\"a\": {\"$nullable\": true, \"$type\": \"string\"}}", "{\"a\": null}"),
        PatternRow(
            "{\"a\": {\"$nullable\": true, \"$type\": \"string\"}}",
            "{}",
            "body /a: expected a string, or null, got nothing"
        ),
        PatternRow("{\"a\": {\"$nullable\": true, \"b\": 1}}", "{\"a\": null}"),
        PatternRow("{\"a\": {\"$absent\": true}}", "{}"),
        PatternRow("{\"a\": {\"$absent\": true}}", "{\"a\": null}", "body /a: expected nothing, got null"),
        PatternRow("{\"a\": {\"$anyOf\": [{\"$absent\": true}, 1]}}", "{}"),
        PatternRow("{\"a\": {\"$anyOf\": [{\"$absent\": true}, 1]}}", "{\"a\": 1}"),
        PatternRow("{\"a\": {\"$not\": 1}}", "{}", "body /a: expected anything but 1, got nothing"),
    ])
    func `flags say what else is allowed`(row: PatternRow) throws {
        #expect(try Checking().findings(row.pattern, row.value) == row.findings)
    }

    @Test func `of very many members that are too many ten are named`() throws {
        let object = "{" + (1...24).map { "\"m\($0)\": \($0)" }.joined(separator: ", ") + "}"
        #expect(
            try Checking().findings("{\"$exact\": true, \"m2\": 2}", object) == [
                "body: expected no other members, got \"m1\", \"m3\", \"m4\", \"m5\", \"m6\", \"m7\", \"m8\", \"m9\", "
                    + "\"m10\", \"m11\" and 13 more"
            ]
        )
    }

    @Test func `placeholders stand for values and never for patterns`() throws {
        let checking = Checking(values: [["$type": "string"], nil], status: 404)
        #expect(try checking.findings("{\"a\": \"{{0}}\"}", "{\"a\": {\"$type\": \"string\"}}") == [])
        #expect(
            try checking.findings("{\"a\": \"{{0}}\"}", "{\"a\": \"x\"}")
                == ["body /a: expected {\"$type\":\"string\"}, got \"x\""]
        )
        #expect(try checking.findings("{\"a\": \"{{status}}\"}", "{\"a\": 404}") == [])
        #expect(try checking.findings("{\"a\": \"{{body/b}}\"}", "{\"a\": [1], \"b\": [1.0]}") == [])
        #expect(
            try checking.findings("{\"a\": \"{{body/c}}\"}", "{\"a\": 1}")
                == ["body /a: expected a value to compare with, got 1 (the answer has nothing at '/c')"]
        )
        #expect(
            try checking.findings("{\"a\": \"{{1}}\"}", "{\"a\": 1}")
                == ["body /a: expected a value to compare with, got 1 (the variable 'variable_1' was never set)"]
        )
        #expect(try checking.findings("{\"a\": \"{{now}}\"}", "{\"a\": \"2026-11-21T09:30:00Z\"}") == [])
    }

    @Test func `a shape that leads into itself without end is a finding, not a crash`() throws {
        let place = PatternReading.place
        let loop = Pattern(
            .object(ObjectPattern(operators: [PatternOperator(.shape(name: "a", index: 0), at: place)])),
            at: place
        )
        let checking = Checking(shapes: [Shape(name: "a", pattern: loop)])
        #expect(
            try checking.findings("{\"$shape\": \"a\"}", "1") == ["body: expected patterns at most 256 deep, got more"]
        )
    }
}
