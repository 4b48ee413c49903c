import Testing
import WireJSON

struct JSONValueTests {
    private func value(_ text: String) throws -> JSONValue {
        try JSONDocument(text).root.value
    }

    @Test(arguments: [
        ("null", "null"), ("[1,2]", "[1.0, 20e-1]"), (#"{"a":1,"b":[]}"#, #"{"b":[],"a":1}"#), (#""\u0061""#, #""a""#),
        (#"{"a":1,"a":2}"#, #"{"a":2}"#), ("0", "-0.0"), ("9007199254740993", "9007199254740993.0"),
        (#""a\/b""#, #""a/b""#),
    ])
    func `values that mean the same are equal`(one: String, other: String) throws {
        #expect(try value(one) == value(other))
        #expect(try value(one).hashValue == value(other).hashValue)
        #expect(try value(one).bytes(.canonical) == value(other).bytes(.canonical))
        #expect(JSONDifference.between(expected: try value(one), actual: try value(other)).isEmpty)
    }

    @Test(arguments: [
        ("null", "false"), ("0", "false"), ("1", "\"1\""), ("[]", "{}"), ("[1,2]", "[2,1]"), ("[1]", "[1,1]"),
        ("{\"a\":1}", "{\"A\":1}"),
        ("{\"a\":null}", "{}"), ("\"é\"", "\"e\u{301}\""), ("{\"é\":1}", "{\"e\u{301}\":1}"),
        ("9007199254740993", "9007199254740992"),
        ("\"\"", "null"), ("{\"a\":1,\"b\":2}", "{\"a\":1,\"c\":2}"),
    ])
    func `values that mean something else are not`(one: String, other: String) throws {
        #expect(try value(one) != value(other))
        #expect(try value(one).bytes(.canonical) != value(other).bytes(.canonical))
        #expect(!JSONDifference.between(expected: try value(one), actual: try value(other)).isEmpty)
    }

    @Test func `literals make values`() {
        let value: JSONValue = ["a": [1, true, nil, "x"], "b": [:], "a": 2]
        #expect(value.text() == #"{"a":2,"b":{}}"#)
        #expect(([nil, -1] as JSONValue).text() == "[null,-1]")
    }

    @Test func `an accessor gives its own kind alone`() throws {
        let value = try value(#"{"n":1e1,"s":"x","b":true,"z":null,"a":[5]}"#)
        #expect(value["n"]?.int == 10)
        #expect(value["n"]?.number?.token == "1e1")
        #expect(value["s"]?.string == "x")
        #expect(value["s"]?.int == nil)
        #expect(value["b"]?.bool == true)
        #expect(value["z"]?.isNull == true)
        #expect(value["a"]?.array?.count == 1)
        #expect(value["a"]?[0]?.int == 5)
        #expect(value["a"]?[1] == nil)
        #expect(value["a"]?["0"] == nil)
        #expect(value["x"] == nil)
        #expect(value.object?.keys == ["n", "s", "b", "z", "a"])
        #expect(value.string == nil)
    }

    @Test func `compact text keeps order and tokens, and escapes what must be`() throws {
        let text = #"{"b":1e2,"a":"\"\\/\b\f\n\r\t\u001f é\u2028𝄞","c":[1.50,-0]}"#
        #expect(
            try value(text).text() == "{\"b\":1e2,\"a\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u001f é\u{2028}𝄞\",\"c\":[1.50,-0]}"
        )
        #expect(try value(text).description == value(text).text())
        #expect(JSONText.quoted("a\"\u{7F}\u{0}") == "\"a\\\"\u{7F}\\u0000\"")
    }

    @Test func `pretty text has a member a line`() throws {
        #expect(
            try value(#"{"a":[1,[],{}],"b":{"c":null}}"#).text(.pretty) == """
                {
                  "a": [
                    1,
                    [],
                    {}
                  ],
                  "b": {
                    "c": null
                  }
                }
                """
        )
    }

    @Test func `canonical text sorts keys by scalars and spells numbers one way`() throws {
        // U+FF5E sorts before U+1D11E by scalars, but after it by UTF-16.
        let text = "{\"\u{1D11E}\":1e2,\"\u{FF5E}\":1.0,\"a\":{\"z\":-0,\"B\":0.5e1},\"\":[true]}"
        #expect(
            try value(text).text(.canonical) == "{\"\":[true],\"a\":{\"B\":5,\"z\":0},\"\u{FF5E}\":1,\"\u{1D11E}\":100}"
        )
        #expect(try value("[1]").bytes(.canonical) == [0x5B, 0x31, 0x5D])
    }

    @Test(arguments: JSONValue.Style.allCases)
    func `text in every style reads back as the same value`(style: JSONValue.Style) throws {
        let original = try value(#"{"a":[1,2.50,{"x":"\u0000é"}],"":null,"b":{"c":[[]]}}"#)
        #expect(try value(original.text(style)) == original)
    }
}
