import Conformance

/// Cases that are neither broken nor simply passed, under the reason that they share.
struct SharedReasons {
    struct Group {
        var verdict: Verdict
        var reason: String
        /// What `reason:` of the search finds them by.
        var number: Int
        /// The places of its cases in the run.
        var members: [Int]
    }

    /// By verdict in the order of their sections, then in the order of the first case of each.
    private(set) var all: [Group] = []
    private var numbers: [Key: Int] = [:]

    /// Groups the cases of a run; the numbers follow those that broken cases have.
    init(_ cases: [CaseResult], after taken: Int) {
        var places: [Key: Int] = [:]
        for (place, result) in cases.enumerated() where Self.sections.contains(result.verdict) {
            let key = Key(result)
            if let found = places[key] {
                all[found].members.append(place)
            } else {
                places[key] = all.count
                all.append(Group(verdict: key.verdict, reason: key.reason, number: 0, members: [place]))
            }
        }
        all = Self.sections.flatMap { verdict in all.filter { $0.verdict == verdict } }
        for place in all.indices {
            all[place].number = taken + place + 1
            numbers[Key(verdict: all[place].verdict, reason: all[place].reason)] = all[place].number
        }
    }

    /// The number of a case's reason; nil for a case of no group.
    func number(of result: CaseResult) -> Int? {
        Self.sections.contains(result.verdict) ? numbers[Key(result)] : nil
    }

    /// The verdicts that have a section, in its order.
    static let sections: [Verdict] = [.knownFailure, .notRun, .skipped]

    private struct Key: Hashable {
        var verdict: Verdict
        var reason: String

        init(verdict: Verdict, reason: String) {
            self.verdict = verdict
            self.reason = reason
        }

        init(_ result: CaseResult) {
            self.init(verdict: result.verdict, reason: Self.reason(of: result))
        }

        private static func reason(of result: CaseResult) -> String {
            if case .excused(let mark) = result.allowance { return mark.words }
            switch result.outcome {
            case .skipped(let reason), .notRun(let reason): return reason
            case .passed, .failed, .errored: return result.findings.first?.summary ?? "without a reason"
            }
        }
    }
}
