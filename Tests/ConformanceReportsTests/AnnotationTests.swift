import Conformance
import Testing

@testable import ConformanceReports

/// Annotations for GitHub.
struct AnnotationTests {
    @Test
    func `a command escapes what would end its parts`() {
        let command = WorkflowCommand(
            name: "error",
            parameters: [("file", "a,b:c%.json"), ("line", nil), ("title", "x\ny")],
            message: "100% of a: b, c\r\n::error::##[debug]"
        )
        #expect(
            command.text
                == "::error file=a%2Cb%3Ac%25.json,title=x%0Ay::100%25 of a: b, c%0D%0A::error::## [debug]\n"
        )
    }

    @Test
    func `a command without parameters has no blank behind its name`() {
        #expect(WorkflowCommand(name: "warning", message: "").text == "::warning::\n")
    }

    @Test
    func `a run where all is as expected has none`() throws {
        let run = try Samples.run([Samples.passed, Samples.skipped(1)])
        #expect(AnnotationReport(sources: SourcePaths()).text(run) == "")
    }

    @Test
    func `each is one line, whatever a run holds`() throws {
        for (name, run) in try HardSamples.all() {
            let lines = lines(run)
            #expect(
                lines.allSatisfy {
                    $0.hasPrefix("::error ") || $0.hasPrefix("::error::") || $0.hasPrefix("::warning ")
                },
                "\(name)"
            )
            #expect(!lines.contains { $0.contains("##[") || $0.contains("##vso[") || $0.contains("\r") }, "\(name)")
        }
        #expect(lines(try HardSamples.hostileTexts()).count == 3)
    }

    @Test
    func `at most ten are written, each reason once before any twice, and the tenth counts the rest`() throws {
        var cases = (1...12).map { number in
            var result = Samples.errored
            result.id = "sessions/get/errored-\(number)"
            return result
        }
        cases += [Samples.failed, Samples.decodingFailed]
        let lines = lines(try Samples.run(cases))
        #expect(lines.count == 10)
        #expect(lines[0].contains("title=sessions/get/errored-1::"))
        #expect(lines[1].contains("title=sessions/get/unknown-user/row-1::status: expected 404, got 500 (+1 more)"))
        #expect(lines[2].contains("title=models/payload::"))
        #expect(lines[8].contains("title=sessions/get/errored-7::"))
        #expect(lines[9] == "::error::and 5 more problems, in the summary and in the reports")
    }

    @Test
    func `warnings of flaky cases have their own ten`() throws {
        let flaky = try #require(try HardSamples.everyVerdict().cases.first { $0.verdict == .flaky })
        let cases = Array(repeating: Samples.failed, count: 11) + Array(repeating: flaky, count: 11)
        let lines = lines(try Samples.run(cases))
        #expect(lines.count { $0.hasPrefix("::error") } == 10)
        #expect(lines.count { $0.hasPrefix("::warning") } == 10)
        #expect(lines.last == "::warning::and 2 more problems, in the summary and in the reports")
    }

    @Test
    func `a place is told from the root of the checkout`() throws {
        let report = AnnotationReport(sources: SourcePaths(currentFolder: "/w/r/tests", root: "/w/r"))
        let text = report.text(try Samples.run([Samples.failed]))
        #expect(text.hasPrefix("::error file=tests/cases/sessions/get.json,line=31,title="))
    }

    private func lines(_ run: RunResult) -> [String] {
        AnnotationReport(sources: SourcePaths()).text(run).split(separator: "\n").map(String.init)
    }
}
