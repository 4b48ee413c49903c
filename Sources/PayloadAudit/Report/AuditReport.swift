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
    /// By model and pointer.
    package let drift: [DriftEntry]
    /// By model, those alone that were used.
    package let coverage: [ModelCoverage]
    /// Why the audit fails; empty where it does not.
    package let failures: [String]
    private let policy: AuditPolicy

    /// Judges what was counted; `minimumCoverage` is of a hundred, nil for none.
    package init(_ tally: AuditTally, _ table: ModelTable, _ policy: AuditPolicy, minimumCoverage: Double? = nil) {
        self.tally = tally
        self.policy = policy
        choices = tally.choices.map {
            Choice(model: table.models[$0.key.model].name, choice: $0.key.choice, payloads: $0.value)
        }.sorted { ($0.model, $0.choice.rawValue) < ($1.model, $1.choice.rawValue) }
        findings = Self.findings(tally, table, policy)
        drift = Self.drift(tally, table)
        let coverage = tally.shapes.map { ModelCoverage(table.models[$0.key], $0.value) }.sorted { $0.model < $1.model }
        self.coverage = coverage
        failures = Self.failures(findings, policy) + Self.coverageFailure(coverage, minimumCoverage)
    }

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
                first: found.first
            )
        }
        return all.sorted { one, other in
            (one.severity, Order(one.model ?? ""), Order(one.pointer.description), Order(one.code.word))
                < (other.severity, Order(other.model ?? ""), Order(other.pointer.description), Order(other.code.word))
        }
    }

    private static func drift(_ tally: AuditTally, _ table: ModelTable) -> [DriftEntry] {
        let all = tally.drift.map { key, entry in
            let model = table.models[key.model]
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

    private static func failures(_ findings: [AuditFinding], _ policy: AuditPolicy) -> [String] {
        Severity.allCases.compactMap { severity in
            let failing = findings.filter { $0.severity == severity && policy.fails($0.code, severity) }
            guard !failing.isEmpty else { return nil }
            let count = failing.reduce(0) { $0 + $1.count }
            return
                "\(ShownValue.count(count, "finding")) at \(ShownValue.count(failing.count, "place")) (\(severity.rawValue))"
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
