import WireJSON

/// Builds an object member by member; what is nil or empty is left out, so that a reader sees only what is known.
struct JSONMembers {
    private(set) var object = JSONObject()

    mutating func add(_ key: String, _ value: String?) {
        object[key] = value.map(JSONValue.string)
    }

    mutating func add(_ key: String, _ value: Int64) {
        object[key] = .number(JSONNumber(Int(clamping: value)))
    }

    mutating func add(_ key: String, _ value: Int?) {
        object[key] = value.map { .number(JSONNumber($0)) }
    }

    mutating func add(_ key: String, _ value: Bool) {
        object[key] = .bool(value)
    }

    mutating func add(_ key: String, _ value: JSONValue?) {
        object[key] = value
    }

    mutating func add(_ key: String, _ values: [String]) {
        add(key, values.map(JSONValue.string))
    }

    mutating func add(_ key: String, _ values: [JSONValue]) {
        object[key] = values.isEmpty ? nil : .array(values)
    }
}
