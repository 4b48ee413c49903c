/// What a run will do, decided before anything is sent: each selected case runs or is skipped for a reason.
package struct RunPlan: Sendable {
    /// A selected case and what is decided of it.
    package struct PlannedCase: Sendable, Hashable {
        package enum Action: Sendable, Hashable {
            case run
            case skip(String)
        }

        /// Its index in the corpus.
        package var entry: Int
        package var action: Action
    }

    /// In corpus order.
    package var items: [PlannedCase]

    /// Selects cases and decides which of them this target can run.
    package init(corpus: Corpus, selection: Selection = Selection(), target: Target) {
        self.init(entries: corpus.entries, selection: selection, target: target)
    }

    /// Selects among entries and decides which of them this target can run.
    package init(entries: [CaseEntry], selection: Selection = Selection(), target: Target) {
        let matcher = SelectionMatcher(selection)
        items = []
        items.reserveCapacity(entries.count)
        for index in entries.indices where matcher.selects(entries[index]) {
            let action = Self.action(entries[index].skip, entries[index].needs, target)
            items.append(PlannedCase(entry: index, action: action))
        }
    }

    /// The same cases, with what is decided of them for a target that offers less than the one of this plan.
    package func decided(for target: Target, _ entries: [CaseEntry]) -> RunPlan {
        var plan = self
        for (place, item) in items.enumerated() {
            let action = Self.action(entries[item.entry].skip, entries[item.entry].needs, target)
            // A plan that stays as it is stays where it is.
            if action != item.action { plan.items[place].action = action }
        }
        return plan
    }

    /// What becomes of a case that its author skips for a reason, or not, and of what it needs.
    private static func action(_ skip: String?, _ needs: [String], _ target: Target) -> PlannedCase.Action {
        if let skip { return .skip(skip) }
        let missing = needs.filter { !target.offers.contains($0) }
        guard !missing.isEmpty else { return .run }
        let names = missing.map { "'\($0)'" }.joined(separator: " and ")
        return .skip("needs \(names), which '\(target.name)' does not offer")
    }
}

package typealias PlannedCase = RunPlan.PlannedCase
