package import WireJSON

/// What placeholders stand for at one moment of a case.
package struct Bindings: Sendable {
    /// The case's variables, for their names.
    package var variables: [CaseVariable]
    /// The value of each variable; nil until it is set.
    package var values: [JSONValue?]
    /// The target's time.
    package var now: Timestamp
    /// The status of the answer under check.
    package var status: Int?
    /// The body of the answer under check.
    package var answer: JSONView?

    package init(
        variables: [CaseVariable] = [],
        values: [JSONValue?] = [],
        now: Timestamp,
        status: Int? = nil,
        answer: JSONView? = nil
    ) {
        self.variables = variables
        self.values = values
        self.now = now
        self.status = status
        self.answer = answer
    }

    /// The value of a template.
    ///
    /// - Throws: `TemplateProblem` where a placeholder has no value, or one that cannot stand in text.
    package func value(of template: Template) throws(TemplateProblem) -> JSONValue {
        switch template {
        case .constant(let value):
            return value
        case .hole(let hole):
            return try value(of: hole)
        case .text(let parts):
            return .string(try text(of: parts))
        case .array(let templates):
            var elements: [JSONValue] = []
            elements.reserveCapacity(templates.count)
            for template in templates {
                elements.append(try value(of: template))
            }
            return .array(elements)
        case .object(let members):
            var object = JSONObject()
            for member in members {
                object[member.key] = try value(of: member.value)
            }
            return .object(object)
        }
    }

    /// The value of a template as text: texts as they are, numbers as written, booleans by their word, all else as JSON.
    package func text(of template: Template) throws(TemplateProblem) -> String {
        let value = try value(of: template)
        return Self.plainText(value) ?? value.text()
    }

    /// The value of a template that must be a duration text.
    package func duration(of template: Template) throws(TemplateProblem) -> Duration {
        let value = try value(of: template)
        guard let text = value.string, let duration = DurationText.parse(text) else {
            throw .notDuration(value.text())
        }
        return duration
    }

    /// The value of one placeholder.
    package func value(of hole: Hole) throws(TemplateProblem) -> JSONValue {
        switch hole {
        case .variable(let index):
            guard let value = values[index] else { throw .unset(variables[index].name) }
            return value
        case .now(let offset):
            return .string(Timestamp(secondsSince1970: now.adding(offset).secondsSince1970).text)
        case .status:
            guard let status else { throw .noAnswer }
            return .number(JSONNumber(status))
        case .body(let pointer):
            guard let answer else { throw .noAnswer }
            guard let found = answer.value(at: pointer) else { throw .missing(pointer) }
            return found.value
        }
    }

    private func text(of parts: [TemplatePart]) throws(TemplateProblem) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal):
                text += literal
            case .hole(let hole):
                guard let piece = Self.plainText(try value(of: hole)) else { throw .notText(name(of: hole)) }
                text += piece
            }
        }
        return text
    }

    private func name(of hole: Hole) -> String {
        switch hole {
        case .variable(let index): variables[index].name
        case .now: "now"
        case .status: "status"
        case .body(let pointer): "body\(pointer)"
        }
    }

    private static func plainText(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.token
        case .bool(let bool): bool ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
