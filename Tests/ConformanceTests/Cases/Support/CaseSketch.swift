import Conformance
import WireJSON

/// A compiled case in words, without places, so that a test can say all of it in a line.
struct CaseSketch {
    let variables: [CaseVariable]

    init(_ compiled: CompiledCase) {
        variables = compiled.variables
    }

    func steps(_ steps: [Step]) -> [String] {
        steps.map { step in
            switch step.action {
            case .request(let request): text(request)
            case .payload(let payload): text(payload)
            case .mock(let mock): "mock " + text(mock)
            case .check(let checks):
                checks.map { "check \(text($0.value)) ~ \(text($0.matches))" }.joined(separator: "; ")
            case .beginUse(let fragment, let teardown):
                (["use \(fragment)"] + self.steps(teardown).map { "teardown: \($0)" }).joined(separator: "; ")
            }
        }
    }

    // MARK: Steps

    func text(_ request: RequestStep) -> String {
        var words = ["\(request.method) \(request.path.map(text).joined())"]
        if !request.query.isEmpty { words.append("query \(text(.object(request.query)))") }
        words += request.headers.map { "\($0.name): \($0.value.map(text) ?? "-")" }
        words += body(request.body)
        words.append("auth " + text(request.authorization))
        if let timeout = request.timeout { words.append("timeout \(timeout)") }
        if request.isRepeatable { words.append("repeatable") }
        if !request.checksEveryAnswer { words.append("unruled") }
        words += request.expectations.alternatives.map { "expect " + text($0) }
        words += request.captures.map(text)
        if let eventually = request.eventually { words.append("eventually \(eventually)") }
        return words.joined(separator: " | ")
    }

    func text(_ payload: PayloadStep) -> String {
        var words = ["payload \(payload.operation ?? "-") \(payload.status)"]
        words += payload.headers.map { "\($0.name): \($0.value.map(text) ?? "-")" }
        words += body(payload.body)
        words += payload.expectations.alternatives.map { "expect " + text($0) }
        words += payload.captures.map(text)
        return words.joined(separator: " | ")
    }

    func text(_ mock: MockStep) -> String {
        switch mock {
        case .advance(let duration): "advance \(text(duration))"
        case .rotateKeys: "rotateKeys"
        case .userinfo(let token, let answer, let status):
            "userinfo \(text(token)) \(answer.map(text) ?? "-") \(status.map(String.init) ?? "-")"
        case .session(let body, let captures):
            (["session \(text(body))"] + captures.map(text)).joined(separator: " | ")
        case .token(let kind, let body, let captures):
            (["\(kind) \(text(body))"] + captures.map(text)).joined(separator: " | ")
        case .calls(let captures): (["calls"] + captures.map(text)).joined(separator: " | ")
        case .fault(let fault): "fault \(text(fault))"
        }
    }

    private func body(_ body: BodyTemplate) -> [String] {
        switch body {
        case .none: []
        case .json(let template): ["json \(text(template))"]
        case .text(let template): ["text \(text(template))"]
        case .bytes(let bytes): ["bytes \(bytes)"]
        }
    }

    private func text(_ part: PathPart) -> String {
        switch part {
        case .literal(let text): text
        case .value(let template): "[\(text(template))]"
        }
    }

    private func text(_ authorization: Authorization) -> String {
        switch authorization {
        case .project: "project"
        case .none: "none"
        case .basic(let user, let password): "basic \(text(user)) \(text(password))"
        case .bearer(let token): "bearer \(text(token))"
        }
    }

    private func text(_ capture: Capture) -> String {
        let variable = variables[capture.variable]
        let source =
            switch capture.source {
            case .body(let pointer): "body \(pointer)"
            case .header(let name): "header \(name)"
            case .token(let jwt, let at): "jwt \(jwt) at \(at)"
            }
        return "capture \(variable.name)\(variable.isSecret ? " (secret)" : "") from \(source)"
    }

    // MARK: Expectations

    func text(_ expectation: Expectation) -> String {
        var words = [
            expectation.statuses.ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0)" }.joined(separator: ",")
        ]
        if let types = expectation.errorTypes { words.append("error \(types.joined(separator: ","))") }
        words += expectation.headers.map { "\($0.name)~\(text($0.pattern))" }
        if let body = expectation.body { words.append("body \(text(body))") }
        switch expectation.model {
        case .none: words.append("no model")
        case .named(let name): words.append("model \(name)")
        case .byStatus(let success): words.append("model by status \(success ?? "-")")
        }
        if let findings = expectation.findings {
            words.append("findings [\(findings.map { "\($0.code) \($0.pointer)" }.joined(separator: ","))]")
        }
        if let policy = expectation.unknownFields { words.append("unknown \(policy.rawValue)") }
        if let duration = expectation.maximumDuration { words.append("within \(duration)") }
        if let because = expectation.because { words.append("because \(because)") }
        return words.joined(separator: " ")
    }

    func text(_ pattern: Pattern) -> String {
        switch pattern.test {
        case .equals(let template): text(template)
        case .array(let elements): "[\(elements.map(text).joined(separator: ", "))]"
        case .object(let object): text(object)
        }
    }

    private func text(_ object: ObjectPattern) -> String {
        var words = object.members.map { "\($0.name): \(text($0.pattern))" }
        words += object.operators.map { text($0.kind) }
        if object.isExact { words.append("$exact") }
        if object.isOptional { words.append("$optional") }
        if object.isNullable { words.append("$nullable") }
        if object.isAbsent { words.append("$absent") }
        return "{\(words.joined(separator: ", "))}"
    }

    private func text(_ kind: PatternOperator.Kind) -> String {
        func list(_ patterns: [Pattern]) -> String { "[\(patterns.map(text).joined(separator: ", "))]" }
        switch kind {
        case .type(let names): return "$type \(names.map(\.rawValue).joined(separator: "|"))"
        case .literal(let template): return "$literal \(text(template))"
        case .regex(let pattern): return "$regex \(pattern.source)"
        case .format(let format): return "$format \(format.rawValue)"
        case .compare(let comparison, let template): return "\(comparison.rawValue) \(text(template))"
        case .near(let near):
            return "$near \(near.reference.map(text) ?? "now") plus \(text(near.plus)) within \(text(near.within))"
        case .length(let pattern): return "$length \(text(pattern))"
        case .each(let pattern): return "$each \(text(pattern))"
        case .contains(let patterns): return "$contains \(list(patterns))"
        case .unordered(let patterns): return "$unordered \(list(patterns))"
        case .anyOf(let patterns): return "$anyOf \(list(patterns))"
        case .allOf(let patterns): return "$allOf \(list(patterns))"
        case .not(let pattern): return "$not \(text(pattern))"
        case .shape(let name, let index): return "$shape \(name)#\(index)"
        case .jwt(let token): return "$jwt \(text(token))"
        case .jwk: return "$jwk"
        }
    }

    private func text(_ token: TokenPattern) -> String {
        var words: [String] = []
        if let header = token.header { words.append("header \(text(header))") }
        if let claims = token.claims { words.append("claims \(text(claims))") }
        if let issued = token.issued { words.append("issued \(text(issued))") }
        if let session = token.session { words.append("session \(session)") }
        if let lifetime = token.lifetime { words.append("lifetime \(lifetime)") }
        if let age = token.maximumAge { words.append("maxAge \(age)") }
        if let reason = token.refused { words.append("refused \(reason)") }
        return "(\(words.joined(separator: ", ")))"
    }

    // MARK: Templates

    func text(_ template: Template) -> String {
        switch template {
        case .constant(let value): value.text()
        case .hole(let hole): text(hole)
        case .text(let parts):
            "'"
                + parts.map { part in
                    switch part {
                    case .literal(let text): text
                    case .hole(let hole): text(hole)
                    }
                }.joined() + "'"
        case .array(let elements): "[\(elements.map(text).joined(separator: ","))]"
        case .object(let members): "{\(members.map { "\"\($0.key)\":\(text($0.value))" }.joined(separator: ","))}"
        }
    }

    private func text(_ hole: Hole) -> String {
        switch hole {
        case .variable(let index): "<\(variables[index].name)>"
        case .now(let offset): offset == .zero ? "<now>" : "<now \(offset)>"
        case .status: "<status>"
        case .body(let pointer): "<body\(pointer)>"
        }
    }
}
