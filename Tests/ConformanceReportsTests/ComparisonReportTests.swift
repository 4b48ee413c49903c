import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// How a comparison is written, in every format.
struct ComparisonReportTests {
    private func compared(
        _ base: [CaseResult],
        _ head: [CaseResult],
        policy: ComparisonPolicy = ComparisonPolicy(day: "2026-11-21")
    ) throws -> RunComparison {
        var run = try Samples.run(base)
        run.answers = [Self.answers(["session_id", "user_id"])]
        run.models = Samples.models
        var other = try Samples.run(head)
        other.answers = [Self.answers(["session_id"])]
        other.models = Self.fewer(Samples.models)
        other.interruption = "interrupted by SIGINT"
        return try RunComparison(
            ComparedRun(EncodedRun(run, program: "1.2.3"), source: "main/results.json"),
            ComparedRun(EncodedRun(other, program: "1.2.4"), source: "branch/results.json"),
            policy
        )
    }

    /// Without an array, all that it held, and a word of a closed list.
    private static func fewer(_ models: [AnsweredModel]) -> [AnsweredModel] {
        var models = models
        models[1].isCut = false
        models[1].seen = ["/status_code"]
        models[1].null = []
        models[1].never += ["/sessions", "/sessions/*/attributes"]
        models[1].words[0] = .init(pointer: "/sessions/*/type", never: ["otp", "password", "totp"])
        return models
    }

    private static func answers(_ members: [String]) -> ObservedAnswers {
        ObservedAnswers(
            operation: "sessions.get",
            statuses: "2xx",
            count: 4,
            fields: [ObservedAnswers.Field(pointer: "", counts: [0, 0, 0, 0, 0, 0, 4], parents: 4)]
                + members.map { ObservedAnswers.Field(pointer: "/\($0)", counts: [0, 0, 0, 0, 4, 0, 0], parents: 4) }
        )
    }

    private static var failed: CaseResult {
        var result = Samples.failed
        result.id = Samples.passed.id
        return result
    }

    private func sample() throws -> RunComparison {
        let accepted = AcceptedChange(
            kind: .fieldGone,
            subject: .operations("sessions.*", pointer: "/user_id"),
            reason: "moved to /session",
            until: "2027-01-31",
            position: FilePosition(file: "accepted.json", line: 2, column: 3)
        )
        var unused = accepted
        unused.kind = .fieldAdded
        let policy = ComparisonPolicy(
            failOn: ChangeKind.failingByDefault.union([.fieldGone]),
            accepted: [accepted, unused],
            day: "2026-11-21"
        )
        return try compared([Samples.passed, Samples.skipped(1)], [Self.failed, Samples.skipped(2)], policy: policy)
    }

    @Test
    func `the text is the golden file`() throws {
        try Golden(name: "comparison.txt").expect(ComparisonText().text(sample()))
    }

    @Test
    func `the Markdown is the golden file`() throws {
        try Golden(name: "comparison.md").expect(ComparisonMarkdown().text(sample()))
    }

    @Test
    func `the JSON is the golden file`() throws {
        let text = String(decoding: ComparisonJSON(program: "1.2.4").bytes(try sample()), as: UTF8.self)
        try Golden(name: "comparison.json").expect(text)
        #expect(throws: Never.self) { try JSONDocument(text) }
    }

    @Test
    func `the JUnit file is the golden file, with as many failures as it says`() throws {
        let text = ComparisonJUnit().text(try sample())
        try Golden(name: "comparison.xml").expect(text)
        let root = try StrictXML.parse(Array(text.utf8))
        for suite in root.all("testsuite") {
            let failures = suite.all("testcase").filter { !$0.all("failure").isEmpty }
            #expect(suite["failures"] == String(failures.count))
            #expect(suite["tests"] == String(suite.all("testcase").count))
        }
    }

    @Test
    func `what failed before says since when, and what fails since the head does not`() throws {
        var (old, other, new) = (Self.failed, Self.failed, Self.failed)
        (old.id, other.id, new.id) = ("s/old", "s/other", "s/new")
        other.failingSince = "2026-11-18T08:00:00Z"
        var passed = Samples.passed
        passed.id = "s/new"
        let comparison = try compared([old, other, passed], [old, other, new])
        #expect(
            comparison.changes.filter { $0.kind.subject == .cases }.map { "\($0.subject) \($0.failingSince ?? "-")" }
                == ["s/new -", "s/old -", "s/other 2026-11-18T08:00:00Z"]
        )
        let since = "(failing since 2026-11-18T08:00:00Z)"
        #expect(ComparisonText().text(comparison).ranges(of: since).count == 1)
        #expect(ComparisonMarkdown().text(comparison).contains("<br>failing since 2026-11-18T08:00:00Z<br>`"))
        let page = String(decoding: ComparisonPage(program: "1").bytes(comparison), as: UTF8.self)
        #expect(page.contains("failing since <time datetime=\"2026-11-18T08:00:00Z\">2026-11-18T08:00:00Z</time>"))
        let json = String(decoding: ComparisonJSON(program: "1").bytes(comparison), as: UTF8.self)
        #expect(json.ranges(of: "\"failingSince\":\"2026-11-18T08:00:00Z\"").count == 1)
    }

    /// A case of which every text is out for mischief.
    private static let evil = "s/<b>&\"']]>\u{1B}[31m\n::error::x|`#1@you\u{202E}"

    @Test
    func `what a case is called neither breaks a report nor commands its reader`() throws {
        var (before, after) = (Samples.passed, Self.failed)
        (before.id, after.id) = (Self.evil, Self.evil)
        after.findings[0].actual = Self.evil
        let comparison = try compared([before], [after])
        let text = ComparisonText().text(comparison)
        #expect(!text.contains("\n::") && !text.contains("\u{1B}") && !text.contains("\u{202E}"))
        let markdown = ComparisonMarkdown().text(comparison)
        #expect(!markdown.contains("\n::") && !markdown.contains("\u{1B}"))
        #expect(markdown.contains("| change |"))
        let page = String(decoding: ComparisonPage(program: "1.2.4").bytes(comparison), as: UTF8.self)
        #expect(!page.contains("<b>") && !page.contains("\u{1B}"))
        #expect(throws: Never.self) { try StrictXML.parse(Array(ComparisonJUnit().text(comparison).utf8)) }
        #expect(throws: Never.self) { try JSONDocument(ComparisonJSON(program: "1").bytes(comparison)) }
    }

    @Test
    func `a summary of very many changes is cut by whole changes, and says so`() throws {
        let head = (0..<20_000).map { Samples.result("case-\($0)-\(String(repeating: "x", count: 60))") }
        let comparison = try compared([Samples.passed], [Samples.passed] + head)
        let text = ComparisonMarkdown().text(comparison)
        #expect(text.utf8.count <= ComparisonMarkdown.mostBytes)
        #expect(text.utf8.count > 800_000)
        #expect(text.contains("<summary>new: 20000</summary>"))
        #expect(text.contains(/\n… and [0-9,]+ more\n/))
        #expect(ComparisonText().text(comparison).contains("\n  … and 19,980 more\n"))
    }

    @Test
    func `of many changes with the same reason the first three are listed, and how many more there are`() throws {
        let names = (0..<250).map { "case-\($0)" }
        let base = try compared(
            names.map { Samples.result($0) },
            names.map { name in
                var result = Samples.result(name, .failed, findings: Samples.failed.findings)
                if name.hasSuffix("9") { result.findings[0].actual = name }
                return result
            }
        )
        let text = ComparisonText().text(base)
        #expect(text.hasPrefix("250 newly-failing, "))
        #expect(text.components("\n  sessions/get/case-") == 20)
        #expect(text.contains("case-2: passed → failed: status: expected 404, got 500 (+1 more)\n"))
        #expect(!text.contains("case-3: "))
        #expect(text.contains("\n  … and 222 more for the same reason\n"))
        #expect(text.contains("\n  … and 8 more\n"))
    }

    @Test
    func `a page holds every change, and says what the run was`() throws {
        let page = String(decoding: ComparisonPage(program: "1.2.4").bytes(try sample()), as: UTF8.self)
        let outcome = "regression: 1 newly-failing, 1 removed, 1 entry of the accept file out of date"
        #expect(page.contains("<title>\(outcome)</title>"))
        #expect(page.contains("<code>sessions.get 2xx /user_id</code>"))
        #expect(page.contains("<code>sessions.GetResponse</code></td><td class=\"number\">30.0%</td>"))
        #expect(page.contains("<td class=\"number\"><strong>10.0%</strong></td>"))
        #expect(page.contains("accepted: moved to /session"))
        #expect(page.contains("the head stopped early: interrupted by SIGINT"))
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(_ text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
