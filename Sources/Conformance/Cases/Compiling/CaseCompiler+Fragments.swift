import WireJSON

extension CaseCompiler {
    /// The steps of a fragment, in a scope of its own; what it returns is defined in the scope of the caller.
    mutating func use(_ fields: ObjectFields, in caller: Int) -> [Step] {
        guard let name = text(fields, "use") else { return giveUp(in: caller) }
        let location = fields["use"]?.location ?? fields.node.location
        guard let fragment = library.fragments[name] else {
            let near = library.work.closestName(to: name, among: library.fragments.keys.sorted())
            report(.unknownName(.fragment, name, near: near), at: location)
            return giveUp(in: caller)
        }
        guard !openFragments.contains(name) else {
            let start = openFragments.firstIndex(of: name) ?? 0
            report(.fragmentCycle(openFragments[start...] + [name]), at: location)
            return giveUp(in: caller)
        }
        guard let root = fragment.root else { return giveUp(in: caller) }
        let prefix = text(fields, "as").map { $0 + "." } ?? ""
        if !prefix.isEmpty, fragment.returns.isEmpty {
            report(.prefixWithoutReturns(name), at: fields.location(of: "as"))
        }
        let scope = addScope(Scope(kind: .fragment, prefix: state.scopes[caller].prefix + prefix))
        state.badNames.formUnion(fragment.badNames)
        let node = SourceNode(view: root, file: fragment.file, scope: scope)
        guard let body = self.fields(of: node, as: Grammar.fragment) else { return giveUp(in: caller) }
        bindArguments(fields, to: fragment, body, in: scope)
        openFragments.append(name)
        defer { openFragments.removeLast() }
        let steps = deeper(at: location) { $0.steps(body, "steps", in: scope) } ?? []
        let teardown = deeper(at: location) { $0.steps(body, "teardown", in: scope) } ?? []
        defineReturns(of: fragment, body, from: scope, as: prefix, in: caller, at: location)
        if let cause = state.scopes[scope].lost { state.scopes[caller].lost = cause }
        return [Step(.beginUse(fragment: name, teardown: teardown), at: fields.node.location)] + steps
    }

    /// Goes on after a fragment that cannot be used: the names that it would have given are not called unknown.
    private mutating func giveUp(in scope: Int) -> [Step] {
        state.scopes[scope].isOpen = true
        return []
    }

    private mutating func bindArguments(
        _ fields: ObjectFields,
        to fragment: FragmentSource,
        _ body: ObjectFields,
        in scope: Int
    ) {
        for member in members(fields, "with") {
            let name = member.name
            guard fragment.parameter(name) != nil else {
                if body.misspeltKeys.contains("params"), let cause = state.scopes[scope].lost {
                    report(.consequence(of: cause), at: member.location)
                    continue
                }
                let near = library.work.closestName(to: name, among: fragment.parameters.map(\.name))
                report(.unknownName(.argument(of: fragment.name), name, near: near), at: member.location)
                continue
            }
            looseValues.append(member.value)
            state.scopes[scope].entries[name] = Scope.Entry(meaning: .constant(member.value), location: member.location)
        }
        let isGiven = fields["with"].map { resolve($0) }.map { !$0.isUnknown } ?? true
        for parameter in fragment.parameters where state.scopes[scope].entries[parameter.name] == nil {
            var meaning = Scope.Meaning.anything
            if let fallback = parameter.fallback {
                meaning = .constant(SourceNode(view: fallback, file: fragment.file, scope: scope))
            } else if isGiven {
                report(.missingArgument(parameter.name, of: fragment.name), at: fields.node.location)
            }
            state.scopes[scope].entries[parameter.name] = Scope.Entry(meaning: meaning, location: parameter.location)
        }
    }

    private mutating func defineReturns(
        of fragment: FragmentSource,
        _ body: ObjectFields,
        from scope: Int,
        as prefix: String,
        in caller: Int,
        at location: SourceLocation
    ) {
        for member in members(body, "returns") {
            let template = template(member.value)
            if template.holdsSlot { slots?.refuse() }
            if library.operations.isSecret(member.name), case .hole(.variable(let index)) = template {
                state.variables[index].isSecret = true
            }
            guard define(prefix + member.name, as: Self.meaning(template, of: member.value), at: location, in: caller)
            else {
                // One mistake is told once: what else the fragment returns is likely there twice too.
                state.scopes[caller].isOpen = true
                return
            }
        }
    }

    /// A scalar that is known at load may stand wherever one may that was written there.
    private static func meaning(_ template: Template, of node: SourceNode) -> Scope.Meaning {
        switch template {
        case .constant(.string), .constant(.number), .constant(.bool), .constant(.null): .constant(node)
        default: .value(template)
        }
    }

    /// Looks at a fragment on its own, also one that nobody uses: its parameters may be anything.
    mutating func examine(_ fragment: FragmentSource) {
        guard let root = fragment.root else { return }
        var scope = Scope(kind: .fragment)
        for parameter in fragment.parameters {
            scope.entries[parameter.name] = Scope.Entry(meaning: .anything, location: parameter.location)
        }
        let index = addScope(scope)
        for parameter in fragment.parameters {
            guard Placeholder.isReserved(parameter.name) else { continue }
            report(.reservedName(parameter.name), at: parameter.location)
        }
        let node = SourceNode(view: root, file: fragment.file, scope: index)
        openFragments.append(fragment.name)
        defer { openFragments.removeLast() }
        guard let body = fields(of: node, as: Grammar.fragment) else { return }
        for key in ["description", "params"] { _ = value(body, key) }
        for parameter in members(body, "params") {
            guard let fields = fields(of: parameter.value, as: Grammar.parameter) else { continue }
            _ = value(fields, "description")
            if let fallback = fields["default"] { looseValues.append(fallback) }
        }
        _ = steps(body, "steps", in: index)
        _ = steps(body, "teardown", in: index)
        for member in members(body, "returns") { _ = template(member.value) }
        checkLooseValues()
    }
}
