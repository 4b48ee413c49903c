package import Conformance

/// The problems of an earlier run, against which those of a later one are new or not.
package struct ReportBaseline: Sendable {
    /// What became of a problem, in the words of SARIF.
    ///
    /// > Source: SARIF 2.1.0 §3.27.24
    enum State: String {
        /// The earlier run did not have it.
        case new
        case unchanged
        /// The earlier run had it with other values.
        case updated
        /// The earlier run had it, and its case ran again without.
        case absent
    }

    /// What is kept of a problem that may be gone.
    struct Known: Sendable {
        var code: String
        var level: Problem.Level
        var caseID: String?
        var message: String
        var position: FilePosition
    }

    private var known: [String: Known] = [:]
    /// Fingerprints in the order of the earlier run.
    private var order: [String] = []

    /// Keeps the problems of an earlier run, of its findings and errors; drift is kept too.
    package init(_ result: RunResult) {
        for problem in result.cases.lazy.flatMap({ Problem.of($0, failsOnFlaky: result.failsOnFlaky) }) { add(problem) }
        for problem in Problem.ofList(in: result) { add(problem) }
    }

    func state(of problem: Problem) -> State {
        guard let earlier = known[problem.fingerprint] else { return .new }
        return earlier.message.utf8.elementsEqual(problem.message.utf8) ? .unchanged : .updated
    }

    /// Those of cases that ran again and that are not among these, in the order of the earlier run.
    func gone(in result: RunResult, besides present: Set<String>) -> [(fingerprint: String, problem: Known)] {
        var ran: Set<String> = []
        for result in result.cases where result.outcome == .passed || result.outcome == .failed {
            ran.insert(result.id)
        }
        return order.compactMap { fingerprint in
            guard !present.contains(fingerprint), let problem = known[fingerprint] else { return nil }
            return problem.caseID.map(ran.contains) ?? true ? (fingerprint, problem) : nil
        }
    }

    private mutating func add(_ problem: Problem) {
        guard known[problem.fingerprint] == nil else { return }
        known[problem.fingerprint] = Known(
            code: problem.code,
            level: problem.level,
            caseID: problem.caseID,
            message: problem.message,
            position: problem.position
        )
        order.append(problem.fingerprint)
    }
}
