import WireJSON

/// Putting the parts together once they are known to be whole.
extension ShardMerge {
    static func result(_ members: [Member], _ found: [[UInt8]: (member: Int, place: Int)]) -> RunResult {
        let started = members.map(\.result.started).min() ?? members[0].result.started
        let offsets = members.map { started.distance(to: $0.result.started) }
        let plan = members[0].record.plan.flatMap(\.cases)
        let cases = plan.compactMap { id -> CaseResult? in
            guard let (member, place) = found[Array(id.utf8)] else { return nil }
            var result = members[member].result.cases[place].startedLater(by: offsets[member])
            result.moveStart(from: members[member].result.started.text, to: started.text)
            return result
        }
        let ends = zip(members, offsets).map { $0.result.duration + $1 }
        var result = members[0].result
        result.shard = nil
        result.started = started
        result.duration = ends.max() ?? .zero
        result.cases = cases
        result.runID = distinct(members.map(\.result.runID)).joined(separator: ",")
        result.interruption = interruption(members)
        result.clockOffset = members.map(\.result.clockOffset).max { $0.magnitude < $1.magnitude } ?? .zero
        result.transfers = transfers(members)
        result.order = members.allSatisfy { $0.result.order == result.order } ? result.order : .corpus
        result.times = times(members, offsets)
        result.answers = answers(members)
        result.models = models(members)
        result.coverage = coverage(members)
        result.knownFailureProblems = knownFailureProblems(members, cases)
        return result
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var distinct: [String] = []
        for text in texts where !distinct.contains(where: { $0.isSame(as: text) }) { distinct.append(text) }
        return distinct
    }

    private static func interruption(_ members: [Member]) -> String? {
        let reasons = members.compactMap { member in
            member.result.interruption.map { "shard \(member.record.shard): \($0)" }
        }
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    private static func transfers(_ members: [Member]) -> TransferTotals {
        var totals = TransferTotals()
        for other in members.map(\.result.transfers) {
            totals.add(other)
            totals.newConnections += other.newConnections
            totals.httpVersions.merge(other.httpVersions) { $0 + $1 }
        }
        return totals
    }

    /// By the names of the operations, in the order of their bytes, as a run tells them.
    private static func times(_ members: [Member], _ offsets: [Duration]) -> [OperationTimes] {
        var times: [[UInt8]: OperationTimes] = [:]
        for (member, offset) in zip(members, offsets) {
            for other in member.result.times {
                times[Array(other.operation.utf8), default: OperationTimes(operation: other.operation)]
                    .add(other, startedLaterBy: offset)
            }
        }
        return times.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// By the names of the operations, then by statuses, as a run tells them.
    private static func answers(_ members: [Member]) -> [ObservedAnswers] {
        var answers: [[UInt8]: ObservedAnswers] = [:]
        for other in members.flatMap(\.result.answers) {
            let name = Array("\(other.operation) \(other.statuses)".utf8)
            if answers[name]?.add(other) == nil { answers[name] = other }
        }
        return answers.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// By their names, as a run tells them.
    private static func models(_ members: [Member]) -> [AnsweredModel] {
        var models: [[UInt8]: AnsweredModel] = [:]
        for other in members.flatMap(\.result.models) {
            let name = Array(other.model.utf8)
            if models[name]?.add(other) == nil { models[name] = other }
        }
        return models.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// A statement failed where any part shows that; else it passed where any part shows that.
    private static func coverage(_ members: [Member]) -> RequirementCoverage? {
        guard var merged = members[0].result.coverage else { return nil }
        for other in members.dropFirst().compactMap(\.result.coverage) {
            // The same corpus lists the same statements in the same order.
            for place in merged.statements.indices where other.statements.indices.contains(place) {
                let statement = other.statements[place]
                merged.statements[place].cases += statement.cases
                let verdicts = [merged.statements[place].verdict, statement.verdict]
                merged.statements[place].verdict =
                    verdicts.contains(.failed) ? .failed : verdicts.contains(.passed) ? .passed : .notRun
            }
        }
        return merged
    }

    /// Asked anew: what one shard shows of an entry is not what all of them show.
    private static func knownFailureProblems(_ members: [Member], _ cases: [CaseResult]) -> [KnownFailureProblem] {
        var listings = members[0].record.knownFailures
        for place in listings.indices {
            // The day may have ended between one shard and another.
            listings[place].isEnded = members.contains { member in
                member.record.knownFailures.indices.contains(place) && member.record.knownFailures[place].isEnded
            }
        }
        let unmatched = members[0].result.knownFailureProblems.filter { $0.kind == .unmatched }
        let counts = Dictionary(listings.map { ($0.position, $0.cases) }) { first, _ in first }
        return KnownFailureList(listings).problems(in: cases) { entry in
            if let problem = unmatched.first(where: { $0.position == entry.position }) { return .unmatched(problem) }
            return .cases(counts[entry.position] ?? 0)
        }
    }
}

extension CaseResult {
    /// The same case in a run that began earlier by so much.
    fileprivate func startedLater(by offset: Duration) -> CaseResult {
        guard offset != .zero, didBegin else { return self }
        var copy = self
        copy.startedAfter += offset
        for place in copy.attempts.indices { copy.attempts[place].startedAfter += offset }
        return copy
    }

    /// Whether it has a start at all.
    private var didBegin: Bool { startedAfter != .zero || duration != .zero }
}

extension Duration {
    /// Its length, whichever way it goes.
    fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
