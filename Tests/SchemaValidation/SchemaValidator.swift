package import WireJSON

/// Judges a value by JSON Schema 2020-12, with the keywords that the schemas of this project use; an unknown one is a problem.
///
/// It is written from the standard and shares no code with the grammar that the schemas are made of.
///
/// > Source: JSON Schema 2020-12, Core and Validation
package struct SchemaValidator {
    private let root: JSONView

    /// Reads a schema.
    ///
    /// - Throws: `JSONParseError` where it is no JSON.
    package init(_ text: String) throws {
        root = try JSONDocument(text).root
    }

    /// Takes a schema that is read already.
    package init(_ root: JSONView) {
        self.root = root
    }

    /// Everything in which a value does not fit, each with its pointer.
    package func problems(_ value: JSONView) -> [String] {
        problems(value, root, at: .root)
    }

    private func problems(_ value: JSONView, _ schema: JSONView, at place: JSONPointer) -> [String] {
        if schema.bool == true { return [] }
        if schema.bool == false { return ["\(place): nothing may stand here"] }
        return schema.members.flatMap { problems(value, $0.key, $0.value, beside: schema, at: place) }
    }

    private func fits(_ value: JSONView, _ schema: JSONView) -> Bool {
        problems(value, schema, at: .root).isEmpty
    }

    private func problems(
        _ value: JSONView,
        _ keyword: String,
        _ argument: JSONView,
        beside schema: JSONView,
        at place: JSONPointer
    ) -> [String] {
        switch keyword {
        case "$schema", "$id", "$defs", "title", "description", "default", "format", "then": return []
        case "$ref":
            return reference(argument).map { problems(value, $0, at: place) } ?? ["\(argument.text) leads nowhere"]
        case "type", "enum", "const", "pattern", "minimum", "maximum":
            return fitsScalar(value, keyword, argument)
                ? [] : ["\(place): \(value.text.prefix(60)) against \(keyword) \(argument.text)"]
        case "required":
            guard value.kind == .object else { return [] }
            return argument.elements.compactMap(\.string).filter { value[$0] == nil }.map { "\(place): lacks \($0)" }
        case "minItems", "maxProperties", "minProperties":
            return fitsSize(value, keyword, argument) ? [] : ["\(place): against \(keyword) \(argument.text)"]
        case "allOf", "anyOf", "oneOf", "not", "if":
            return combined(value, keyword, argument, beside: schema, at: place)
        case "properties", "additionalProperties", "propertyNames", "items":
            return parts(value, keyword, argument, beside: schema, at: place)
        default: return ["unknown keyword \(keyword)"]
        }
    }

    private func fitsScalar(_ value: JSONView, _ keyword: String, _ argument: JSONView) -> Bool {
        switch keyword {
        case "type":
            return argument.kind == .array ? argument.elements.contains { isOf($0, value) } : isOf(argument, value)
        case "enum": return argument.elements.contains { $0.value == value.value }
        case "const": return argument.value == value.value
        case "pattern":
            guard let text = value.string else { return true }
            guard let pattern = argument.string, let regex = try? Regex(pattern) else { return false }
            return text.firstMatch(of: regex) != nil
        default:
            guard let number = value.number, let bound = argument.number else { return true }
            return keyword == "minimum" ? number >= bound : number <= bound
        }
    }

    private func fitsSize(_ value: JSONView, _ keyword: String, _ argument: JSONView) -> Bool {
        let bound = argument.number?.int ?? 0
        switch keyword {
        case "minItems": return value.kind != .array || value.count >= bound
        case "maxProperties": return value.kind != .object || value.count <= bound
        default: return value.kind != .object || value.count >= bound
        }
    }

    private func combined(
        _ value: JSONView,
        _ keyword: String,
        _ argument: JSONView,
        beside schema: JSONView,
        at place: JSONPointer
    ) -> [String] {
        switch keyword {
        case "allOf": return argument.elements.flatMap { problems(value, $0, at: place) }
        case "not": return fits(value, argument) ? ["\(place): fits what is excluded"] : []
        case "if": return fits(value, argument) ? schema["then"].map { problems(value, $0, at: place) } ?? [] : []
        default:
            let count = argument.elements.count { fits(value, $0) }
            if keyword == "oneOf" ? count == 1 : count > 0 { return [] }
            // Of one form the reasons are told; of several, that none fits.
            let closest = argument.elements.map { problems(value, $0, at: place) }.min { $0.count < $1.count } ?? []
            return ["\(place): fits \(count) of \(keyword)"] + closest
        }
    }

    private func parts(
        _ value: JSONView,
        _ keyword: String,
        _ argument: JSONView,
        beside schema: JSONView,
        at place: JSONPointer
    ) -> [String] {
        switch keyword {
        case "items":
            return value.elements.enumerated().flatMap {
                problems($0.element, argument, at: place.appending($0.offset))
            }
        case "properties":
            return argument.members.flatMap { property in
                value[property.key].map { problems($0, property.value, at: place.appending(property.key)) } ?? []
            }
        case "propertyNames":
            return value.members.flatMap { member -> [String] in
                let name = try? JSONDocument(JSONText.quoted(member.key)).root
                return name.map { problems($0, argument, at: place.appending(member.key)) } ?? []
            }
        default:
            let others = value.members.filter { schema["properties"]?[$0.key] == nil }
            return others.flatMap { problems($0.value, argument, at: place.appending($0.key)) }
        }
    }

    private func reference(_ argument: JSONView) -> JSONView? {
        guard let text = argument.string, text.hasPrefix("#"), let pointer = try? JSONPointer(String(text.dropFirst()))
        else { return nil }
        return root.value(at: pointer)
    }

    private func isOf(_ type: JSONView, _ value: JSONView) -> Bool {
        switch type.string {
        case "object": value.kind == .object
        case "array": value.kind == .array
        case "string": value.kind == .string
        case "number": value.kind == .number
        case "integer": value.number?.isInteger == true
        case "boolean": value.kind == .bool
        case "null": value.isNull
        default: false
        }
    }
}
