package import WireJSON

/// What an audit comes to: its findings by severity, what no model knows, and what was seen of the models.
package struct AuditReport: Sendable {
    /// How many payloads were decoded with a model, and how that was found.
    package struct Choice: Sendable {
        package let model: String
        package let choice: ModelChoice
        package let payloads: Int
    }

    package let tally: AuditTally
    package let choices: [Choice]
    /// Worst first, then by model, pointer and code.
    package let findings: [AuditFinding]
    /// How many findings of each code and severity are counted alone; worst first, then by code.
    package let leftOut: [(key: AuditTally.LeftOut, count: Int)]
    /// By model and pointer.
    package let drift: [DriftEntry]
    /// By model, those alone that were used.
    package let coverage: [ModelCoverage]
    /// Why the audit fails; empty where it does not.
    package let failures: [String]
    private let policy: AuditPolicy

    /// Judges what was counted, by the policy that it was counted with; `minimumCoverage` is of a hundred, nil for none.
    package init(_ tally: AuditTally, _ table: ModelTable, _ policy: AuditPolicy, minimumCoverage: Double? = nil) {
        self.tally = tally
        self.policy = policy
        choices = tally.choices.map {
            Choice(model: table.models[$0.key.model].name, choice: $0.key.choice, payloads: $0.value)
        }.sorted { ($0.model, $0.choice.rawValue) < ($1.model, $1.choice.rawValue) }
        findings = Self.findings(tally, table, policy)
        drift = Self.drift(tally, table, policy)
        let coverage = tally.shapes.map { ModelCoverage(table.models[$0.key], $0.value) }.sorted { $0.model < $1.model }
        self.coverage = coverage
        leftOut = tally.leftOut.map { (key: $0.key, count: $0.value) }.sorted { one, other in
            (one.key.severity, Order(one.key.code.word)) < (other.key.severity, Order(other.key.code.word))
        }
        failures = Self.failures(findings, leftOut, policy) + Self.coverageFailure(coverage, minimumCoverage)
    }

    /// Whether there was nothing to judge: no payload but those passed over, and nothing wrong with the input.
    package var isOfNothing: Bool { tally.payloads == 0 && findings.isEmpty }

    /// Whether a finding is among those that fail the audit.
    package func fails(_ finding: AuditFinding) -> Bool { policy.fails(finding.code, finding.severity) }

    private static func findings(_ tally: AuditTally, _ table: ModelTable, _ policy: AuditPolicy) -> [AuditFinding] {
        let all = tally.findings.map { key, found in
            let model = key.model.map { table.models[$0].name }
            return AuditFinding(
                code: key.code,
                model: model,
                pointer: key.pointer,
                severity: policy.severity(of: key, model: model),
                count: found.count,
                expected: found.expected,
                first: found.first,
                others: found.others
            )
        }
        return all.sorted { one, other in
            (one.severity, Order(one.model ?? ""), Order(one.pointer.description), Order(one.code.word))
                < (other.severity, Order(other.model ?? ""), Order(other.pointer.description), Order(other.code.word))
        }
    }

    private static func drift(_ tally: AuditTally, _ table: ModelTable, _ policy: AuditPolicy) -> [DriftEntry] {
        let all = tally.drift.compactMap { key, entry -> DriftEntry? in
            let model = table.models[key.model]
            let finding = AuditFinding.Key(code: .decoding(.unknownField), model: key.model, pointer: key.pointer)
            // What is ignored is not to be pasted either.
            guard policy.severity(of: finding, model: model.name) != .ignored else { return nil }
            let root = entry.shape.fields.first
            return DriftEntry(
                model: model.name,
                type: model.type(holding: key.pointer),
                pointer: key.pointer,
                kinds: root?.kinds ?? [],
                count: entry.count,
                isEverNonNull: root?.isEverNonNull ?? false,
                first: entry.first,
                last: entry.last,
                swift: SwiftMember.lines(key: key.pointer.tokens.last ?? "", shape: entry.shape)
            )
        }
        return all.sorted { one, other in
            (Order(one.model), Order(one.pointer.description)) < (Order(other.model), Order(other.pointer.description))
        }
    }

    /// How many findings of a severity there are, kept and counted alone.
    func count(of severity: Severity) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
            + leftOut.reduce(0) { $0 + ($1.key.severity == severity ? $1.count : 0) }
    }

    private static func failures(
        _ findings: [AuditFinding],
        _ leftOut: [(key: AuditTally.LeftOut, count: Int)],
        _ policy: AuditPolicy
    ) -> [String] {
        Severity.allCases.compactMap { severity in
            let failing = findings.filter { $0.severity == severity && policy.fails($0.code, severity) }
            let left = leftOut.filter { $0.key.severity == severity && policy.fails($0.key.code, severity) }
            guard !failing.isEmpty || !left.isEmpty else { return nil }
            let count = failing.reduce(0) { $0 + $1.count } + left.reduce(0) { $0 + $1.count }
            let places = (left.isEmpty ? "" : "more than ") + ShownValue.count(failing.count, "place")
            return "\(ShownValue.count(count, "finding")) at \(places) (\(severity.rawValue))"
        }
    }

    private static func coverageFailure(_ coverage: [ModelCoverage], _ minimum: Double?) -> [String] {
        guard let minimum else { return [] }
        let percent = ModelCoverage.percent(coverage)
        guard percent < minimum || coverage.isEmpty else { return [] }
        let actual = coverage.isEmpty ? "0.0" : AuditText.decimal(percent)
        return ["coverage: expected at least \(AuditText.decimal(minimum))%, found \(actual)%"]
    }
}

/// A text in the order of its bytes.
private struct Order: Comparable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (one: Order, other: Order) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    static func < (one: Order, other: Order) -> Bool { one.text.utf8.lexicographicallyPrecedes(other.text.utf8) }
}

extension AuditModel {
    /// The Swift type of the object that a member belongs to.
    func type(holding pointer: JSONPointer) -> String? {
        let parent = JSONPointer(tokens: Array(pointer.tokens.dropLast()))
        let field = parent.count == 0 ? declared.root : declared.fields.first { $0.pointer == parent }
        return field?.typeName
    }
}
