import WireJSON

extension CorpusReading {
    /// Reads every suite: its opening once, then every expansion of every case.
    mutating func readSuites() {
        for file in parsed {
            guard case .suite(let id) = file.role else { continue }
            var compiler = CaseCompiler(library, isValidating: true)
            let scope = compiler.addSuiteScope()
            let node = SourceNode(view: file.root, file: file.index, scope: scope)
            guard let fields = compiler.fields(of: node, as: Grammar.suite) else {
                problems.add(compiler.problems)
                continue
            }
            var suite = SuiteSource(id: id, file: file.index, root: file.root)
            compiler.defineVariables(fields, in: scope)
            for key in ["$schema", "description"] { _ = compiler.value(fields, key) }
            let traits = CaseTraits(
                tags: compiler.list(fields, "tags").compactMap(\.text),
                needs: compiler.list(fields, "needs").compactMap(\.text)
            )
            suite.opening = compiler.opening(of: fields, in: scope)
            problems.add(compiler.problems)
            read(casesOf: fields, into: &suite, traits)
            library.suites.append(suite)
        }
    }

    private mutating func read(casesOf fields: ObjectFields, into suite: inout SuiteSource, _ traits: CaseTraits) {
        var compiler = CaseCompiler(library, from: suite.opening.state, isValidating: true)
        let cases = compiler.value(fields, "cases")?.node.view.elements.map { $0 } ?? []
        problems.add(compiler.problems)
        var places = IdentifierPlaces(kind: "case")
        for view in cases {
            let node = SourceNode(view: view, file: suite.file, scope: 0)
            problems.add(places.add(node, library))
            let rows = rows(of: node, suite)
            suite.cases.append(TestCaseSource(view: view, rows: rows ?? []))
            let reader = CaseReader(library: library, suite: suite, caseIndex: suite.cases.count - 1, traits: traits)
            read(reader, rows: rows)
        }
    }

    /// Compiles every expansion of a case once, keeps an entry of it, and lets the rest go.
    private mutating func read(_ reader: CaseReader, rows: [JSONView]?) {
        guard let rows else {
            let (entry, found) = reader.entry(row: nil, suite: library.suites.count, like: nil)
            problems.add(found)
            if let entry { entries.append(entry) }
            return
        }
        var places = IdentifierPlaces(kind: "row")
        var previous: CaseEntry?
        for index in rows.indices {
            problems.add(places.add(SourceNode(view: rows[index], file: reader.suite.file, scope: 0), library))
            let (entry, found) = reader.entry(row: index, suite: library.suites.count, like: previous)
            problems.add(found)
            if let entry { entries.append(entry) }
            previous = entry
        }
    }

    /// The rows of a case; nil where it has none.
    private mutating func rows(of node: SourceNode, _ suite: SuiteSource) -> [JSONView]? {
        guard let view = node.view["rows"] else { return nil }
        var compiler = CaseCompiler(library, from: suite.opening.state, isValidating: true)
        defer { problems.add(compiler.problems) }
        let rule = ValueRule.list(.object(Grammar.row), atLeast: 1)
        let value = ResolvedValue(node: node.part(view), content: view.string.map { .text($0) } ?? .json)
        guard compiler.accept(value, rule, known: .written, as: "'rows'") else { return [] }
        var rows: [JSONView] = []
        for element in view.elements {
            guard let fields = compiler.fields(of: node.part(element), as: Grammar.row) else { continue }
            _ = compiler.value(fields, "id")
            rows.append(element)
        }
        return rows
    }
}

/// What a suite adds to each case.
struct CaseTraits {
    var tags: [String]
    var needs: [String]
}

/// Finds ids that come twice in a list of cases or rows.
struct IdentifierPlaces {
    var kind: String
    private var places: [String: SourceLocation] = [:]

    init(kind: String) {
        self.kind = kind
    }

    mutating func add(_ node: SourceNode, _ library: CaseLibrary) -> [LocatedProblem] {
        guard let view = node.view["id"], let id = view.string, NameSyntax.isIdentifier(id) else { return [] }
        let location = node.part(view).location
        guard let first = places.updateValue(location, forKey: id) else { return [] }
        let place = library.description(of: first, from: location)
        return [LocatedProblem(problem: .duplicateID(id, of: kind, first: place), location: location)]
    }
}

/// Reads the expansions of one case.
struct CaseReader {
    let library: CaseLibrary
    let suite: SuiteSource
    let caseIndex: Int
    let traits: CaseTraits

    /// The entry of an expansion, and all its mistakes.
    ///
    /// Lists that say the same as those of the entry before it are shared with that.
    func entry(row: Int?, suite index: Int, like previous: CaseEntry?) -> (CaseEntry?, [LocatedProblem]) {
        let source = suite.cases[caseIndex]
        var compiler = CaseCompiler(library, from: suite.opening.state, isValidating: true)
        let rowNode = row.map { SourceNode(view: source.rows[$0], file: suite.file, scope: 0) }
        let scope = compiler.addCaseScope(row: rowNode)
        let node = SourceNode(view: source.view, file: suite.file, scope: scope)
        guard let fields = compiler.fields(of: node, as: Grammar.testCase) else { return (nil, compiler.problems) }
        var id = suite.id + "/" + (compiler.text(fields, "id") ?? "")
        if let rowNode { id += "/" + (rowNode.view["id"]?.string ?? "") }
        let description = compiler.text(fields, "description")
        let requirements = compiler.requirements(fields)
        let tags = traits.tags + compiler.list(fields, "tags").compactMap(\.text)
        let needs = compiler.list(fields, "needs").compactMap(\.text)
        let skip = compiler.text(fields, "skip")
        _ = compiler.compile(fields, id: id, in: scope, suite.opening)
        let allNeeds = compiler.state.needs.union(traits.needs).union(needs).sorted()
        let entry = CaseEntry(
            id: id,
            suite: Int32(index),
            caseIndex: Int32(caseIndex),
            row: row.map { Int32($0) },
            description: description,
            requirements: shared(requirements, previous?.requirements),
            tags: shared(tags, previous?.tags),
            needs: shared(allNeeds, previous?.needs),
            skip: skip,
            location: (rowNode ?? node).location
        )
        return (entry, compiler.problems)
    }

    /// The earlier list where both say the same, so that 100,000 rows keep one.
    private func shared(_ list: [String], _ earlier: [String]?) -> [String] {
        if let earlier, earlier == list { return earlier }
        return list
    }
}
