extension JSONValue: Codable {
    /// Takes any value.
    ///
    /// Exact from the tracing decoder; from any other decoder, numbers are what ``JSONNumber`` gets from it.
    public init(from decoder: any Decoder) throws {
        if let decoder = NodeDecoder(decoder) {
            self = decoder.wholeValue()
            return
        }
        if let members = try? JSONObject(from: decoder) {
            self = .object(members)
        } else if var elements = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !elements.isAtEnd { values.append(try elements.decode(JSONValue.self)) }
            self = .array(values)
        } else {
            try self.init(scalarFrom: decoder)
        }
    }

    private init(scalarFrom decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else {
            self = .number(try container.decode(JSONNumber.self))
        }
    }

    /// Writes the value; numbers as ``JSONNumber`` writes them.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? JSONValueEncoder {
            encoder.slot.set(self)
            return
        }
        switch self {
        case .object(let object): try object.encode(to: encoder)
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        case .string(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        case .number(let value):
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }
}

extension JSONObject: Codable {
    /// Takes any object; as for ``JSONValue``.
    public init(from decoder: any Decoder) throws {
        if let decoder = NodeDecoder(decoder) {
            self = decoder.wholeObject()
            return
        }
        let container = try decoder.container(keyedBy: PathKey.self)
        self.init()
        for key in container.allKeys { self[key.stringValue] = try container.decode(JSONValue.self, forKey: key) }
    }

    /// Writes the members in their order, as far as the encoder keeps it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: PathKey.self)
        for (key, value) in self { try container.encode(value, forKey: PathKey(stringValue: key)) }
    }
}

extension NodeDecoder {
    /// The value with all that it holds; no member of it is unknown.
    fileprivate func wholeValue() -> JSONValue {
        guard !isNothing else {
            session.placeholders.note("any value")
            return .null
        }
        session.mark(.incomplete, node)
        return session.memory.value(at: node)
    }

    fileprivate func wholeObject() -> JSONObject {
        if isNothing {
            session.placeholders.note(JSONKind.object.word)
        } else if let object = wholeValue().object {
            return object
        } else {
            session.reportMismatch(at: node, expected: JSONKind.object.word)
        }
        return JSONObject()
    }

    /// The number as it was written.
    func wholeNumber() -> JSONNumber {
        if isNothing {
            session.placeholders.note(JSONKind.number.word)
        } else if session.nodes[node].kind == .number {
            return session.memory.number(at: node)
        } else {
            session.reportMismatch(at: node, expected: JSONKind.number.word)
        }
        return 0
    }
}
