package import Conformance
import WireJSON

extension EncodedRun {
    /// The run as the engine gave it: every report of it is written as it was from the run itself.
    ///
    /// Times come back in whole microseconds, in which they are written. What no report tells, how long judging took, is gone.
    ///
    /// - Throws: `ResultsReader.Problem.malformed` for the first word that this program does not know, a case whose members do
    ///   not fit its outcome, or counts that are not those of the cases.
    package func result() throws(ResultsReader.Problem) -> RunResult {
        guard let moment = Timestamp(started) else {
            throw .malformed(pointer: Self.pointer("started"), expected: "a time", actual: JSONText.quoted(started))
        }
        var result = RunResult(
            target: target,
            baseURL: baseURL,
            runID: runID,
            started: moment,
            duration: .microseconds(durationMicroseconds),
            cases: try cases.decoded(at: Self.pointer("cases")) { (each, place) throws(ResultsReader.Problem) in
                try each.result(at: place)
            },
            interruption: interruption,
            clockOffset: .microseconds(clockOffsetMicroseconds),
            transfers: transfers.totals
        )
        result.hasBuiltInCases = builtInCases == true
        result.failsOnFlaky = failsOnFlaky == true
        result.selection = selection?.decoded ?? Selection()
        result.shard = try shard?.decoded(at: Self.pointer("shard"))
        result.order = try order()
        result.times = try (times ?? []).decoded(at: Self.pointer("times")) {
            (each, place) throws(ResultsReader.Problem) in
            try each.decoded(at: place)
        }
        result.answers = (answers ?? []).map(\.decoded)
        result.models = (models ?? []).map(\.decoded)
        result.knownFailureProblems = try (knownFailureProblems ?? []).decoded(
            at: Self.pointer("knownFailureProblems")
        ) { (each, place) throws(ResultsReader.Problem) in
            try each.decoded(at: place)
        }
        result.coverage = try coverage?.decoded(at: Self.pointer("coverage"))
        try check(result.counts)
        return result
    }

    private func order() throws(ResultsReader.Problem) -> RunOrder {
        guard let shuffleSeed else { return .corpus }
        guard let seed = UInt64(shuffleSeed) else {
            throw .malformed(
                pointer: Self.pointer("shuffleSeed"),
                expected: "a seed",
                actual: JSONText.quoted(shuffleSeed)
            )
        }
        return .shuffled(seed: seed)
    }

    /// A file that lost some of its cases, or was put together by hand, is not taken for a run.
    private func check(_ actual: Counts) throws(ResultsReader.Problem) {
        var expected = EncodedCounts(actual)
        if counts.flaky == nil, actual.flaky == 0 { expected.flaky = nil }
        guard counts == expected else {
            throw .malformed(
                pointer: Self.pointer("counts"),
                expected: expected.json.text,
                actual: counts.json.text
            )
        }
    }

    private static func pointer(_ member: String) -> JSONPointer { JSONPointer(tokens: [member]) }
}

extension EncodedTransfers {
    /// What was sent and received; how long judging took is not told.
    fileprivate var totals: TransferTotals {
        TransferTotals(
            requests: requests,
            reusedConnections: reusedConnections,
            newConnections: newConnections ?? 0,
            httpVersions: httpVersions ?? [:],
            bytesReceived: bytesReceived
        )
    }
}

extension EncodedSelection {
    /// Which cases were asked for.
    var decoded: Selection {
        Selection(filters: filters ?? [], tags: tags ?? [], paths: paths ?? [], ids: cases)
    }
}

extension EncodedTimes {
    /// How long the answers took, to whole microseconds.
    fileprivate func decoded(at pointer: JSONPointer) throws(ResultsReader.Problem) -> OperationTimes {
        guard endedAfterMicroseconds.count == tookMicroseconds.count else {
            throw .malformed(
                pointer: pointer.appending("tookMicroseconds"),
                expected: "\(endedAfterMicroseconds.count) numbers",
                actual: "\(tookMicroseconds.count)"
            )
        }
        guard every > 0, every & (every - 1) == 0 else {
            throw .malformed(pointer: pointer.appending("every"), expected: "a power of two", actual: "\(every)")
        }
        return OperationTimes(
            operation: operation,
            answers: answers,
            longest: .microseconds(longestMicroseconds),
            every: every,
            samples: zip(endedAfterMicroseconds, tookMicroseconds).map {
                OperationTimes.Sample(endedAfter: .microseconds($0), took: .microseconds($1))
            }
        )
    }
}

extension EncodedCoverage {
    /// What the run showed of each statement.
    fileprivate func decoded(at pointer: JSONPointer) throws(ResultsReader.Problem) -> RequirementCoverage {
        RequirementCoverage(
            statements: try statements.decoded(at: pointer.appending("statements")) {
                (each, place) throws(ResultsReader.Problem) in
                RequirementCoverage.Statement(
                    id: each.id,
                    verdict: try .known(each.verdict, at: place.appending("verdict")),
                    cases: each.cases
                )
            }
        )
    }
}

extension EncodedKnownFailureProblem {
    /// What is wrong with the list of known failures.
    fileprivate func decoded(at pointer: JSONPointer) throws(ResultsReader.Problem) -> KnownFailureProblem {
        KnownFailureProblem(
            kind: try .known(kind, at: pointer.appending("kind")),
            pattern: pattern,
            position: position.decoded,
            message: message,
            hint: hint,
            cases: cases ?? []
        )
    }
}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
    /// The value of a word, compared by its bytes.
    static func known(_ word: String, at pointer: JSONPointer) throws(ResultsReader.Problem) -> Self {
        if let value = allCases.first(where: { $0.rawValue.utf8.elementsEqual(word.utf8) }) { return value }
        let words = allCases.map { JSONText.quoted($0.rawValue) }.joined(separator: ", ")
        throw .malformed(pointer: pointer, expected: "one of \(words)", actual: JSONText.quoted(word))
    }
}

extension Array {
    /// Each element made into something else, told where it stands.
    func decoded<Decoded>(
        at pointer: JSONPointer,
        _ decode: (Element, JSONPointer) throws(ResultsReader.Problem) -> Decoded
    ) throws(ResultsReader.Problem) -> [Decoded] {
        var decoded: [Decoded] = []
        decoded.reserveCapacity(count)
        for (place, element) in enumerated() { decoded.append(try decode(element, pointer.appending(place))) }
        return decoded
    }
}
