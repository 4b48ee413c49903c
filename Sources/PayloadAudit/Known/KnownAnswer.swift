import WireJSON

/// What the audit of an answer adds to a tally, and which others add just the same.
///
/// Holds for a line of its own alone, and only while nothing but findings is asked.
final class KnownAnswer: Sendable {
    /// A finding, and how its example is made of another answer.
    struct Finding: Sendable {
        var key: AuditFinding.Key
        var expected: String
        var place: JSONTemplate.Place
        var actual: Actual
        /// What the value would add to the ledger of drift; nil for another finding.
        var drift: ShapeSketch?

        var driftKey: AuditTally.DriftKey? {
            guard drift != nil, let model = key.model else { return nil }
            return AuditTally.DriftKey(model: model, pointer: key.pointer)
        }
    }

    /// What an example shows of a value.
    enum Actual: Sendable {
        /// The same of all answers.
        case fixed(String)
        /// The scalar in the gap of a step; with the key of the member.
        case scalar(step: Int, isString: Bool, code: AuditCode, key: String?)
    }

    /// A text that a shape may keep as a word.
    struct Word: Sendable {
        /// The step of the template whose gap it is.
        var step: Int
        /// Where the shape of the model keeps it.
        var place: Int32
    }

    let template: JSONTemplate
    let model: ModelTable.Index
    let choice: ModelChoice
    let isBroken: Bool
    let sketch: ShapeSketch
    /// In the order in which the audit met them.
    let findings: [Finding]
    let words: [Word]

    /// Learns from an answer that was audited; nil where others like it could come to something else.
    init?(_ lesson: Lesson, of model: AuditModel) {
        guard let sketch = model.shape.sketch(of: lesson.view),
            let template = Self.template(lesson, noted: Set(sketch.words.keys))
        else { return nil }
        var words: [Word] = []
        for (offset, place) in sketch.words {
            guard let step = template.step(ofStringAt: offset) else { return nil }
            words.append(Word(step: step, place: place))
        }
        let findings = lesson.findings.map { Self.finding($0, lesson.view, template) }
        guard !findings.contains(where: { $0 == nil }) else { return nil }
        self.template = template
        self.model = lesson.model
        choice = lesson.choice
        isBroken = lesson.isBroken
        self.sketch = sketch
        self.findings = findings.compactMap(\.self)
        self.words = words.sorted { $0.step < $1.step }
    }

    /// The bytes of memory that it takes, about.
    var size: Int {
        template.size + sketch.size + findings.reduce(0) { $0 + ($1.drift?.size ?? 0) + 256 }
    }

    /// The members of a line that say by their text what the rest of it is.
    private static let telling = ["format", "reportFormat", "operation", "model", "status"]

    private static func template(_ lesson: Lesson, noted: Set<Int>) -> JSONTemplate? {
        let root = lesson.view.document.root
        switch PayloadContainer(of: root) {
        case .body, .form: break
        case .array, .archive, .results, .report: return nil
        }
        var knowledge = JSONTemplate.Knowledge()
        knowledge.checks = lesson.checks
        for member in root.members where telling.contains(where: member.keyIs) {
            knowledge.fixed.insert(member.value.offset)
        }
        for finding in lesson.findings {
            switch finding.key.code {
            case .decoding(.unknownEnum), .decoding(.badTime), .decoding(.numberDoesNotFit):
                knowledge.refused.insert(finding.offset)
            // A type's own error may hang on anything.
            case .decoding(.invalidValue): return nil
            default: break
            }
        }
        knowledge.noted = noted
        // Which model fits best may hang on whether a number that is written with a point is whole.
        knowledge.hasFixedFractions = lesson.choice == .fit
        return JSONTemplate(lesson.view.document, knowledge)
    }

    private static func finding(_ finding: Lesson.Finding, _ view: JSONView, _ template: JSONTemplate) -> Finding? {
        guard let place = template.place(of: finding.offset) else { return nil }
        var found = Finding(
            key: finding.key,
            expected: finding.expected,
            place: place,
            actual: .fixed(finding.actual)
        )
        guard case .decoding(let code) = finding.key.code, code != .missingField,
            let value = view.document.value(startingAt: finding.offset)
        else { return found }
        if let step = template.step(ofScalarAt: value) {
            let isString = value.kind == .string
            found.actual = .scalar(step: step, isString: isString, code: finding.key.code, key: finding.member)
        }
        guard code == .unknownField else { return found }
        guard let sketch = AuditTally.Drift.emptyShape.sketch(of: value) else { return nil }
        found.drift = sketch
        return found
    }
}
