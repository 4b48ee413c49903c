package import Conformance

/// What changed from one run to another, and whether that is a regression by a policy.
package struct RunComparison: Sendable {
    /// Why no comparison was made.
    package struct Refusal: Error, Sendable, Hashable {
        /// One line each; at least one.
        package var obstacles: [String]
    }

    package let base: ComparedRun
    package let head: ComparedRun
    package let policy: ComparisonPolicy
    /// The heaviest first; of one kind, in the order of the head.
    package private(set) var changes: [Change]
    /// Cases that came to the same.
    package let unchanged: Int
    /// What a reader must know of the sides, in one line each.
    package private(set) var remarks: [String]
    package private(set) var speed = SpeedComparison()
    /// How much each side saw of the models, by their names; empty where that was not compared.
    private(set) var models: [ModelChanges.Model] = []
    /// What is wrong with the accept file, in its order.
    package let listProblems: [AcceptedChangeProblem]

    /// Compares two runs.
    ///
    /// - Throws: `Refusal` where they cannot be compared with any meaning and the policy does not allow it all the same.
    package init(_ base: ComparedRun, _ head: ComparedRun, _ policy: ComparisonPolicy) throws(Refusal) {
        let comparability = Comparability(base, head)
        guard comparability.obstacles.isEmpty || policy.allowsPartial else {
            throw Refusal(obstacles: comparability.obstacles)
        }
        let cases = CaseChanges(base, head)
        var changes = cases.changes
        remarks = comparability.obstacles + comparability.remarks
        if comparability.isWhole {
            // What one side does not tell has not changed.
            if let old = base.run.answers, let new = head.run.answers {
                changes += AnswerChanges(old.map(\.decoded), new.map(\.decoded)).changes
            }
            changes += NoteChanges(base, head).changes
            changes += StatementChanges(base, head).changes
            if let old = base.run.models, let new = head.run.models {
                let found = ModelChanges(old.map(\.decoded), new.map(\.decoded))
                (models, changes) = (found.models, changes + found.changes)
            }
            speed = SpeedComparison(base.run.times ?? [], head.run.times ?? [], policy.speed)
            changes += speed.changes
        } else {
            let left = "answers, notes, statements, models and speed"
            remarks.append("\(left) were not compared, as other cases show other ones")
        }
        changes = Self.byWeight(changes)
        var acceptances = Acceptances(policy)
        acceptances.mark(&changes)
        listProblems = acceptances.problems
        self.base = base
        self.head = head
        self.policy = policy
        self.changes = changes
        unchanged = cases.unchanged
    }

    private static func byWeight(_ changes: [Change]) -> [Change] {
        let weights = Dictionary(ChangeKind.allCases.enumerated().map { ($1, $0) }) { first, _ in first }
        return changes.enumerated().sorted { one, other in
            (weights[one.element.kind] ?? 0, one.offset) < (weights[other.element.kind] ?? 0, other.offset)
        }.map(\.element)
    }

    /// Whether a change fails the comparison.
    package func isRegression(_ change: Change) -> Bool {
        change.acceptance == nil && policy.failOn.contains(change.kind)
    }

    /// Whether the head is worse than the base by the policy, or the accept file is out of date.
    package var hasRegressed: Bool {
        !listProblems.isEmpty || changes.contains(where: isRegression)
    }

    /// The changes of each kind that there is, the heaviest first.
    package var groups: [(kind: ChangeKind, changes: ArraySlice<Change>)] {
        var groups: [(kind: ChangeKind, changes: ArraySlice<Change>)] = []
        var start = changes.startIndex
        while start < changes.endIndex {
            let kind = changes[start].kind
            let end = changes[start...].firstIndex { $0.kind != kind } ?? changes.endIndex
            groups.append((kind, changes[start..<end]))
            start = end
        }
        return groups
    }

    /// `2 newly-failing, 1 fixed, 117 unchanged against reports/base/results.json (mock, 2026-11-21T08:00:00Z)`.
    package var verdict: String {
        let counts = groups.map { group in
            let accepted = group.changes.count { $0.acceptance != nil }
            let note = accepted > 0 ? " (\(Quantity.grouped(accepted)) accepted)" : ""
            return "\(Quantity.grouped(group.changes.count)) \(group.kind.rawValue)\(note)"
        }
        let all = (counts + ["\(Quantity.grouped(unchanged)) unchanged"]).joined(separator: ", ")
        return "\(all) against \(base.name)"
    }
}

extension SpeedComparison {
    /// The operations that are slower or faster.
    fileprivate var changes: [Change] {
        operations.filter { $0.isSlower || $0.isFaster }.map { operation in
            Change(
                operation.isSlower ? .slower : .faster,
                of: operation.name,
                before: Self.time(operation.baseMicroseconds),
                after: Self.time(operation.headMicroseconds),
                detail: operation.ratioWords.map { "\($0) as long, the machine's load taken off" }
            )
        }
    }

    /// Microseconds as people read them.
    static func time(_ microseconds: Double) -> String {
        Quantity.duration(.microseconds(Int64(min(max(microseconds, 0), 1e15))))
    }
}
