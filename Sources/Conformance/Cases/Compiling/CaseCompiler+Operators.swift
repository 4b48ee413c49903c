import WireJSON

extension CaseCompiler {
    /// The operator of a key; nil, with a report, where its argument is wrong.
    mutating func patternOperator(_ key: String, _ fields: ObjectFields, mayBeMissing: Bool) -> PatternOperator.Kind? {
        if let comparison = Comparison(rawValue: key) {
            return template(fields, key).map { .compare(comparison, $0) }
        }
        switch key {
        case "$type": return types(fields)
        case "$literal": return template(fields, key).map { .literal($0) }
        case "$regex": return regex(fields)
        case "$format": return text(fields, key).flatMap(Format.init).map { .format($0) }
        case "$near": return near(fields)
        case "$length": return length(fields)
        case "$each": return value(fields, key).map { .each(pattern($0, mayBeMissing: false)) }
        case "$contains": return patterns(fields, key, mayBeMissing: false).map { .contains($0) }
        case "$unordered": return patterns(fields, key, mayBeMissing: false).map { .unordered($0) }
        case "$anyOf": return patterns(fields, key, mayBeMissing: mayBeMissing).map { .anyOf($0) }
        case "$allOf": return patterns(fields, key, mayBeMissing: mayBeMissing).map { .allOf($0) }
        case "$not": return value(fields, key).map { .not(pattern($0, mayBeMissing: mayBeMissing)) }
        case "$shape": return shape(fields)
        case "$jwt": return fields[key].flatMap { token($0) }.map { .jwt($0) }
        case "$jwk": return flag(fields, key).map { _ in .jwk }
        default: return nil
        }
    }

    private mutating func types(_ fields: ObjectFields) -> PatternOperator.Kind? {
        guard let value = value(fields, "$type") else { return nil }
        if let word = value.text { return TypeName(rawValue: word).map { .type([$0]) } }
        return .type(list(fields, "$type").compactMap { $0.text.flatMap(TypeName.init) })
    }

    private mutating func regex(_ fields: ObjectFields) -> PatternOperator.Kind? {
        guard let value = value(fields, "$regex"), let source = value.text else { return nil }
        do throws(RegexPatternError) {
            let pattern = try library.regexes.pattern(source)
            guard mayExpand(by: pattern.programLength, at: value.node.location) else { return nil }
            return .regex(pattern)
        } catch {
            report(.badRegex(error.description, hint: error.hint), at: value.node.location)
            return nil
        }
    }

    private mutating func patterns(_ fields: ObjectFields, _ key: String, mayBeMissing: Bool) -> [Pattern]? {
        guard let value = value(fields, key) else { return nil }
        return value.node.view.elements.map { pattern(value.node.part($0), mayBeMissing: mayBeMissing) }
    }

    /// A number must be one that a length can be.
    private mutating func length(_ fields: ObjectFields) -> PatternOperator.Kind? {
        guard let value = value(fields, "$length") else { return nil }
        if case .template(let template) = value.content {
            if template.holdsSlot { slots?.refuse() }
            return .length(pattern(value, mayBeMissing: false))
        }
        let rule = ValueRule.either([.integer(0...(.max)), .object(Grammar.operators)])
        guard accept(value, rule, known: .load, as: "'$length'") else { return nil }
        let wanted = pattern(value, mayBeMissing: false)
        guard !LengthBounds(wanted).isEmpty else {
            report(
                .wrongValue("'$length'", expected: "bounds that some length is within", found: shown(value), near: nil),
                at: value.node.location
            )
            return nil
        }
        return .length(wanted)
    }

    private mutating func shape(_ fields: ObjectFields) -> PatternOperator.Kind? {
        guard let value = value(fields, "$shape"), let name = value.text else { return nil }
        guard let index = library.shapeIndices[name] else {
            let near = library.work.closestName(to: name, among: library.shapeIndices.keys.sorted())
            report(.unknownName(.shape, name, near: near), at: value.node.location)
            return nil
        }
        if isValidating { shapeUses.append(ShapeUse(name: name, location: value.node.location)) }
        return .shape(name: name, index: index)
    }

    private mutating func near(_ fields: ObjectFields) -> PatternOperator.Kind? {
        guard let node = fields["$near"], let near = self.fields(of: node, as: Grammar.near, subject: "'$near'") else {
            return nil
        }
        let reference = template(near, "to")
        if reference?.holdsSlot == true { slots?.refuse() }
        return .near(
            Near(
                reference: reference.flatMap(Self.reference),
                plus: template(near, "plus") ?? .constant("0s"),
                within: template(near, "within") ?? .constant("2s")
            )
        )
    }

    /// Nil for the present: then it is the span from sending to answer.
    private static func reference(_ template: Template) -> Template? {
        template == .hole(.now(.zero)) || template == .constant("now") ? nil : template
    }

    private mutating func token(_ node: SourceNode) -> TokenPattern? {
        guard let fields = fields(of: node, as: Grammar.token, subject: "'$jwt'") else { return nil }
        var token = TokenPattern()
        token.header = value(fields, "header").map { pattern($0, mayBeMissing: false) }
        token.claims = value(fields, "claims").map { pattern($0, mayBeMissing: false) }
        token.issued = value(fields, "issued").map { pattern($0, mayBeMissing: false) }
        token.session = pointer(fields, "session")
        token.lifetime = duration(fields, "lifetime")
        token.maximumAge = duration(fields, "maxAge")
        token.refused = text(fields, "refused")
        _ = flag(fields, "verified")
        if fields.has("session"), surrounding != .expectation {
            report(.sessionOutsideExpectation, at: fields.location(of: "session"))
        }
        return token
    }
}
