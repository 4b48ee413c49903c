import Testing
import WireJSON

struct JSONPointerTests {
    /// The examples of RFC 6901, section 5, and texts at their edges.
    @Test(
        arguments: [
            ("", []), ("/foo", ["foo"]), ("/foo/0", ["foo", "0"]), ("/", [""]), ("/a~1b", ["a/b"]), ("/c%d", ["c%d"]),
            ("/ ", [" "]),
            ("/m~0n", ["m~n"]), ("/~01", ["~1"]), ("/~00", ["~0"]), ("//", ["", ""]), ("/a//b", ["a", "", "b"]),
            ("/é", ["é"]),
            ("/~1~1", ["//"]),
        ] as [(String, [String])]
    )
    func `a text is its tokens, and back`(text: String, tokens: [String]) throws {
        let pointer = try JSONPointer(text)
        #expect(pointer.tokens == tokens)
        #expect(pointer.count == tokens.count)
        #expect(pointer.description == text)
        #expect(JSONPointer(tokens: tokens) == pointer)
    }

    @Test(arguments: [
        ("foo", JSONPointerError.Code.noSlash, "expected '/' at the start of a pointer, found 'foo'"),
        (" /foo", .noSlash, "expected '/' at the start of a pointer, found ' /foo'"),
        ("#/foo", .noSlash, "expected '/' at the start of a pointer, found '#/foo'"),
        ("/a~", .badEscape, "expected '0' or '1' after '~' in a pointer, found '/a~'"),
        ("/~2", .badEscape, "expected '0' or '1' after '~' in a pointer, found '/~2'"),
        ("/~/a", .badEscape, "expected '0' or '1' after '~' in a pointer, found '/~/a'"),
    ])
    func `a text outside of the grammar is refused`(text: String, code: JSONPointerError.Code, message: String) throws {
        let error = try #require(throws: JSONPointerError.self) { try JSONPointer(text) }
        #expect(error.code == code)
        #expect(error.message == message)
    }

    @Test func `steps are added one by one`() {
        let pointer = JSONPointer.root.appending("a/b").appending(12).appending("~")
        #expect(pointer.description == "/a~1b/12/~0")
        #expect(JSONPointer.root.description == "")
        #expect(JSONPointer.root.count == 0)
    }

    @Test func `tokens can be replaced`() {
        var pointer = JSONPointer(tokens: ["a", "b"])
        pointer.tokens[1] = "c"
        #expect(pointer.description == "/a/c")
    }

    @Test func `equality and hash are by scalars`() {
        let composed = JSONPointer(tokens: ["é"])
        let decomposed = JSONPointer(tokens: ["e\u{301}"])
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, JSONPointer(tokens: ["\u{E9}"])]).count == 2)
        #expect(JSONPointer.root.appending(1) == JSONPointer(tokens: ["1"]))
        #expect(JSONPointer(tokens: ["a", "b"]) != JSONPointer(tokens: ["b"]))
        #expect(JSONPointer(tokens: ["ab"]).hashValue == JSONPointer.root.appending("ab").hashValue)
    }
}
