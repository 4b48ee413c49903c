package import Conformance

/// One way in which two runs differ.
package struct Change: Sendable, Equatable {
    package var kind: ChangeKind
    /// The full id of a case, the name of an operation, the id of a statement, or what is noted.
    package var subject: String
    /// Of answers: their class of statuses, `2xx`.
    package var answers: String?
    /// Of a member of answers: its folded pointer; the root is empty.
    package var pointer: String?
    /// What it was, in a few words; nil where there was nothing.
    package var before: String?
    /// What it is now, in a few words; nil where there is nothing.
    package var after: String?
    /// Why, such as the first finding.
    package var detail: String?
    /// Of a case that fails: when the first run began in which it did; nil where that is the head.
    package var failingSince: String?
    /// Where the case stands.
    package var position: EncodedPosition?
    /// Of drift: the cases in which it is noted, or was.
    package var cases: [String]
    /// The reason of the accept file's entry that agrees to it; nil where none does.
    package var acceptance: String?

    package init(
        _ kind: ChangeKind,
        of subject: String,
        answers: String? = nil,
        pointer: String? = nil,
        before: String? = nil,
        after: String? = nil,
        detail: String? = nil,
        failingSince: String? = nil,
        position: EncodedPosition? = nil,
        cases: [String] = []
    ) {
        self.kind = kind
        self.subject = subject
        self.answers = answers
        self.pointer = pointer
        self.before = before
        self.after = after
        self.detail = detail
        self.failingSince = failingSince
        self.position = position
        self.cases = cases
    }

    /// What it is a change of: `sessions.get 2xx /session/roles`.
    package var place: String {
        [subject, answers, pointer.map { $0.isEmpty ? "(whole body)" : $0 }].compactMap(\.self).joined(separator: " ")
    }

    /// `failing since 2026-11-18T07:00:00Z`; nil for what is new.
    package var sinceWords: String? { failingSince.map { "failing since \($0)" } }

    /// `always → never, as string`: the sides, and the detail behind them.
    package var words: String {
        let sides = [before, after].compactMap(\.self).joined(separator: " → ")
        return [sides, detail ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
