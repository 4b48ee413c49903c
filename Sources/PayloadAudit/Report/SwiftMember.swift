import WireJSON

/// Lines of Swift that add a member to a model.
enum SwiftMember {
    /// A property and a case of its `CodingKeys`; empty where the key may not be shown.
    static func lines(key: String, shape: ObservedShape) -> [String] {
        let fields = shape.fields
        guard PlainKey.matches(key), let root = fields.first, let name = name(of: key) else { return [] }
        let elements = fields.first {
            $0.pointer.tokens.count == 1 && $0.pointer.tokens[0].utf8.elementsEqual("*".utf8)
        }
        let type = type(of: root.kinds, elements: elements?.kinds)
        let isSame = name.utf8.elementsEqual(key.utf8)
        let shown = keywords.contains(name) ? "`\(name)`" : name
        return [
            "public var \(shown): \(type)?", isSame ? "case \(shown)" : "case \(shown) = \(JSONText.quoted(key))",
        ]
    }

    private static func type(of kinds: ObservedKinds, elements: ObservedKinds?) -> String {
        switch kinds.subtracting(.null) {
        case .boolean: "Bool"
        case .integer: "Int"
        case .fraction, [.integer, .fraction]: "Double"
        case .string: "String"
        case .object: "JSONObject"
        case .array: "[\(type(of: elements ?? [], elements: nil))]"
        default: "JSONValue"
        }
    }

    /// A name in Swift's style: `last_used_at` is `lastUsedAt`, `device_id` is `deviceID`; nil where no letter is in it.
    static func name(of key: String) -> String? {
        let parts = key.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        guard let first = parts.first, first.first?.isLetter == true else { return nil }
        let rest = parts.dropFirst().map { part in
            let isShort = ["id", "url", "uri", "ip", "jwt"].contains { $0.utf8.elementsEqual(part.utf8) }
            return isShort ? part.uppercased() : part.prefix(1).uppercased() + part.dropFirst()
        }
        return first.prefix(1).lowercased() + first.dropFirst() + rest.joined()
    }

    private static let keywords: Set<String> = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension",
        "false", "for", "func", "guard", "if", "import", "in", "init", "is", "let", "nil", "operator", "private",
        "protocol", "public", "repeat", "return", "self", "static", "struct", "super", "switch", "throw", "throws",
        "true", "try", "var", "where", "while",
    ]
}
