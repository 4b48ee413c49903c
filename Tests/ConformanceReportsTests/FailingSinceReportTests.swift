import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// How reports of a run tell since when cases fail.
struct FailingSinceReportTests {
    /// One that fails for long, one since this run, and one of which nothing is known.
    private func run() throws -> RunResult {
        var old = Samples.failed
        old.failingSince = "2026-11-18T08:00:00Z"
        var new = Samples.errored
        new.failingSince = try Samples.started().text
        var unknown = Samples.failed
        unknown.id = "sessions/get/unknown"
        return try Samples.run([Samples.passed, old, new, unknown])
    }

    @Test
    func `the page says it beside each case, and counts them in its head`() throws {
        var page = ""
        HTMLReport(ReportContext(program: "1")).write(try run()) { page += String(decoding: $0, as: UTF8.self) }
        let moment = "<time datetime=\"2026-11-18T08:00:00Z\">2026-11-18T08:00:00Z</time>"
        #expect(page.ranges(of: " · failing since \(moment)").count == 1)
        #expect(page.ranges(of: " · failing since <strong>this run</strong>").count == 1)
        #expect(page.contains("<dt>failing</dt><dd>1 since this run, 1 for longer</dd>"))
        #expect(page.ranges(of: "failing since").count == 2)
    }

    @Test
    func `the summary and the console say it`() throws {
        let run = try run()
        let summary = MarkdownReport(context: ReportContext(program: "1")).text(run)
        #expect(summary.contains("\n**Failing:** 1 since this run, 1 for longer\n"))
        #expect(summary.contains("\n— failing since 2026-11-18T08:00:00Z\n"))
        #expect(summary.contains("\n— failing since this run\n"))
        let console = ConsoleSummary(style: ConsoleStyle())
        #expect(console.details(run).contains("\n  failing since 2026-11-18T08:00:00Z\n"))
        #expect(console.details(run).ranges(of: "failing since").count == 2)
        #expect(console.closing(run, .init()).contains("\nfailing: 1 since this run, 1 for longer\n"))
    }

    @Test
    func `the rich JUnit file has it as a property of each case, and CTRF below extra`() throws {
        let run = try run()
        let texts = try ["junit-rich", "ctrf", "junit"].map { try run.text(as: $0) }
        let property = "<property name=\"failing-since\" value=\"2026-11-18T08:00:00Z\"/>"
        #expect(texts[0].ranges(of: property).count == 1)
        #expect(texts[0].ranges(of: "<property name=\"failing-since\" value=\"\(run.started.text)\"/>").count == 1)
        #expect(texts[0].ranges(of: "failing-since").count == 2)
        let member = "\"stytch-conformance.failingSince\":\"2026-11-18T08:00:00Z\""
        #expect(texts[1].ranges(of: member).count == 1)
        #expect(texts[1].ranges(of: "failingSince").count == 2)
        #expect(!texts[2].contains("failing"))
    }

    @Test
    func `a case that did not run says nothing of it, whatever is known of it`() throws {
        var skipped = Samples.skipped(1)
        skipped.failingSince = "2026-11-18T08:00:00Z"
        for format in ["junit-rich", "ctrf"] {
            #expect(try !Samples.run([skipped]).text(as: format).contains("2026-11-18T08:00:00Z"))
        }
    }

    @Test
    func `without an earlier run nothing is said of it`() throws {
        let run = try Samples.run([Samples.failed])
        #expect(run.failingWords == nil)
        #expect(!ConsoleSummary(style: ConsoleStyle()).details(run).contains("since"))
    }

    @Test
    func `annotations begin with what fails since this run`() throws {
        let run = try run()
        let lines = AnnotationReport(sources: SourcePaths()).text(run).split(separator: "\n")
        let titles = lines.map { line in line.split(separator: "title=").last?.split(separator: "::").first ?? "" }
        #expect(titles == ["sessions/get/slow-answer", "sessions/get/unknown", "sessions/get/unknown-user/row-1"])
    }

    @Test
    func `equal runs write equal reports, whenever they were`() throws {
        var later = try run()
        later.started = later.started.adding(.seconds(60))
        later.cases[2].failingSince = later.started.text
        let moment = Timestamp(secondsSince1970: 0)
        let (one, other) = (try run().reproducible(at: moment), later.reproducible(at: moment))
        #expect(one.cases == other.cases)
        #expect(one.cases[2].failingSince == "1970-01-01T00:00:00Z")
        #expect(one.cases[1].failingSince == "2026-11-18T08:00:00Z")
    }
}
