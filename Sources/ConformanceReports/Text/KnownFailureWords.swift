import Conformance

extension KnownFailureMark {
    /// `the reason (https://example.com/1, until 2026-11-21)`, not yet made fit to be shown.
    var words: String {
        let place = [link, "until \(until)"].compactMap(\.self).joined(separator: ", ")
        return "\(reason) (\(place))"
    }
}

extension RequirementCoverage {
    /// `150 passed, 1 failed, 18 not run`.
    var words: String {
        "\(count(.passed)) passed, \(count(.failed)) failed, \(count(.notRun)) not run"
    }
}
