import WireJSON

extension CaseCompiler {
    /// The names, the setup and the teardown that all cases of a suite begin from.
    mutating func opening(of suite: ObjectFields, in scope: Int) -> SuiteOpening {
        let setup = steps(suite, "setup", in: scope)
        let teardown = steps(suite, "teardown", in: scope)
        reportUnresolved()
        checkLooseValues()
        return SuiteOpening(state: state, setup: setup, teardown: teardown)
    }

    /// The scope of a suite, which the constants of the run and its own variables fill.
    mutating func addSuiteScope() -> Int {
        let scope = addScope(Scope())
        guard let constants = library.constants else { return scope }
        for member in constants.view.members {
            let value = SourceNode(view: member.value, file: constants.file, scope: scope)
            state.scopes[scope].entries[member.key] = Scope.Entry(meaning: .constant(value), location: nil)
        }
        return scope
    }

    /// Defines the variables of a suite, save those that a constant of the run overrides.
    mutating func defineVariables(_ suite: ObjectFields, in scope: Int) {
        for member in members(suite, "variables") {
            looseValues.append(member.value)
            if library.constants?.view[member.name] != nil, !Placeholder.isReserved(member.name) { continue }
            define(member.name, as: .constant(member.value), at: member.location, in: scope)
        }
    }

    /// The scope of a case: all that the suite's setup defined, and the row.
    mutating func addCaseScope(row: SourceNode?) -> Int {
        var scope = state.scopes[0]
        scope.builtIns = [:]
        scope.builtInOwner = 0
        let index = addScope(scope)
        guard var row else { return index }
        row.scope = index
        if isValidating {
            for member in row.view.members where !member.keyIs("id") { looseValues.append(row.part(member.value)) }
        }
        state.scopes[index].row = row
        return index
    }

    /// Checks the names of a row's variables, each once for all rows.
    mutating func checkNames(ofRow row: SourceNode, checked: inout Set<String>) {
        for member in row.view.members {
            let name = member.key
            guard checked.insert(name).inserted else { continue }
            let location = row.location(ofKey: member)
            if PlaceholderText.holdsBraces(name) {
                report(.placeholderInKey(name), at: location)
            } else if !NameSyntax.isWord(name) {
                report(.badName(name, expected: NameRule.word.phrase), at: location)
            } else if Placeholder.isReserved(name) {
                report(.reservedName(name), at: location)
            } else if let entry = state.scopes[0].entries[name] {
                reportSecond(name, first: entry.location, at: location)
            }
        }
    }

    /// The case, whose fields were read in its scope.
    mutating func compile(_ fields: ObjectFields, id: String, in scope: Int, _ opening: SuiteOpening) -> CompiledCase {
        let setup = steps(fields, "setup", in: scope)
        let steps = fields.has("steps") ? self.steps(fields, "steps", in: scope) : self.steps(from: fields, in: scope)
        let teardown = self.steps(fields, "teardown", in: scope)
        if isValidating {
            reportUnresolved()
            checkLooseValues()
        }
        return CompiledCase(
            id: id,
            location: fields.node.location,
            variables: state.variables,
            setup: opening.setup + setup,
            steps: steps,
            caseTeardown: teardown,
            suiteTeardown: opening.teardown
        )
    }
}

extension Corpus {
    /// Makes a case ready to run.
    package func compile(_ entry: CaseEntry) -> CompiledCase {
        library.suites[Int(entry.suite)].ready(entry) ?? compileFromSource(entry)
    }

    /// Makes a case ready from its source alone, which is what every shorter way must come to.
    func compileFromSource(_ entry: CaseEntry) -> CompiledCase {
        let suite = library.suites[Int(entry.suite)]
        let source = suite.cases[Int(entry.caseIndex)]
        var compiler = CaseCompiler(library, from: suite.opening.state, isValidating: false)
        compiler.isOfLoad = false
        let row = entry.row.map { SourceNode(view: source.rows[Int($0)], file: suite.file, scope: 0) }
        let scope = compiler.addCaseScope(row: row)
        let node = SourceNode(view: source.view, file: suite.file, scope: scope)
        guard let fields = compiler.fields(of: node, as: Grammar.testCase) else {
            return CompiledCase(id: entry.id, location: entry.location)
        }
        return compiler.compile(fields, id: entry.id, in: scope, suite.opening)
    }
}

extension SuiteSource {
    /// A case that was kept when it was read, or a form of it with the row put in; nil where there is neither.
    fileprivate func ready(_ entry: CaseEntry) -> CompiledCase? {
        guard let row = entry.row else { return cases[Int(entry.caseIndex)].compiled }
        let view = cases[Int(entry.caseIndex)].rows[Int(row)]
        for form in cases[Int(entry.caseIndex)].forms {
            if let binding = form.binding(of: view) { return form.compiled(for: binding, id: entry.id) }
        }
        return nil
    }
}
