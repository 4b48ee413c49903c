import Conformance
import WireJSON

/// One attempt at a case that was repeated, beside the one that the case's other members tell of.
package struct EncodedAttempt: Decodable, Sendable, Equatable {
    /// Counted from 1 over all attempts at the case.
    package var number: Int
    /// `passed`, `failed` or `errored`.
    package var outcome: String
    package var error: EncodedError?
    package var findings: [EncodedFinding]?
    package var durationMicroseconds: Int64
    package var startedAfterMicroseconds: Int64
    /// The one that explains the outcome, where exchanges were kept.
    package var exchange: EncodedExchange?

    init(_ attempt: CaseAttempt) {
        number = attempt.number
        outcome = attempt.verdict.rawValue
        error = attempt.outcome.cause.map(EncodedError.init)
        findings = attempt.findings.map(EncodedFinding.init).nonEmpty
        durationMicroseconds = Quantity.microseconds(attempt.duration)
        startedAfterMicroseconds = Quantity.microseconds(attempt.startedAfter)
        exchange = attempt.exchange.map(EncodedExchange.init)
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("number", number)
        members.add("outcome", outcome)
        members.add("error", error?.json)
        members.add("findings", (findings ?? []).map(\.json))
        members.add("durationMicroseconds", durationMicroseconds)
        members.add("startedAfterMicroseconds", startedAfterMicroseconds)
        members.add("exchange", exchange?.json)
        return members.object
    }
}

extension Outcome {
    /// Why a case was skipped or not run.
    var reason: String? {
        switch self {
        case .skipped(let reason), .notRun(let reason): reason
        case .passed, .failed, .errored: nil
        }
    }

    /// Why a case could not be judged.
    var cause: ErrorCause? {
        if case .errored(let cause) = self { cause } else { nil }
    }
}
