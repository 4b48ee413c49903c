import WireJSON

extension CaseCompiler {
    /// Defines a name in a scope; false, with a report, where that cannot be.
    @discardableResult
    mutating func define(
        _ name: String,
        as meaning: Scope.Meaning,
        at location: SourceLocation,
        in scope: Int
    ) -> Bool {
        if Placeholder.isReserved(name) {
            report(.reservedName(name), at: location)
            return false
        }
        if let first = definition(of: name, in: scope) {
            reportSecond(name, first: first, at: location)
            return false
        }
        state.scopes[scope].entries[name] = Scope.Entry(meaning: meaning, location: location)
        return true
    }

    /// Reports a name that is defined already; where `--variable` does, that is the mistake, and all else follows from it.
    mutating func reportSecond(_ name: String, first: SourceLocation?, at location: SourceLocation) {
        if let first {
            let place = library.description(of: first, from: location)
            return report(.definedTwice(name, first: place), at: location)
        }
        guard let constants = library.constants, let member = constants.view.members.first(where: { $0.keyIs(name) })
        else { return report(.definedTwice(name, first: "--variable"), at: location) }
        let cause = SourceLocation(file: constants.file, offset: UInt32(member.keyOffset))
        let place = library.description(of: location, from: cause)
        report(.constantDefined(name, first: place, at: location), at: cause)
    }

    /// The place of a definition; nil in nil: there is one without a place.
    private func definition(of name: String, in scope: Int) -> SourceLocation?? {
        if let entry = state.scopes[scope].entries[name] { return .some(entry.location) }
        if let row = state.scopes[scope].row, let value = row.view[name] { return .some(row.part(value).location) }
        return nil
    }

    /// What a name stands for in a scope.
    func meaning(of name: String, in scope: Int) -> Scope.Meaning? {
        if let row = state.scopes[scope].row, let value = row.view[name] { return .constant(row.part(value)) }
        return state.scopes[scope].entries[name]?.meaning
    }

    /// The variable of a built-in in a scope, made where this is its first use.
    mutating func variable(of builtIn: BuiltIn, spelt name: String, in scope: Int) -> Int {
        let isShared = builtIn == .runID || builtIn == .projectID
        let owner = isShared ? 0 : state.scopes[scope].builtInOwner ?? scope
        if let index = state.scopes[owner].builtIns[name] { return index }
        let prefix = isShared ? "" : state.scopes[owner].prefix
        let variable = CaseVariable(name: prefix + name, origin: .builtIn(builtIn), isSecret: builtIn == .password)
        state.variables.append(variable)
        state.scopes[owner].builtIns[name] = state.variables.count - 1
        return state.variables.count - 1
    }

    /// Notes a name that is not known here: whether it comes later shows at the end.
    mutating func noteUnresolved(_ name: String, in node: SourceNode) {
        guard !state.scopes[node.scope].isOpen, unresolved.count <= ProblemList.mostTold else { return }
        unresolved.append(UnresolvedName(name: name, scope: node.scope, location: location(of: name, in: node)))
    }

    /// Reports the names that were not known where they were used.
    mutating func reportUnresolved() {
        for use in unresolved where !isStopped {
            if let row = state.scopes[use.scope].row, rowNames.contains(use.name) {
                report(.missingInRow(use.name, row: row.view["id"]?.string ?? ""), at: row.location)
            } else if meaning(of: use.name, in: use.scope) != nil {
                report(.usedBeforeSet(use.name), at: use.location)
            } else if let cause = state.scopes[use.scope].lost {
                report(.consequence(of: cause), at: use.location)
            } else if !state.scopes[use.scope].isOpen {
                let near = nearestName(to: use.name, in: use.scope)
                let isInFragment = state.scopes[use.scope].kind == .fragment
                report(.unknownVariable(use.name, near: near, inFragment: isInFragment), at: use.location)
            }
        }
        unresolved = []
    }

    private func nearestName(to name: String, in scope: Int) -> String? {
        let scope = state.scopes[scope]
        let row = scope.row.map { $0.view.members.map(\.key) } ?? []
        return library.work.closestName(to: name, among: scope.entries.keys.sorted() + row + Placeholder.builtInNames)
    }

    /// Where a placeholder stands in a text of a file: the text itself where escapes hide it.
    func location(of name: String, in node: SourceNode) -> SourceLocation {
        guard node.view.kind == .string, node.use == nil else { return node.location }
        let source = node.view.document.bytes[node.view.range]
        let range = ByteSearch.firstRange(of: Array("{{\(name)".utf8), in: Array(source))
        let offset = node.view.offset + (range.map { $0.lowerBound } ?? 0)
        return SourceLocation(file: node.file, offset: UInt32(offset))
    }

    /// Checks the names in values that may have been used nowhere.
    mutating func checkLooseValues() {
        let values = looseValues
        looseValues = []
        for value in values where PlaceholderText.mayStand(in: value.view) {
            checkNames(in: value)
        }
        reportUnresolved()
    }

    private mutating func checkNames(in node: SourceNode) {
        switch node.view.kind {
        case .array:
            for element in node.view.elements { checkNames(in: node.part(element)) }
        case .object:
            for member in node.view.members { checkNames(in: node.part(member.value)) }
        case .string:
            guard let parts = node.view.string.flatMap(PlaceholderText.parts) else { return }
            for case .placeholder(.variable(let name), _) in parts where meaning(of: name, in: node.scope) == nil {
                noteUnresolved(name, in: node)
            }
        case .null, .bool, .number:
            return
        }
    }
}
