package import Conformance
import WireJSON

/// A run as a page of its own: what broke comes first, what passed is folded, and nothing is loaded from anywhere.
///
/// Written in pieces, so that a run of any length needs little memory; readable as plain HTML without script and style.
package struct HTMLReport: Sendable {
    /// The most bytes of evidence of one case.
    static let caseLimit = 64 * 1024
    /// So many bytes are given to cases with all that is known of them; those beyond are told in a few lines, with their
    /// reason, and the rest of them stands in `results.json`.
    static let fullLimit = 6 * 1024 * 1024
    /// So many bytes are given to the evidence of cases that stand in the list alone, such as those that passed.
    static let listLimit = 4 * 1024 * 1024

    var context: ReportContext

    package init(_ context: ReportContext) {
        self.context = context
    }

    /// Writes the whole page, piece by piece, in UTF-8.
    ///
    /// - Throws: what `output` throws, nothing else.
    package func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        let sentence = VerdictSentence(result)
        let page = HTMLPage(
            title: "\(sentence.text) · \(result.target)",
            mood: sentence.isGood ? .good : .bad,
            generator: "stytch-conformance \(context.program)"
        )
        var html = HTMLBuffer()
        page.begin(&html)
        HTMLReportHeader(result: result, context: context, sentence: sentence).write(&html)
        html.markup("<main id=\"main\">\n<p id=\"missing\" class=\"callout warn\" role=\"alert\" hidden></p>\n")
        try output(html.take())
        let reasons = BrokenReasons(result.cases)
        try writeArticles(result, reasons, output)
        let groups = SharedReasons(result.cases, after: reasons.all.count)
        HTMLReportGroups(cases: result.cases, groups: groups).write(&html)
        try output(html.take())
        try HTMLCaseList(result: result, reasons: reasons, groups: groups, context: context).write(to: output)
        HTMLReportTimes(result: result).write(&html)
        HTMLReportCoverage(result: result).write(&html)
        HTMLReportModels(models: result.models).write(&html)
        HTMLReportAnswers(answers: result.answers).write(&html)
        html.markup("</main>\n")
        footer(result, &html)
        page.end(&html)
        try output(html.take())
    }

    /// The cases that did not end as expected, then the flaky ones, each with its reason in sight and its evidence folded.
    private func writeArticles(
        _ result: RunResult,
        _ reasons: BrokenReasons,
        _ output: ([UInt8]) throws -> Void
    ) rethrows {
        var room = Self.fullLimit
        let sections: [(name: String, heading: String, belongs: (CaseResult) -> Bool)] = [
            ("failures", "What to look at", \.verdict.isToldFirst), ("flaky", "Flaky", { $0.verdict == .flaky }),
        ]
        for section in sections {
            let count = result.cases.count(where: section.belongs)
            guard count > 0 else { continue }
            var html = HTMLBuffer()
            html.beginSection(section.name, heading: section.heading, count: count)
            if section.name == "failures" { reasons.write(&html) }
            try output(html.take())
            for caseResult in result.cases where section.belongs(caseResult) {
                let isNew = result.failsSinceThisRun(caseResult)
                HTMLCase(result: caseResult, context: context, since: caseResult.failsSince.map { ($0, isNew) })
                    .write(&html, room: room)
                room -= html.count
                try output(html.take())
            }
            html.markup("</section>\n")
            try output(html.take())
        }
    }

    private func footer(_ result: RunResult, _ html: inout HTMLBuffer) {
        html.element("footer") { footer in
            footer.element("p") { line in
                line.text("Made by stytch-conformance \(context.program) of one run. ")
                line.markup("Everything in it was redacted: ")
                line.element("code", [:], "[session_token 1]")
                line.markup(" and the like stand for secrets, the same label in one case for the same one. ")
                line.markup("<span class=\"keys\" hidden>Press <kbd>?</kbd> for keys.</span>")
            }
        }
        html.markup("<p id=\"live\" class=\"unseen\" aria-live=\"polite\"></p>\n")
        keys(&html)
    }

    private func keys(_ html: inout HTMLBuffer) {
        let keys = [
            ("/", "search"), ("f", "only what did not end as expected, and back"), ("j", "next case"),
            ("k", "case before"), ("Enter", "open or fold the case"), ("c", "copy the curl command of the case"),
            ("r", "copy the command that runs the case again"), ("Esc", "leave the search, close this"),
            ("?", "this list"),
        ]
        let searches = [
            ("known-user", "in the name, the description or the reason"), ("verdict:failed", "also errored, passed, …"),
            ("verdict:unexpected", "whatever makes the run fail"), ("tag:smoke", "with that tag"),
            ("file:sessions/", "of a file whose path holds that"), ("requirement:ID", "that shows that statement"),
            ("-tag:slow", "without: before any of these"), ("\"two words\"", "words with a space between them"),
        ]
        html.element("dialog", ["id": "help", "aria-labelledby": "help-heading"]) { dialog in
            dialog.element("h2", ["id": "help-heading"], "Keys and search")
            for list in [keys, searches] {
                dialog.element("dl", ["class": "keylist"]) { html in
                    for (key, words) in list {
                        html.element("div") { entry in
                            entry.element("dt") { $0.element("kbd", [:], key) }
                            entry.element("dd", [:], words)
                        }
                    }
                }
            }
            dialog.markup("<form method=\"dialog\"><button class=\"close\">close</button></form>")
        }
        html.markup("\n")
    }
}
