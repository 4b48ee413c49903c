import WireJSON

extension CorpusReading {
    /// Reads who is there, so that names can be looked up before anything is compiled.
    mutating func readNames() {
        for file in parsed {
            switch file.role {
            case .misnamed(let name): problems.add(.badFileName(name), at: start(of: file))
            case .misnamedFolder(let name): problems.add(.badFolderName(name), at: start(of: file))
            case .misspeltEnding(let name): problems.add(.badFileEnding(name), at: start(of: file))
            case .misplaced(let folder): problems.add(.misplacedFile(folder: folder), at: start(of: file))
            case .fragment(let name): library.fragments[name] = fragment(name, file)
            case .payload(let name): library.payloads[name] = PayloadSource(file: file.index, root: file.root)
            default: continue
            }
        }
        for role in unreadable {
            switch role {
            case .fragment(let name): library.fragments[name] = FragmentSource(name: name, file: -1, root: nil)
            case .payload(let name): library.payloads[name] = PayloadSource(file: -1, root: nil)
            default: continue
            }
        }
        for name in shapeNames { library.shapeIndices[name] = library.shapeIndices.count }
        readRequirements()
    }

    /// The names of all shapes, also of those that could not be read, in their order.
    var shapeNames: [String] {
        (parsed.map(\.role) + unreadable).compactMap { role in
            if case .shape(let name) = role { return name }
            return nil
        }
        .sorted()
    }

    func start(of file: ParsedFile) -> SourceLocation {
        SourceLocation(file: file.index, offset: 0)
    }

    private func fragment(_ name: String, _ file: ParsedFile) -> FragmentSource {
        var fragment = FragmentSource(name: name, file: file.index, root: file.root)
        for member in file.root["params"]?.members.map({ $0 }) ?? [] {
            guard NameSyntax.isWord(member.key) else {
                fragment.badNames.append(member.key)
                continue
            }
            fragment.parameters.append(
                FragmentSource.Parameter(
                    name: member.key,
                    fallback: member.value["default"],
                    location: SourceLocation(file: file.index, offset: UInt32(member.keyOffset))
                )
            )
        }
        fragment.returns = file.root["returns"]?.members.map { $0 } ?? []
        return fragment
    }

    // MARK: Lists

    private mutating func readRequirements() {
        guard let file = parsed.first(where: { $0.role == .requirements }) else {
            if unreadable.contains(.requirements) { library.requirements = nil }
            return
        }
        library.hasRequirementsFile = true
        var compiler = CaseCompiler(library, isValidating: true)
        var places: [String: SourceLocation] = [:]
        for fields in compiler.objects(of: file, as: Grammar.requirement) {
            let texts = ["id", "text", "source", "ground"].map { compiler.text(fields, $0) ?? "" }
            let location = fields["id"]?.location ?? fields.node.location
            requirements.append(
                Requirement(
                    id: texts[0],
                    text: texts[1],
                    source: texts[2],
                    ground: texts[3],
                    isOffline: compiler.flag(fields, "offline") ?? false,
                    location: location
                )
            )
            guard NameSyntax.isLabel(texts[0]) else {
                if !texts[0].isEmpty {
                    compiler.report(.badName(texts[0], expected: "letters, digits, '_' and '-'"), at: location)
                }
                continue
            }
            if let first = places[texts[0]] {
                let place = library.description(of: first, from: location)
                compiler.report(.duplicateID(texts[0], of: "requirement", first: place), at: location)
            }
            places[texts[0]] = location
        }
        problems.add(compiler.problems)
        let ids = requirements.map(\.id).filter(NameSyntax.isLabel)
        library.requirements = Set(ids)
        // Where one of them has no id that can be read, it may be any that is not known.
        if ids.count < file.root.count || file.root.kind != .array {
            library.lostRequirements = compiler.problems.first?.location
        }
    }

    private mutating func readKnownFailures() {
        guard let file = parsed.first(where: { $0.role == .knownFailures }) else { return }
        var compiler = CaseCompiler(library, isValidating: true)
        for fields in compiler.objects(of: file, as: Grammar.knownFailure) {
            let texts = ["case", "reason", "until", "message"].map { compiler.text(fields, $0) ?? "" }
            compiler.checkKnownFailure(fields)
            knownFailures.append(
                KnownFailure(
                    pattern: texts[0],
                    targets: compiler.list(fields, "targets").compactMap(\.text),
                    reason: texts[1],
                    link: compiler.text(fields, "link"),
                    until: texts[2],
                    message: texts[3],
                    location: fields.node.location,
                    reasonLocation: fields["reason"]?.location,
                    linkLocation: fields["link"]?.location
                )
            )
        }
        problems.add(compiler.problems)
    }

    // MARK: Shapes, fragments and payloads

    /// Compiles every shape, and refuses those that hold themselves, or others too many times.
    mutating func readShapes() {
        var uses: [String: [ShapeUse]] = [:]
        for name in shapeNames {
            let placeholder = Pattern(.array([]), at: SourceLocation(file: 0, offset: 0))
            guard !isOver, let file = parsed.first(where: { $0.role == .shape(name) }) else {
                shapes.append(Shape(name: name, pattern: placeholder))
                continue
            }
            var compiler = CaseCompiler(library, isValidating: true)
            compiler.surrounding = .expectation
            let scope = compiler.addScope(Scope(kind: .shape))
            let node = SourceNode(view: file.root, file: file.index, scope: scope)
            shapes.append(Shape(name: name, pattern: compiler.pattern(node, mayBeMissing: true)))
            uses[name] = compiler.shapeUses
            problems.add(compiler.problems)
        }
        let cycles = ShapeCycles(uses)
        for cycle in cycles.found {
            problems.add(.shapeCycle(cycle.names), at: cycle.location)
        }
        for shape in cycles.tooLarge {
            problems.add(.shapeTooLarge(shape.name), at: shape.location)
        }
    }

    /// Looks at every fragment and payload on its own, also at those that nobody uses.
    mutating func readParts() {
        readKnownFailures()
        // No run asks for them, but a mistake is better told by 'lint' than by a comparison.
        _ = readAcceptedChanges()
        for file in parsed where !isOver {
            var compiler = CaseCompiler(library, isValidating: true)
            switch file.role {
            case .fragment(let name):
                if let fragment = library.fragments[name] { compiler.examine(fragment) }
            case .payload:
                compiler.examine(PayloadSource(file: file.index, root: file.root))
            default:
                continue
            }
            compiler.reportUnresolved()
            problems.add(compiler.problems)
        }
    }
}

extension CaseCompiler {
    /// An empty pattern or message would hold of everything or nothing, and a misspelt target of none.
    fileprivate mutating func checkKnownFailure(_ fields: ObjectFields) {
        for key in ["case", "message"] {
            guard let text = text(fields, key), text.isEmpty, let location = fields[key]?.location else { continue }
            report(
                .wrongValue("'\(key)'", expected: "a text that is not empty", found: "\"\"", near: nil),
                at: location
            )
        }
        for element in list(fields, "targets") {
            guard let target = element.text, !KnownFailure.isTarget(target) else { continue }
            report(
                .wrongValue(
                    "a target",
                    expected: "\"mock\", \"test\", \"live\" or an address",
                    found: JSONText.quoted(target),
                    near: ClosestName.of(target, among: KnownFailure.targetNames)
                ),
                at: element.node.location
            )
        }
    }

    /// The objects of a file that is a list of them.
    mutating func objects(of file: CorpusReading.ParsedFile, as rule: ObjectRule) -> [ObjectFields] {
        let scope = addScope(Scope(kind: .shape))
        let root = ResolvedValue(
            node: SourceNode(view: file.root, file: file.index, scope: scope),
            content: file.root.string.map { .text($0) } ?? .json
        )
        guard accept(root, .list(.object(rule)), known: .written, as: "the file") else { return [] }
        return file.root.elements.compactMap { fields(of: root.node.part($0), as: rule) }
    }
}
