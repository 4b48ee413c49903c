import WireJSON

extension CaseCompiler {
    /// Something that only the mock can do; also notes what the case needs for it.
    mutating func mock(_ step: ObjectFields, in scope: Int) -> MockStep? {
        guard let node = step["mock"], let fields = fields(of: node, as: Grammar.mock) else {
            _ = captures(step, in: scope, ofMock: true)
            return nil
        }
        if step.has("capture"), !Grammar.answeringMockKinds.contains(where: fields.has) {
            report(.captureOfMock, at: step.location(of: "capture"))
            _ = captures(step, in: scope)
        }
        if fields.has("advance") {
            state.needs.insert("clock")
            return template(fields, "advance").map { .advance($0) }
        }
        if fields.has("rotateKeys") {
            state.needs.insert("keys")
            return flag(fields, "rotateKeys").map { _ in .rotateKeys }
        }
        if fields.has("userinfo") {
            state.needs.insert("userinfo")
            return userinfo(fields)
        }
        if fields.has("session") {
            state.needs.insert("sessions")
            return session(fields, step, in: scope)
        }
        if fields.has("calls") {
            state.needs.insert("calls")
            return .calls(captures: captures(step, in: scope, ofMock: true))
        }
        if let (kind, rule) = Self.tokens.first(where: { fields.has($0.kind.rawValue) }) {
            state.needs.insert("tokens")
            return token(kind, rule, fields, step, in: scope)
        }
        state.needs.insert("faults")
        return fault(fields)
    }

    private static let tokens: [(kind: MockStep.TokenKind, rule: ObjectRule)] = [
        (.accessToken, Grammar.accessToken), (.trustedToken, Grammar.trustedToken), (.jwt, Grammar.signedToken),
    ]

    /// A token, asked for in the words of the mock's control path.
    private mutating func token(
        _ kind: MockStep.TokenKind,
        _ rule: ObjectRule,
        _ mock: ObjectFields,
        _ step: ObjectFields,
        in scope: Int
    ) -> MockStep? {
        let captures = captures(step, in: scope, ofMock: true)
        guard let node = mock[kind.rawValue], let fields = fields(of: node, as: rule) else { return nil }
        return .token(kind, Self.objectTemplate(members(of: fields)), captures: captures)
    }

    /// What is given of an object, in the order of its rule, but for these keys.
    private mutating func members(of fields: ObjectFields, besides others: [String] = []) -> [TemplateMember] {
        fields.rule.keys.map(\.name).filter { !others.contains($0) }.compactMap { key in
            template(fields, key).map { TemplateMember(key: key, value: $0) }
        }
    }

    private mutating func userinfo(_ mock: ObjectFields) -> MockStep? {
        guard let node = mock["userinfo"], let fields = fields(of: node, as: Grammar.userinfo) else { return nil }
        guard let token = template(fields, "token") else { return nil }
        return .userinfo(token: token, answer: template(fields, "answer"), status: integer(fields, "status"))
    }

    private mutating func session(_ mock: ObjectFields, _ step: ObjectFields, in scope: Int) -> MockStep? {
        let captures = captures(step, in: scope, ofMock: true)
        guard let node = mock["session"], let fields = fields(of: node, as: Grammar.seededSession) else { return nil }
        var members = members(of: fields, besides: ["attributes"])
        if let node = fields["attributes"], let said = self.fields(of: node, as: Grammar.sessionAttributes) {
            members.append(TemplateMember(key: "attributes", value: Self.objectTemplate(self.members(of: said))))
        }
        return .session(Self.objectTemplate(members), captures: captures)
    }

    /// A fault in the words of the mock's control path.
    private mutating func fault(_ mock: ObjectFields) -> MockStep? {
        guard let node = mock["fault"], let fields = fields(of: node, as: Grammar.fault) else { return nil }
        guard let key = fields.rule.keys.map(\.name).first(where: fields.has) else { return nil }
        switch key {
        case "delay", "drip":
            guard let duration = duration(fields, key) else { return nil }
            let milliseconds =
                duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
            return .fault(Self.control("\(key)Milliseconds", .constant(.number(JSONNumber(Int(milliseconds))))))
        default:
            return template(fields, key).map { .fault(Self.control(key, $0)) }
        }
    }

    private static func control(_ key: String, _ value: Template) -> Template {
        objectTemplate([TemplateMember(key: key, value: value)])
    }
}
