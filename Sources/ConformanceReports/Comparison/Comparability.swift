import Conformance

/// Whether two runs can be compared, and in what they are not alike.
struct Comparability {
    /// Why a comparison would say nothing, in one line each; `--allow-partial` lets it be made all the same.
    private(set) var obstacles: [String] = []
    /// What a reader must know of the sides.
    private(set) var remarks: [String] = []
    /// Whether both were asked for the same cases, so that all that they saw can be compared.
    private(set) var isWhole = true

    init(_ base: ComparedRun, _ head: ComparedRun) {
        self.init(base, PlannedRun(of: head), caseIDs: head.cases.lazy.map(\.result.id))
        note(base, head)
    }

    /// What can be told before the later run has begun: whether it is asked for the same.
    init(_ base: ComparedRun, _ planned: PlannedRun, caseIDs: some Sequence<String>) {
        compareSelections(base, planned)
        compareShards(base, planned)
        var isEmpty = true
        let haveOneInCommon = caseIDs.contains { id in
            isEmpty = false
            return base.result(id) != nil
        }
        if !haveOneInCommon, !base.cases.isEmpty || !isEmpty {
            obstacles.append("no case of the base is in the head")
        }
    }

    private mutating func note(_ base: ComparedRun, _ head: ComparedRun) {
        if !base.run.target.utf8.elementsEqual(head.run.target.utf8) {
            remarks.append("the targets differ: '\(base.run.target)' and '\(head.run.target)'")
        }
        if !base.run.program.utf8.elementsEqual(head.run.program.utf8) {
            remarks.append("the programs differ: \(base.run.program) and \(head.run.program)")
        }
        if base.run.shuffleSeed != head.run.shuffleSeed {
            remarks.append("the cases began in another order: \(Self.order(base)) and \(Self.order(head))")
        }
        for (name, side) in [("base", base), ("head", head)] {
            if let reason = side.run.interruption { remarks.append("the \(name) stopped early: \(reason)") }
        }
        noteMissing("how long answers took, so that speed was not compared", base, head) { $0.times == nil }
        noteMissing("what answers looked like, so that they were not compared", base, head) { $0.answers == nil }
        noteMissing("how much of the models was seen, so that it was not compared", base, head) { $0.models == nil }
        noteMissing("the statements of the contract, so that they were not compared", base, head) { $0.coverage == nil }
    }

    private mutating func compareSelections(_ base: ComparedRun, _ head: PlannedRun) {
        guard base.run.selectedCases != head.selection else { return }
        isWhole = false
        let sides = "the base for \(Self.words(base.run.selectedCases)), the head for \(Self.words(head.selection))"
        obstacles.append("the runs were asked for other cases: \(sides)")
    }

    /// The same shard of the same cases holds the same of them; of others hardly any.
    private mutating func compareShards(_ base: ComparedRun, _ head: PlannedRun) {
        let shards = (base.run.shardWords, head.shard)
        guard shards.0 != nil || shards.1 != nil else { return }
        let sides = "the base is \(Self.shard(shards.0)), the head is \(Self.shard(shards.1))"
        if shards.0 == shards.1 {
            remarks.append("only a part of a run was compared: \(sides)")
        } else {
            isWhole = false
            obstacles.append("the runs are other parts of a whole: \(sides)")
        }
    }

    private static func shard(_ words: String?) -> String {
        words.map { "shard \($0)" } ?? "whole"
    }

    private mutating func noteMissing(
        _ what: String,
        _ base: ComparedRun,
        _ head: ComparedRun,
        _ isMissing: (EncodedRun) -> Bool
    ) {
        switch (isMissing(base.run), isMissing(head.run)) {
        case (true, true): remarks.append("neither side tells \(what)")
        case (true, false): remarks.append("the base does not tell \(what)")
        case (false, true): remarks.append("the head does not tell \(what)")
        case (false, false): break
        }
    }

    private static func words(_ selection: Selection) -> String {
        let parts =
            selection.paths.map { "'\($0)'" } + selection.filters.map { "--filter '\($0)'" }
            + selection.tags.map { "--tag '\($0)'" }
            + (selection.ids.map { ["\(Quantity.counted($0.count, "case")) by name"] } ?? [])
        return parts.isEmpty ? "all" : parts.joined(separator: " ")
    }

    private static func order(_ side: ComparedRun) -> String {
        side.run.shuffleSeed.map { "shuffled with the seed \($0)" } ?? "as in the files"
    }
}
