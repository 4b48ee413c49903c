import Conformance
import WireJSON

/// The top of a report: the verdict, the counts, the facts of the run, how to repeat it, and the search.
struct HTMLReportHeader {
    var result: RunResult
    var context: ReportContext
    var sentence: VerdictSentence

    func write(_ html: inout HTMLBuffer) {
        html.markup("<a class=\"skip\" href=\"#main\">to the cases</a>\n")
        html.element("header", ["class": "top"]) { header in
            header.element("p", ["class": "kicker"], "stytch-conformance · report of a run")
            header.element("h1", ["class": sentence.isGood ? "good" : "bad"]) { title in
                title.element("span", ["class": "mark", "aria-hidden": "true"], sentence.isGood ? "✓" : "✗")
                title.markup(" ")
                title.text(sentence.text)
            }
            header.markup("\n")
            counts(&header)
            callouts(&header)
            facts(&header)
            commands(&header)
        }
        tools(&html)
    }

    private func counts(_ html: inout HTMLBuffer) {
        guard sentence.counts.total > 0 else { return }
        html.element("ul", ["class": "counts", "aria-label": "cases by verdict"]) { list in
            for (verdict, number) in sentence.counts.found {
                list.element("li", ["class": verdict.tone.className]) { item in
                    let link = HTMLText.anchor("q=verdict:\(verdict.rawValue)")
                    item.element("a", ["href": "#\(link)"], verdict.counted(number))
                }
            }
        }
        html.element("div", ["class": "bar", "aria-hidden": "true"]) { bar in
            for (verdict, number) in sentence.counts.found {
                bar.element("i", ["class": verdict.tone.className, "style": "flex:\(number) 0 0"], "")
            }
        }
        html.markup("\n")
    }

    private func callouts(_ html: inout HTMLBuffer) {
        if let words = result.interruptionWords { html.callout(words, .warning) }
        if let words = result.refusalWords { html.callout(words, .bad) }
        if let words = result.leftoverWords { html.callout(words, .warning) }
        for problem in result.knownFailureProblems {
            html.element("div", ["class": "callout bad"]) { box in
                box.element("p") { line in
                    line.element("code", [:], problem.position.description)
                    line.text(" \(problem.message)")
                }
                box.element("p", [:], "hint: \(problem.hint)")
            }
        }
    }

    private func facts(_ html: inout HTMLBuffer) {
        html.element("dl", ["class": "facts"]) { list in
            let isAddress = result.target.utf8.elementsEqual(result.baseURL.utf8)
            fact("target", result.target + (isAddress || result.baseURL.isEmpty ? "" : " (\(result.baseURL))"), &list)
            list.element("div") { row in
                row.markup("<dt>started</dt><dd>")
                row.time(result.started.text)
                row.markup("</dd>")
            }
            if let words = result.failingWords { fact("failing", words, &list) }
            if result.duration > .zero { fact("took", Quantity.duration(result.duration), &list) }
            if result.transfers.requests > 0 { fact("requests", Quantity.grouped(result.transfers.requests), &list) }
            if let coverage = result.coverage { fact("requirements", coverage.words, &list) }
            if let words = AnsweredModel.words(of: result.models) { fact("models", words, &list) }
            if result.hasBuiltInCases { fact("cases", "built into the program", &list) }
            if let selection { fact("selection", selection, &list) }
            if case .shuffled(let seed) = result.order { fact("order", "shuffled, seed \(seed)", &list) }
            if let words = result.clockWords { fact("its clock", words, &list) }
            if let record = result.shard {
                fact("shard", "\(record.shard) of \(Quantity.counted(record.plannedCount, "case"))", &list)
            }
            fact("run", result.runID, &list)
            fact("program", context.program, &list)
        }
        html.markup("\n")
    }

    private var selection: String? {
        let parts = result.selection.paths + result.selection.filters + result.selection.tags.map { "tag \($0)" }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func fact(_ name: String, _ words: String, _ html: inout HTMLBuffer) {
        html.element("div") { row in
            row.element("dt", [:], name)
            row.element("dd", [:], words)
        }
    }

    private func commands(_ html: inout HTMLBuffer) {
        let repeating = RepeatCommand(prefix: context.command, result: result, part: context.part)
        let again = repeating.text
        html.element("div", ["class": "again"]) { box in
            box.element("p", ["class": "muted"], again == nil ? "the same run again" : "what did not pass, again")
            box.copyable(again ?? repeating.whole, label: "copy the command that repeats this")
            if let words = result.mockWords { box.element("p", ["class": "muted"], words) }
        }
        if result.cases.contains(where: \.verdict.hasArticle) { oneCase(&html) }
    }

    /// The command that runs one case again, up to its name: a script puts it into each case, the name behind it.
    ///
    /// A page may tell of thousands of cases, so it stands here once.
    private func oneCase(_ html: inout HTMLBuffer) {
        let command = RepeatCommand.beforeFilter(context.command)
        html.element("template", ["id": "rerun"]) { template in
            template.element("div", ["class": "rerun"]) { box in
                box.element("span", ["class": "muted"], "run again")
                box.copyable(command, label: "copy the command that runs this case again")
            }
        }
        html.element("noscript") { html in
            html.element("p", ["class": "muted"]) { line in
                line.text("one case again: ")
                line.element("code", [:], command)
                line.text(" and its name")
            }
        }
        html.markup("\n")
    }

    private func tools(_ html: inout HTMLBuffer) {
        html.element("nav", ["class": "tools", "aria-label": "parts of the report"]) { bar in
            bar.element("div", ["class": "tools-line"]) { line in
                line.element("div", ["class": "search", "role": "search", "hidden": ""]) { search in
                    search.markup("<label class=\"unseen\" for=\"query\">filter the cases</label>")
                    search.markup("<input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" ")
                    search.markup("placeholder=\"words, verdict:failed, -tag:slow\">")
                    search.markup("<output id=\"matches\" for=\"query\"></output>")
                }
                line.element("ul", ["class": "parts"]) { list in
                    for (name, heading) in parts {
                        list.element("li") { $0.element("a", ["href": "#\(name)"], heading) }
                    }
                }
            }
        }
        html.markup("\n")
    }

    /// What the sections further down are called; each writes itself where it has something to say.
    private var parts: [(String, String)] {
        var parts: [(String, String)] = []
        if result.cases.contains(where: \.verdict.isToldFirst) { parts.append(("failures", "to look at")) }
        if result.cases.contains(where: { $0.verdict == .flaky }) { parts.append(("flaky", "flaky")) }
        if !result.cases.isEmpty { parts.append(("cases", "cases")) }
        if result.hasTimes { parts.append(("times", "times")) }
        if result.coverage != nil { parts.append(("requirements", "requirements")) }
        if result.cases.contains(where: { !$0.notes.isEmpty }) { parts.append(("notes", "notes")) }
        if !result.models.isEmpty { parts.append(("models", "models")) }
        if !result.answers.isEmpty { parts.append(("answers", "answers")) }
        return parts
    }
}

extension RunResult {
    /// Whether anything took any time; of a reproducible report nothing did.
    var hasTimes: Bool { cases.contains { $0.duration > .zero } }
}
