import WireJSON

extension CorpusReading {
    /// Reads operations.json: first the operations, which the rules of answers do not need, then those.
    mutating func readCatalogue() {
        guard let file = parsed.first(where: { $0.role == .operations }) else {
            library.operations.isComplete = false
            if !unreadable.contains(.operations) {
                problems.add(.noOperationsFile, at: SourceLocation(file: -1, offset: 0))
            }
            return
        }
        var compiler = CaseCompiler(library, isValidating: true)
        compiler.surrounding = .expectation
        let scope = compiler.addScope(Scope(kind: .shape))
        let node = SourceNode(view: file.root, file: file.index, scope: scope)
        guard let fields = compiler.fields(of: node, as: Grammar.operations) else {
            library.operations.isComplete = false
            return problems.add(compiler.problems)
        }
        catalogue.secrets = compiler.list(fields, "secrets").compactMap(\.text)
        for member in compiler.members(fields, "operations") {
            guard let operation = compiler.catalogueOperation(member) else { continue }
            catalogue.operations.append(operation)
            library.operations.add(operation)
        }
        library.operations.secrets = catalogue.secrets
        if let node = fields["everyAnswer"], let rules = compiler.fields(of: node, as: Grammar.everyAnswer) {
            catalogue.everyAnswer.any = compiler.everyAnswerRule(rules, "any")
            catalogue.everyAnswer.ok = compiler.everyAnswerRule(rules, "ok")
            catalogue.everyAnswer.error = compiler.everyAnswerRule(rules, "error")
        }
        problems.add(compiler.problems)
    }
}

extension CaseCompiler {
    fileprivate mutating func catalogueOperation(_ member: NamedNode) -> Operation? {
        guard let fields = fields(of: member.value, as: Grammar.operation) else { return nil }
        var parameters: [Operation.Parameter] = []
        for parameter in members(fields, "params") {
            guard let place = self.fields(of: parameter.value, as: Grammar.place) else { continue }
            guard let word = text(place, "in"), let target = Operation.Place(rawValue: word) else { continue }
            parameters.append(Operation.Parameter(name: parameter.name, place: target))
        }
        let path = text(fields, "path") ?? "/"
        checkPath(path, parameters, at: fields)
        return Operation(
            name: member.name,
            method: text(fields, "method") ?? "GET",
            path: path,
            parameters: parameters,
            model: model(fields) ?? "none",
            success: fields.has("success") ? list(fields, "success").compactMap { $0.node.view.integer } : [200],
            sendsCredentials: text(fields, "auth") != "none",
            isRepeatable: flag(fields, "repeatable") ?? false,
            checksEveryAnswer: flag(fields, "everyAnswer") ?? true
        )
    }

    /// Every `{name}` of the path is a parameter in it, and the other way round.
    private mutating func checkPath(_ path: String, _ parameters: [Operation.Parameter], at fields: ObjectFields) {
        let inPath = OperationTable.pieces(of: path).compactMap { piece in
            if case .parameter(let name) = piece { return name }
            return nil
        }
        let location = fields["path"]?.location ?? fields.node.location
        let named = parameters.filter { $0.place == .path }.map(\.name)
        for name in inPath where !named.contains(where: { $0.hasSameScalars(as: name) }) {
            report(.pathWithoutParameter(name), at: location)
        }
        for name in named where !inPath.contains(where: { $0.hasSameScalars(as: name) }) {
            report(.parameterOutsidePath(name), at: location)
        }
    }

    fileprivate mutating func everyAnswerRule(_ rules: ObjectFields, _ key: String) -> EveryAnswer.Rule? {
        guard let node = rules[key], let fields = fields(of: node, as: Grammar.everyAnswerRule) else { return nil }
        let expectation = expectation(fields, ExpectationDefaults(statuses: [100...599], model: .none))
        var rule = EveryAnswer.Rule(
            headers: expectation.headers,
            body: expectation.body,
            requirements: requirements(fields),
            unique: list(fields, "unique").compactMap { $0.text.flatMap { try? JSONPointer($0) } },
            location: fields.node.location
        )
        rule.statuses = fields.has("status") || fields.has("error") ? expectation.statuses : nil
        rule.errorTypes = expectation.errorTypes
        rule.model = fields.has("model") ? expectation.model : nil
        rule.findings = expectation.findings
        rule.unknownFields = expectation.unknownFields
        rule.maximumDuration = expectation.maximumDuration
        return rule
    }

    /// The statements that something covers; each must be one of requirements.json, where there is such a file.
    mutating func requirements(_ fields: ObjectFields) -> [String] {
        var requirements: [String] = []
        for element in list(fields, "requirements") {
            guard let id = element.text else { continue }
            requirements.append(id)
            guard isValidating, let known = library.requirements else { continue }
            if NameSyntax.isLabel(id), known.contains(id) { continue }
            let near = library.work.closestName(to: id, among: known.sorted())
            report(.unknownName(.requirement, id, near: near), at: element.node.location)
        }
        return requirements
    }
}
