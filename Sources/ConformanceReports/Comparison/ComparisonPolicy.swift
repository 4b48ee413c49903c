package import Conformance

/// What makes a comparison fail.
package struct ComparisonPolicy: Sendable {
    /// The kinds of change that are regressions.
    package var failOn: Set<ChangeKind>
    /// Changes that are agreed to, in the order of the accept file.
    package var accepted: [AcceptedChange]
    /// The day on which entries of the accept file are held against their ends, such as `2026-11-21`.
    package var day: String
    package var speed: SpeedRule
    /// Whether runs are compared that were not asked for the same cases.
    package var allowsPartial: Bool

    package init(
        failOn: Set<ChangeKind> = ChangeKind.failingByDefault,
        accepted: [AcceptedChange] = [],
        day: String,
        speed: SpeedRule = SpeedRule(),
        allowsPartial: Bool = false
    ) {
        self.failOn = failOn
        self.accepted = accepted
        self.day = day
        self.speed = speed
        self.allowsPartial = allowsPartial
    }
}

/// What is wrong with an entry of an accept file; each makes the comparison fail.
package struct AcceptedChangeProblem: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Its last day is over; it agrees to nothing any more.
        case ended = "ended-acceptance"
        /// No change is as it says.
        case unused = "unused-acceptance"
    }

    package var kind: Kind
    /// Where the entry stands.
    package var position: FilePosition
    package var message: String
    package var hint: String
}

/// Which entries of an accept file agree to which changes.
struct Acceptances {
    fileprivate struct Entry {
        var change: AcceptedChange
        var glob: Glob
        var pointer: Glob?
        var isEnded: Bool
        var isUsed = false
    }

    private var entries: [Entry]

    init(_ policy: ComparisonPolicy) {
        entries = policy.accepted.map { change in
            let isEnded = change.isEnded(on: policy.day)
            switch change.subject {
            case .cases(let glob), .statements(let glob), .operations(let glob, nil), .models(let glob, nil):
                return Entry(change: change, glob: Glob(cases: glob), pointer: nil, isEnded: isEnded)
            case .operations(let glob, let pointer?), .models(let glob, let pointer?):
                return Entry(change: change, glob: Glob(cases: glob), pointer: Glob(pointer), isEnded: isEnded)
            }
        }
    }

    /// Notes on each change the first entry that agrees to it.
    mutating func mark(_ changes: inout [Change]) {
        guard !entries.isEmpty else { return }
        for place in changes.indices {
            for index in entries.indices where entries[index].isAbout(changes[place]) {
                entries[index].isUsed = true
                guard !entries[index].isEnded, changes[place].acceptance == nil else { continue }
                changes[place].acceptance = entries[index].change.reason
            }
        }
    }

    /// The entries that have ended, and those that say nothing of these runs.
    var problems: [AcceptedChangeProblem] {
        entries.compactMap { entry in
            let change = entry.change
            if entry.isEnded {
                return AcceptedChangeProblem(
                    kind: .ended,
                    position: change.position,
                    message: "the entry for \(change.summary) ended with \(change.until)",
                    hint: entry.isUsed
                        ? "see to the change, or give the entry a later 'until'; until then it agrees to nothing"
                        : "remove the entry: there is no such change any more"
                )
            }
            guard !entry.isUsed else { return nil }
            return AcceptedChangeProblem(
                kind: .unused,
                position: change.position,
                message: "there is no change for the entry for \(change.summary)",
                hint: "correct the entry or remove it"
            )
        }
    }
}

extension Acceptances.Entry {
    fileprivate func isAbout(_ item: Change) -> Bool {
        guard change.kind == item.kind else { return false }
        // Of drift every case must be named: one that nobody spoke of is news.
        guard item.cases.isEmpty else { return item.cases.allSatisfy(glob.selects) }
        guard glob.selects(item.subject) else { return false }
        guard let pointer else { return true }
        return item.pointer.map(pointer.selects) ?? false
    }
}
