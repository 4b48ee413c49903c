import WireJSON

extension CaseCompiler {
    /// Reads an object by its rule: every key is known, none that is required is missing, and they go together.
    mutating func fields(of node: SourceNode, as rule: ObjectRule, subject: String? = nil) -> ObjectFields? {
        let value = resolve(node)
        if case .json = value.content, value.node.view.kind == .object {
            return members(of: value.node, as: rule)
        }
        guard accept(value, .object(rule), known: .load, as: subject ?? "the \(rule.name)") else { return nil }
        return members(of: value.node, as: rule)
    }

    private mutating func members(of node: SourceNode, as rule: ObjectRule) -> ObjectFields {
        var fields = ObjectFields(rule, node)
        let bytes = node.view.document.bytes
        for member in node.view.members where fields.add(member, of: bytes) == nil && rule.others == nil {
            reportUnknownKey(member, in: &fields)
        }
        if isValidating { checkKeys(of: fields) }
        return fields
    }

    private mutating func reportUnknownKey(_ member: JSONMember, in fields: inout ObjectFields) {
        let key = member.key
        let location = fields.node.location(ofKey: member)
        fields.hasUnknownKeys = true
        guard !PlaceholderText.holdsBraces(key) else { return report(.placeholderInKey(key), at: location) }
        let known = fields.rule.names
        let near = library.work.closestName(to: key, among: known)
        if let near { fields.misspeltKeys.append(near) }
        report(.unknownKey(key, of: fields.rule.name, known: known, near: near), at: location)
        if let near, Self.defines(near, fields.rule) { state.scopes[fields.node.scope].lost = location }
    }

    /// Whether a key gives names to what others use; 'params' is that of a fragment, and of a request another thing.
    private static func defines(_ key: String, _ rule: ObjectRule) -> Bool {
        switch key {
        case "variables", "rows", "capture", "returns": true
        case "params": rule.name == Grammar.fragment.name
        default: false
        }
    }

    private mutating func checkKeys(of fields: ObjectFields) {
        let rule = fields.rule
        if fields.present & rule.required != rule.required {
            for (place, key) in rule.keys.enumerated() where key.isRequired && fields.present & 1 << UInt64(place) == 0
            {
                if fields.misspeltKeys.contains(key.name) { continue }
                report(.missingKey(key.name, of: rule.name), at: fields.node.location)
            }
        }
        checkConstraints(of: fields)
    }

    mutating func checkConstraints(of fields: ObjectFields) {
        let rule = fields.rule
        for (mask, constraint) in zip(rule.masks, rule.constraints)
        where !mask.holds(for: fields.present, isSole: fields.node.view.count <= 1) {
            report(broken: constraint, of: fields)
        }
    }

    /// Reports a constraint that does not hold; where a key is unknown, it may be the one that is missed.
    private mutating func report(broken constraint: KeyConstraint, of fields: ObjectFields) {
        let name = fields.rule.name
        switch constraint {
        case .exactlyOne(let keys):
            let present = keys.filter(fields.has)
            if present.count > 1 {
                report(.tooManyOf(present, of: name), at: fields.location(of: present[1]))
            } else if !fields.hasUnknownKeys {
                report(.missingOneOf(keys, of: name), at: fields.node.location)
            }
        case .someSet(let sets):
            guard !fields.hasUnknownKeys else { return }
            report(.missingSet(sets, of: name), at: fields.node.location)
        case .only(let key, let others):
            // Where nothing at all is done, that is the mistake.
            guard !fields.hasUnknownKeys, !lacksKind(fields) else { return }
            report(.misplacedKey(key, beside: others), at: fields.location(of: key))
        case .excludes(let key, let others):
            guard let other = others.first(where: fields.has) else { return }
            report(.excludedKey(other, by: key), at: fields.location(of: other))
        case .alone(let key):
            report(.notAlone(key), at: fields.location(of: key))
        }
    }

    /// Whether an object has none of the keys of which it needs just one.
    private func lacksKind(_ fields: ObjectFields) -> Bool {
        fields.rule.masks.contains { mask in
            if case .exactlyOne(let keys) = mask { return fields.present & keys == 0 }
            return false
        }
    }

    // MARK: Values of keys

    /// The value of a key with its placeholders replaced; nil where it is missing or, with a report, wrong.
    mutating func value(_ fields: ObjectFields, _ key: String) -> ResolvedValue? {
        guard let entry = fields.entry(key) else { return nil }
        let node = fields.node.part(entry.value)
        let rule = fields.rule.keys[entry.key]
        if rule.timing == .written, let text = node.view.string {
            if rule.value.isText { return ResolvedValue(node: node, content: .text(text)) }
            if PlaceholderText.holdsBraces(text) {
                report(.placeholderInName("'\(key)'"), at: node.location)
                return nil
            }
        }
        let value = resolve(node)
        return accept(value, rule.value, known: rule.timing, as: "'\(key)'") ? value : nil
    }

    mutating func text(_ fields: ObjectFields, _ key: String) -> String? {
        value(fields, key)?.text
    }

    mutating func integer(_ fields: ObjectFields, _ key: String) -> Int? {
        value(fields, key)?.node.view.integer
    }

    mutating func flag(_ fields: ObjectFields, _ key: String) -> Bool? {
        value(fields, key)?.node.view.bool
    }

    mutating func duration(_ fields: ObjectFields, _ key: String) -> Duration? {
        text(fields, key).flatMap(DurationText.parse)
    }

    mutating func pointer(_ fields: ObjectFields, _ key: String) -> JSONPointer? {
        text(fields, key).flatMap { try? JSONPointer($0) }
    }

    mutating func template(_ fields: ObjectFields, _ key: String) -> Template? {
        value(fields, key).map { template($0) }
    }

    /// The elements of a key's list, each with its placeholders replaced, without those that are wrong.
    mutating func list(_ fields: ObjectFields, _ key: String) -> [ResolvedValue] {
        guard let value = value(fields, key), let rule = fields.rule(of: key) else { return [] }
        return elements(of: value, rule.value.element ?? .anything, known: rule.timing, as: "an element of '\(key)'")
    }

    /// The elements of a list that a value is.
    mutating func elements(
        of value: ResolvedValue,
        _ rule: ValueRule,
        known timing: KeyRule.Timing,
        as subject: @autoclosure () -> String
    ) -> [ResolvedValue] {
        var elements: [ResolvedValue] = []
        for element in value.node.view.elements {
            let resolved = resolve(value.node.part(element))
            if accept(resolved, rule, known: timing, as: subject()) { elements.append(resolved) }
        }
        return elements
    }

    /// The members of a key's object, by names that are spelt as its rule says.
    mutating func members(_ fields: ObjectFields, _ key: String) -> [NamedNode] {
        let before = problems.count
        guard let value = value(fields, key), case .map(let names, _)? = fields.rule(of: key)?.value else {
            if problems.count > before, Self.defines(key, fields.rule) {
                state.scopes[fields.node.scope].lost = problems[before].location
            }
            return []
        }
        return members(of: value.node, named: names)
    }

    mutating func members(of node: SourceNode, named names: NameRule) -> [NamedNode] {
        var members: [NamedNode] = []
        for member in node.view.members {
            let location = node.location(ofKey: member)
            let name = member.key
            if PlaceholderText.holdsBraces(name) {
                report(.placeholderInKey(name), at: location)
            } else if names.allows(name) {
                members.append(NamedNode(name: name, location: location, value: node.part(member.value)))
            } else {
                state.badNames.insert(name)
                report(.badName(name, expected: names.phrase), at: location)
            }
        }
        if case .header = names { reportRepeatedHeaders(members) }
        return members
    }

    /// Names of header fields are equal whatever their capitals; those that are spelt alike are told when the file is parsed.
    private mutating func reportRepeatedHeaders(_ members: [NamedNode]) {
        for (index, member) in members.enumerated() {
            guard let first = members[..<index].first(where: { HeaderList.sameName($0.name, member.name) }) else {
                continue
            }
            let line = first.value.view.document.position(at: Int(first.location.offset)).line
            report(.duplicateKey(member.name, first: "line \(line)"), at: member.location)
        }
    }
}

/// A member of an object whose keys are free.
struct NamedNode {
    var name: String
    /// The place of the key.
    var location: SourceLocation
    var value: SourceNode
}
