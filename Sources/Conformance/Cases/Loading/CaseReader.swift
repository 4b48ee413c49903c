import WireJSON

/// Reads the expansions of one case.
struct CaseReader {
    let library: CaseLibrary
    let suiteID: String
    let file: Int32
    let opening: SuiteOpening
    let view: JSONView
    let traits: CaseTraits
    /// Of the suite in the corpus, and of the case in the suite.
    let place: (suite: Int32, index: Int32)
    /// What any row gives.
    let rowNames: Set<String>

    /// What reading an expansion came to.
    struct Reading {
        var entry: CaseEntry?
        var compiled: CompiledCase?
        var problems: [LocatedProblem]
    }

    /// Compiles an expansion, with its entry and all its mistakes; the case is whole only where it is kept.
    func reading(row: (index: Int, view: JSONView)?, keepsCase: Bool) -> Reading {
        var compiler = CaseCompiler(library, from: opening.state, isValidating: true)
        compiler.rowNames = rowNames
        let rowNode = row.map { SourceNode(view: $0.view, file: file, scope: 0) }
        let scope = compiler.addCaseScope(row: rowNode)
        let node = SourceNode(view: view, file: file, scope: scope)
        guard let fields = compiler.fields(of: node, as: Grammar.testCase) else {
            return Reading(problems: compiler.problems)
        }
        var id = suiteID + "/" + (compiler.text(fields, "id") ?? "")
        if let rowNode { id += "/" + (rowNode.view["id"]?.string ?? "") }
        let description = compiler.text(fields, "description")
        let requirements = compiler.requirements(fields)
        let tags = traits.tags + compiler.list(fields, "tags").compactMap(\.text)
        let needs = compiler.list(fields, "needs").compactMap(\.text)
        let skip = compiler.text(fields, "skip")
        let compiled = compiler.compile(fields, id: id, in: scope, opening)
        let entry = CaseEntry(
            id: id,
            suite: place.suite,
            caseIndex: place.index,
            row: row.map { Int32($0.index) },
            description: description,
            requirements: requirements,
            tags: tags,
            needs: allNeeds(compiler, needs),
            skip: skip,
            location: (rowNode ?? node).location
        )
        return Reading(entry: entry, compiled: keepsCase ? compiled : nil, problems: compiler.problems)
    }

    private func allNeeds(_ compiler: CaseCompiler, _ needs: [String]) -> [String] {
        if compiler.state.needs.isEmpty, traits.needs.isEmpty, needs.isEmpty { return [] }
        return compiler.state.needs.union(traits.needs).union(needs).sorted()
    }

    // MARK: Forms

    /// The form of the case that serves a row and those like it; nil where there can be none.
    func form(_ row: JSONView) -> RowForm? {
        var compiler = CaseCompiler(library, from: opening.state, isValidating: false)
        // The row was just read by itself, which cost as much and was counted.
        compiler.isOfLoad = false
        let scope = compiler.addCaseScope(row: SourceNode(view: row, file: file, scope: 0))
        compiler.slots = RowSlots(SourceNode(view: row, file: file, scope: scope))
        let node = SourceNode(view: view, file: file, scope: scope)
        guard let fields = compiler.fields(of: node, as: Grammar.testCase) else { return nil }
        let needs = compiler.list(fields, "needs").compactMap(\.text)
        var traits = RowTraits(
            idPrefix: suiteID + "/" + (compiler.text(fields, "id") ?? "") + "/",
            description: compiler.openText(fields, "description"),
            skip: compiler.openText(fields, "skip"),
            requirements: compiler.openTexts(fields, "requirements"),
            tags: self.traits.tags.map { .constant(.string($0)) } + compiler.openTexts(fields, "tags"),
            needs: []
        )
        let compiled = compiler.compile(fields, id: "", in: scope, opening)
        traits.needs = allNeeds(compiler, needs)
        guard let slots = compiler.slots, compiler.problems.isEmpty else { return nil }
        return RowForm(slots, compiled, traits)
    }
}

extension CaseCompiler {
    /// A text of a case in which members of the row may be left open.
    fileprivate mutating func openText(_ fields: ObjectFields, _ key: String) -> Template? {
        fields[key].flatMap { openText($0) }
    }

    fileprivate mutating func openTexts(_ fields: ObjectFields, _ key: String) -> [Template] {
        guard let node = fields[key] else { return [] }
        let value = resolve(node)
        guard case .json = value.content else {
            slots?.refuse()
            return []
        }
        var texts: [Template] = []
        for element in value.node.view.elements {
            if let text = openText(value.node.part(element)) { texts.append(text) }
        }
        return texts
    }

    private mutating func openText(_ node: SourceNode) -> Template? {
        let value = resolve(node)
        switch value.content {
        case .text(let text): return .constant(.string(text))
        case .template(let template) where template.holes.allSatisfy { RowSlots.slot(of: $0) != nil }:
            if case .hole = template, value.node.view.kind != .string { slots?.refuse() }
            return template
        case .template, .json, .unknown:
            slots?.refuse()
            return nil
        }
    }
}
