/// A finding before redaction: its texts are whole and may hold secrets, so it never leaves the engine as it is.
struct RawFinding: Sendable, Hashable {
    var code: Finding.Code
    var detail: String?
    var subject: String
    var expected: String
    var actual: String
    var note: String?
    var location: SourceLocation?
    /// The statements of the rule for every answer that is broken.
    var requirements: [String] = []
}
