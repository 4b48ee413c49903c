import Conformance

/// Changes of what the runs show of the statements of the contract.
struct StatementChanges {
    private(set) var changes: [Change] = []

    init(_ base: ComparedRun, _ head: ComparedRun) {
        guard let old = base.run.coverage, let new = head.run.coverage else { return }
        let now = Dictionary(new.statements.map { (Array($0.id.utf8), $0.verdict) }) { first, _ in first }
        for statement in old.statements {
            let after = now[Array(statement.id.utf8)]
            guard let kind = Self.kind(statement.verdict, after) else { continue }
            changes.append(
                Change(
                    kind,
                    of: statement.id,
                    before: Self.words(statement.verdict),
                    after: after.map(Self.words) ?? "no statement of the head"
                )
            )
        }
    }

    private static func kind(_ before: String, _ after: String?) -> ChangeKind? {
        guard let old = RequirementCoverage.Verdict(rawValue: before) else { return nil }
        switch (old, after.flatMap(RequirementCoverage.Verdict.init(rawValue:))) {
        case (.passed, .failed), (.notRun, .failed): return .statementBroken
        case (.passed, .notRun), (.failed, .notRun), (.passed, nil), (.failed, nil): return .statementUnproved
        case (.failed, .passed), (.notRun, .passed): return .statementProved
        case (.passed, .passed), (.failed, .failed), (.notRun, .notRun), (.notRun, nil): return nil
        }
    }

    private static func words(_ verdict: String) -> String {
        String(verdict.map { $0 == "-" ? " " : $0 })
    }
}
