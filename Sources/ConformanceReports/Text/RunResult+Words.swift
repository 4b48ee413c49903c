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

    /// Why the run ended before its end, in a line; nil where it did not.
    var interruptionWords: String? {
        interruption.map { $0.utf8.starts(with: "stopped ".utf8) ? $0 : "stopped early: \($0)" }
    }

    /// That the target takes the credentials of the run for wrong, where that is why cases did not pass; else nil.
    var refusalWords: String? {
        guard notableCases.contains(where: \.isRefusedSetUp) else { return nil }
        return "the target refuses STYTCH_PROJECT_ID and STYTCH_SECRET (401): they are wrong, or of another project"
    }

    /// How the curl commands of a run are to be used whose server ended with it; nil where there are none.
    var mockWords: String? {
        guard target.utf8.elementsEqual("mock".utf8), notableCases.contains(where: { !$0.exchanges.isEmpty }) else {
            return nil
        }
        return
            "the mock of this run is gone; for its curl commands start one with 'stytch-conformance serve', and put in its address"
    }
}

extension CaseResult {
    /// Whether the case was not tried because its set-up was refused for its credentials.
    var isRefusedSetUp: Bool {
        guard case .errored(let cause) = outcome, cause.kind == .setup, let finding = findings.first else {
            return false
        }
        return finding.code == .status && finding.actual.utf8.elementsEqual("401".utf8)
            && finding.note?.utf8.starts(with: "unauthorized_credentials".utf8) == true
    }
}
