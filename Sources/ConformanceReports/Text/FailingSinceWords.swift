import Conformance
import WireJSON

extension CaseResult {
    /// When the first run began in which it failed, RFC 3339; nil where it does not fail, or no earlier run was asked.
    var failsSince: String? { isFailing ? failingSince : nil }
}

extension RunResult {
    /// `failing since 2026-11-18T07:00:00Z`, or `failing since this run`; nil where no earlier run was asked.
    func sinceWords(_ result: CaseResult) -> String? {
        guard let since = result.failsSince else { return nil }
        return "failing since \(failsSinceThisRun(result) ? "this run" : VisibleText.line(since))"
    }

    /// `2 since this run, 1 for longer`; nil where no earlier run was asked, or nothing fails.
    var failingWords: String? {
        let failing = cases.filter { $0.failsSince != nil }
        guard !failing.isEmpty else { return nil }
        let new = failing.count(where: failsSinceThisRun)
        let old = failing.count - new
        let parts = [
            new > 0 ? "\(Quantity.grouped(new)) since this run" : nil,
            old > 0 ? "\(Quantity.grouped(old)) for longer" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
