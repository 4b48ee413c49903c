import Testing
import WireJSON

/// Texts that every reader of RFC 8259 must refuse, with what is said of them.
struct RefusedTextTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        var text: String
        var code: JSONParseError.Code
        var offset: Int
        var message: String

        init(_ text: String, _ code: JSONParseError.Code, at offset: Int, _ message: String) {
            self.text = text
            self.code = code
            self.offset = offset
            self.message = message
        }

        var testDescription: String { text.debugDescription }
    }

    private func expect(_ refusal: Refusal) throws {
        let error = try #require(throws: JSONParseError.self) { try JSONDocument(refusal.text) }
        #expect(error.code == refusal.code)
        #expect(error.offset == refusal.offset)
        #expect(error.message == refusal.message)
    }

    @Test(arguments: [
        Refusal("", .empty, at: 0, "expected a value, found the end"),
        Refusal(" \n", .empty, at: 2, "expected a value, found the end"),
        Refusal("\u{FEFF}", .byteOrderMark, at: 0, "expected a value, found a byte order mark"),
        Refusal("\u{FEFF}{}", .byteOrderMark, at: 0, "expected a value, found a byte order mark"),
        Refusal("[", .unexpectedEnd, at: 1, "expected a value or ']', found the end"),
        Refusal("{", .unexpectedEnd, at: 1, "expected a key or '}', found the end"),
        Refusal("[1", .unexpectedEnd, at: 2, "expected ',' or ']' after an element, found the end"),
        Refusal("[1,", .unexpectedEnd, at: 3, "expected a value, found the end"),
        Refusal("{\"a\"", .unexpectedEnd, at: 4, "expected ':' after a key, found the end"),
        Refusal("{\"a\":", .unexpectedEnd, at: 5, "expected a value, found the end"),
        Refusal("{\"a\":1", .unexpectedEnd, at: 6, "expected ',' or '}' after a member, found the end"),
        Refusal("{\"a\":1,", .unexpectedEnd, at: 7, "expected a key after ',', found the end"),
        Refusal("1 2", .trailingText, at: 2, "expected the end after the value, found '2'"),
        Refusal("[]]", .trailingText, at: 2, "expected the end after the value, found ']'"),
        Refusal("{} x", .trailingText, at: 3, "expected the end after the value, found 'x'"),
        Refusal("null\0", .trailingText, at: 4, "expected the end after the value, found U+0000"),
        Refusal("\"a\" \u{2060}", .trailingText, at: 4, "expected the end after the value, found '\u{2060}'"),
    ])
    func `a text that is not one value is refused`(refusal: Refusal) throws {
        try expect(refusal)
    }

    @Test(arguments: [
        Refusal("[1,]", .unexpectedCharacter, at: 3, "expected a value, found ']'"),
        Refusal("[,1]", .unexpectedCharacter, at: 1, "expected a value or ']', found ','"),
        Refusal("[1,,2]", .unexpectedCharacter, at: 3, "expected a value, found ','"),
        Refusal("[1 2]", .unexpectedCharacter, at: 3, "expected ',' or ']' after an element, found '2'"),
        Refusal("[1}", .unexpectedCharacter, at: 2, "expected ',' or ']' after an element, found '}'"),
        Refusal("[1:2]", .unexpectedCharacter, at: 2, "expected ',' or ']' after an element, found ':'"),
        Refusal("]", .unexpectedCharacter, at: 0, "expected a value, found ']'"),
        Refusal("{\"a\":1,}", .unexpectedCharacter, at: 7, "expected a key after ',', found '}'"),
        Refusal("{,}", .unexpectedCharacter, at: 1, "expected a key or '}', found ','"),
        Refusal("{\"a\":1 \"b\":2}", .unexpectedCharacter, at: 7, "expected ',' or '}' after a member, found '\"'"),
        Refusal("{\"a\" 1}", .unexpectedCharacter, at: 5, "expected ':' after a key, found '1'"),
        Refusal("{\"a\",1}", .unexpectedCharacter, at: 4, "expected ':' after a key, found ','"),
        Refusal("{\"a\"=1}", .unexpectedCharacter, at: 4, "expected ':' after a key, found '='"),
        Refusal("{\"a\"::1}", .unexpectedCharacter, at: 5, "expected a value, found ':'"),
        Refusal("{\"a\":1]", .unexpectedCharacter, at: 6, "expected ',' or '}' after a member, found ']'"),
        Refusal("{1:1}", .unexpectedCharacter, at: 1, "expected a key or '}', found '1'"),
        Refusal("{a:1}", .unexpectedCharacter, at: 1, "expected a key or '}', found 'a'"),
        Refusal("{'a':1}", .unexpectedCharacter, at: 1, "expected a key or '}', found '''"),
        Refusal("{null:1}", .unexpectedCharacter, at: 1, "expected a key or '}', found 'n'"),
        Refusal("'a'", .unexpectedCharacter, at: 0, "expected a value, found '''"),
        Refusal("// a\n1", .unexpectedCharacter, at: 0, "expected a value, found '/'"),
        Refusal("[/**/]", .unexpectedCharacter, at: 1, "expected a value or ']', found '/'"),
        Refusal("{\"a\":1/**/}", .unexpectedCharacter, at: 6, "expected ',' or '}' after a member, found '/'"),
        Refusal("[\u{C}1]", .unexpectedCharacter, at: 1, "expected a value or ']', found U+000C"),
        Refusal("[\u{A0}1]", .unexpectedCharacter, at: 1, "expected a value or ']', found '\u{A0}'"),
        Refusal("[\0]", .unexpectedCharacter, at: 1, "expected a value or ']', found U+0000"),
        Refusal("\u{7F}", .unexpectedCharacter, at: 0, "expected a value, found U+007F"),
        Refusal("[\\n]", .unexpectedCharacter, at: 1, "expected a value or ']', found '\\'"),
        Refusal("<.>", .unexpectedCharacter, at: 0, "expected a value, found '<'"),
        Refusal("é", .unexpectedCharacter, at: 0, "expected a value, found 'é'"),
        Refusal("[\"a\"\u{1F}]", .unexpectedCharacter, at: 4, "expected ',' or ']' after an element, found U+001F"),
    ])
    func `a character out of place is refused`(refusal: Refusal) throws {
        try expect(refusal)
    }

    @Test(arguments: [
        Refusal("nul", .badLiteral, at: 0, "expected true, false or null, found 'nul'"),
        Refusal("nulL", .badLiteral, at: 0, "expected true, false or null, found 'nulL'"),
        Refusal("[True]", .badLiteral, at: 1, "expected true, false or null, found 'True'"),
        Refusal("FALSE", .badLiteral, at: 0, "expected true, false or null, found 'FALSE'"),
        Refusal("truefalse", .badLiteral, at: 0, "expected true, false or null, found 'truefalse'"),
        Refusal("[NaN]", .badLiteral, at: 1, "expected true, false or null, found 'NaN'"),
        Refusal("Infinity", .badLiteral, at: 0, "expected true, false or null, found 'Infinity'"),
        Refusal("undefined", .badLiteral, at: 0, "expected true, false or null, found 'undefined'"),
        Refusal("[tru", .badLiteral, at: 1, "expected true, false or null, found 'tru'"),
    ])
    func `a word that is no literal is refused`(refusal: Refusal) throws {
        try expect(refusal)
    }

    @Test(arguments: [
        Refusal("+1", .badNumber, at: 0, "expected a number to begin with a digit or '-', found '+'"),
        Refusal("[.5]", .badNumber, at: 1, "expected a number to begin with a digit or '-', found '.'"),
        Refusal("-.5", .badNumber, at: 1, "expected a digit after '-', found '.'"),
        Refusal("-", .badNumber, at: 1, "expected a digit after '-', found the end"),
        Refusal("[--1]", .badNumber, at: 2, "expected a digit after '-', found '-'"),
        Refusal("-Infinity", .badNumber, at: 1, "expected a digit after '-', found 'I'"),
        Refusal("1.", .badNumber, at: 2, "expected a digit after '.', found the end"),
        Refusal("[1.]", .badNumber, at: 3, "expected a digit after '.', found ']'"),
        Refusal("1.e5", .badNumber, at: 2, "expected a digit after '.', found 'e'"),
        Refusal("1e", .badNumber, at: 2, "expected a digit in the exponent, found the end"),
        Refusal("[1e+]", .badNumber, at: 4, "expected a digit in the exponent, found ']'"),
        Refusal("1e1.5", .badNumber, at: 3, "expected the end of a number, found '.'"),
        Refusal("01", .badNumber, at: 1, "expected no digit after a leading zero, found '1'"),
        Refusal("-012", .badNumber, at: 2, "expected no digit after a leading zero, found '1'"),
        Refusal("00.5", .badNumber, at: 1, "expected no digit after a leading zero, found '0'"),
        Refusal("1.2.3", .badNumber, at: 3, "expected the end of a number, found '.'"),
        Refusal("0x1F", .badNumber, at: 1, "expected the end of a number, found 'x'"),
        Refusal("1_000", .badNumber, at: 1, "expected the end of a number, found '_'"),
        Refusal("1+2", .badNumber, at: 1, "expected the end of a number, found '+'"),
        Refusal("[1eE2]", .badNumber, at: 3, "expected a digit in the exponent, found 'E'"),
        Refusal("1\u{FF11}", .trailingText, at: 1, "expected the end after the value, found '\u{FF11}'"),
        Refusal("[1 000.0]", .unexpectedCharacter, at: 3, "expected ',' or ']' after an element, found '0'"),
    ])
    func `a number outside of the grammar is refused`(refusal: Refusal) throws {
        try expect(refusal)
    }

    @Test(arguments: [
        Refusal("\"", .unexpectedEnd, at: 1, "expected '\"' at the end of a string, found the end"),
        Refusal("\"abc", .unexpectedEnd, at: 4, "expected '\"' at the end of a string, found the end"),
        Refusal("\"a\\", .unexpectedEnd, at: 3, "expected an escape after '\\', found the end"),
        Refusal("\"\\u00", .unexpectedEnd, at: 5, "expected four hexadecimal digits after '\\u', found the end"),
        Refusal("\"\\uD800", .unexpectedEnd, at: 7, "expected the second half of a surrogate pair, found the end"),
        Refusal("\"\\uD800\\", .unexpectedEnd, at: 8, "expected the second half of a surrogate pair, found the end"),
        Refusal(
            "\"a\nb\"",
            .controlCharacter,
            at: 2,
            "expected control characters in a string to be escaped, found U+000A"
        ),
        Refusal(
            "\"\t\"",
            .controlCharacter,
            at: 1,
            "expected control characters in a string to be escaped, found U+0009"
        ),
        Refusal(
            "[\"\0\"]",
            .controlCharacter,
            at: 2,
            "expected control characters in a string to be escaped, found U+0000"
        ),
        Refusal("\"\\x41\"", .badEscape, at: 1, "expected one of '\"\\/bfnrtu' after '\\', found 'x'"),
        Refusal("\"\\a\"", .badEscape, at: 1, "expected one of '\"\\/bfnrtu' after '\\', found 'a'"),
        Refusal("\"\\'\"", .badEscape, at: 1, "expected one of '\"\\/bfnrtu' after '\\', found '''"),
        Refusal("\"\\U0041\"", .badEscape, at: 1, "expected one of '\"\\/bfnrtu' after '\\', found 'U'"),
        Refusal("\"\\\u{0}\"", .badEscape, at: 1, "expected one of '\"\\/bfnrtu' after '\\', found U+0000"),
        Refusal("\"\\é\"", .badEscape, at: 1, "expected one of '\"\\/bfnrtu' after '\\', found 'é'"),
        Refusal("\"ab\\u00g0\"", .badEscape, at: 3, "expected four hexadecimal digits after '\\u', found 'g'"),
        Refusal("\"\\u12\"", .badEscape, at: 1, "expected four hexadecimal digits after '\\u', found '\"'"),
        Refusal("\"\\uD834\\uDd\"", .badEscape, at: 7, "expected four hexadecimal digits after '\\u', found '\"'"),
        Refusal("\"\\uD800\"", .loneSurrogate, at: 1, "expected a second half after the surrogate '\\uD800'"),
        Refusal("\"\\uDBFFx\"", .loneSurrogate, at: 1, "expected a second half after the surrogate '\\uDBFF'"),
        Refusal("\"\\uD800\\n\"", .loneSurrogate, at: 1, "expected a second half after the surrogate '\\uD800'"),
        Refusal("\"\\uD800\\uD800\"", .loneSurrogate, at: 1, "expected a second half after the surrogate '\\uD800'"),
        Refusal("\"\\uD800\\u0041\"", .loneSurrogate, at: 1, "expected a second half after the surrogate '\\uD800'"),
        Refusal("\"a\\udc00\"", .loneSurrogate, at: 2, "expected a first half before the surrogate '\\udc00'"),
        Refusal("{\"\\uDFFF\":1}", .loneSurrogate, at: 2, "expected a first half before the surrogate '\\uDFFF'"),
    ])
    func `a string outside of the grammar is refused`(refusal: Refusal) throws {
        try expect(refusal)
    }

    @Test(
        arguments: [
            ([0x80], 1, "0x80"),  // a continuation byte alone
            ([0xBF], 1, "0xBF"),
            ([0xC0, 0x80], 1, "0xC0"),  // overlong forms
            ([0xC1, 0xBF], 1, "0xC1"),
            ([0xE0, 0x80, 0x80], 1, "0xE0"),
            ([0xE0, 0x9F, 0xBF], 1, "0xE0"),
            ([0xF0, 0x80, 0x80, 0x80], 1, "0xF0"),
            ([0xF0, 0x8F, 0xBF, 0xBF], 1, "0xF0"),
            ([0xED, 0xA0, 0x80], 1, "0xED"),  // surrogates
            ([0xED, 0xBF, 0xBF], 1, "0xED"),
            ([0xF4, 0x90, 0x80, 0x80], 1, "0xF4"),  // above U+10FFFF
            ([0xF5, 0x80, 0x80, 0x80], 1, "0xF5"),
            ([0xFE], 1, "0xFE"),
            ([0xFF], 1, "0xFF"),
            ([0x41, 0xC3], 2, "0xC3"),  // cut off by the closing quote
            ([0xE2, 0x82], 1, "0xE2"),
            ([0xF0, 0x9F, 0x98], 1, "0xF0"),
            ([0xC3, 0xA9, 0xC3, 0x28], 3, "0xC3"),
            ([0xE2, 0x28, 0xA1], 1, "0xE2"),
            ([0xF0, 0x9F, 0x28, 0x80], 1, "0xF0"),
        ] as [([UInt8], Int, String)]
    )
    func `ill-formed UTF-8 in a string is refused at its first byte`(bytes: [UInt8], offset: Int, name: String) throws {
        let error = try #require(throws: JSONParseError.self) { try JSONDocument([0x22] + bytes + [0x22]) }
        #expect(error.code == .badUTF8)
        #expect(error.offset == offset)
        #expect(error.message == "expected UTF-8, found byte \(name)")
    }

    @Test(
        arguments: [
            ([0x22, 0xC3], JSONParseError.Code.badUTF8, 1), ([0x5B, 0xFF, 0x5D], .badUTF8, 1), ([0xE5], .badUTF8, 0),
            ([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], .badUTF8, 0), ([0xEF, 0xBB], .badUTF8, 0),
            ([0x5B, 0x31, 0xE5, 0x5D], .badUTF8, 2), ([0x00, 0x5B, 0x00, 0x5D], .unexpectedCharacter, 0),
            ([0x7B, 0x22, 0xB9, 0x22, 0x3A, 0x30, 0x7D], .badUTF8, 2),
        ] as [([UInt8], JSONParseError.Code, Int)]
    )
    func `ill-formed UTF-8 anywhere is refused`(bytes: [UInt8], code: JSONParseError.Code, offset: Int) throws {
        let error = try #require(throws: JSONParseError.self) { try JSONDocument(bytes) }
        #expect(error.code == code)
        #expect(error.offset == offset)
    }

    @Test(arguments: [
        ("x", 1, 1), ("\n\n x", 3, 2), ("[\r\n1,\r\n?]", 3, 1), ("{\"é\": \"𝄞\", ?", 1, 12), ("[\"a", 1, 4),
        ("\n", 2, 1),
        ("[\n\"\u{1}\"]", 2, 2), ("{\"a\":\n  1.}", 2, 5),
    ])
    func `an error has the line, and the column in scalars`(text: String, line: Int, column: Int) throws {
        let error = try #require(throws: JSONParseError.self) { try JSONDocument(text) }
        #expect(error.position == JSONPosition(line: line, column: column))
    }

    @Test func `a stray continuation byte has a column of its own`() throws {
        let error = try #require(throws: JSONParseError.self) { try JSONDocument([0x22, 0x61, 0x80, 0x22]) }
        #expect(error.position == JSONPosition(line: 1, column: 3))
    }

    @Test func `an error reads as its place and its message`() throws {
        let error = try #require(throws: JSONParseError.self) { try JSONDocument("{\n  \"a\" 1}") }
        #expect(error.description == "2:7: expected ':' after a key, found '1'")
    }

    @Test func `codes are kebab-case words`() {
        #expect(
            JSONParseError.Code.allCases.map(\.rawValue) == [
                "empty", "unexpected-character", "unexpected-end", "bad-number", "bad-escape", "bad-literal",
                "control-character", "bad-utf8", "lone-surrogate", "too-deep", "trailing-text", "byte-order-mark",
                "too-large",
            ]
        )
    }
}
