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
        library.operations.isComplete = fields["operations"].map { $0.view.kind == .object } ?? false
        let members = compiler.members(fields, "operations")
        compiler.noteBadNames(since: 0, in: &library.operations.lost)
        for member in members {
            let before = compiler.problems.count
            var lost = LostNames()
            let operation = compiler.catalogueOperation(member, losing: &lost)
            if let operation {
                catalogue.operations.append(operation)
                library.operations.add(operation)
                if compiler.problems.count > before { library.operations.lostParameters[operation.name] = lost }
            } else if compiler.problems.count > before {
                library.operations.lost.add(member.name, for: compiler.problems[before].location)
            }
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
    /// Remembers names that were refused, each with its mistake.
    fileprivate func noteBadNames(since start: Int, in lost: inout LostNames) {
        for found in problems[start...] {
            if case .badName(let name, _) = found.problem { lost.add(name, for: found.location) }
        }
    }

    fileprivate mutating func catalogueOperation(_ member: NamedNode, losing lost: inout LostNames) -> Operation? {
        let start = problems.count
        guard let fields = fields(of: member.value, as: Grammar.operation) else { return nil }
        if fields.misspeltKeys.contains("params"), problems.count > start { lost.all = problems[start].location }
        let parameters = parameters(fields, losing: &lost)
        let path = text(fields, "path") ?? "/"
        checkPath(path, parameters, lost, at: fields)
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

    private mutating func parameters(_ fields: ObjectFields, losing lost: inout LostNames) -> [Operation.Parameter] {
        let start = problems.count
        let members = members(fields, "params")
        noteBadNames(since: start, in: &lost)
        if members.isEmpty, problems.count > start { lost.all = problems[start].location }
        var parameters: [Operation.Parameter] = []
        for parameter in members {
            let before = problems.count
            if let place = self.fields(of: parameter.value, as: Grammar.place), let word = text(place, "in"),
                let target = Operation.Place(rawValue: word)
            {
                parameters.append(Operation.Parameter(name: parameter.name, place: target))
            } else if problems.count > before {
                lost.add(parameter.name, for: problems[before].location)
            }
        }
        return parameters
    }

    /// Every `{name}` of the path is a parameter in it, and the other way round.
    private mutating func checkPath(
        _ path: String,
        _ parameters: [Operation.Parameter],
        _ lost: LostNames,
        at fields: ObjectFields
    ) {
        let inPath = OperationTable.pieces(of: path).compactMap { piece in
            if case .parameter(let name) = piece { return name }
            return nil
        }
        let location = fields["path"]?.location ?? fields.node.location
        let named = parameters.filter { $0.place == .path }.map(\.name)
        for name in inPath where !named.contains(where: { $0.hasSameScalars(as: name) }) {
            if lost.cause(of: name) == nil { report(.pathWithoutParameter(name), at: location) }
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

    /// The statements that something covers; each must be one of requirements.json.
    mutating func requirements(_ fields: ObjectFields) -> [String] {
        var requirements: [String] = []
        for element in list(fields, "requirements") {
            guard let id = element.text else { continue }
            requirements.append(id)
            guard isValidating, let known = library.requirements else { continue }
            if NameSyntax.isLabel(id), known.contains(id) { continue }
            if let cause = library.lostRequirements {
                report(.consequence(of: cause), at: element.node.location)
                continue
            }
            guard !known.isEmpty else {
                report(.noRequirements(isFileThere: library.hasRequirementsFile), at: element.node.location)
                continue
            }
            let near = library.work.closestName(to: id, among: known.sorted())
            report(.unknownName(.requirement, id, near: near), at: element.node.location)
        }
        return requirements
    }
}
