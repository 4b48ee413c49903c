import Conformance
import WireJSON

/// One case of `results.json`, its property names being the keys of the format.
package struct EncodedCase: Decodable, Sendable, Equatable {
    package var id: String
    package var suite: String
    package var description: String?
    package var position: EncodedPosition
    package var requirements: [String]?
    package var tags: [String]?
    /// `passed`, `flaky`, `failed`, `errored`, `skipped`, `not-run`, `known-failure` or `unexpected-pass`.
    package var outcome: String
    /// When the first run began in which it failed; missing where it does not fail, or no earlier run was asked.
    package var failingSince: String?
    /// The entry of the list of known failures that made the outcome a known failure or an unexpected pass.
    package var knownFailure: EncodedKnownFailure?
    /// Why it was skipped or not run.
    package var reason: String?
    package var error: EncodedError?
    package var findings: [EncodedFinding]?
    package var notes: [EncodedFinding]?
    package var durationMicroseconds: Int64
    package var startedAfterMicroseconds: Int64
    package var exchangeCount: Int
    /// Missing where nothing can be left.
    package var mayHaveLeft: Bool?
    package var exchanges: [EncodedExchange]?
    /// The other attempts at a case that was repeated; missing where it was not.
    package var attempts: [EncodedAttempt]?

    init(_ result: CaseResult) {
        id = result.id
        suite = result.suite
        description = result.description
        position = EncodedPosition(result.position)
        requirements = result.requirements.nonEmpty
        tags = result.tags.nonEmpty
        outcome = result.verdict.rawValue
        failingSince = result.failingSince
        knownFailure = (result.allowance?.mark).map(EncodedKnownFailure.init)
        reason = result.outcome.reason
        error = result.outcome.cause.map(EncodedError.init)
        findings = result.findings.map(EncodedFinding.init).nonEmpty
        notes = result.notes.map(EncodedFinding.init).nonEmpty
        durationMicroseconds = Quantity.microseconds(result.duration)
        startedAfterMicroseconds = Quantity.microseconds(result.startedAfter)
        exchangeCount = result.exchangeCount
        mayHaveLeft = result.mayHaveLeft ? true : nil
        exchanges = result.exchanges.map(EncodedExchange.init).nonEmpty
        attempts = result.attempts.map(EncodedAttempt.init).nonEmpty
    }

    func add(to members: inout JSONMembers) {
        members.add("id", id)
        members.add("suite", suite)
        members.add("description", description)
        members.add("position") { position.add(to: &$0) }
        members.add("requirements", requirements ?? [])
        members.add("tags", tags ?? [])
        members.add("outcome", outcome)
        members.add("failingSince", failingSince)
        members.add("knownFailure", knownFailure?.json)
        members.add("reason", reason)
        members.add("error", error?.json)
        members.add("findings", (findings ?? []).map(\.json))
        members.add("notes", (notes ?? []).map(\.json))
        members.add("durationMicroseconds", durationMicroseconds)
        members.add("startedAfterMicroseconds", startedAfterMicroseconds)
        members.add("exchangeCount", exchangeCount)
        members.add("mayHaveLeft", mayHaveLeft)
        members.add("exchanges", (exchanges ?? []).map(\.json))
        members.add("attempts", (attempts ?? []).map(\.json))
    }
}

/// A place in a file; line and column count from 1, and are missing where the file as a whole is meant.
package struct EncodedPosition: Decodable, Sendable, Equatable {
    package var file: String
    package var line: Int?
    package var column: Int?

    init(_ position: FilePosition) {
        file = position.file
        line = position.line > 0 ? position.line : nil
        column = position.line > 0 ? position.column : nil
    }

    var json: JSONFragment {
        var members = JSONMembers()
        add(to: &members)
        return members.object
    }

    func add(to members: inout JSONMembers) {
        members.add("file", file)
        members.add("line", line)
        members.add("column", column)
    }
}

/// Why a case could not be judged.
package struct EncodedError: Decodable, Sendable, Equatable {
    /// `transport`, `timeout`, `setup`, `teardown`, `mock` or `internal`.
    package var kind: String
    package var message: String
    package var hint: String?
    package var code: String?
    package var position: EncodedPosition?

    init(_ cause: ErrorCause) {
        kind = cause.kind.rawValue
        message = cause.message
        hint = cause.hint
        code = cause.code
        position = cause.position.map(EncodedPosition.init)
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("kind", kind)
        members.add("message", message)
        members.add("hint", hint)
        members.add("code", code)
        members.add("position", position?.json)
        return members.object
    }
}

extension Array {
    /// The array itself, or nil where it holds nothing.
    var nonEmpty: [Element]? { isEmpty ? nil : self }
}
