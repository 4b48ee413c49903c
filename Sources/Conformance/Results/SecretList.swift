package import WireJSON

/// The secrets of one case in order of appearance, each with the label that stands for it.
package struct SecretList: Sendable {
    /// Shorter values are not searched for: they would be found everywhere.
    package static let shortestValue = 4

    private let names: [String]
    private(set) var entries: [(value: String, label: String)] = []
    private var known: Set<[UInt8]> = []
    private var counts: [String: Int] = [:]

    /// - Parameter names: The members whose values are secret, as the catalogue has them.
    package init(names: [String]) {
        self.names = names
    }

    /// Whether members, parameters and captures of this name are secret.
    package func isSecret(_ name: String) -> Bool {
        names.contains { $0.utf8.elementsEqual(name.utf8) }
    }

    /// Takes a value; an equal one keeps its first label.
    package mutating func add(_ value: String, named name: String) {
        guard value.unicodeScalars.count >= Self.shortestValue, known.insert(Array(value.utf8)).inserted else { return }
        let short = name.split(separator: ".").last.map(String.init) ?? name
        let number = (counts[short] ?? 0) + 1
        counts[short] = number
        entries.append((value, "[\(short) \(number)]"))
    }

    /// Takes every text in a value.
    package mutating func add(_ value: JSONValue, named name: String) {
        switch value {
        case .string(let text): add(text, named: name)
        case .array(let elements): for element in elements { add(element, named: name) }
        case .object(let object): for member in object.members { add(member.value, named: name) }
        case .null, .bool, .number: break
        }
    }

    /// Takes the values of secret members wherever they stand in a body, JSON or not.
    package mutating func scan(body: [UInt8]) {
        guard !names.isEmpty, !body.isEmpty else { return }
        if let document = try? JSONDocument(body) {
            scan(document.root)
        } else {
            scan(text: body)
        }
    }

    private mutating func scan(_ view: JSONView) {
        for member in view.members {
            if let name = names.first(where: { member.keyIs($0) }) {
                add(Self.withoutID(member.value.value, of: name), named: name)
            }
            scan(member.value)
        }
        for element in view.elements {
            scan(element)
        }
    }

    /// An object that is no secret itself but describes one, such as a user's `password`, may name it by a `password_id`.
    private static func withoutID(_ value: JSONValue, of name: String) -> JSONValue {
        guard case .object(var object) = value else { return value }
        object[name + "_id"] = nil
        return .object(object)
    }

    /// Finds `"name": "value` in what is nearly JSON, such as a body that was cut, and `name=value` of forms.
    private mutating func scan(text bytes: [UInt8]) {
        for name in names {
            let needle = Array(name.utf8)
            var start = 0
            while let found = ByteSearch.firstRange(of: needle, in: bytes, from: start) {
                start = found.upperBound
                if let value = Self.value(after: found.upperBound, in: bytes) {
                    add(value, named: name)
                }
            }
        }
    }

    private static func value(after start: Int, in bytes: [UInt8]) -> String? {
        var index = start
        guard index < bytes.count, "\\\":=".utf8.contains(bytes[index]) else { return nil }
        let isForm = bytes[index] == UInt8(ascii: "=")
        let separators: [UInt8] = isForm ? [UInt8(ascii: "=")] : Array("\\\": \t\r\n".utf8)
        while index < bytes.count, separators.contains(bytes[index]) {
            index += 1
        }
        let isEnd: (UInt8) -> Bool =
            isForm ? { $0 <= 0x20 || "&\"'<".utf8.contains($0) } : { $0 == UInt8(ascii: "\"") || $0 < 0x20 }
        let end = bytes[index...].firstIndex(where: isEnd) ?? bytes.count
        guard index > start, end > index else { return nil }
        return String(validating: bytes[index..<end], as: UTF8.self)
    }
}
