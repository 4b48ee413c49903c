import WireJSON

extension JSONView {
    /// Whether it equals a value by meaning; builds nothing where it can.
    func equals(_ other: JSONValue) -> Bool {
        switch other {
        case .null: isNull
        case .bool(let other): bool == other
        case .number(let other): number == other
        case .string(let other): isString(other)
        case .array(let other): equals(other)
        case .object(let other): equals(other)
        }
    }

    private func equals(_ other: [JSONValue]) -> Bool {
        guard kind == .array else { return false }
        var index = 0
        for element in elements {
            guard index < other.count, element.equals(other[index]) else { return false }
            index += 1
        }
        return index == other.count
    }

    private func equals(_ other: JSONObject) -> Bool {
        guard kind == .object else { return false }
        // Looking up each key in a view is linear, so large objects are compared as trees, whose look-up is hashed.
        if other.count > 16 { return value == .object(other) }
        for member in members where other[member.key] == nil {
            return false
        }
        for member in other.members {
            guard let found = self[member.key], found.equals(member.value) else { return false }
        }
        return true
    }

    /// The number of elements, of scalars, or of members with each key counted once; nil for anything else.
    var length: Int? {
        switch kind {
        case .array: count
        case .string: string?.unicodeScalars.count
        case .object: document.duplicateKeys.isEmpty ? count : value.object?.count
        case .null, .bool, .number: nil
        }
    }
}
