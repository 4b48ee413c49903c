import Conformance

/// What became of each case.
struct CaseChanges {
    /// In the order of the head, then, of what it lacks, of the base.
    private(set) var changes: [Change] = []
    /// Cases that came to the same in both.
    private(set) var unchanged = 0
    /// When each run began.
    private let starts: (base: String, head: String)
    /// Cases that both hold.
    private(set) var common = 0

    init(_ base: ComparedRun, _ head: ComparedRun) {
        starts = (base.run.started, head.run.started)
        for item in head.cases {
            if let old = base.result(item.result.id) {
                common += 1
                add(Self.kind(old, item), old, item)
            } else {
                addOnlyInHead(item, wasAskedFor: base.wasAskedFor(item.result))
            }
        }
        for item in base.cases where head.result(item.result.id) == nil {
            let kind: ChangeKind = head.wasAskedFor(item.result) ? .removed : .notSelected
            changes.append(
                Change(
                    kind,
                    of: item.result.id,
                    before: item.verdict.words,
                    after: nil,
                    detail: kind == .removed ? "no case of the head" : "not asked for in the head",
                    position: item.result.position
                )
            )
        }
    }

    private mutating func add(_ kind: ChangeKind?, _ old: ComparedRun.Case, _ new: ComparedRun.Case) {
        guard let kind else {
            unchanged += 1
            return
        }
        var detail = FailureReason.shown(new.result)
        if kind == .failingDifferently, let before = FailureReason.shown(old.result) {
            detail = "\(detail ?? "for no reason given"); before: \(before)"
        }
        if kind == .newlyExcused { detail = new.result.knownFailure?.reason }
        changes.append(
            Change(
                kind,
                of: new.result.id,
                before: old.verdict.words,
                after: new.verdict.words,
                detail: kind == .fixed ? nil : detail,
                failingSince: since(old, new),
                position: new.result.position
            )
        )
    }

    /// As the head says, or as the base does where it failed there too; nil where it fails since the head, or does not fail.
    private func since(_ old: ComparedRun.Case, _ new: ComparedRun.Case) -> String? {
        guard new.verdict.isFailing else { return nil }
        let known = old.result.failingSince ?? (old.verdict.isFailing ? starts.base : nil)
        let since = new.result.failingSince ?? known
        return since.flatMap { $0.utf8.elementsEqual(starts.head.utf8) ? nil : $0 }
    }

    /// A case that the base does not know may be no worse for it, but it is not taken on trust.
    private mutating func addOnlyInHead(_ item: ComparedRun.Case, wasAskedFor: Bool) {
        let kind: ChangeKind =
            switch item.verdict {
            case .failed: .newlyFailing
            case .errored: .newlyErrored
            case .flaky: .newlyFlaky
            case .unexpectedPass: .unexpectedPass
            case .passed, .skipped, .notRun, .knownFailure: wasAskedFor ? .new : .notSelected
            }
        let before = wasAskedFor ? "no case of the base" : "not asked for in the base"
        changes.append(
            Change(
                kind,
                of: item.result.id,
                before: before,
                after: item.verdict.words,
                detail: FailureReason.shown(item.result),
                position: item.result.position
            )
        )
    }

    /// What a case that both runs hold has become; nil where it came to the same.
    private static func kind(_ old: ComparedRun.Case, _ new: ComparedRun.Case) -> ChangeKind? {
        let isSameReason = FailureReason(old.result) == FailureReason(new.result)
        switch (old.verdict, new.verdict) {
        case (.failed, .failed), (.errored, .errored): return isSameReason ? .stillFailing : .failingDifferently
        case (.errored, .failed): return .failingDifferently
        case (_, .failed): return .newlyFailing
        case (_, .errored): return .newlyErrored
        case (.skipped, .notRun), (.notRun, .notRun): return nil
        case (_, .notRun): return .noLongerRun
        case (.skipped, .skipped): return nil
        case (_, .skipped): return .newlySkipped
        case (.flaky, .flaky): return nil
        case (_, .flaky): return .newlyFlaky
        case (.unexpectedPass, .unexpectedPass): return nil
        case (_, .unexpectedPass): return .unexpectedPass
        case (.knownFailure, .knownFailure): return isSameReason ? nil : .failingDifferently
        case (_, .knownFailure): return .newlyExcused
        case (.passed, .passed): return nil
        case (.skipped, .passed), (.notRun, .passed): return .newlyRun
        case (.failed, .passed), (.errored, .passed), (.flaky, .passed), (.knownFailure, .passed),
            (.unexpectedPass, .passed):
            return .fixed
        }
    }
}
