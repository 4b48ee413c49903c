import Testing

@testable import Conformance

@Suite struct TextFoldingTests {
    private func folded(_ text: String) -> String {
        String(decoding: TextFolding.folded(Array(text.utf8)), as: UTF8.self)
    }

    /// Each of these is one way to write `to/k"en+é!`.
    @Test(arguments: [
        "to/k\"en+\u{E9}!", "to\\/k\\\"en+\u{E9}!", "to%2Fk%22en%2B%C3%A9%21", "%74%6f%2f%6b%22%65%6e%2b%c3%a9%21",
        "to%252Fk%2522en%252B%25C3%25A9!", "\\u0074o\\u002fk\\u0022en\\u002B\\u00e9\\u0021",
        "to\\\\/k\\\\\\\"en+\\\\u00e9!",
        "to/k&quot;en&#43;&#xE9;!", "to/k&amp;quot;en+&#233;!", "to/k'\\\"'en+\\303\\251!", "to/k\\x22en\\x2b\\u{E9}!",
        "to_k\"en-\u{E9}!", "t\0o\0/\0k\0en\u{E9}!", "to/k\r\n\"en+\n \u{E9}!",
    ])
    func `however a text is written, it folds alike`(text: String) {
        #expect(folded(text) == "to/ken\u{E9}!")
    }

    @Test(arguments: [
        ("100%", "100%"), ("100% of", "100%of"), ("a&b;c", "a&b;c"), ("a&nosuch;b", "a&nosuch;b"), ("\\", ""),
        ("\\u12", "u12"),
        ("\\ud83d\\uDD11", "\u{1F511}"), ("\\ud83d!", "!"), ("C:\\new", "C:ew"), ("%4", "%4"), ("&", "&"), ("", ""),
        ("\\u{110000}x", "x"), ("%25", "%"),
    ])
    func `what is no escape stands for itself`(text: String, shown: String) {
        #expect(folded(text) == shown)
    }

    @Test func `each folded byte knows where it came from`() {
        let traced = TextFolding.traced(Array("a%62 \\u00e9-c".utf8))
        #expect(traced.folded == Array("ab\u{E9}c".utf8))
        #expect(traced.places == [0..<1, 1..<4, 5..<11, 5..<11, 12..<13])
    }

    @Test func `a hundred thousand escape signs are no hindrance`() {
        for sign in ["\\", "%", "&", "%25", "&amp;"] {
            _ = folded(String(repeating: sign, count: 100_000))
        }
        #expect(folded(String(repeating: "\\", count: 100_000)) == "")
    }
}

@Suite struct SecretFormsTests {
    @Test func `short values and single words are no forms, long ones are`() {
        #expect(!SecretForms.isTellable(Array("ab12cd3".utf8)))
        #expect(!SecretForms.isTellable(Array("assertion".utf8)))
        #expect(!SecretForms.isTellable(Array("123456789012345".utf8)))
        #expect(SecretForms.isTellable(Array("ab12cd34".utf8)))
        #expect(SecretForms.isTellable(Array("abcdefghijklmnop".utf8)))
    }

    @Test func `a secret has its forms in Base64 and hexadecimal`() {
        let forms = SecretForms.folded(of: "secret-test-1").map { String(decoding: $0, as: UTF8.self) }
        #expect(
            forms == [
                "secrettest1", "c2VjcmV0LXRlc3QtM", "c2VjcmV0LXRlc3QtMQ", "NlY3JldC10ZXN0LT", "NlY3JldC10ZXN0LTE",
                "zZWNyZXQtdGVzdC0x", "7365637265742d746573742d31",
                "7365637265742D746573742D31",
            ]
        )
    }
}
