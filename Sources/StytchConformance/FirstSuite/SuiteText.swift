import WireJSON

/// Writing JSON as people write case files: what fits stays on a line, all else has a member or element a line.
enum SuiteText {
    private static let width = 100

    static func text(_ value: JSONValue, indent: Int = 0, taken: Int = 0) -> String {
        let line = inline(value)
        if indent > 0, indent + taken + line.unicodeScalars.count <= width { return line }
        let inner = String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch value {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + text($0, indent: indent + 2, taken: 1) }
            return "[\n" + lines.joined(separator: ",\n") + end + "]"
        case .object(let object) where !object.isEmpty:
            let lines = object.members.map { member in
                let key = JSONText.quoted(member.key) + ": "
                return inner + key + text(member.value, indent: indent + 2, taken: key.unicodeScalars.count + 1)
            }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        default: return line
        }
    }

    private static func inline(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): "[" + elements.map(inline).joined(separator: ", ") + "]"
        case .object(let object) where !object.isEmpty:
            "{ " + object.members.map { "\(JSONText.quoted($0.key)): \(inline($0.value))" }.joined(separator: ", ")
                + " }"
        default: value.text()
        }
    }
}
