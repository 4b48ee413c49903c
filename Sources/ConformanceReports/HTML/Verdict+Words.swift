import Conformance

extension Verdict {
    /// For so many cases: `3 known failures`, `1 unexpected pass`, `2 failed`.
    func counted(_ number: Int) -> String {
        switch self {
        case .knownFailure: Quantity.counted(number, words)
        case .unexpectedPass: Quantity.counted(number, words, "es")
        default: "\(Quantity.grouped(number)) \(words)"
        }
    }

    var tone: HTMLTone {
        switch self {
        case .passed: .good
        case .failed, .errored, .unexpectedPass: .bad
        case .knownFailure: .note
        case .skipped: .quiet
        default: .warning
        }
    }

    /// Whether its cases are told of one by one before all others.
    var isToldFirst: Bool { tone == .bad }

    /// Whether each of its cases has a part of the page to itself.
    var hasArticle: Bool { isToldFirst || self == .flaky }
}

/// How many cases came to each verdict, in the order in which they are told.
struct VerdictCounts {
    private static let order: [Verdict] = [.failed, .errored, .unexpectedPass, .flaky]
    private var numbers: [Verdict: Int] = [:]
    let total: Int

    init(_ cases: [CaseResult]) {
        for result in cases { numbers[result.verdict, default: 0] += 1 }
        total = cases.count
    }

    /// Those that there are, the worst first and what passed last.
    var found: [(verdict: Verdict, number: Int)] {
        let rest = Verdict.allCases.filter { !Self.order.contains($0) && $0 != .passed }
        return (Self.order + rest + [.passed]).compactMap { verdict in
            numbers[verdict].map { (verdict, $0) }
        }
    }
}

/// What a run came to in one sentence.
struct VerdictSentence {
    let text: String
    let counts: VerdictCounts
    let isGood: Bool

    init(_ result: RunResult) {
        counts = VerdictCounts(result.cases)
        text = counts.total > 0 ? RunSentence.text(result) : "no case was run"
        isGood =
            counts.total > 0 && !counts.found.contains { result.failsRun($0.verdict) }
            && result.knownFailureProblems.isEmpty
    }
}
