import WireJSON

/// One suite while it is read; it shares with others only what may be used by several threads.
struct SuiteReading: Sendable {
    var library: CaseLibrary
    let id: String
    let file: CorpusReading.ParsedFile
    /// Among the suites of the corpus, where none of them has a mistake.
    let place: Int32
    /// How many more cases may stay compiled.
    var keepableCases: Int
    var problems = ProblemList()
    private(set) var entries: [CaseEntry] = []
    /// Nil where the file is no suite.
    private(set) var suite: SuiteSource?

    init(library: CaseLibrary, id: String, file: CorpusReading.ParsedFile, place: Int32, keepableCases: Int) {
        self.library = library
        self.id = id
        self.file = file
        self.place = place
        self.keepableCases = keepableCases
    }

    /// Whether anything is to be told, or the load may do no more.
    var hasMistakes: Bool { !problems.isEmpty || library.work.isSpent }

    private var isOver: Bool { problems.isFull || library.work.isSpent }

    /// Reads the opening once, then every expansion of every case.
    mutating func read() {
        var compiler = CaseCompiler(library, isValidating: true)
        let scope = compiler.addSuiteScope()
        let node = SourceNode(view: file.root, file: file.index, scope: scope)
        guard let fields = compiler.fields(of: node, as: Grammar.suite) else {
            problems.add(compiler.problems)
            return
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
        self.suite = suite
    }

    private mutating func read(casesOf fields: ObjectFields, into suite: inout SuiteSource, _ traits: CaseTraits) {
        var compiler = CaseCompiler(library, from: suite.opening.state, isValidating: true)
        let cases = compiler.value(fields, "cases")?.node.view.elements.map { $0 } ?? []
        problems.add(compiler.problems)
        var places = IdentifierPlaces(kind: "case", count: cases.count)
        var sources: [TestCaseSource] = []
        sources.reserveCapacity(cases.count)
        for view in cases where !isOver {
            let node = SourceNode(view: view, file: suite.file, scope: 0)
            let id = view["id"]
            problems.add(places.add(id?.string, at: node.part(id ?? view), library))
            let rows = rows(of: node, suite)
            var source = TestCaseSource(view: view, rows: rows?.all.map(\.view) ?? [])
            let reader = CaseReader(
                library: library,
                suiteID: suite.id,
                file: suite.file,
                opening: suite.opening,
                view: view,
                traits: traits,
                place: (place, Int32(sources.count)),
                rowNames: rows?.names ?? []
            )
            if let rows { read(reader, rows.all, into: &source) } else { read(reader, into: &source) }
            sources.append(source)
        }
        suite.cases = sources
    }

    /// Compiles a case, keeps an entry of it, and the case itself while there are few.
    private mutating func read(_ reader: CaseReader, into source: inout TestCaseSource) {
        let reading = reader.reading(row: nil, keepsCase: keepableCases > 0)
        problems.add(reading.problems)
        guard let entry = reading.entry else { return }
        entries.append(entry)
        source.compiled = reading.compiled
        if reading.compiled != nil { keepableCases -= 1 }
    }

    /// Reads every row once, and keeps an entry of it: by a form where one serves it, else by compiling it.
    private mutating func read(_ reader: CaseReader, _ rows: [CaseRow], into source: inout TestCaseSource) {
        var places = IdentifierPlaces(kind: "row", count: rows.count)
        var shared: [CaseEntry] = []
        var attempts = 0
        entries.reserveCapacity(entries.count + rows.count)
        for (index, row) in rows.enumerated() where !isOver {
            if let id = row.id, let view = row.view["id"] {
                problems.add(places.add(id, at: SourceNode(view: view, file: reader.file, scope: 0), library))
            }
            if let entry = entry(of: row, at: index, source.forms, shared) {
                entries.append(entry)
                continue
            }
            let reading = reader.reading(row: (index, row.view), keepsCase: false)
            problems.add(reading.problems)
            if let entry = reading.entry { entries.append(entry) }
            guard reading.problems.isEmpty, attempts < RowForm.mostOfCase, rows.count > 1 else { continue }
            attempts += 1
            if let form = reader.form(row.view) {
                source.forms.append(form)
                shared.append(form.entry(suite: reader.place.suite, caseIndex: reader.place.index))
            }
        }
    }

    /// The entry of a row by the first form that serves it.
    private func entry(of row: CaseRow, at index: Int, _ forms: [RowForm], _ shared: [CaseEntry]) -> CaseEntry? {
        for (form, like) in zip(forms, shared) {
            guard var entry = form.entry(of: row, like: like, library) else { continue }
            entry.row = Int32(index)
            return entry
        }
        return nil
    }

    /// The rows of a case with the names of their members; nil where it has none.
    private mutating func rows(of node: SourceNode, _ suite: SuiteSource) -> (all: [CaseRow], names: Set<String>)? {
        guard let view = node.view["rows"] else { return nil }
        var compiler = CaseCompiler(library, from: suite.opening.state, isValidating: true)
        defer { problems.add(compiler.problems) }
        let rule = ValueRule.list(.object(Grammar.row), atLeast: 1)
        let value = ResolvedValue(node: node.part(view), content: view.string.map { .text($0) } ?? .json)
        guard compiler.accept(value, rule, known: .written, as: "'rows'") else { return ([], []) }
        var rows: [CaseRow] = []
        rows.reserveCapacity(view.count)
        var names: Set<String> = []
        var heading: [String] = []
        for element in view.elements {
            if let row = CaseRow(element, under: heading) {
                rows.append(row)
                continue
            }
            guard let fields = compiler.fields(of: node.part(element), as: Grammar.row) else { continue }
            rows.append(CaseRow(view: element, id: compiler.text(fields, "id")))
            compiler.checkNames(ofRow: fields.node, checked: &names)
            heading = element.members.map(\.key)
        }
        return (rows, names)
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

    init(kind: String, count: Int) {
        self.kind = kind
        places.reserveCapacity(count)
    }

    mutating func add(_ id: String?, at node: SourceNode, _ library: CaseLibrary) -> [LocatedProblem] {
        guard let id, NameSyntax.isIdentifier(id) else { return [] }
        let location = node.location
        guard let first = places.updateValue(location, forKey: id) else { return [] }
        let place = library.description(of: first, from: location)
        return [LocatedProblem(problem: .duplicateID(id, of: kind, first: place), location: location)]
    }
}
