import Conformance
import Testing
import WireJSON

/// Patterns written as JSON, as case files have them, for tables of tests.
///
/// `{{status}}`, `{{body/…}}`, `{{now}}` and `{{0}}` (a variable by its index) are placeholders where they stand alone.
enum PatternReading {
    static let place = CaseLocation(file: 0, offset: 0)

    static func pattern(_ text: String, shapes: [Shape] = []) throws -> Pattern {
        try pattern(try JSONDocument(text).root.value, shapes)
    }

    static func template(_ value: JSONValue) throws -> Template {
        guard let text = value.string, text.hasPrefix("{{") else { return .constant(value) }
        let name = String(text.dropFirst(2).dropLast(2))
        if name == "status" { return .hole(.status) }
        if name == "now" { return .hole(.now(.zero)) }
        if name.hasPrefix("body") { return .hole(.body(try JSONPointer(String(name.dropFirst(4))))) }
        return .hole(.variable(try #require(Int(name))))
    }

    private static func pattern(_ value: JSONValue, _ shapes: [Shape]) throws -> Pattern {
        switch value {
        case .array(let elements):
            return Pattern(.array(try elements.map { try pattern($0, shapes) }), at: place)
        case .object(let object):
            return Pattern(.object(try self.object(object, shapes)), at: place)
        default:
            return Pattern(.equals(try template(value)), at: place)
        }
    }

    private static func object(_ object: JSONObject, _ shapes: [Shape]) throws -> ObjectPattern {
        var result = ObjectPattern()
        for (key, value) in object.members {
            switch key {
            case "$exact": result.isExact = true
            case "$optional": result.isOptional = true
            case "$nullable": result.isNullable = true
            case "$absent": result.isAbsent = true
            case let key where key.hasPrefix("$"):
                result.operators.append(PatternOperator(try kind(key, value, shapes), at: place))
            default:
                result.members.append(MemberPattern(name: key, location: place, pattern: try pattern(value, shapes)))
            }
        }
        return result
    }

    private static func kind(_ key: String, _ value: JSONValue, _ shapes: [Shape]) throws -> PatternOperator.Kind {
        let list = { try #require(value.array).map { try pattern($0, shapes) } }
        if let comparison = Comparison(rawValue: key) { return .compare(comparison, try template(value)) }
        switch key {
        case "$type":
            let names = value.array ?? [value]
            return .type(try names.map { try #require($0.string.flatMap { TypeName(rawValue: $0) }) })
        case "$literal": return .literal(.constant(value))
        case "$regex": return .regex(try RegexPattern(try #require(value.string)))
        case "$format": return .format(try #require(value.string.flatMap { Format(rawValue: $0) }))
        case "$near":
            return .near(
                Near(
                    reference: try value["to"].map(template),
                    plus: try template(value["plus"] ?? "0s"),
                    within: try template(value["within"] ?? "2s")
                )
            )
        case "$length": return .length(try pattern(value, shapes))
        case "$each": return .each(try pattern(value, shapes))
        case "$contains": return .contains(try list())
        case "$unordered": return .unordered(try list())
        case "$anyOf": return .anyOf(try list())
        case "$allOf": return .allOf(try list())
        case "$not": return .not(try pattern(value, shapes))
        case "$shape":
            let index = try #require(shapes.firstIndex { $0.name == value.string })
            return .shape(name: shapes[index].name, index: index)
        case "$jwk": return .jwk
        case "$jwt": return .jwt(try token(value, shapes))
        default: throw UnknownOperator(name: key)
        }
    }

    private static func token(_ value: JSONValue, _ shapes: [Shape]) throws -> TokenPattern {
        TokenPattern(
            header: try value["header"].map { try pattern($0, shapes) },
            claims: try value["claims"].map { try pattern($0, shapes) },
            issued: try value["issued"].map { try pattern($0, shapes) },
            session: try value["session"]?.string.map { try JSONPointer($0) },
            lifetime: value["lifetime"]?.string.flatMap { DurationText.parse($0) },
            maximumAge: value["maxAge"]?.string.flatMap { DurationText.parse($0) },
            refused: value["refused"]?.string
        )
    }

    struct UnknownOperator: Error {
        var name: String
    }
}
