import Conformance
import WireJSON

/// One difference between what came and what was expected.
package struct EncodedFinding: Decodable, Sendable, Equatable {
    /// The kind, such as `status`, `body` or `model`; new words may come.
    package var code: String
    /// Of `model`: the decoder's own code, such as `missing-field`.
    package var detail: String?
    package var subject: String
    package var expected: String
    package var actual: String
    package var note: String?
    package var position: EncodedPosition?
    /// Counted from 0 over the whole case.
    package var step: Int
    /// The statements of the rule for every answer that is broken; missing where the case's own words are.
    package var requirements: [String]?

    init(_ finding: Finding) {
        code = finding.code.rawValue
        detail = finding.detail
        subject = finding.subject
        expected = finding.expected
        actual = finding.actual
        note = finding.note
        position = finding.position.map(EncodedPosition.init)
        step = finding.step
        requirements = finding.requirements.nonEmpty
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("code", code)
        members.add("detail", detail)
        members.add("subject", subject)
        members.add("expected", expected)
        members.add("actual", actual)
        members.add("note", note)
        members.add("position", position?.json)
        members.add("step", step)
        members.add("requirements", requirements ?? [])
        return members.object
    }
}
