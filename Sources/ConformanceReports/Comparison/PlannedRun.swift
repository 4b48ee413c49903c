package import Conformance

/// What a run is asked for: as far as can be told of it before it begins.
package struct PlannedRun: Sendable {
    let selection: Selection
    /// `2/5`, where it is a part of a run.
    let shard: String?

    /// Takes what a run is about to be asked for.
    package init(_ selection: Selection, shard: Shard?) {
        // As its results will tell it.
        self.selection = EncodedSelection(selection)?.decoded ?? Selection()
        self.shard = shard?.description
    }

    init(of run: ComparedRun) {
        selection = run.run.selectedCases
        shard = run.run.shardWords
    }
}

extension RunComparison {
    /// Refuses what a comparison with the run would refuse, before the run begins.
    ///
    /// - Throws: `Refusal` where they could not be compared with any meaning and the policy does not allow it all the same.
    package static func check(
        _ base: ComparedRun,
        against planned: PlannedRun,
        caseIDs: some Sequence<String>,
        _ policy: ComparisonPolicy
    ) throws(Refusal) {
        let obstacles = Comparability(base, planned, caseIDs: caseIDs).obstacles
        guard obstacles.isEmpty || policy.allowsPartial else { throw Refusal(obstacles: obstacles) }
    }
}
