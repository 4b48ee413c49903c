import Conformance

/// What follows the failures: unexpected passes, mistakes in the list, known failures, skips, requirements, drift; each below a bound.
struct MarkdownParts {
    /// The most lines of one part.
    static let lineLimit = 50
    /// The most members of one model that are named.
    static let shownMembers = 5

    var context: ReportContext

    /// Each part, with its title; the one that matters most comes first.
    func texts(_ result: RunResult) -> [String] {
        [
            part("Passed in spite of a known failure", unexpectedPasses(result)),
            part("Wrong in the list of known failures", listProblems(result)),
            part("Flaky", flaky(result)),
            part("Requirements that are not met", requirements(result)),
            folded(
                "Known failures",
                grouped(result) { if case .excused(let mark) = $0.allowance { mark.words } else { nil } }
            ),
            folded("Not run", grouped(result) { if case .notRun(let reason) = $0.outcome { reason } else { nil } }),
            folded("Skipped", grouped(result) { if case .skipped(let reason) = $0.outcome { reason } else { nil } }),
            folded("Noted, without failing a case", drift(result)),
            folded("How much of the models was seen", models(result)),
        ].compactMap(\.self)
    }

    private func unexpectedPasses(_ result: RunResult) -> [String] {
        result.cases.compactMap { result in
            guard case .contradicted(let mark) = result.allowance, result.outcome == .passed else { return nil }
            return "\(MarkdownText.code(result.id)): \(place(mark.position)) says \(MarkdownText.inline(mark.words))"
        }
    }

    private func flaky(_ result: RunResult) -> [String] {
        result.cases.filter { $0.verdict == .flaky }.map { result in
            let words = Problem.of(result).first { $0.code == Problem.flakyCode }?.message ?? ""
            return "\(MarkdownText.code(result.id)): \(MarkdownText.inline(CutText.ellipsis(words, bytes: 500)))"
        }
    }

    private func listProblems(_ result: RunResult) -> [String] {
        result.knownFailureProblems.map { problem in
            "\(place(problem.position)): \(MarkdownText.inline("\(problem.message); \(problem.hint)"))"
        }
    }

    private func requirements(_ result: RunResult) -> [String] {
        (result.coverage?.statements ?? []).filter { $0.verdict == .failed }.map { statement in
            "\(MarkdownText.code(statement.id)), which \(Quantity.counted(statement.cases, "case")) of this run "
                + (statement.cases == 1 ? "names" : "name")
        }
    }

    /// How many cases have each reason, and the first of them.
    private func grouped(_ result: RunResult, _ reason: (CaseResult) -> String?) -> [String] {
        var counts = OrderedCounts()
        for result in result.cases {
            if let reason = reason(result) { counts.add(reason, first: result.id) }
        }
        return counts.entries.map { entry in
            let first = entry.count == 1 ? "" : "such as "
            return "\(Quantity.grouped(entry.count)) × \(MarkdownText.inline(entry.text)): "
                + "\(first)\(MarkdownText.code(entry.first))"
        }
    }

    private func drift(_ result: RunResult) -> [String] {
        NoteGroups(result.cases).all.map { group in
            let words = MarkdownText.inline(CutText.ellipsis(group.subject, bytes: 300))
            return "\(words) (\(MarkdownText.inline(group.code))), \(Quantity.grouped(group.count))×"
        }
    }

    /// Each model with its share, and the first of what was never there.
    private func models(_ result: RunResult) -> [String] {
        result.models.map { model in
            let share = "\(AnsweredModel.percent(of: [model])), \(model.seenWords)"
            let never = TopmostMembers(model.never).members
            let shown = never.prefix(Self.shownMembers).map { MarkdownText.code($0.pointer) }.joined(separator: ", ")
            let left = never.count - Self.shownMembers
            let more = left > 0 ? " and \(Quantity.grouped(left)) more" : ""
            let line = "\(MarkdownText.code(model.model)): \(share)"
            return never.isEmpty ? line : "\(line); never seen: \(shown)\(more)"
        }
    }

    private func place(_ position: FilePosition) -> String {
        var position = position
        position.file = context.sources.relative(position.file)
        return MarkdownText.code(position.description)
    }

    /// A part that is seen at once; nil where there is nothing in it.
    private func part(_ title: String, _ lines: [String]) -> String? {
        lines.isEmpty ? nil : "\n### \(title)\n\n\(list(lines))"
    }

    /// A part that is opened by who wants it.
    private func folded(_ title: String, _ lines: [String]) -> String? {
        guard !lines.isEmpty else { return nil }
        return
            "\n<details><summary>\(title) (\(Quantity.grouped(lines.count)))</summary>\n\n\(list(lines))\n</details>\n"
    }

    private func list(_ lines: [String]) -> String {
        var text = ""
        var shown = 0
        for line in lines.prefix(Self.lineLimit) {
            let line = "- \(line)\n"
            guard text.utf8.count + line.utf8.count <= MarkdownReport.partLimit else { break }
            text += line
            shown += 1
        }
        let more = lines.count - shown
        return text + (more > 0 ? "- … \(Quantity.grouped(more)) more in `results.json`\n" : "")
    }
}

/// How often each text came, in the order of the first time.
struct OrderedCounts {
    /// A text, how often it came, and what it came with first.
    struct Entry {
        var text: String
        var count: Int
        var first: String
    }

    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    mutating func add(_ text: String, first: String) {
        if let place = places[text] {
            entries[place].count += 1
        } else {
            places[text] = entries.count
            entries.append(Entry(text: text, count: 1, first: first))
        }
    }
}
