import WireJSON

/// What one worker has seen of the target's answers, whatever its cases came to; those of all workers are added up at the end.
struct Observations: Sendable {
    /// Answers of one operation whose statuses begin with the same digit.
    private struct Name: Hashable {
        var operation: String
        var hundreds: Int
    }

    private var timesByOperation: [String: OperationTimes] = [:]
    private var shapes: [Name: LearningShape] = [:]
    private var withoutJSON: [Name: Int] = [:]

    /// Notes how long an answer took.
    mutating func add(_ timings: TransferTimings, of operation: String, endedAfter: Duration) {
        timesByOperation[operation, default: OperationTimes(operation: operation)]
            .add(OperationTimes.Sample(endedAfter: endedAfter, took: timings.exchange))
    }

    /// Notes what an answer looks like, by what its operation's answers hold; that it came, where it is no JSON.
    mutating func add(_ answer: Answer, of operation: String, _ settings: ShapesOfAnswers) {
        let name = Name(operation: operation, hundreds: answer.status / 100)
        guard let document = answer.document else {
            withoutJSON[name, default: 0] += 1
            return
        }
        shapes[name, default: LearningShape(settings.settings(operation, isSuccess: answer.isSuccess))].fold(document)
    }

    mutating func add(_ other: Observations) {
        for (operation, times) in other.timesByOperation {
            timesByOperation[operation, default: OperationTimes(operation: operation)].add(times)
        }
        for (name, shape) in other.shapes where shapes[name]?.merge(shape) == nil {
            shapes[name] = shape
        }
        withoutJSON.merge(other.withoutJSON, uniquingKeysWith: +)
    }

    /// By the names of the operations.
    var times: [OperationTimes] {
        timesByOperation.values.sorted { $0.operation.utf8.lexicographicallyPrecedes($1.operation.utf8) }
    }

    /// By the names of the operations, then by statuses.
    var answers: [ObservedAnswers] {
        Set(shapes.keys).union(withoutJSON.keys).map { name in
            var answers = ObservedAnswers(
                operation: name.operation,
                statuses: "\(name.hundreds)xx",
                shapes[name]?.observed ?? ObservedShape()
            )
            answers.withoutJSON = withoutJSON[name] ?? 0
            return answers
        }
        .sorted { one, other in
            "\(one.operation) \(one.statuses)".utf8.lexicographicallyPrecedes(
                "\(other.operation) \(other.statuses)".utf8
            )
        }
    }
}
