import Testing

@testable import ConformanceReports

struct XMLTextTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("a < b & c > d", "a &lt; b &amp; c > d"),
        ("\"it's\"", "&quot;it's&quot;"),
        ("one\ntwo\tthree", "one&#10;two&#9;three"),
        ("one\r\ntwo\rthree", "one&#10;two&#10;three"),
        ("]]>", "]]>"),
        ("\u{1B}[31m\u{0}", "\\u{1B}[31m\\u{0}"),
        (String(Unicode.Scalar(0x1FFFE) ?? " "), "\\u{1FFFE}"),
        (String(Unicode.Scalar(0xFFFE) ?? " "), "\\u{FFFE}"),
        ("\u{7F}\u{85}\u{202E}\u{2066}", "\\u{7F}\\u{85}\\u{202E}\\u{2066}"),
        (String(Unicode.Scalar(0xFDD0) ?? " "), "\\u{FDD0}"),
        ("é 你 🙂 \u{FFFD}", "é 你 🙂 \u{FFFD}"),
        ("&amp;", "&amp;amp;"),
    ])
    func `an attribute is written by its table`(text: String, expected: String) {
        #expect(Array(XMLText.attribute(text).utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("plain > 'text' \"quoted\"", "plain > 'text' \"quoted\""),
        ("{\"a\": 1}\n\t[2]", "{\"a\": 1}\n\t[2]"),
        ("<h1>boom</h1>", "<![CDATA[<h1>boom</h1>]]>"),
        ("a & b", "<![CDATA[a & b]]>"),
        ("<a>]]</a>]", "<![CDATA[<a>]]</a>]]]>"),
        ("x]]>y", "x]]&gt;y"),
        ("<x>]]]>&", "&lt;x>]]]&gt;&amp;"),
        ("]]>]]>", "]]&gt;]]&gt;"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\u{1B}[0m<", "<![CDATA[\\u{1B}[0m<]]>"),
        ("", ""),
    ])
    func `content is plain, one section, or references, by what is in it`(text: String, expected: String) {
        #expect(Array(XMLText.content(text).utf8) == Array(expected.utf8))
    }

    @Test
    func `every byte value and every border of the legal characters can be read back`() throws {
        let scalars =
            (0...0x100).compactMap(Unicode.Scalar.init) + [
                "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}",
            ]
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let document =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"\(XMLText.attribute(text))\">\(XMLText.content(text))</a>\n"
        let element = try StrictXML.parse(Array(document.utf8))
        #expect(element.text == element["b"])
        #expect(
            element.text.hasPrefix("\\u{0}\\u{1}\\u{2}\\u{3}\\u{4}\\u{5}\\u{6}\\u{7}\\u{8}\t\n\\u{B}\\u{C}\n\\u{E}")
        )
        #expect(element.text.hasSuffix("ÿĀ\u{D7FF}\u{E000}\u{FFFD}\\u{FFFE}\\u{10FFFF}"))
    }
}
