import WireJSON

/// An answer that was audited, and all that was counted of it.
struct Lesson {
    /// What was counted at one value.
    struct Finding {
        var key: AuditFinding.Key
        var expected: String
        /// What is shown of the value.
        var actual: String
        /// The first byte of the value in its text.
        var offset: Int
        /// The key of the member that the value is.
        var member: String?
    }

    var view: JSONView
    var model: ModelTable.Index
    var choice: ModelChoice
    var isBroken: Bool
    /// In the order in which they were counted.
    var findings: [Finding]
    /// What was asked of scalars, by their offsets.
    var checks: [Int: ScalarCheck]
}
