import WireJSON

/// What an expectation says where it says nothing.
struct ExpectationDefaults: Hashable {
    /// The statuses of success.
    var statuses: [ClosedRange<Int>]
    var model: ModelExpectation

    /// Of an answer: the operation succeeds; without an operation, any 2xx.
    static func exchange(of operation: Operation?) -> ExpectationDefaults {
        ExpectationDefaults(
            statuses: operation.map { $0.success.map { $0...$0 } } ?? [200...299],
            model: .byStatus(success: operation.flatMap { $0.model == "none" ? nil : $0.model })
        )
    }

    /// Of a stored value of a model: its status says nothing.
    static func model(_ name: String) -> ExpectationDefaults {
        ExpectationDefaults(statuses: [100...599], model: name == "none" ? .none : .named(name))
    }
}

extension CaseCompiler {
    /// The allowed outcomes of a step: one, or at least two alternatives.
    ///
    /// Those that were read before in the same words are shared, as a corpus that a program writes says the same thousands of times.
    mutating func expectations(_ step: ObjectFields, _ defaults: ExpectationDefaults) -> StepExpectations {
        guard depth == 0, let node = step["expect"] else { return StepExpectations(readExpectations(step, defaults)) }
        let text = KnownExpectations.Text(node.view, defaults)
        if let known = library.knownExpectations.expectations(of: text, at: node.location) { return known }
        let before = problems.count
        let expectations = readExpectations(step, defaults)
        if problems.count == before { library.knownExpectations.add(expectations, of: text, at: node.location) }
        return StepExpectations(expectations)
    }

    private mutating func readExpectations(_ step: ObjectFields, _ defaults: ExpectationDefaults) -> [Expectation] {
        let outer = surrounding
        surrounding = .expectation
        defer { surrounding = outer }
        let place = step["expect"]?.location ?? step.node.location
        let usual = Expectation(location: place, statuses: .init(defaults.statuses, at: place), model: defaults.model)
        guard let value = value(step, "expect") else { return [usual] }
        guard value.node.view.kind == .array else {
            return fields(of: value.node, as: Grammar.expectation).map { [expectation($0, defaults)] } ?? [usual]
        }
        var alternatives: [Expectation] = []
        for element in value.node.view.elements {
            guard let fields = fields(of: value.node.part(element), as: Grammar.expectation) else { continue }
            if !fields.has("because") { report(.missingBecause, at: fields.node.location) }
            alternatives.append(expectation(fields, defaults))
        }
        return alternatives
    }

    mutating func expectation(_ fields: ObjectFields, _ defaults: ExpectationDefaults) -> Expectation {
        let location = fields.node.location
        let usual = fields.has("error") ? [400...499] : defaults.statuses
        var expectation = Expectation(
            location: location,
            statuses: statuses(fields) ?? StatusExpectation(usual, at: location),
            model: defaults.model
        )
        if let types = value(fields, "error") {
            expectation.errorTypes = types.text.map { [$0] } ?? list(fields, "error").compactMap(\.text)
            expectation.errorLocation = types.node.location
        }
        expectation.headers = headerPatterns(fields)
        expectation.body = fields["body"].map { pattern($0, mayBeMissing: true) }
        if let model = model(fields) {
            expectation.model = model == "none" ? .none : .named(model)
        }
        if fields.has("findings") {
            expectation.findings = findings(fields)
            expectation.findingsLocation = fields["findings"]?.location
        }
        expectation.unknownFields = text(fields, "unknownFields").flatMap(UnknownFieldPolicy.init)
        expectation.maximumDuration = duration(fields, "maxDuration")
        expectation.because = text(fields, "because")
        return expectation
    }

    mutating func statuses(_ fields: ObjectFields) -> StatusExpectation? {
        guard let value = value(fields, "status") else { return nil }
        if let status = value.node.view.integer {
            return StatusExpectation([status...status], at: value.node.location)
        }
        let statuses = list(fields, "status").compactMap { $0.node.view.integer }
        return StatusExpectation(statuses.map { $0...$0 }, at: value.node.location)
    }

    mutating func headerPatterns(_ fields: ObjectFields) -> [MemberPattern] {
        var patterns: [MemberPattern] = []
        for member in members(fields, "headers") {
            let pattern = pattern(member.value, mayBeMissing: true)
            patterns.append(MemberPattern(name: member.name, location: member.location, pattern: pattern))
        }
        return patterns
    }

    /// The model that `model` names; "none" is a name too.
    mutating func model(_ fields: ObjectFields) -> String? {
        guard let value = value(fields, "model"), let name = value.text else { return nil }
        guard
            name == "none" || library.models.isEmpty || library.models.contains(where: { name.hasSameScalars(as: $0) })
        else {
            let near = library.work.closestName(to: name, among: library.models.sorted())
            report(.unknownName(.model, name, near: near), at: value.node.location)
            return nil
        }
        return name
    }

    mutating func findings(_ fields: ObjectFields) -> [ExpectedFinding] {
        var findings: [ExpectedFinding] = []
        for element in list(fields, "findings") {
            guard let finding = self.fields(of: element.node, as: Grammar.expectedFinding) else { continue }
            guard let code = text(finding, "code"), let pointer = pointer(finding, "pointer") else { continue }
            findings.append(ExpectedFinding(code: code, pointer: pointer))
        }
        return findings
    }
}
