package import WireJSON

/// All findings of one kind at one place of one model.
package struct AuditFinding: Sendable {
    /// What makes findings the same.
    struct Key: Hashable, Sendable {
        var code: AuditCode
        /// Nil for a payload that has no model.
        var model: ModelTable.Index?
        var pointer: JSONPointer
    }

    package let code: AuditCode
    /// The name of the model; nil for a payload that has none.
    package let model: String?
    /// Folded.
    package let pointer: JSONPointer
    package let severity: Severity
    package let count: Int
    /// What the model asks for, in words.
    package let expected: String
    package let first: Example
    /// Where others are, of those alone that have no pointer; at most ``AuditTally/mostPlaces``.
    package let others: [AuditLocation]

    /// The first of them.
    package struct Example: Sendable {
        package var location: AuditLocation
        /// What is there, with nothing of anybody's.
        package var actual: String
    }
}

/// A member that no model knows.
package struct DriftEntry: Sendable {
    package let model: String
    /// The Swift type that it would be a member of; nil where it is not known.
    package let type: String?
    /// Folded.
    package let pointer: JSONPointer
    package let kinds: ObservedKinds
    package let count: Int
    package let isEverNonNull: Bool
    package let first: AuditLocation
    package let last: AuditLocation
    /// Lines to paste into the model; empty where the key may not be shown.
    package let swift: [String]
}
