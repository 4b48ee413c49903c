import Conformance
import WireJSON

/// The entry of the list of known failures that names a case.
package struct EncodedKnownFailure: Decodable, Sendable, Equatable {
    package var reason: String
    package var link: String?
    /// The last day it holds, such as `2026-11-21`.
    package var until: String
    package var position: EncodedPosition

    init(_ mark: KnownFailureMark) {
        reason = mark.reason
        link = mark.link
        until = mark.until
        position = EncodedPosition(mark.position)
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("reason", reason)
        members.add("link", link)
        members.add("until", until)
        members.add("position", position.json)
        return members.object
    }
}

/// What is wrong with an entry of the list of known failures.
package struct EncodedKnownFailureProblem: Decodable, Sendable, Equatable {
    /// `stale`, `ended`, `unmatched`, `too-wide`, `wrong-message` or `unexplained`; new words may come.
    package var kind: String
    /// The entry's `case`.
    package var pattern: String
    package var position: EncodedPosition
    package var message: String
    package var hint: String
    /// The cases it is about; missing where it is about the entry alone.
    package var cases: [String]?

    init(_ problem: KnownFailureProblem) {
        kind = problem.kind.rawValue
        pattern = problem.pattern
        position = EncodedPosition(problem.position)
        message = problem.message
        hint = problem.hint
        cases = problem.cases.nonEmpty
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("kind", kind)
        members.add("pattern", pattern)
        members.add("position", position.json)
        members.add("message", message)
        members.add("hint", hint)
        members.add("cases", cases ?? [])
        return members.object
    }
}
