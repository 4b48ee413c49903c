import WireJSON

extension CaseCompiler {
    /// The steps of a list.
    mutating func steps(_ fields: ObjectFields, _ key: String, in scope: Int) -> [Step] {
        guard let value = value(fields, key), let rule = fields.rule(of: key)?.value.element else { return [] }
        guard case .object(let stepRule) = rule else { return [] }
        var steps: [Step] = []
        for element in value.node.view.elements {
            guard let fields = self.fields(of: value.node.part(element), as: stepRule, subject: "a step") else {
                state.scopes[scope].isOpen = true
                continue
            }
            steps += self.steps(from: fields, in: scope)
        }
        return steps
    }

    /// What a step comes to: itself, or all the steps of the fragment that it uses; its names are defined in the scope.
    mutating func steps(from fields: ObjectFields, in scope: Int) -> [Step] {
        guard mayExpand(by: fields.sizeOfStep / Self.sharedSteps, at: fields.node.location) else { return [] }
        if fields.has("use") { return use(fields, in: scope) }
        guard let action = action(fields, in: scope) else { return giveUp(fields, in: scope) }
        return [Step(action, at: fields.node.location)]
    }

    /// A step is read again for each row and each use; most of it is data, which costs this many times less than values
    /// that are put in.
    private static let sharedSteps = 4

    private mutating func action(_ fields: ObjectFields, in scope: Int) -> Step.Action? {
        if fields.has("request") { return request(fields, in: scope).map { .request($0) } }
        if fields.has("payload") { return payload(fields, in: scope).map { .payload($0) } }
        if fields.has("mock") { return mock(fields, in: scope).map { .mock($0) } }
        return fields.has("check") ? .check(checks(fields)) : nil
    }

    /// Goes on after a step that could not be read: the names that it would have set are not called unknown.
    private mutating func giveUp(_ fields: ObjectFields, in scope: Int) -> [Step] {
        if fields.has("capture"), !fields.has("mock") { _ = captures(fields, in: scope) }
        if !Grammar.stepKinds.contains(where: fields.has) { state.scopes[scope].isOpen = true }
        return []
    }

    private mutating func checks(_ fields: ObjectFields) -> [ValueCheck] {
        var checks: [ValueCheck] = []
        for element in list(fields, "check") {
            guard let check = self.fields(of: element.node, as: Grammar.valueCheck) else { continue }
            guard let value = template(check, "value"), let matches = self.value(check, "matches") else { continue }
            let pattern = pattern(matches, mayBeMissing: false)
            checks.append(ValueCheck(location: element.node.location, value: value, matches: pattern))
        }
        return checks
    }

    // MARK: Captures

    /// The captures of a step, whose names are defined from here on.
    mutating func captures(_ fields: ObjectFields, in scope: Int, ofMock: Bool = false) -> [Capture] {
        var captures: [Capture] = []
        for member in members(fields, "capture") {
            let capture = capture(member.value, named: member.name, ofMock: ofMock)
            let isSecret = (capture?.isSecret ?? false) || library.operations.isSecret(member.name)
            let variable = CaseVariable(
                name: state.scopes[scope].prefix + member.name,
                origin: .capture,
                isSecret: isSecret
            )
            state.variables.append(variable)
            let index = state.variables.count - 1
            define(member.name, as: .value(.hole(.variable(index))), at: member.location, in: scope)
            guard let capture else { continue }
            captures.append(Capture(variable: index, source: capture.source, location: member.value.location))
        }
        return captures
    }

    private mutating func capture(
        _ node: SourceNode,
        named name: String,
        ofMock: Bool
    ) -> (source: Capture.Source, isSecret: Bool)? {
        let value = resolve(node)
        let rule = ValueRule.either([.pointer, .object(Grammar.capture)])
        guard accept(value, rule, known: .load, as: "'\(name)'") else { return nil }
        if let text = value.text {
            return (try? JSONPointer(text)).map { (.body($0), false) }
        }
        guard let fields = fields(of: value.node, as: Grammar.capture) else { return nil }
        let isSecret = flag(fields, "secret") ?? false
        if let pointer = pointer(fields, "body") { return (.body(pointer), isSecret) }
        if let jwt = pointer(fields, "jwt"), let at = pointer(fields, "at") { return (.token(jwt, at: at), isSecret) }
        guard let header = text(fields, "header") else { return nil }
        if ofMock { report(.captureOfHeader, at: fields.location(of: "header")) }
        guard NameSyntax.isHeaderName(header) else {
            report(.badName(header, expected: NameRule.header.phrase), at: fields.location(of: "header"))
            return nil
        }
        return (.header(header), isSecret)
    }
}
