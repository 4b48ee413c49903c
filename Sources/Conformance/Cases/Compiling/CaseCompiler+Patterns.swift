import WireJSON

extension CaseCompiler {
    /// A value as a pattern; `mayBeMissing` says whether it is of a member, a header or a body, which can be absent.
    mutating func pattern(_ node: SourceNode, mayBeMissing: Bool) -> Pattern {
        pattern(resolve(node), mayBeMissing: mayBeMissing)
    }

    mutating func pattern(_ value: ResolvedValue, mayBeMissing: Bool) -> Pattern {
        let location = value.node.location
        switch value.node.view.kind {
        case .array:
            return deeper(at: location) { $0.arrayPattern(value.node) } ?? Pattern(.array([]), at: location)
        case .object:
            return deeper(at: location) { $0.objectPattern(value.node, mayBeMissing: mayBeMissing) }
                ?? Pattern(.array([]), at: location)
        case .null, .bool, .number, .string:
            return Pattern(.equals(template(value)), at: location)
        }
    }

    private mutating func arrayPattern(_ node: SourceNode) -> Pattern {
        var elements: [Pattern] = []
        for element in node.view.elements {
            elements.append(pattern(node.part(element), mayBeMissing: false))
        }
        return Pattern(.array(elements), at: node.location)
    }

    private mutating func objectPattern(_ node: SourceNode, mayBeMissing: Bool) -> Pattern {
        var object = ObjectPattern()
        var fields: ObjectFields?
        for member in node.view.members {
            let key = member.key
            guard key.utf8.first == UInt8(ascii: "$") else {
                refusePlaceholder(inKey: member, of: node)
                let pattern = pattern(node.part(member.value), mayBeMissing: true)
                let location = node.location(ofKey: member)
                object.members.append(MemberPattern(name: key, location: location, pattern: pattern))
                continue
            }
            let known = fields ?? ObjectFields(operatorsOf: node)
            fields = known
            read(operator: key, member, of: known, into: &object, mayBeMissing: mayBeMissing)
        }
        if isValidating, let fields { checkConstraints(of: fields) }
        return Pattern(.object(object), at: node.location)
    }

    private mutating func read(
        operator key: String,
        _ member: JSONMember,
        of fields: ObjectFields,
        into object: inout ObjectPattern,
        mayBeMissing: Bool
    ) {
        let location = fields.node.location(ofKey: member)
        guard fields.has(key) else {
            report(unknownOperator(key), at: location)
            return
        }
        switch key {
        case "$exact": object.isExact = flag(fields, key) ?? false
        case "$nullable": object.isNullable = flag(fields, key) ?? false
        case "$optional", "$absent":
            guard flag(fields, key) == true else { return }
            if !mayBeMissing { report(.notAMember(key), at: location) }
            if key == "$absent" { object.isAbsent = true } else { object.isOptional = true }
        default:
            if let kind = patternOperator(key, fields, mayBeMissing: mayBeMissing) {
                object.operators.append(PatternOperator(kind, at: location))
            }
        }
    }

    private func unknownOperator(_ key: String) -> CaseProblem {
        guard key != "$schema" else { return .unsupportedOperator(key) }
        switch ForeignOperator(key) {
        case .called(let name): return .unknownOperator(key, near: name)
        case .written: return .unknownOperator(key, near: nil)
        case nil:
            let near = library.work.closestName(to: key, among: Grammar.operators.keys.map(\.name))
            return .unknownOperator(key, near: near)
        }
    }
}
