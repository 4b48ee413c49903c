import WireJSON

/// Writes rules of the grammar as JSON Schema 2020-12; objects of the grammar become definitions, each once.
struct SchemaWriter {
    private var definitions = JSONObject()
    private var waiting: [ObjectRule] = []
    private var usesPatterns = false
    private var usesPlaceholders = false

    /// The schema of a file.
    static func text(of rule: ValueRule, title: String) -> String {
        var writer = SchemaWriter()
        var schema: JSONObject = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": .string(title),
        ]
        for (key, value) in writer.schema(of: rule, known: .written) { schema[key] = value }
        writer.writeDefinitions()
        schema["$defs"] = .object(writer.definitions)
        return JSONValue.object(schema).text(.pretty) + "\n"
    }

    private mutating func writeDefinitions() {
        while !waiting.isEmpty {
            let rule = waiting.removeFirst()
            definitions[Self.name(of: rule)] = .object(definition(of: rule))
        }
        if usesPatterns {
            usesPatterns = false
            definitions["pattern"] = .object(patternDefinition())
            return writeDefinitions()
        }
        guard usesPlaceholders else { return }
        definitions["placeholder"] = [
            "description": "A text with a placeholder in it, such as {{name}}.",
            "type": "string",
            "pattern": "\\{\\{",
        ]
    }

    // MARK: Objects

    private mutating func definition(of rule: ObjectRule) -> JSONObject {
        var properties = JSONObject()
        for key in rule.keys {
            var property: JSONObject = ["description": .string(key.meaning)]
            for (name, value) in schema(of: key.value, known: key.timing) { property[name] = value }
            if let fallback = key.fallback, let document = try? JSONDocument(fallback) {
                property["default"] = document.root.value
            }
            properties[key.name] = .object(property)
        }
        var schema: JSONObject = [
            "description": .string(rule.meaning),
            "type": "object",
            "properties": .object(properties),
        ]
        let required = rule.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        schema["additionalProperties"] = additional(rule)
        if let names = names(rule) { schema["propertyNames"] = .object(names) }
        let constraints = rule.constraints.map { JSONValue.object(Self.schema(of: $0)) }
        if !constraints.isEmpty { schema["allOf"] = .array(constraints) }
        return schema
    }

    private mutating func additional(_ rule: ObjectRule) -> JSONValue {
        guard let others = rule.others else { return false }
        let schema = schema(of: others, known: .run)
        return schema.isEmpty ? true : .object(schema)
    }

    /// What other members may be called: anything but operators in a pattern, words in a row.
    private func names(_ rule: ObjectRule) -> JSONObject? {
        switch rule.others {
        case nil: return nil
        case .pattern:
            let known = rule.keys.map { JSONValue.string($0.name) }
            return ["anyOf": [["pattern": "^([^$]|$)"], ["enum": .array(known)]]]
        default: return Self.names(.word)
        }
    }

    private static func schema(of constraint: KeyConstraint) -> JSONObject {
        switch constraint {
        case .exactlyOne(let keys): ["oneOf": .array(keys.map { required([$0]) })]
        case .someSet(let sets): ["anyOf": .array(sets.map(required))]
        case .only(let key, let others):
            ["if": required([key]), "then": ["anyOf": .array(others.map { required([$0]) })]]
        case .excludes(let key, let others):
            ["if": required([key]), "then": ["not": ["anyOf": .array(others.map { required([$0]) })]]]
        case .alone(let key): ["if": required([key]), "then": ["maxProperties": 1]]
        }
    }

    private static func required(_ keys: [String]) -> JSONValue {
        ["required": .array(keys.map { .string($0) })]
    }

    /// `mock step` as `mockStep`, `$near` as `near`.
    private static func name(of rule: ObjectRule) -> String {
        if rule.others.map({ if case .pattern = $0 { true } else { false } }) == true { return "objectPattern" }
        let words = rule.name.unicodeScalars.split { $0 == " " || $0 == "$" }.map { Substring($0) }
        return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
    }

    // MARK: Values

    /// The schema of a value; a placeholder may stand for all but free text, unless the value must be as written.
    private mutating func schema(of rule: ValueRule, known timing: KeyRule.Timing) -> JSONObject {
        switch rule {
        case .anything: return [:]
        case .text: return ["type": "string"]
        case .pattern:
            usesPatterns = definitions["pattern"] == nil
            return ["$ref": "#/$defs/pattern"]
        case .either(let rules):
            var forms = rules.map { JSONValue.object(form($0, known: timing)) }
            if timing != .written, !rules.contains(where: \.isText) { forms.append(placeholder()) }
            return ["anyOf": .array(forms)]
        default: break
        }
        let plain = plainSchema(of: rule, known: timing)
        return timing == .written ? plain : ["anyOf": [.object(plain), placeholder()]]
    }

    /// One of several forms: a list says itself that its elements may be placeholders.
    private mutating func form(_ rule: ValueRule, known timing: KeyRule.Timing) -> JSONObject {
        if case .list = rule { return plainSchema(of: rule, known: timing) }
        return schema(of: rule, known: .written)
    }

    private mutating func placeholder() -> JSONValue {
        usesPlaceholders = true
        return ["$ref": "#/$defs/placeholder"]
    }

    private mutating func plainSchema(of rule: ValueRule, known timing: KeyRule.Timing) -> JSONObject {
        switch rule {
        case .list(let element, let least):
            var list: JSONObject = ["type": "array", "items": .object(schema(of: element, known: timing))]
            if least > 0 { list["minItems"] = .number(JSONNumber(least)) }
            return list
        case .map(let names, let value):
            var map: JSONObject = ["type": "object"]
            if let names = Self.names(names) { map["propertyNames"] = .object(names) }
            let values = schema(of: value, known: timing)
            if !values.isEmpty { map["additionalProperties"] = .object(values) }
            return map
        case .object(let rule):
            let name = Self.name(of: rule)
            if definitions[name] == nil, !waiting.contains(where: { Self.name(of: $0) == name }) {
                waiting.append(rule)
            }
            return ["$ref": .string("#/$defs/\(name)")]
        default:
            return Self.scalarSchema(of: rule)
        }
    }

    private mutating func patternDefinition() -> JSONObject {
        [
            "description": "What a value must look like: equal, or by the members and operators of an object.",
            "anyOf": [
                ["type": ["string", "number", "boolean", "null"]],
                ["type": "array", "items": ["$ref": "#/$defs/pattern"]],
                .object(plainSchema(of: .object(Grammar.operators), known: .written)),
            ],
        ]
    }
}
