import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

struct ConsoleProgressTests {
    @Test
    func `a terminal has one line that is rewritten and cut to its width`() {
        var progress = ConsoleProgress(style: ConsoleStyle(width: 20), total: 43)
        #expect(progress.text(after: Samples.passed) == "\r\u{1B}[2K[1/43] sessions/get")
        #expect(progress.text(after: Samples.skipped(1)) == "\r\u{1B}[2K[2/43] sessions/get")
        #expect(progress.textAtEnd() == "\r\u{1B}[2K")
    }

    @Test
    func `a case that breaks leaves its own line above the live one`() {
        var progress = ConsoleProgress(style: ConsoleStyle(width: 80), total: 2)
        #expect(
            progress.text(after: Samples.failed)
                == "\r\u{1B}[2KFAILED   sessions/get/unknown-user/row-1 (12 ms)\n[1/2], 1 failed sessions/get/unknown-user/row-1"
        )
    }

    @Test
    func `a log says when the first case fails, and leaves the cases to its end`() {
        var progress = ConsoleProgress(style: ConsoleStyle(), total: 5)
        #expect(progress.text(after: Samples.passed) == "")
        #expect(progress.text(after: Samples.failed) == "2 of 5 cases, 1 failed\n")
        #expect(progress.text(after: Samples.errored) == "")
        #expect(progress.text(after: Samples.failed) == "")
        #expect(progress.textAtEnd() == "")
    }

    @Test
    func `each case that did not pass has its heading once in a log`() throws {
        let cases = [Samples.passed, Samples.failed, Samples.errored, Samples.skipped(1)]
        let run = try Samples.run(cases)
        var progress = ConsoleProgress(style: ConsoleStyle(), total: cases.count)
        let summary = ConsoleSummary(style: ConsoleStyle())
        let log =
            cases.map { progress.text(after: $0) }.joined() + progress.textAtEnd() + summary.details(run)
            + summary.closing(run, .init())
        #expect(log.ranges(of: "FAILED   sessions/get/unknown-user/row-1 (12 ms)\n").count == 1)
        #expect(log.ranges(of: "ERROR    sessions/get/slow-answer (12 ms)\n").count == 1)
    }

    @Test
    func `a long run in a log gives a sign of life at each tenth`() {
        var progress = ConsoleProgress(style: ConsoleStyle(), total: 2_000)
        let written = (0..<2_000).map { _ in progress.text(after: Samples.passed) }.filter { !$0.isEmpty }
        #expect(written.count == 9)
        #expect(written.first == "200 of 2,000 cases\n")
        #expect(written.last == "1800 of 2,000 cases\n")
    }

    @Test
    func `a verbose run lists every case and its exchanges`() {
        var progress = ConsoleProgress(style: ConsoleStyle(), total: 3, isVerbose: true)
        #expect(progress.text(after: Samples.passed) == "passed   sessions/get/known-user (12 ms)\n")
        #expect(
            progress.text(after: Samples.failed) == """
                FAILED   sessions/get/unknown-user/row-1 (12 ms)
                         POST http://127.0.0.1:40001/v1/passwords → 200 (80 ms, 2 bytes)
                         GET http://127.0.0.1:40001/v1/sessions?user_id=user-1&limit=2 → 500 (132 ms, 20 bytes)

                """
        )
        #expect(
            progress.text(after: Samples.skipped(1))
                == "skipped  sessions/get/sandbox-1: needs 'sandbox', which mock does not offer\n"
        )
    }

    @Test
    func `an id with a terminal's escapes is shown, not obeyed`() {
        var progress = ConsoleProgress(style: ConsoleStyle(width: 80), total: 1)
        var result = Samples.passed
        result.id = "a\u{1B}]0;x\u{7}"
        #expect(progress.text(after: result) == "\r\u{1B}[2K[1/1] a\\u{1B}]0;x\\u{7}")
    }
}

struct ConsoleSummaryTests {
    @Test
    func `connections are told of where they are asked for`() throws {
        var closing = closing
        closing.showsConnections = true
        let text = ConsoleSummary(style: ConsoleStyle()).closing(try Samples.run(), closing)
        let line = "12 requests: 2 new connections, 9 answers over a kept one; HTTP/1.1 once; HTTP/2 10 times\n"
        #expect(text.contains("\n" + line))
        #expect(!ConsoleSummary(style: ConsoleStyle()).closing(try Samples.run(), self.closing).contains("kept one"))
    }

    private let closing = ConsoleSummary.Closing(
        reports: ["reports/junit.xml", "reports/results.json"],
        command: "stytch-conformance run --target mock"
    )

    @Test(arguments: [(false, "run.console.txt"), (true, "run.console-color.txt")])
    func `a run with every outcome is shown as the golden file`(usesColor: Bool, golden: String) throws {
        let summary = ConsoleSummary(style: ConsoleStyle(usesColor: usesColor))
        let run = try Samples.run()
        try Golden(name: golden).expect(summary.details(run) + summary.closing(run, closing))
    }

    @Test
    func `a run where all is well has nothing but closing lines`() throws {
        let run = try Samples.run([Samples.result("a"), Samples.result("b")])
        let summary = ConsoleSummary(style: ConsoleStyle())
        #expect(summary.details(run) == "")
        #expect(
            summary.closing(run, closing) == """
                2 cases against mock (http://127.0.0.1:40001) in 1.00 s
                reports: reports/junit.xml, reports/results.json
                2 passed, 0 failed, 0 skipped

                """
        )
    }

    @Test
    func `the last line names errors and what did not run only where there are any`() throws {
        let summary = ConsoleSummary(style: ConsoleStyle())
        #expect(summary.countLine(Counts(passed: 41, skipped: 2)) == "41 passed, 0 failed, 2 skipped")
        #expect(
            summary.countLine(Counts(passed: 1, failed: 2, errored: 3, skipped: 4, notRun: 5))
                == "1 passed, 2 failed, 3 errored, 4 skipped, 5 not run"
        )
    }

    @Test
    func `of many broken cases the first are shown whole, the next are named, and the others counted`() throws {
        let run = try Samples.run(Array(repeating: Samples.failed, count: 503))
        let details = ConsoleSummary(style: ConsoleStyle()).details(run)
        #expect(details.split(separator: "\n").count { $0.hasPrefix("FAILED") } == 500)
        #expect(details.ranges(of: "expected \"user_not_found\"").count == 50)
        #expect(details.contains("… 3 more cases in the reports\n"))
    }

    @Test
    func `skips are grouped by reason, the first ids named`() throws {
        let run = try Samples.run((1...7).map(Samples.skipped))
        #expect(
            ConsoleSummary(style: ConsoleStyle()).details(run) == """

                skipped
                  7 × needs 'sandbox', which mock does not offer
                      sessions/get/sandbox-1
                      sessions/get/sandbox-2
                      sessions/get/sandbox-3
                      sessions/get/sandbox-4
                      sessions/get/sandbox-5
                      … 2 more


                """
        )
    }

    @Test
    func `reasons that cases share come before the cases`() throws {
        let cases = (0..<3).map { Samples.result("case-\($0)", Samples.errored.outcome) }
        let details = ConsoleSummary(style: ConsoleStyle()).details(try Samples.run(cases + [Samples.failed]))
        #expect(
            details.hasPrefix(
                "\nreasons that cases share\n  3 × curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:9\n\nERROR "
            )
        )
    }

    @Test
    func `notes of one kind at one place are one line, whatever the values`() throws {
        let cases = (0..<202).map { number in
            var result = Samples.passed
            result.notes[0].subject = "body /sessions/\(number % 2)/colour"
            result.notes[0].actual = "\"\(number)\""
            let same = Finding(
                code: .unknownField,
                subject: "body /session/size",
                expected: "no such field",
                actual: "\(number)"
            )
            result.notes.append(same)
            return result
        }
        let details = ConsoleSummary(style: ConsoleStyle()).details(try Samples.run(cases))
        #expect(
            details == """

                noted, without failing a case
                  body /sessions/*/colour (unknown-field) — 202×
                  body /session/size (unknown-field) — 202×


                """
        )
        let markdown = MarkdownReport(context: ReportContext(program: "0.1.0")).text(try Samples.run(cases))
        #expect(markdown.contains("\n- body /sessions/\\*/colour (unknown-field), 202×\n"))
    }

    @Test
    func `no untrusted text reaches the terminal as an escape or begins a line`() throws {
        var result = Samples.failed
        result.description = "\u{1B}[2J"
        result.findings[0].actual = "\n::error::\u{1B}[31m"
        result.findings[1].expected = "\n::error::" + String(repeating: "x", count: 200)
        result.exchanges[1].url += "\n::error::\u{9B}"
        result.exchanges[1].curl = "curl \u{7}\n::error::"
        let run = try Samples.run([result, Samples.result("b", .skipped("\n::error::\u{1B}"))])
        let summary = ConsoleSummary(style: ConsoleStyle())
        let text = summary.details(run) + summary.closing(run, closing)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.hides($0) })
        #expect(!text.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") })
    }

    @Test
    func `colours wrap the words that tell the verdict`() throws {
        let line = ConsoleSummary(style: ConsoleStyle(usesColor: true)).countLine(Counts(passed: 1, failed: 1))
        #expect(line == "\u{1B}[32m1 passed\u{1B}[0m, \u{1B}[31m1 failed\u{1B}[0m, \u{1B}[2m0 skipped\u{1B}[0m")
    }
}

struct RepeatCommandTests {
    @Test
    func `only what broke is named`() throws {
        let run = try Samples.run([Samples.passed, Samples.failed, Samples.errored, Samples.notRun])
        #expect(
            RepeatCommand(prefix: "run", result: run).text
                == "run --filter sessions/get/unknown-user/row-1 --filter sessions/get/slow-answer --filter models/later"
        )
    }

    @Test
    func `many cases are named by their suites`() throws {
        let run = try Samples.run([Samples.passed] + Array(repeating: Samples.failed, count: 11) + [Samples.notRun])
        #expect(RepeatCommand(prefix: "run", result: run).text == "run --filter 'sessions/get/*' --filter 'models/*'")
    }

    @Test
    func `a run that broke as a whole is repeated with its selection`() throws {
        var run = try Samples.run([Samples.failed])
        run.selection = Selection(filters: ["sessions/*", "!**/slow"], tags: ["smoke"], paths: ["sessions", "a b"])
        #expect(
            RepeatCommand(prefix: "run", result: run).text
                == "run --filter 'sessions/*' --filter '!**/slow' --tag smoke sessions 'a b'"
        )
    }

    @Test(arguments: [
        // Without a filter of its own, suites narrow what was selected.
        (
            Selection(filters: ["!**/slow"], paths: ["sessions", "models"]),
            "run --filter '!**/slow' --filter 'sessions/get/*' --filter 'models/*' sessions models"
        ),
        // A suite holds more than a filter selected.
        (Selection(filters: ["sessions/get/unknown*"]), "run --filter 'sessions/get/unknown*'"),
        // The cases of an earlier run, of which no file is known.
        (
            Selection(ids: ["x"]),
            "run" + String(repeating: " --filter sessions/get/unknown-user/row-1", count: 11) + " --filter models/later"
        ),
    ])
    func `many cases are named by nothing that selects more than the run did`(selection: Selection, command: String)
        throws
    {
        var run = try Samples.run([Samples.passed] + Array(repeating: Samples.failed, count: 11) + [Samples.notRun])
        run.selection = selection
        #expect(RepeatCommand(prefix: "run", result: run).text == command)
    }

    @Test
    func `many suites are named by the selection`() throws {
        let cases = (0..<11).map { Samples.result("a", suite: "suite-\($0)", .failed) }
        var run = try Samples.run([Samples.passed] + cases)
        run.selection = Selection(paths: ["sessions"])
        #expect(RepeatCommand(prefix: "run", result: run).text == "run sessions")
    }

    @Test
    func `many cases of a part of a run are named by that part`() throws {
        var run = try Samples.run([Samples.passed] + Array(repeating: Samples.failed, count: 11))
        run.selection = Selection(tags: ["smoke"], ids: ["x"])
        let part = "--shard 2/3 --rerun-failed results.json"
        #expect(RepeatCommand(prefix: "run", result: run, part: part).text == "run \(part) --tag smoke")
        #expect(RepeatCommand(prefix: "run", result: run, part: part).whole == "run \(part) --tag smoke")
    }

    @Test
    func `a run that broke as a whole is repeated as a whole, and a good one is not`() throws {
        #expect(RepeatCommand(prefix: "run", result: try Samples.run([Samples.failed])).text == "run")
        #expect(
            RepeatCommand(prefix: "run", result: try Samples.run([Samples.passed, Samples.skipped(1)])).text == nil
        )
    }

    @Test(arguments: [
        ("a/b-c_1.json", "a/b-c_1.json"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("*", "'*'"), ("", "''"),
    ])
    func `a word is quoted as a shell needs it`(word: String, expected: String) {
        #expect(RepeatCommand.shellWord(word) == expected)
    }
}
