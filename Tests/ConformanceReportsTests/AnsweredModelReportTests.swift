import Conformance
import Testing

@testable import ConformanceReports

/// How reports of a run tell how much of the models was seen.
struct AnsweredModelReportTests {
    private func page(_ models: [AnsweredModel]) -> String {
        var html = HTMLBuffer()
        HTMLReportModels(models: models).write(&html)
        return String(decoding: html.take(), as: UTF8.self)
    }

    @Test
    func `the page has a row a model, and folds what was never seen`() {
        let page = page(Samples.models)
        #expect(page.contains("<p class=\"muted\">41.7% of what 2 models declare stood in answers</p>"))
        #expect(page.contains("<td class=\"number\">30.0%</td>"))
        #expect(page.contains("<td>2 of 7 members, 1 of 3 words</td>"))
        #expect(page.contains("<span class=\"muted\"> 4 never seen, 1 null alone, 2 words never seen</span>"))
        #expect(page.contains("<li>/sessions/*/roles</li><li>/user (and 2 below)</li>"))
        #expect(page.contains("<li>/sessions/*/type: otp, totp</li>"))
        #expect(page.contains("more came than is kept, so that some of it may have been there"))
        #expect(page.ranges(of: "<details").count == 1)
    }

    @Test
    func `of very many members the first are named, and without a model nothing is written`() {
        let never = (0..<250).map { "/m\($0)" }
        let page = page([AnsweredModel(model: "m", answers: 1, never: never)])
        #expect(page.ranges(of: "<li>").count == 200)
        #expect(page.contains("… 50 more in results.json"))
        #expect(self.page([]) == "")
    }

    @Test
    func `the summary names the share of each model and the first members that were never seen`() throws {
        var run = try Samples.run([Samples.passed])
        run.models = Samples.models
        let text = MarkdownReport(context: ReportContext(program: "1")).text(run)
        #expect(text.contains(", models: 41.7% of what 2 models declare was seen."))
        #expect(
            text.contains(
                "- `sessions.GetResponse`: 30.0%, 2 of 7 members, 1 of 3 words; never seen: "
                    + "`/sessions/*/roles`, `/user`\n"
            )
        )
        #expect(text.contains("- `errors.Error`: 100.0%, 2 of 2 members\n"))
    }
}
