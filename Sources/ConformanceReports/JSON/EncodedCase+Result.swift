import Conformance
import WireJSON

extension EncodedCase {
    /// The case as the engine gave it.
    func result(at pointer: JSONPointer) throws(ResultsReader.Problem) -> CaseResult {
        let verdict = try Verdict.known(self.outcome, at: pointer.appending("outcome"))
        let result = CaseResult(
            id: id,
            suite: suite,
            description: description,
            position: position.decoded,
            requirements: requirements ?? [],
            tags: tags ?? [],
            outcome: try Outcome(verdict, error, reason, at: pointer),
            findings: try (findings ?? []).decoded(at: pointer.appending("findings"), EncodedFinding.decode),
            notes: try (notes ?? []).decoded(at: pointer.appending("notes"), EncodedFinding.decode),
            duration: .microseconds(durationMicroseconds),
            startedAfter: .microseconds(startedAfterMicroseconds),
            exchangeCount: exchangeCount,
            mayHaveLeft: mayHaveLeft ?? false,
            exchanges: (exchanges ?? []).map(\.record),
            allowance: try allowance(verdict, at: pointer),
            attempts: try (attempts ?? []).decoded(at: pointer.appending("attempts"), EncodedAttempt.decode),
            failingSince: try failingSince.map { text throws(ResultsReader.Problem) in
                guard Timestamp(text) != nil else {
                    throw .malformed(
                        pointer: pointer.appending("failingSince"),
                        expected: "a time",
                        actual: JSONText.quoted(text)
                    )
                }
                return text
            }
        )
        guard result.verdict == verdict else {
            throw .malformed(
                pointer: pointer.appending("outcome"),
                expected: JSONText.quoted(result.verdict.rawValue),
                actual: JSONText.quoted(self.outcome)
            )
        }
        return result
    }

    private func allowance(_ verdict: Verdict, at pointer: JSONPointer) throws(ResultsReader.Problem) -> Allowance? {
        guard verdict == .knownFailure || verdict == .unexpectedPass else { return nil }
        guard let entry = knownFailure else {
            throw .malformed(pointer: pointer.appending("knownFailure"), expected: "an object", actual: "nothing")
        }
        let mark = KnownFailureMark(
            reason: entry.reason,
            link: entry.link,
            until: entry.until,
            position: entry.position.decoded
        )
        return verdict == .knownFailure ? .excused(mark) : .contradicted(mark)
    }
}

extension Outcome {
    /// The outcome that a verdict was made of.
    fileprivate init(
        _ verdict: Verdict,
        _ error: EncodedError?,
        _ reason: String?,
        at pointer: JSONPointer
    ) throws(ResultsReader.Problem) {
        switch verdict {
        case .passed, .flaky, .unexpectedPass: self = .passed
        case .failed, .knownFailure: self = .failed
        case .errored:
            guard let error else {
                throw .malformed(pointer: pointer.appending("error"), expected: "an object", actual: "nothing")
            }
            self = .errored(try error.decoded(at: pointer.appending("error")))
        case .skipped, .notRun:
            guard let reason else {
                throw .malformed(pointer: pointer.appending("reason"), expected: "a text", actual: "nothing")
            }
            self = verdict == .skipped ? .skipped(reason) : .notRun(reason)
        }
    }
}

extension EncodedAttempt {
    /// One attempt of a repeated case.
    fileprivate static func decode(
        _ attempt: EncodedAttempt,
        at pointer: JSONPointer
    ) throws(ResultsReader.Problem) -> CaseAttempt {
        let verdict = try Verdict.known(attempt.outcome, at: pointer.appending("outcome"))
        guard [.passed, .failed, .errored].contains(verdict) else {
            throw .malformed(
                pointer: pointer.appending("outcome"),
                expected: "the outcome of one attempt",
                actual: JSONText.quoted(attempt.outcome)
            )
        }
        return CaseAttempt(
            number: attempt.number,
            outcome: try Outcome(verdict, attempt.error, nil, at: pointer),
            findings: try (attempt.findings ?? []).decoded(at: pointer.appending("findings"), EncodedFinding.decode),
            duration: .microseconds(attempt.durationMicroseconds),
            startedAfter: .microseconds(attempt.startedAfterMicroseconds),
            exchange: attempt.exchange?.record
        )
    }
}

extension EncodedFinding {
    /// One difference.
    fileprivate static func decode(
        _ finding: EncodedFinding,
        at pointer: JSONPointer
    ) throws(ResultsReader.Problem) -> Finding {
        Finding(
            code: try .known(finding.code, at: pointer.appending("code")),
            detail: finding.detail,
            subject: finding.subject,
            expected: finding.expected,
            actual: finding.actual,
            note: finding.note,
            position: finding.position?.decoded,
            step: finding.step,
            requirements: finding.requirements ?? []
        )
    }
}

extension EncodedError {
    /// Why a case could not be judged.
    fileprivate func decoded(at pointer: JSONPointer) throws(ResultsReader.Problem) -> ErrorCause {
        ErrorCause(
            kind: try .known(kind, at: pointer.appending("kind")),
            message: message,
            hint: hint,
            code: code,
            position: position?.decoded
        )
    }
}

extension EncodedPosition {
    /// A place in a file, or all of it.
    var decoded: FilePosition { FilePosition(file: file, line: line ?? 0, column: line == nil ? 0 : column ?? 0) }
}

extension EncodedExchange {
    /// A request and its answer.
    fileprivate var record: ExchangeRecord {
        ExchangeRecord(
            step: step,
            operation: operation,
            method: request.method,
            url: request.url,
            requestHeaders: (request.headers ?? []).map { HeaderList.Field(name: $0.name, value: $0.value) },
            requestBody: request.body,
            requestSHA256: request.sha256,
            status: response?.status,
            httpVersion: response?.httpVersion,
            responseHeaders: (response?.headers ?? []).map { HeaderList.Field(name: $0.name, value: $0.value) },
            responseBody: response?.body,
            responseSHA256: response?.sha256,
            responseBytes: response?.bytes ?? 0,
            timings: timings.decoded,
            reusedConnection: reusedConnection,
            sentAgainAfter: sentAgainAfterMicroseconds.map { .microseconds($0) },
            curl: curl
        )
    }
}

extension EncodedTimings {
    /// How long each phase took, to whole microseconds.
    fileprivate var decoded: TransferTimings {
        TransferTimings(
            nameLookup: .microseconds(nameLookupMicroseconds),
            connect: .microseconds(connectMicroseconds),
            tls: .microseconds(tlsMicroseconds),
            firstByte: .microseconds(firstByteMicroseconds),
            total: .microseconds(totalMicroseconds)
        )
    }
}
