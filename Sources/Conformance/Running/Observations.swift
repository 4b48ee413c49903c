/// What one worker has seen of the target's answers, whatever its cases came to; those of all workers are added up at the end.
struct Observations: Sendable {
    private var timesByOperation: [String: OperationTimes] = [:]

    /// Notes how long an answer took.
    mutating func add(_ timings: TransferTimings, of operation: String, endedAfter: Duration) {
        timesByOperation[operation, default: OperationTimes(operation: operation)]
            .add(OperationTimes.Sample(endedAfter: endedAfter, took: timings.exchange))
    }

    mutating func add(_ other: Observations) {
        for (operation, times) in other.timesByOperation {
            timesByOperation[operation, default: OperationTimes(operation: operation)].add(times)
        }
    }

    /// By the names of the operations.
    var times: [OperationTimes] {
        timesByOperation.values.sorted { $0.operation.utf8.lexicographicallyPrecedes($1.operation.utf8) }
    }
}
