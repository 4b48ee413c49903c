import Conformance

/// What every report of a comparison says in the same words.
extension RunComparison {
    /// `regression: 2 newly-failing`, or `no regression`.
    package var outcome: String {
        var parts = groups.compactMap { group -> String? in
            let count = group.changes.count(where: isRegression)
            return count > 0 ? "\(Quantity.grouped(count)) \(group.kind.rawValue)" : nil
        }
        if !listProblems.isEmpty {
            parts.append(Quantity.counted(listProblems.count, "entry", "") + " of the accept file out of date")
        }
        return parts.isEmpty ? "no regression" : "regression: \(parts.joined(separator: ", "))"
    }

    /// `newly-failing newly-errored no-longer-run removed`, the heaviest first.
    var failingKinds: String {
        let kinds = ChangeKind.allCases.filter(policy.failOn.contains).map(\.rawValue)
        return kinds.isEmpty ? "none" : kinds.joined(separator: " ")
    }

    /// The sides in two lines, with what they came to.
    var sides: [(name: String, words: String)] {
        [("base", Self.words(base)), ("head", Self.words(head))]
    }

    private static func words(_ side: ComparedRun) -> String {
        let counts = side.run.counts
        var parts = ["\(counts.passed) passed", "\(counts.failed) failed"]
        if let flaky = counts.flaky, flaky > 0 { parts.append("\(flaky) flaky") }
        if counts.errored > 0 { parts.append("\(counts.errored) errored") }
        if counts.unexpectedPasses > 0 {
            parts.append(Quantity.counted(counts.unexpectedPasses, "unexpected pass", "es"))
        }
        if counts.knownFailures > 0 { parts.append(Quantity.counted(counts.knownFailures, "known failure")) }
        parts.append("\(counts.skipped) skipped")
        if counts.notRun > 0 { parts.append("\(counts.notRun) not run") }
        return "\(side.name), program \(side.run.program): \(parts.joined(separator: ", "))"
    }

    /// How long answers took over all operations, and which operations were not judged; nil where nothing is known.
    var speedWords: String? {
        guard let overall = speed.overall else { return nil }
        let judged = speed.operations.count { $0.estimate != nil }
        let all = Quantity.counted(speed.operations.count, "operation")
        return "answers took \(SpeedComparison.Operation.times(overall)) as long over \(all); "
            + "\(judged) of them had enough answers to be judged"
    }

    /// How much was seen of all models; nil where that was not compared.
    var modelWords: String? {
        guard !models.isEmpty else { return nil }
        let (before, after) = (Self.percent(models.compactMap(\.base)), Self.percent(models.compactMap(\.head)))
        let isSame = before.utf8.elementsEqual(after.utf8)
        return "seen of the models: \(before)" + (isSame ? ", as before" : " → \(after)")
    }

    /// Each model of which more or less was seen: `sessions.GetResponse: 93.5% → 90.1%`.
    var modelLines: [String] {
        models.filter { !$0.isSame }.map { "\($0.name): \($0.before) → \($0.after)" }
    }

    fileprivate static func percent(_ models: [AnsweredModel]) -> String {
        models.isEmpty ? "no answers" : AnsweredModel.percent(of: models)
    }

    /// A line of a change, without its kind: `sessions/get/a: passed → failed: status: expected 200, got 500`.
    func line(_ change: Change) -> String {
        var line = change.place
        if !change.words.isEmpty { line += ": \(change.words)" }
        if !change.cases.isEmpty {
            let more = change.cases.count > 1 ? " and \(change.cases.count - 1) more" : ""
            line += " (in '\(change.cases[0])'\(more))"
        }
        if let since = change.sinceWords { line += " (\(since))" }
        if let reason = change.acceptance { line += " [accepted: \(reason)]" }
        return line
    }
}

extension ModelChanges.Model {
    /// `93.5%`, or `no answers`.
    var before: String { RunComparison.percent(base.map { [$0] } ?? []) }
    var after: String { RunComparison.percent(head.map { [$0] } ?? []) }
}

extension Change {
    /// `cases/sessions/get.json:12`; nil for what is no case.
    var file: String? {
        position.map { position in position.line.map { "\(position.file):\($0)" } ?? position.file }
    }
}
