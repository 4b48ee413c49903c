import Conformance
import Crypto
import Foundation
import Testing

@testable import ConformanceReports

struct HTMLKitTests {
    private func written(_ content: (inout HTMLBuffer) -> Void) -> String {
        var html = HTMLBuffer()
        content(&html)
        return String(decoding: html.take(), as: UTF8.self)
    }

    @Test
    func `nothing in a text begins markup or ends an attribute`() {
        let text = written { $0.element("b", ["title": "\"><i>&'"], "</b><script>alert('1')</script>&amp;") }
        #expect(
            text == "<b title=\"&quot;&gt;&lt;i&gt;&amp;&#39;\">&lt;/b&gt;&lt;script&gt;alert(&#39;1&#39;)"
                + "&lt;/script&gt;&amp;amp;</b>"
        )
    }

    @Test
    func `what hides or turns text is written out, and lines are kept in a block alone`() {
        #expect(written { $0.text("a\u{202E}b\u{0}\n\té") } == "a\\u{202E}b\\u{0}\\n\\té")
        #expect(written { $0.block("a\r\n\tb\u{1B}[1m<") } == "a\n\tb\\u{1B}[1m&lt;")
    }

    @Test
    func `an attribute without a value is a bare name, and one that is nil is left out`() {
        #expect(written { $0.open("details", ["open": "", "class": nil, "id": "a"]) } == "<details open id=\"a\">")
    }

    @Test
    func `an anchor holds nothing that an address or an id may not`() {
        #expect(HTMLText.anchor("sessions/get/known-user") == "sessions/get/known-user")
        #expect(HTMLText.anchor("a b%\"é\n") == "a%20b%25%22%C3%A9%0A")
    }

    @Test
    func `the policy of a page allows the script that is in it`() throws {
        let page = HTMLPage(title: "a", generator: "b")
        let text = written {
            page.begin(&$0)
            page.end(&$0)
        }
        let script = try #require(
            text.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first
        )
        let digest = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
        #expect(HTMLScript.sha256 == digest)
        #expect(text.contains("script-src &#39;sha256-\(digest)&#39;; img-src data:"))
    }

    @Test
    func `a page loads nothing and its style ends where it should`() {
        let page = HTMLPage(title: "<x>", mood: .bad, generator: "stytch-conformance 0.1.0")
        let text = written {
            page.begin(&$0)
            page.end(&$0)
        }
        #expect(text.contains("<title>&lt;x&gt;</title>"))
        #expect(text.components(separatedBy: "</style>").count == 2)
        #expect(text.components(separatedBy: "</script>").count == 2)
        for loader in ["src=", "@import", "url(", "href=\"http", "fetch(", "XMLHttpRequest", "innerHTML"] {
            #expect(!text.contains(loader), "\(loader)")
        }
    }

    @Test
    func `a table says what it shows, and which columns hold numbers`() {
        let text = written { html in
            html.table(caption: "Cases", columns: [.words("case"), .number("time")]) { rows in
                rows.element("tr") { row in
                    row.cell("a<b")
                    row.cell("1 ms", class: "number")
                }
            }
        }
        #expect(
            text == "<div class=\"wide\" role=\"region\" aria-label=\"Cases\" tabindex=\"0\"><table>"
                + "<caption class=\"unseen\">Cases</caption><thead><tr><th scope=\"col\">case</th>"
                + "<th scope=\"col\" class=\"number\">time</th></tr></thead>\n<tbody>\n"
                + "<tr><td>a&lt;b</td><td class=\"number\">1 ms</td></tr></tbody></table></div>\n"
        )
    }

    @Test(arguments: [
        (HTMLTone.good, "good"), (.bad, "bad"), (.warning, "warn"), (.note, "note"), (.quiet, "quiet"),
    ])
    func `a badge has words beside its colour`(_ tone: HTMLTone, _ name: String) {
        #expect(written { $0.badge("failed", tone) } == "<span class=\"badge \(name)\">failed</span>")
    }
}
