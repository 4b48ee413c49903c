import Testing
import WireJSON

/// Texts that every reader of RFC 8259 must accept.
struct AcceptedTextTests {
    @Test(arguments: [
        // Section 3: any value may be the whole text.
        "null", "true", "false", "0", "-1", "1.5", "\"\"", "\"text\"", "[]", "{}",
        // Section 2: white space before and after the six structural characters and around the text.
        " null", "null ", "\t[\n1\r,\u{20}2 ]\n", " { \"a\" : 1 , \"b\" : 2 } ", "[ ]", "{ }", "\n\n1\n\n",
        "\r\n[]\r\n",
        // Section 4: names need not be unique, and may be empty.
        #"{"a":1,"a":2}"#, #"{"a":1,"a":1}"#, #"{"":0}"#, #"{"\u0000":1}"#, #"{"a":{"a":{"a":{}}}}"#,
        // Section 5: values of different kinds in one array.
        "[1,\"a\",null,true,{},[]]", "[[[[]]],[]]", "[\"\",\"\"]",
        // Section 6: every form of number.
        "-0", "-0.0", "0e1", "0E+1", "0e-1", "10", "1e5", "1E5", "1e+5", "1e-5", "1E05", "-123.456e-78", "0.0000001",
        "123456789012345678901234567890", "1e999999999", "-1e-999999999", "[-0]", "1.7976931348623157e308",
        // Section 7: every escape, and every scalar that needs none.
        #""\"\\\/\b\f\n\r\t""#, #""\u0041\u00e9\u00E9""#, #""\uD834\uDD1E""#, #""\udbff\udfff""#, #""\u0000""#,
        #""\uFFFF""#, #""\u2028\u2029""#, "\"\u{7F}\"", "\"\u{2028}\u{2029}\"", "\"\u{FFFF}\"", "\"\u{10FFFF}\"",
        "\"\u{E000}\"", "\"é€𝄞\"", "\"e\u{301}\"", #""\\u0041""#, #""a\/b""#, "\"'\"", "\"/* no comment */\"",
        "\"\u{FEFF}\"",
    ])
    func `a text of the grammar is read, and keeps its bytes`(text: String) throws {
        let document = try JSONDocument(text)
        #expect(document.bytes == Array(text.utf8))
    }

    @Test func `white space around a value is no part of it`() throws {
        let root = try JSONDocument(" \t\r\n 12 \n").root
        #expect(root.text == "12")
        #expect(root.range == 5..<7)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\uD834\uDD1E""#, "𝄞"),
        (#""\udbff\udfff""#, "\u{10FFFF}"), (#""x\u0000y""#, "x\0y"), (#""\\u0041""#, #"\u0041"#),
        (#""\ud800\udc00""#, "\u{10000}"),
        ("\"plain é 𝄞\"", "plain é 𝄞"), (#""\uFFFE\uE000\uD7FF""#, "\u{FFFE}\u{E000}\u{D7FF}"), ("\"\"", ""),
    ])
    func `escapes are decoded`(text: String, scalars: String) throws {
        let string = try #require(try JSONDocument(text).root.string)
        #expect(Array(string.unicodeScalars) == Array(scalars.unicodeScalars))
    }

    /// The reader skips eight bytes at a time; what it looks for may be at any place among them.
    @Test(arguments: 0..<20)
    func `a special byte is seen at every place of a long string`(length: Int) throws {
        let plain = String(repeating: "x", count: length)
        #expect(try JSONDocument("\"\(plain)\"").root.string == plain)
        #expect(try JSONDocument("\"\(plain)\\n\(plain)\"").root.string == "\(plain)\n\(plain)")
        #expect(try JSONDocument("\"\(plain)é\(plain)\"").root.string == "\(plain)é\(plain)")
        let control = #expect(throws: JSONParseError.self) { try JSONDocument("\"\(plain)\u{1F}\(plain)\"") }
        #expect(control?.offset == length + 1)
        let end = #expect(throws: JSONParseError.self) { try JSONDocument("\"\(plain)") }
        #expect(end?.offset == length + 1)
    }
}
