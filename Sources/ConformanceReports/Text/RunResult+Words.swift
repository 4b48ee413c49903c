import Conformance
import WireJSON

extension RunResult {
    /// What is to be looked for on the target, where something may have stayed there; nil where nothing can have.
    var leftoverWords: String? {
        let count = cases.count(where: \.mayHaveLeft)
        guard count > 0 else { return nil }
        let cases = Quantity.counted(count, "case")
        // A run that was made of shards has the id of each.
        let starts = runID.scalarSplit(separator: ",").map { "'conformance-\($0)-'" }.joined(separator: " or ")
        return VisibleText.line(
            "perhaps left behind by \(cases): users with an e-mail address that begins with \(starts)"
        )
    }

    /// `3.00 s behind this machine's`, of the target's clock; nil where it goes as this machine's does.
    var clockWords: String? {
        guard clockOffset != .zero else { return nil }
        let isBehind = clockOffset < .zero
        let amount = Quantity.duration(isBehind ? .zero - clockOffset : clockOffset)
        return "\(amount) \(isBehind ? "behind" : "ahead of") this machine's"
    }
}
