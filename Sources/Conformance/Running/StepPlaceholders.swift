import WireJSON

/// Asking what a step needs before it runs.
extension Step {
    /// Whether it speaks to the target.
    var needsProject: Bool {
        switch action {
        case .request, .mock: true
        case .payload, .check, .beginUse: false
        }
    }

    /// Whether a member of a row is left open in an expectation of it.
    var expectsSlot: Bool {
        let isSlot: (Int) -> Bool = { RowSlots.slot(of: .variable($0)) != nil }
        return switch action {
        case .request(let step): step.expectations.alternatives.contains { $0.holds(variable: isSlot) }
        case .payload(let step): step.expectations.alternatives.contains { $0.holds(variable: isSlot) }
        case .beginUse(_, let teardown): teardown.contains(where: \.expectsSlot)
        case .mock, .check: false
        }
    }

    /// Whether it asks for a variable that was never set.
    func usesUnset(_ values: [JSONValue?]) -> Bool {
        let isUnset: (Int) -> Bool = { values[$0] == nil }
        return switch action {
        case .request(let step): step.holds(variable: isUnset)
        case .payload(let step):
            step.headers.contains { $0.value?.holds(variable: isUnset) ?? false } || step.body.holds(variable: isUnset)
                || step.expectations.alternatives.contains { $0.holds(variable: isUnset) }
        case .mock(let step): step.templates.contains { $0.holds(variable: isUnset) }
        case .check(let checks):
            checks.contains { $0.value.holds(variable: isUnset) || $0.matches.holds(variable: isUnset) }
        case .beginUse: false
        }
    }
}

extension RequestStep {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        path.contains { $0.holds(variable: variable) } || query.contains { $0.value.holds(variable: variable) }
            || headers.contains { $0.value?.holds(variable: variable) ?? false } || body.holds(variable: variable)
            || authorization.templates.contains { $0.holds(variable: variable) }
            || expectations.alternatives.contains { $0.holds(variable: variable) }
    }
}

extension PathPart {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        if case .value(let template) = self { template.holds(variable: variable) } else { false }
    }
}

extension Authorization {
    fileprivate var templates: [Template] {
        switch self {
        case .project, .none: []
        case .basic(let user, let password): [user, password]
        case .bearer(let token): [token]
        }
    }
}

extension BodyTemplate {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        switch self {
        case .none, .bytes: false
        case .json(let template), .text(let template): template.holds(variable: variable)
        }
    }
}

extension MockStep {
    fileprivate var templates: [Template] {
        switch self {
        case .advance(let template), .fault(let template), .session(let template, _), .token(_, let template, _):
            [template]
        case .rotateKeys, .calls: []
        case .userinfo(let token, let answer, _): [token] + (answer.map { [$0] } ?? [])
        }
    }
}

extension Expectation {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        headers.contains { $0.pattern.holds(variable: variable) } || body?.holds(variable: variable) ?? false
    }
}

extension Template {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        switch self {
        case .constant: false
        case .hole(let hole): hole.holds(variable: variable)
        case .text(let parts):
            parts.contains { part in
                if case .hole(let hole) = part { hole.holds(variable: variable) } else { false }
            }
        case .array(let templates): templates.contains { $0.holds(variable: variable) }
        case .object(let members): members.contains { $0.value.holds(variable: variable) }
        }
    }
}

extension Hole {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        if case .variable(let index) = self { variable(index) } else { false }
    }
}

extension Pattern {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        switch test {
        case .equals(let template): template.holds(variable: variable)
        case .array(let patterns): patterns.contains { $0.holds(variable: variable) }
        case .object(let object):
            object.members.contains { $0.pattern.holds(variable: variable) }
                || object.operators.contains { $0.kind.holds(variable: variable) }
        }
    }
}

extension PatternOperator.Kind {
    fileprivate func holds(variable: (Int) -> Bool) -> Bool {
        switch self {
        case .type, .regex, .format, .shape, .jwk: false
        case .literal(let template), .compare(_, let template): template.holds(variable: variable)
        case .near(let near):
            [near.reference, near.plus, near.within].contains { $0?.holds(variable: variable) ?? false }
        case .length(let pattern), .each(let pattern), .not(let pattern): pattern.holds(variable: variable)
        case .contains(let patterns), .unordered(let patterns), .anyOf(let patterns), .allOf(let patterns):
            patterns.contains { $0.holds(variable: variable) }
        case .jwt(let token):
            [token.header, token.claims, token.issued].contains { $0?.holds(variable: variable) ?? false }
        }
    }
}
