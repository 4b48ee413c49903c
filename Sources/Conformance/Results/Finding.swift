/// One way in which what came differs from what was expected.
///
/// A mismatch is a value, never an error.
package struct Finding: Sendable, Hashable {
    /// The kind, to group a report by; it never holds a changing value.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case status
        case errorType = "error-type"
        case header, body
        case notJSON = "not-json"
        case token, model
        case duration, unique, capture, check
        case decodingFindings = "decoding-findings"
        case unknownField = "unknown-field"
    }

    package var code: Code
    /// For `model`: the decoder's own code, such as `missing-field`.
    package var detail: String?
    /// What is spoken of: `status`, `header content-type`, `body /session/user_id`, `value {{user_id}}`.
    package var subject: String
    /// JSON or words, redacted.
    package var expected: String
    /// JSON or words, redacted.
    package var actual: String
    package var note: String?
    /// Where the case file expects it.
    package var position: FilePosition?
    /// The step it belongs to, counted from 0 over the whole case.
    package var step: Int
    /// The statements of the rule for every answer that is broken; empty where the case's own words are.
    package var requirements: [String]

    package init(
        code: Code,
        detail: String? = nil,
        subject: String,
        expected: String,
        actual: String,
        note: String? = nil,
        position: FilePosition? = nil,
        step: Int = 0,
        requirements: [String] = []
    ) {
        self.code = code
        self.detail = detail
        self.subject = subject
        self.expected = expected
        self.actual = actual
        self.note = note
        self.position = position
        self.step = step
        self.requirements = requirements
    }

    /// `body /session/user_id: expected "u-1", got "u-2"`.
    package var summary: String {
        let words = "\(subject): expected \(expected), got \(actual)"
        return note.map { "\(words) (\($0))" } ?? words
    }
}
