import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

struct HTMLReportTests {
    private let context = ReportContext(
        program: "0.1.0",
        command: "stytch-conformance run --target mock",
        sourceLine: { $0.line == 31 ? "\"expect\": { \"status\": 404 }" : nil }
    )

    private func page(_ result: RunResult) -> String { HTMLReport(context).page(result) }

    /// A page without its style and script, which tests of their own and a browser judge.
    private func content(_ page: String) throws -> String {
        var text = page
        for name in ["style", "script"] {
            let start = try #require(text.firstRange(of: "<\(name)>"))
            let end = try #require(text.firstRange(of: "</\(name)>"))
            text.removeSubrange(start.upperBound..<end.lowerBound)
        }
        return text
    }

    @Test
    func `a run with every outcome is written as the golden file`() throws {
        let page = page(try Samples.page())
        _ = try StrictHTML(page)
        try Golden(name: "run.report.html").expect(try content(page))
    }

    @Test
    func `every link within a page leads to something, or asks the search`() throws {
        let html = try StrictHTML(page(try Samples.page()))
        let named = Set(html.ids)
        #expect(html.links.filter { !named.contains($0) && !$0.hasPrefix("q=") } == [])
        #expect(html.links.filter { $0.hasPrefix("q=") }.contains("q=verdict:failed"))
    }

    @Test
    func `equal runs are written as equal bytes`() throws {
        #expect(page(try Samples.page()) == page(try Samples.page()))
    }

    @Test
    func `a reproducible report says nothing of time`() throws {
        var slow = try Samples.page()
        slow.duration = .seconds(77)
        slow.cases[0].duration = .milliseconds(4_321)
        slow.cases[1].startedAfter = .milliseconds(987)
        let pages = [try Samples.page(), slow].map { page($0.reproducible(at: $0.started)) }
        #expect(pages[0] == pages[1])
        #expect(!pages[0].contains("id=\"times\""))
        #expect(!pages[0].contains("class=\"phases\""))
    }

    @Test
    func `what a server or a case says is text and nothing else`() throws {
        let evil = "\"'><script>alert(1)</script><!-- ]]> &amp; \u{202E}\u{0}\u{1B}[31m\n</pre>"
        let tame = try StrictHTML(page(try Samples.saying("a text that is as long as the other")))
        let wild = try StrictHTML(page(try Samples.saying(evil)))
        #expect(wild.tags == tame.tags)
        #expect(wild.text.contains("\"'><script>alert(1)</script><!-- ]]> &amp; \\u{202E}\\u{0}\\u{1B}[31m"))
        #expect(!wild.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
    }

    @Test
    func `a case keeps 64 KiB of evidence, and names what is left out`() throws {
        var failed = Samples.failed
        failed.exchanges = (0..<40).map { step in
            ExchangeRecord(
                step: step,
                operation: nil,
                method: "GET",
                url: "http://127.0.0.1/v1/\(step)",
                status: 200,
                responseBody: String(repeating: "x", count: 4_000),
                responseBytes: 4_000
            )
        }
        let long = page(try Samples.run([failed]))
        #expect(long.utf8.count < 64 * 1024 + 45_000)
        #expect(long.contains("exchange 40 is left out here (4,"))
        #expect(long.contains("bytes); results.json holds it"))
        #expect(long.contains("http://127.0.0.1/v1/0<"))
        #expect(long.contains("http://127.0.0.1/v1/1<"))
    }

    @Test
    func `ten thousand broken cases with evidence fit into 15 MB, and each has its reason`() throws {
        let cases = (0..<10_000).map { number in
            var failed = Samples.failed
            failed.id = "sessions/get/unknown-user/row-\(number)"
            return failed
        }
        var bytes = 0
        var reasons = 0
        HTMLReport(context).write(try Samples.run(cases)) { piece in
            bytes += piece.count
            let text = String(decoding: piece, as: UTF8.self)
            if text.hasPrefix("<article") { reasons += text.contains("404") ? 1 : 0 }
        }
        #expect(bytes < 15_000_000)
        #expect(reasons == 10_000)
    }

    @Test
    func `a thousand cases that passed need less than a megabyte`() throws {
        let cases = (0..<1_000).map { number in
            var passed = Samples.passed
            passed.id = "sessions/get/known-user-\(number)"
            passed.notes = []
            return passed
        }
        #expect(page(try Samples.run(cases)).utf8.count < 1_000_000)
    }

    @Test
    func `what was kept of a case that passed is folded in its line`() throws {
        var passed = Samples.passed
        passed.exchanges = [Samples.created, Samples.broken]
        let page = page(try Samples.run([passed, Samples.skipped(1)]))
        let html = try StrictHTML(page)
        #expect(page.contains("<details class=\"evidence\"><summary>evidence: 2 exchanges</summary>"))
        #expect(page.ranges(of: "<details class=\"exchange\"").count == 2)
        #expect(page.ranges(of: "copy the curl command of exchange").count == 2)
        #expect(html.text.contains("GET http://127.0.0.1:40001/v1/sessions?user_id=user-1&limit=2"))
        #expect(!html.ids.contains("failures"))
        #expect(!page.contains("would not fit in here"))
    }

    @Test
    func `a known failure shows what was found and what was kept of it`() throws {
        var known = Samples.failed
        known.allowance = .excused(Samples.mark)
        let page = page(try Samples.run([known]))
        #expect(page.ranges(of: "<details class=\"evidence\">").count == 1)
        #expect(page.contains("<p class=\"subject\"><code>body /error_type</code>"))
    }

    @Test
    func `ten thousand cases that passed, with all their evidence, fit into 15 MB`() throws {
        let cases = (0..<10_000).map { number in
            var passed = Samples.passed
            passed.id = "sessions/get/known-user-\(number)"
            passed.notes = []
            passed.exchanges = [Samples.created, Samples.broken]
            return passed
        }
        let page = page(try Samples.run(cases))
        #expect(page.utf8.count < 8_000_000)
        let shown = page.ranges(of: "<details class=\"evidence\">").count
        #expect(shown > 500)
        let left = Quantity.counted(10_000 - shown, "more case")
        #expect(page.contains("the evidence of \(left) would not fit in here; results.json holds it"))
    }

    @Test
    func `a flaky case stands apart with what went wrong in its other attempts`() throws {
        var flaky = Samples.passed
        flaky.attempts = [CaseAttempt(Samples.failed, number: 1), CaseAttempt(Samples.errored, number: 2)]
        let page = page(try Samples.run([flaky, Samples.result("b")]))
        let html = try StrictHTML(page)
        #expect(html.text.contains("2 cases ended as expected"))
        #expect(html.links.contains("q=verdict:flaky"))
        #expect(html.text.contains("passed in 1 of 3 attempts"))
        #expect(page.contains("<summary>attempt 1 of 3: <span class=\"badge bad\">failed</span></summary>"))
        #expect(html.text.contains("curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:9"))
        #expect(html.ids.contains("flaky"))
        #expect(!html.ids.contains("failures"))
    }

    @Test
    func `the fields of answers are told with their kinds and how often they were there`() throws {
        let page = page(try Samples.page())
        #expect(page.contains("<li>the whole answer<span class=\"muted\"> object</span></li>"))
        #expect(page.contains("<li>/colour<span class=\"muted\"> null or string, 3 of 5</span></li>"))
    }

    @Test
    func `under a reason a hundred cases are named, and a search finds all of them`() throws {
        let skipped = (0..<102).map { Samples.skipped($0) }
        let page = page(try Samples.run([Samples.failed] + skipped))
        let box = try #require(page.ranges(of: "<div class=\"reason\" data-g=\"2\"><p><b>102 ×</b>").first)
        let named = page[box.lowerBound...].prefix { !$0.isNewline }
        #expect(named.ranges(of: "<li>").count == 100)
        #expect(page.contains("… 2 more in the <a href=\"#q=reason:2\">list of cases</a></p>"))
        #expect(page.ranges(of: "data-g=\"2\" class=\"quiet\"").count == 102)
    }

    @Test
    func `a run without cases says so`() throws {
        let html = try StrictHTML(page(try Samples.run([])))
        #expect(html.text.contains("no case was run"))
        #expect(!html.ids.contains("cases"))
    }

    @Test(arguments: [
        ([Samples.passed], "1 case ended as expected"),
        ([Samples.passed, Samples.skipped(1)], "2 cases ended as expected"),
        ([Samples.passed, Samples.failed], "1 of 2 cases did not end as expected"),
        ([], "no case was run"),
    ])
    func `one sentence says what a run came to`(_ cases: [CaseResult], _ sentence: String) throws {
        #expect(VerdictSentence(try Samples.run(cases)).text == sentence)
    }

    @Test
    func `reasons that share a code of libcurl are told apart by their words, whatever was asked`() throws {
        let messages = [
            "GET /a: 127.0.0.1:80 answered with something that is not HTTP", "GET /b: the status line is 'HTTP/9 200'",
            "GET /c: 127.0.0.1:81 answered with something that is not HTTP", "GET /b: the status line is 'HTTP/9 200'",
            "POST /d: 127.0.0.1:82 answered with something that is not HTTP",
        ]
        let cases = messages.enumerated().map { number, message in
            var errored = Samples.errored
            errored.id += "-\(number)"
            errored.outcome = .errored(
                ErrorCause(kind: .transport, message: message, code: "curl 1 CURLE_UNSUPPORTED_PROTOCOL")
            )
            return errored
        }
        let reasons = BrokenReasons(cases)
        #expect(reasons.all.map(\.cases) == [3, 2])
        #expect(
            reasons.all.map(\.words) == [
                "curl 1 CURLE_UNSUPPORTED_PROTOCOL: 127.0.0.1:80 answered with something that is not HTTP",
                "curl 1 CURLE_UNSUPPORTED_PROTOCOL: GET /b: the status line is 'HTTP/9 200'",
            ]
        )
        #expect(cases.map { reasons.number(of: $0) } == [1, 2, 1, 2, 1])
    }

    @Test
    func `reasons that three cases share are told before them, the most common first`() throws {
        let cases = (0..<3).flatMap { number -> [CaseResult] in
            var failed = Samples.failed
            failed.id += "-\(number)"
            failed.findings[0].actual = "\(500 + number)"
            return [failed]
        }
        let reasons = BrokenReasons(cases + [Samples.errored, Samples.passed])
        #expect(reasons.all.map(\.cases) == [3, 1])
        #expect(reasons.number(of: cases[2]) == 1)
        #expect(reasons.number(of: Samples.errored) == 2)
        #expect(reasons.number(of: Samples.passed) == nil)
        let page = page(try Samples.run(cases + [Samples.errored]))
        #expect(page.contains("<b class=\"number\">3 ×</b><a href=\"#q=reason:1\">status: expected 404, got 500</a>"))
        #expect(!page.contains("q=reason:2"))
    }
}
