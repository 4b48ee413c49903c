import WireJSON

/// An object of a file, read by its rule: one place for each key of the rule.
struct ObjectFields {
    var rule: ObjectRule
    var node: SourceNode
    fileprivate(set) var values: [SourceNode?]
    fileprivate(set) var keyLocations: [SourceLocation?]
    /// Whether there are keys that the rule does not know.
    fileprivate(set) var hasUnknownKeys = false
    /// The keys that unknown ones were taken for.
    fileprivate(set) var misspeltKeys: [String] = []

    fileprivate init(_ rule: ObjectRule, _ node: SourceNode) {
        self.rule = rule
        self.node = node
        values = Array(repeating: nil, count: rule.keys.count)
        keyLocations = values.map { _ in nil }
    }

    /// Takes the operators of a pattern as they are; members and unknown operators are left to the reader of patterns.
    init(operatorsOf node: SourceNode) {
        self.init(Grammar.operators, node)
        for member in node.view.members {
            guard let index = rule.keys.firstIndex(where: { member.keyIs($0.name) }) else { continue }
            values[index] = node.part(member.value)
            keyLocations[index] = node.location(ofKey: member)
        }
    }

    func index(of key: String) -> Int? {
        rule.keys.firstIndex { $0.name == key }
    }

    subscript(key: String) -> SourceNode? {
        index(of: key).flatMap { values[$0] }
    }

    func has(_ key: String) -> Bool {
        self[key] != nil
    }

    /// Where a key stands; the object where it is missing.
    func location(of key: String) -> SourceLocation {
        index(of: key).flatMap { keyLocations[$0] } ?? node.location
    }
}

extension CaseCompiler {
    /// Reads an object by its rule: every key is known, none that is required is missing, and they go together.
    mutating func fields(of node: SourceNode, as rule: ObjectRule, subject: String? = nil) -> ObjectFields? {
        let value = resolve(node)
        guard accept(value, .object(rule), known: .load, as: subject ?? "the \(rule.name)") else { return nil }
        var fields = ObjectFields(rule, value.node)
        for member in value.node.view.members {
            if let index = rule.keys.firstIndex(where: { member.keyIs($0.name) }) {
                fields.values[index] = value.node.part(member.value)
                fields.keyLocations[index] = value.node.location(ofKey: member)
            } else if rule.others == nil {
                reportUnknownKey(member, in: &fields)
            }
        }
        if isValidating { checkKeys(of: fields) }
        return fields
    }

    private mutating func reportUnknownKey(_ member: JSONMember, in fields: inout ObjectFields) {
        let key = member.key
        let location = fields.node.location(ofKey: member)
        fields.hasUnknownKeys = true
        guard !PlaceholderText.holdsBraces(key) else { return report(.placeholderInKey(key), at: location) }
        let known = fields.rule.keys.map(\.name)
        let near = ClosestName.of(key, among: known)
        if let near { fields.misspeltKeys.append(near) }
        report(.unknownKey(key, of: fields.rule.name, known: known, near: near), at: location)
    }

    private mutating func checkKeys(of fields: ObjectFields) {
        let location = fields.node.location
        for (key, value) in zip(fields.rule.keys, fields.values) where key.isRequired && value == nil {
            if fields.misspeltKeys.contains(key.name) { continue }
            report(.missingKey(key.name, of: fields.rule.name), at: location)
        }
        checkConstraints(of: fields)
    }

    mutating func checkConstraints(of fields: ObjectFields) {
        for constraint in fields.rule.constraints {
            check(constraint, of: fields)
        }
    }

    private mutating func check(_ constraint: KeyConstraint, of fields: ObjectFields) {
        let name = fields.rule.name
        switch constraint {
        case .exactlyOne(let keys):
            let present = keys.filter(fields.has)
            if present.isEmpty, !fields.hasUnknownKeys {
                report(.missingOneOf(keys, of: name), at: fields.node.location)
            } else if present.count > 1 {
                report(.tooManyOf(present, of: name), at: fields.location(of: present[1]))
            }
        case .someSet(let sets):
            if !fields.hasUnknownKeys, !sets.contains(where: { $0.allSatisfy(fields.has) }) {
                report(.missingSet(sets, of: name), at: fields.node.location)
            }
        case .only(let key, let others):
            if fields.has(key), !others.contains(where: fields.has) {
                report(.misplacedKey(key, beside: others), at: fields.location(of: key))
            }
        case .excludes(let key, let others):
            if fields.has(key), let other = others.first(where: fields.has) {
                report(.excludedKey(other, by: key), at: fields.location(of: other))
            }
        case .alone(let key):
            if fields.has(key), fields.node.view.count > 1 {
                report(.notAlone(key), at: fields.location(of: key))
            }
        }
    }

    // MARK: Values of keys

    /// The value of a key with its placeholders replaced; nil where it is missing or, with a report, wrong.
    mutating func value(_ fields: ObjectFields, _ key: String) -> ResolvedValue? {
        guard let index = fields.index(of: key), let node = fields.values[index] else { return nil }
        let rule = fields.rule.keys[index]
        if rule.timing == .written, rule.value.isText, let text = node.view.string {
            return ResolvedValue(node: node, content: .text(text))
        }
        if rule.timing == .written, PlaceholderText.parts(of: node.view.string ?? "") != nil {
            report(.placeholderInName("'\(key)'"), at: node.location)
            return nil
        }
        let value = resolve(node)
        return accept(value, rule.value, known: rule.timing, as: "'\(key)'") ? value : nil
    }

    mutating func text(_ fields: ObjectFields, _ key: String) -> String? {
        value(fields, key)?.text
    }

    mutating func integer(_ fields: ObjectFields, _ key: String) -> Int? {
        value(fields, key)?.node.view.number?.int
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
        guard let value = value(fields, key), let rule = fields.rule.key(key) else { return [] }
        return elements(of: value, rule.value.element ?? .anything, known: rule.timing, as: "an element of '\(key)'")
    }

    /// The elements of a list that a value is.
    mutating func elements(
        of value: ResolvedValue,
        _ rule: ValueRule,
        known timing: KeyRule.Timing,
        as subject: String
    ) -> [ResolvedValue] {
        var elements: [ResolvedValue] = []
        for element in value.node.view.elements {
            let resolved = resolve(value.node.part(element))
            if accept(resolved, rule, known: timing, as: subject) { elements.append(resolved) }
        }
        return elements
    }

    /// The members of a key's object, by names that are spelt as its rule says.
    mutating func members(_ fields: ObjectFields, _ key: String) -> [NamedNode] {
        guard let value = value(fields, key), case .map(let names, _)? = fields.rule.key(key)?.value else { return [] }
        return members(of: value.node, named: names)
    }

    mutating func members(of node: SourceNode, named names: NameRule) -> [NamedNode] {
        var members: [NamedNode] = []
        for member in node.view.members {
            let location = node.location(ofKey: member)
            let name = member.key
            refusePlaceholder(inKey: member, of: node)
            if names.allows(name) {
                members.append(NamedNode(name: name, location: location, value: node.part(member.value)))
            } else if !PlaceholderText.holdsBraces(name) {
                report(.badName(name, expected: names.phrase), at: location)
            }
        }
        return members
    }
}

/// A member of an object whose keys are free.
struct NamedNode {
    var name: String
    /// The place of the key.
    var location: SourceLocation
    var value: SourceNode
}
