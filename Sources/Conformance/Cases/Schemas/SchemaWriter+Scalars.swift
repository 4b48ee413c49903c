import WireJSON

extension SchemaWriter {
    /// The schema of a text, a number or a boolean.
    static func scalarSchema(of rule: ValueRule) -> JSONObject {
        switch rule {
        case .word, .fileName: spelt("^[a-z][a-z0-9_]*$")
        case .identifier: spelt("^[a-z0-9]+(-[a-z0-9]+)*$")
        case .choice(let words): ["enum": .array(words.map { .string($0) })]
        case .method: spelt("^[A-Z]+$")
        case .path: spelt("^/")
        case .duration: spelt("^[0-9]{1,15}(ms|s|m|h|d)$")
        case .span: spelt("^0{0,14}[1-9][0-9]{0,14}(ms|s|m|h|d)$")
        case .pointer: spelt("^(/([^/~]|~[01])*)*$")
        case .date: ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
        case .time: ["type": "string", "format": "date-time"]
        case .number: ["type": "number"]
        case .integer(let range): integer(range)
        case .boolean: ["type": "boolean"]
        case .onlyTrue: ["const": true]
        case .null: ["type": "null"]
        case .anything, .text, .pattern, .list, .map, .object, .either: [:]
        }
    }

    /// The names that the keys of an object may have; nil: any.
    static func names(_ rule: NameRule) -> JSONObject? {
        switch rule {
        case .word: ["pattern": "^[a-z][a-z0-9_]*$"]
        case .dottedWord: ["pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$"]
        case .header: ["pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"]
        case .any: nil
        }
    }

    private static func spelt(_ pattern: String) -> JSONObject {
        ["type": "string", "pattern": .string(pattern)]
    }

    private static func integer(_ range: ClosedRange<Int>) -> JSONObject {
        var schema: JSONObject = ["type": "integer"]
        if range.lowerBound != .min { schema["minimum"] = .number(JSONNumber(range.lowerBound)) }
        if range.upperBound != .max { schema["maximum"] = .number(JSONNumber(range.upperBound)) }
        return schema
    }
}
