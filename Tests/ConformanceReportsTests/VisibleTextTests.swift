import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

struct VisibleTextTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("two\nlines\r\nand\ta tab", "two\\nlines\\r\\nand\\ta tab"),
        ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"),
        ("\u{9B}31m\u{2028}", "\\u{9B}31m\\u{2028}"),
        ("naïve 日本 👩‍👩‍👧", "naïve 日本 👩‍👩‍👧"),
        ("a\u{200B}b\u{2060}c\u{FEFF}", "a\\u{200B}b\\u{2060}c\\u{FEFF}"),
        ("a\u{200E}\u{200F}\u{61C}\u{AD}b", "a\\u{200E}\\u{200F}\\u{61C}\\u{AD}b"),
        ("\u{3164}\u{E0041}\u{FFF9}\u{2064}", "\\u{3164}\\u{E0041}\\u{FFF9}\\u{2064}"),
        (
            "\u{644}\u{200C}\u{645} \u{2764}\u{FE0F} \u{A0}\u{E9}",
            "\u{644}\u{200C}\u{645} \u{2764}\u{FE0F} \u{A0}\u{E9}"
        ),
    ])
    func `a line holds no character that a terminal obeys`(text: String, expected: String) {
        #expect(Array(VisibleText.line(text).utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("a\nb\r\nc\rd\r\r\ne\tf", "a\nb\nc\nd\n\ne\tf"),
        ("\r\n\r\n", "\n\n"),
        ("\u{8}\u{1B}[2K", "\\u{8}\\u{1B}[2K"),
    ])
    func `a block keeps its lines and tabs`(text: String, expected: String) {
        #expect(Array(VisibleText.block(text).utf8) == Array(expected.utf8))
    }

    @Test(arguments: [("aé", 2, "a"), ("aé", 3, "aé"), ("🙂", 3, ""), ("abc", 0, ""), ("abc", 9, "abc")])
    func `a cut never splits a character's bytes`(text: String, limit: Int, expected: String) {
        #expect(CutText.prefix(text, bytes: limit) == expected)
    }
}
