import Foundation
import SchemaValidation
import WireJSON

/// Checks a value by `docs/results.schema.json`, and the other way round.
struct SchemaCheck {
    var schema: JSONView

    /// By the schema that the checkout publishes.
    static func ofResults(file: String = #filePath) throws -> SchemaCheck {
        let root = (0..<3).reduce(URL(fileURLWithPath: file)) { path, _ in path.deletingLastPathComponent() }
        let text = try Data(contentsOf: root.appendingPathComponent("docs/results.schema.json"))
        return SchemaCheck(schema: try JSONDocument([UInt8](text)).root)
    }

    /// Everything in which a value does not fit, each with its pointer.
    func problems(_ value: JSONView) -> [String] {
        SchemaValidator(schema).problems(value)
    }

    /// Members of a value that the schema does not describe, which it allows and the documentation must not lack.
    func undescribed(_ value: JSONView) -> [String] {
        undescribed(value, schema, at: .root)
    }

    private func undescribed(_ value: JSONView, _ rule: JSONView, at pointer: JSONPointer) -> [String] {
        let rule = rule["$ref"].flatMap(reference) ?? rule
        let members = value.members.flatMap { member -> [String] in
            let place = pointer.appending(member.key)
            guard let described = rule["properties"]?[member.key] ?? rule["additionalProperties"],
                described.bool != false
            else { return [place.description] }
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
}
