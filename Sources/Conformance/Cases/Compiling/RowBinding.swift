import WireJSON

/// What a row puts into the slots of a form that it shares with other rows.
struct RowBinding {
    struct Value {
        var view: JSONView
        var location: SourceLocation
    }

    /// By slot; nil for members that are used nowhere.
    var values: [Value?]
    /// Whether any expectation has a slot; where none has, they need not be searched.
    var reachesExpectations = true

    // Each of these gives nil where nothing is to be put in, so that what rows share stays shared.

    // MARK: Templates

    func bound(_ template: Template) -> Template? {
        guard template.holdsSlot else { return nil }
        switch template {
        case .constant: return nil
        case .hole(let hole): return value(of: hole).map { .constant($0.view.value) }
        case .text(let parts): return CaseCompiler.textTemplate(parts.map(bound))
        case .array(let elements): return CaseCompiler.arrayTemplate(elements.map { bound($0) ?? $0 })
        case .object(let members): return CaseCompiler.objectTemplate(bound(members) ?? members)
        }
    }

    func bound(_ members: [TemplateMember]) -> [TemplateMember]? {
        guard members.contains(where: \.value.holdsSlot) else { return nil }
        return members.map { TemplateMember(key: $0.key, value: bound($0.value) ?? $0.value) }
    }

    private func bound(_ part: TemplatePart) -> TemplatePart {
        guard case .hole(let hole) = part, let value = value(of: hole) else { return part }
        return .literal(value.view.string ?? value.view.text)
    }

    private func value(of hole: Hole) -> Value? {
        RowSlots.slot(of: hole).flatMap { values[$0] }
    }

    /// The text of a template of texts; nil for any other.
    func text(_ template: Template) -> String? {
        (bound(template) ?? template).constant?.string
    }

    // MARK: Patterns

    func bound(_ pattern: Pattern) -> Pattern? {
        switch pattern.test {
        case .equals(let template):
            guard let value = bound(template) else { return nil }
            var location = pattern.location
            if case .hole(let hole) = template, let row = self.value(of: hole) { location = row.location }
            return Pattern(.equals(value), at: location)
        case .array(let elements):
            return bound(elements).map { Pattern(.array($0), at: pattern.location) }
        case .object(let object):
            return bound(object).map { Pattern(.object($0), at: pattern.location) }
        }
    }

    private func bound(_ patterns: [Pattern]) -> [Pattern]? {
        replaced(patterns) { bound($0) }
    }

    private func bound(_ object: ObjectPattern) -> ObjectPattern? {
        let members = bound(object.members)
        let operators = replaced(object.operators) { item in
            bound(item.kind).map { PatternOperator($0, at: item.location) }
        }
        guard members != nil || operators != nil else { return nil }
        var object = object
        if let members { object.members = members }
        if let operators { object.operators = operators }
        return object
    }

    private func bound(_ members: [MemberPattern]) -> [MemberPattern]? {
        replaced(members) { member in
            bound(member.pattern).map { MemberPattern(name: member.name, location: member.location, pattern: $0) }
        }
    }

    private func bound(_ kind: PatternOperator.Kind) -> PatternOperator.Kind? {
        switch kind {
        case .type, .regex, .format, .shape, .jwk: nil
        case .literal(let template): bound(template).map { .literal($0) }
        case .compare(let comparison, let template): bound(template).map { .compare(comparison, $0) }
        case .near(let near): bound(near).map { .near($0) }
        case .length(let pattern): bound(pattern).map { .length($0) }
        case .each(let pattern): bound(pattern).map { .each($0) }
        case .contains(let patterns): bound(patterns).map { .contains($0) }
        case .unordered(let patterns): bound(patterns).map { .unordered($0) }
        case .anyOf(let patterns): bound(patterns).map { .anyOf($0) }
        case .allOf(let patterns): bound(patterns).map { .allOf($0) }
        case .not(let pattern): bound(pattern).map { .not($0) }
        case .jwt(let token): bound(token).map { .jwt($0) }
        }
    }

    private func bound(_ near: Near) -> Near? {
        let reference = near.reference.flatMap(bound)
        let (plus, within) = (bound(near.plus), bound(near.within))
        guard reference != nil || plus != nil || within != nil else { return nil }
        return Near(reference: reference ?? near.reference, plus: plus ?? near.plus, within: within ?? near.within)
    }

    private func bound(_ token: TokenPattern) -> TokenPattern? {
        let header = token.header.flatMap(bound)
        let claims = token.claims.flatMap(bound)
        let issued = token.issued.flatMap(bound)
        guard header != nil || claims != nil || issued != nil else { return nil }
        var token = token
        token.header = header ?? token.header
        token.claims = claims ?? token.claims
        token.issued = issued ?? token.issued
        return token
    }

    func bound(_ expectations: StepExpectations) -> StepExpectations? {
        guard reachesExpectations, let alternatives = replaced(expectations.alternatives, by: bound) else { return nil }
        var expectations = expectations
        expectations.alternatives = alternatives
        return expectations
    }

    private func bound(_ expectation: Expectation) -> Expectation? {
        let headers = bound(expectation.headers)
        let body = expectation.body.flatMap(bound)
        guard headers != nil || body != nil else { return nil }
        var expectation = expectation
        expectation.headers = headers ?? expectation.headers
        expectation.body = body ?? expectation.body
        return expectation
    }

    /// The list with what is replaced; nil where nothing is.
    func replaced<Item>(_ items: [Item], by replace: (Item) -> Item?) -> [Item]? {
        var result: [Item]?
        for (place, item) in items.enumerated() {
            guard let new = replace(item) else { continue }
            result = result ?? items
            result?[place] = new
        }
        return result
    }
}
