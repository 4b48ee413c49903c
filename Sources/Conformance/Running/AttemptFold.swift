/// The attempts at one case, made into one result as they end.
///
/// Of all attempts the one is shown that decides, whichever way it was repeated: the first that passed though an entry in force
/// of the known failures names it; else the first that passed; else the first that failed as an entry says; else the first that
/// failed; else the first that was errored. So a case that passed at all is flaky or, against the list, an unexpected pass.
struct AttemptFold {
    private var shown: CaseResult
    private var shownNumber = 1
    private var others: [CaseAttempt] = []
    /// How many attempts came to an end.
    private(set) var count = 1
    private var hasLeft: Bool

    init(_ first: CaseResult) {
        shown = first
        hasLeft = first.mayHaveLeft
    }

    /// Adds the next attempt; one that was cut short only adds what it may have left behind.
    mutating func add(_ next: CaseResult) {
        hasLeft = hasLeft || next.mayHaveLeft
        if case .notRun = next.outcome { return }
        count += 1
        if next.weight < shown.weight {
            others.append(CaseAttempt(shown, number: shownNumber))
            shown = next
            shownNumber = count
        } else {
            others.append(CaseAttempt(next, number: count))
        }
    }

    /// The case with all its attempts.
    var result: CaseResult {
        var result = shown
        result.attempts = others.sorted { $0.number < $1.number }
        result.mayHaveLeft = hasLeft
        return result
    }

    /// The case where fewer attempts ended than were to be made: nothing is concluded from those that all passed.
    func cutShort(of wanted: AttemptPolicy, reason: String) -> CaseResult {
        let whole = result
        guard case .times(let number) = wanted, whole.verdict == .passed else { return whole }
        var result = whole
        result.attempts = (others + [CaseAttempt(shown, number: shownNumber)]).sorted { $0.number < $1.number }
        result.outcome = .notRun("cut short after \(count) of \(number) attempts: \(reason)")
        result.notes = []
        result.exchanges = []
        result.exchangeCount = 0
        result.duration = .zero
        return result
    }
}

extension CaseResult {
    /// The less, the more it decides.
    fileprivate var weight: Int {
        switch verdict {
        case .unexpectedPass: 0
        case .passed, .flaky: 1
        case .knownFailure: 2
        case .failed: 3
        case .errored: 4
        case .skipped, .notRun: 5
        }
    }
}
