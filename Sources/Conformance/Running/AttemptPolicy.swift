/// How often a case is attempted.
///
/// All attempts at a case follow one another at once, each in a fresh project: the case ends but once, so that progress,
/// `failFast` and an interrupted run have its verdict, and the bounds on requests hold for all attempts alike.
package enum AttemptPolicy: Sendable, Hashable {
    case once
    /// At most so many times more, until it does not fail; at least 1.
    case retries(Int)
    /// So many times, whatever comes of it; at least 2.
    case times(Int)

    /// Whether there is another attempt after `count` of them, the last of which came to `last`.
    func goesOn(after last: CaseResult, count: Int) -> Bool {
        switch self {
        case .once: false
        case .retries(let most): count <= most && last.canBeRetried
        case .times(let wanted): count < wanted
        }
    }
}

extension CaseResult {
    /// Whether chance may have had a part in it: it failed or was errored, as no list foresees and by no fault of the engine.
    fileprivate var canBeRetried: Bool {
        switch (verdict, outcome) {
        case (.failed, _): true
        case (.errored, .errored(let cause)): cause.kind != .internal
        default: false
        }
    }
}
