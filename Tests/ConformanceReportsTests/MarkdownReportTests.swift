import Conformance
import Testing

@testable import ConformanceReports

/// The summary in Markdown.
struct MarkdownReportTests {
    private let report = MarkdownReport(context: ReportContext(program: "0.1.0"))

    @Test(arguments: [
        ([Outcome.passed], "## 1 case ended as expected"),
        ([.passed, .skipped("x")], "## 2 cases ended as expected"),
        ([.passed, .failed, .notRun("x")], "## 2 of 3 cases did not end as expected"),
        ([], "## 0 cases ended as expected"),
    ])
    func `the verdict comes first, in a sentence`(outcomes: [Outcome], sentence: String) throws {
        let run = try Samples.run(outcomes.map { Samples.result("a", $0) })
        #expect(report.text(run).split(separator: "\n").first.map(String.init) == sentence)
    }

    @Test
    func `a mistake in the list of known failures alone is told`() throws {
        var run = try HardSamples.everyVerdict()
        run.cases = [Samples.passed]
        #expect(
            report.text(run).hasPrefix("## 1 case as expected, but 1 mistake in the list of known failures\n")
        )
    }

    @Test
    func `a summary stays below its limit by leaving out whole failures, and says how many`() throws {
        let run = try Samples.run(
            (0..<4_000).map { number in
                var result = Samples.failed
                result.id = "sessions/get/case-\(number)"
                result.findings[0].subject = "header x-\(number)"
                result.exchanges[1].responseBody = String(repeating: "\u{1F511}", count: 1_000)
                return result
            }
        )
        let text = report.text(run)
        #expect(text.utf8.count <= 921_600)
        #expect(text.utf8.count > 850_000)
        let shown = text.split(separator: "\n").count { $0.hasPrefix("#### failed: ") }
        #expect(text.split(separator: "\n").count { $0 == "</details>" } == shown)
        #expect(
            text.contains(
                "\n_\(Quantity.grouped(4_000 - shown)) more cases that did not pass would not fit in here; "
                    + "`results.json` has them all._\n"
            )
        )
    }

    @Test
    func `a reason that many cases share is told once, and in full for the first of them alone`() throws {
        let cases = (0..<700).map { number in
            var result = Samples.errored
            result.id = "sessions/get/case-\(number)"
            return result
        }
        let text = report.text(try Samples.run(cases + [Samples.failed]))
        #expect(
            text.contains(
                "### What did not pass\n\n"
                    + "- 700 × curl 7 CURLE\\_COULDNT\\_CONNECT: nothing listens on 127.0.0.1:9\n"
            )
        )
        #expect(text.split(separator: "\n").count { $0.hasPrefix("#### errored: ") } == 5)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("#### failed: ") } == 1)
        #expect(
            text.hasSuffix(
                "\n_695 more cases did not pass for a reason that is told above; `results.json` has them all._\n"
            )
        )
        #expect(text.utf8.count < 8_192)
    }

    @Test
    func `where other parts are many lines, they are cut as well`() throws {
        let run = try Samples.run(
            (0..<90).map { Samples.result("c\($0)", .skipped("reason \($0)")) }
        )
        let text = report.text(run)
        #expect(text.contains("<details><summary>Skipped (90)</summary>"))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("- 1 × reason ") } == 50)
        #expect(text.contains("\n- … 40 more in `results.json`\n"))
    }

    @Test
    func `no page mentions or links whom a server names, and tables keep their columns`() throws {
        let text = report.text(try HardSamples.hostileTexts())
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isCode.toggle() }
            guard !isCode else { continue }
            let outside = Self.withoutCode(String(line))
            #expect(!outside.contains("@octocat") && !outside.contains("#1 "), "\(line)")
            #expect(!outside.contains("<a href"), "\(line)")
            if line.hasPrefix("| ") {
                let bars = Self.bars(in: String(line))
                #expect(bars == 4 || bars == 5, "\(line)")
            }
        }
        #expect(!isCode)
    }

    @Test
    func `a failure shows expected beside actual, and its exchange folded`() throws {
        let text = MarkdownFailure(result: Samples.failed, sources: SourcePaths()).text
        #expect(text.contains("\n| `status` | `404` | `500` |\n"))
        #expect(text.contains("\n| `body /error_type` (the answer is no JSON) | `\"user_not_found\"` | `nothing` |\n"))
        #expect(text.contains("`cases/sessions/get.json:31:21`\n"))
        #expect(text.contains("\n```sh\ncurl -sS 'http://127.0.0.1:40001/v1/sessions?user_id=user-1&limit=2' -u "))
    }

    /// The line without its spans of code.
    private static func withoutCode(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        while let start = rest.firstIndex(of: "`") {
            let isEscaped = start > rest.startIndex && rest[rest.index(before: start)] == "\\"
            result += rest[..<start]
            let fence = rest[start...].prefix { $0 == "`" }
            rest = rest[fence.endIndex...]
            guard !isEscaped, let end = rest.firstRange(of: String(fence)) else { continue }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    /// The bars of a line that no backslash escapes.
    private static func bars(in line: String) -> Int {
        var count = 0
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if scalar == "|", !isEscaped { count += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return count
    }
}
