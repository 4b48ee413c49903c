import WireJSON

/// Checks a value by the few keywords that `docs/results.schema.json` uses; an unknown keyword is a problem of its own.
struct SchemaCheck {
    var schema: JSONView

    /// Everything in which a value does not fit, each with its pointer.
    func problems(_ value: JSONView) -> [String] {
        problems(value, schema, at: .root)
    }

    private func problems(_ value: JSONView, _ rule: JSONView, at pointer: JSONPointer) -> [String] {
        rule.members.flatMap { keyword in
            self.problems(value, keyword.key, keyword.value, of: rule, at: pointer)
        }
    }

    private func problems(
        _ value: JSONView,
        _ keyword: String,
        _ argument: JSONView,
        of rule: JSONView,
        at pointer: JSONPointer
    ) -> [String] {
        switch keyword {
        case "$schema", "$id", "$defs", "title", "description": return []
        case "$ref": return reference(argument).map { problems(value, $0, at: pointer) } ?? ["unknown reference"]
        case "type": return isOf(argument, value) ? [] : ["\(pointer): not of type \(argument.text)"]
        case "const": return value.value == argument.value ? [] : ["\(pointer): not \(argument.text)"]
        case "enum":
            return argument.elements.contains { $0.value == value.value }
                ? [] : ["\(pointer): none of \(argument.text)"]
        case "minimum":
            guard let number = value.number, let least = argument.number else { return [] }
            return number < least ? ["\(pointer): less than \(argument.text)"] : []
        case "required":
            return argument.elements.compactMap(\.string).filter { value[$0] == nil }.map { "\(pointer): lacks \($0)" }
        case "properties":
            return argument.members.flatMap { property in
                value[property.key].map { problems($0, property.value, at: pointer.appending(property.key)) } ?? []
            }
        case "additionalProperties":
            return value.members.filter { rule["properties"]?[$0.key] == nil }
                .flatMap { problems($0.value, argument, at: pointer.appending($0.key)) }
        case "items":
            return value.elements.enumerated().flatMap {
                problems($0.element, argument, at: pointer.appending($0.offset))
            }
        default: return ["\(pointer): unknown keyword \(keyword)"]
        }
    }

    /// Members of a value that the schema does not describe, which it allows and the documentation must not lack.
    func undescribed(_ value: JSONView) -> [String] {
        undescribed(value, schema, at: .root)
    }

    private func undescribed(_ value: JSONView, _ rule: JSONView, at pointer: JSONPointer) -> [String] {
        let rule = rule["$ref"].flatMap(reference) ?? rule
        let members = value.members.flatMap { member -> [String] in
            let place = pointer.appending(member.key)
            guard let described = rule["properties"]?[member.key] ?? rule["additionalProperties"] else {
                return [place.description]
            }
            return undescribed(member.value, described, at: place)
        }
        guard let items = rule["items"] else { return members }
        return members
            + value.elements.enumerated().flatMap { undescribed($0.element, items, at: pointer.appending($0.offset)) }
    }

    private func reference(_ argument: JSONView) -> JSONView? {
        guard let text = argument.string, text.hasPrefix("#"), let pointer = try? JSONPointer(String(text.dropFirst()))
        else {
            return nil
        }
        return schema.value(at: pointer)
    }

    private func isOf(_ type: JSONView, _ value: JSONView) -> Bool {
        switch type.string {
        case "object": value.kind == .object
        case "array": value.kind == .array
        case "string": value.kind == .string
        case "boolean": value.kind == .bool
        case "integer": value.number?.isInteger == true
        default: false
        }
    }
}
