import Testing
import WireJSON

struct JSONDifferenceTests {
    private func differences(_ expected: String, _ actual: String) throws -> [String] {
        try JSONDifference.between(expected: JSONDocument(expected).root.value, actual: JSONDocument(actual).root.value)
            .map {
                "\($0.kind.rawValue) \($0.pointer) \($0.expected?.text() ?? "-") \($0.actual?.text() ?? "-")"
            }
    }

    @Test func `all differences are told, each as deep as it can be`() throws {
        let expected = #"{"a":1,"b":{"c":[1,2,3],"d":null},"e":"x","f":[{"g":1}]}"#
        let actual = #"{"f":[{"g":1.0,"h":2}],"b":{"c":[1,5]},"e":"y","z":[0],"a":1.00}"#
        #expect(
            try differences(expected, actual) == [
                "changed /b/c/1 2 5", "missing /b/c/2 3 -", "missing /b/d null -", #"changed /e "x" "y""#,
                "unexpected /f/0/h - 2",
                "unexpected /z - [0]",
            ]
        )
    }

    @Test(arguments: [
        ("1", "2", "changed  1 2"), ("[]", "{}", "changed  [] {}"), ("[1]", "[]", "missing /0 1 -"),
        ("[]", "[null]", "unexpected /0 - null"),
        (#"{"a/b":1}"#, #"{"a/b":null}"#, "changed /a~1b 1 null"), ("null", "false", "changed  null false"),
        (#"{"a":null}"#, "{}", "missing /a null -"),
    ])
    func `a single difference is told`(expected: String, actual: String, difference: String) throws {
        #expect(try differences(expected, actual) == [difference])
    }

    @Test(arguments: [("1.50", "1.5"), ("2e2", "200"), ("0", "-0")])
    func `numbers that say the same differ by their tokens alone`(one: String, other: String) throws {
        let (expected, actual) = (try JSONDocument("[\(one)]").root.value, try JSONDocument("[\(other)]").root.value)
        #expect(JSONDifference.between(expected: expected, actual: actual).isEmpty)
        let byToken = JSONDifference.between(expected: expected, actual: actual, numbers: .byToken)
        #expect(byToken.map { "\($0.kind.rawValue) \($0.pointer)" } == ["changed /0"])
        #expect(JSONDifference.between(expected: expected, actual: expected, numbers: .byToken).isEmpty)
    }
}
