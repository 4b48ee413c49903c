import Conformance

/// What must be known of all results before the first is written.
struct SARIFSurvey {
    var codes: Set<String> = []
    /// Of all problems; empty where there are none.
    var fingerprints: Set<String> = []

    init(_ result: RunResult) {
        for caseResult in result.cases where caseResult.verdict != .passed || !caseResult.notes.isEmpty {
            for problem in Problem.of(caseResult, failsOnFlaky: result.failsOnFlaky) { add(problem) }
        }
        for problem in Problem.ofList(in: result) { add(problem) }
    }

    private mutating func add(_ problem: Problem) {
        codes.insert(problem.code)
        fingerprints.insert(problem.fingerprint)
    }
}

/// Writes the elements of a JSON array, a line each, until there are enough.
struct ListWriter {
    private let limit: Int
    private var written = 0
    /// How many came too late.
    private(set) var left = 0

    init(limit: Int = .max) {
        self.limit = limit
    }

    mutating func write(
        _ element: @autoclosure () -> JSONFragment,
        to output: ([UInt8]) throws -> Void
    ) rethrows {
        guard written < limit else {
            left += 1
            return
        }
        try output(Array((written == 0 ? "\n" : ",\n").utf8) + element().bytes)
        written += 1
    }
}
