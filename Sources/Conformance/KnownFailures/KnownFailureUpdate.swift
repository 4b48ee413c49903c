package import WireJSON

/// The list of known failures as a whole run shows that it should be.
///
/// Reasons, links, end dates and the order stay; so does all that the run says nothing of: entries for other targets, and cases
/// that were skipped or errored.
package struct KnownFailureUpdate: Sendable {
    /// How long an entry holds that the program writes.
    package static let days = 90

    /// What the file is to say.
    package let json: JSONValue
    /// How many entries are new; their reasons are still to be filled in.
    package let added: Int
    /// How many entries are gone.
    package let removed: Int
    /// How many entries say something else, or became several.
    package let changed: Int

    package var isEmpty: Bool { added + removed + changed == 0 }

    /// Works out the list.
    ///
    /// - Parameters:
    ///   - failures: The list as it is.
    ///   - result: Of a run of the whole corpus.
    ///   - corpus: All cases.
    package init(_ failures: [KnownFailure], after result: RunResult, of corpus: [CaseEntry]) {
        let judged = result.cases.filter(\.showsKnownFailures)
        let list = KnownFailureList(failures, target: result.target, day: result.started.day) { _ in
            FilePosition(file: "", line: 0, column: 0)
        }
        let rewriting = Rewriting(list: list, judged: judged, corpus: corpus, target: result.target)
        let until = result.started.adding(.seconds(Self.days * 86_400)).day
        let kept = list.entries.map { (old: KnownFailureDraft($0.failure), new: rewriting.drafts(of: $0)) }
        let new = rewriting.newFailures.map { failed in
            KnownFailureDraft(
                pattern: failed.id,
                targets: [result.target],
                reason: "\(KnownFailure.toFillIn): why it fails",
                link: "\(KnownFailure.toFillIn): where it is reported",
                until: until,
                message: failed.lastingWords
            )
        }
        json = .array((kept.flatMap(\.new) + new).map(\.json))
        added = new.count
        removed = kept.count { $0.new.isEmpty }
        changed = kept.count { !$0.new.isEmpty && $0.new != [$0.old] }
    }
}

/// An entry as it is written.
struct KnownFailureDraft: Hashable {
    var pattern: String
    var targets: [String]
    var reason: String
    var link: String?
    var until: String
    var message: String

    var json: JSONValue {
        var object: JSONObject = ["case": .string(pattern)]
        if !targets.isEmpty { object["targets"] = .array(targets.map(JSONValue.string)) }
        object["reason"] = .string(reason)
        object["link"] = link.map(JSONValue.string)
        object["until"] = .string(until)
        object["message"] = .string(message)
        return .object(object)
    }
}

extension KnownFailureDraft {
    init(_ failure: KnownFailure) {
        self.init(
            pattern: failure.pattern,
            targets: failure.targets,
            reason: failure.reason,
            link: failure.link,
            until: failure.until,
            message: failure.message
        )
    }
}

/// What becomes of each entry.
private struct Rewriting {
    var list: KnownFailureList
    var judged: [CaseResult]
    var corpus: [CaseEntry]
    var target: String

    /// The failures that no entry for this target names.
    var newFailures: [CaseResult] {
        judged.filter { result in
            result.outcome == .failed && !list.entries.contains { $0.isOfTarget && $0.selects(result.id) }
        }
    }

    /// The entries that take the place of one.
    func drafts(of entry: KnownFailureList.Entry) -> [KnownFailureDraft] {
        let draft = KnownFailureDraft(entry.failure)
        let named = corpus.filter { entry.selects($0.id) }.map(\.id)
        guard !named.isEmpty else { return [] }
        guard entry.isOfTarget else { return [draft] }
        let own = Dictionary(judged.filter { entry.selects($0.id) }.map { ($0.id, $0) }) { first, _ in first }
        let isAsStated = own.values.allSatisfy { $0.outcome == .failed && entry.foresees($0) }
        if isAsStated { return [draft] }
        let left = named.compactMap { id -> KnownFailureDraft? in
            guard let result = own[id] else { return single(draft, id, of: named) }
            guard result.outcome == .failed else { return nil }
            if entry.foresees(result) { return single(draft, id, of: named) }
            guard !isForeseen(result) else { return nil }
            var corrected = single(draft, id, of: named)
            corrected.message = result.lastingWords
            return corrected
        }
        return elsewhere(draft) + left
    }

    /// The entry for one of the cases that it names.
    private func single(_ draft: KnownFailureDraft, _ id: String, of named: [String]) -> KnownFailureDraft {
        var single = draft
        if named.count > 1 { single.pattern = id }
        if draft.targets.count > 1 { single.targets = [target] }
        return single
    }

    /// What an entry for several targets still says of the others.
    private func elsewhere(_ draft: KnownFailureDraft) -> [KnownFailureDraft] {
        guard draft.targets.count > 1 else { return [] }
        var other = draft
        other.targets.removeAll { KnownFailure.isSameTarget($0, target) }
        return other.targets.isEmpty ? [] : [other]
    }

    private func isForeseen(_ result: CaseResult) -> Bool {
        list.entries.contains { $0.isOfTarget && $0.selects(result.id) && $0.foresees(result) }
    }
}

extension CaseResult {
    /// The start of the first finding, as far as it will be the same in the next run: without values that a server makes up.
    fileprivate var lastingWords: String {
        guard let finding = findings.first else { return "" }
        let start = "\(finding.subject): expected "
        return switch finding.code {
        case .status, .errorType: "\(start)\(finding.expected), got \(finding.actual)"
        case .header, .body, .token, .check: start
        case .notJSON, .model, .duration, .unique, .capture, .decodingFindings, .unknownField:
            start + finding.expected
        }
    }
}
