import Testing

@testable import ConformanceReports

struct MarkdownTextTests {
    @Test(arguments: [
        ("plain words", "plain words"),
        ("a|b", "a\\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("*_~`[x](y)", "\\*\\_\\~\\`\\[x\\](y)"),
        ("# head", "\\#\u{200B} head"),
        ("- item", "\\- item"), ("+ item", "\\+ item"), ("===", "\\==="),
        ("1. item", "1\\. item"), ("12) item", "12\\) item"), ("v1.2", "v1.2"),
        ("ask @octocat", "ask @\u{200B}octocat"), ("see #123", "see #\u{200B}123"),
        ("a\nb\u{1B}[2J\u{202E}", "a\\\\nb\\\\u{1B}\\[2J\\\\u{202E}"),
        ("$x$", "\\$x\\$"),
        ("\\", "\\\\"),
        ("|\u{301} *\u{338} <\u{338} `\u{301} [\u{301}", "\\|\u{301} \\*\u{338} &lt;\u{338} \\`\u{301} \\[\u{301}"),
    ])
    func `text in a line is shown, not obeyed`(text: String, expected: String) {
        #expect(MarkdownText.inline(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("x", "`x`"),
        ("a`b", "``a`b``"),
        ("``", "``` `` ```"),
        (" a", "`  a `"),
        ("a|b", "`a|b`"),
        ("", "(empty)"),
        ("@a #1 <b>", "`@a #1 <b>`"),
        ("a\r\nb", "`a\\r\\nb`"),
        ("`\u{301}`", "`` `\u{301}` ``"),
    ])
    func `code has a fence longer than any run in it`(text: String, expected: String) {
        #expect(MarkdownText.code(text).utf8.elementsEqual(expected.utf8))
    }

    @Test
    func `a bar in code does not end a cell`() {
        #expect(MarkdownText.code("a|b||", inTable: true) == "`a\\|b\\|\\|`")
        // Each bar is another character by the mark behind it, and a bar to who reads Markdown.
        let marked = MarkdownText.code("a|\u{301} x |\u{338}", inTable: true)
        #expect(marked.utf8.elementsEqual("`a\\|\u{301} x \\|\u{338}`".utf8))
        #expect(MarkdownText.code("a\\|`b", inTable: true) == "<code>a&#92;&#124;&#96;b</code>")
    }

    @Test(arguments: [
        ("x", "```\nx\n```\n"),
        ("x\n", "```\nx\n```\n"),
        ("```\ny\n````", "`````\n```\ny\n````\n`````\n"),
        ("a\r\nb\u{0}", "```\na\nb\\u{0}\n```\n"),
        ("", "```\n\n```\n"),
    ])
    func `a block has a fence longer than any run in it`(text: String, expected: String) {
        #expect(MarkdownText.block(text) == expected)
    }

    @Test
    func `a block names its language`() {
        #expect(MarkdownText.block("curl x", language: "sh") == "```sh\ncurl x\n```\n")
    }
}
