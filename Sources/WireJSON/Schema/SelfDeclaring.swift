/// A type that says itself what it asks for.
protocol SelfDeclaring {
    /// Notes what the type asks for, and gives a stand-in.
    static func declared(to decoder: SchemaDecoder) throws -> Self
}

extension JSONValue: SelfDeclaring {
    static func declared(to decoder: SchemaDecoder) -> JSONValue {
        decoder.note([.boolean, .integer, .fraction, .string, .array, .object], "any value")
        decoder.change { $0.isOpenMap = true }
        return .null
    }
}

extension JSONObject: SelfDeclaring {
    static func declared(to decoder: SchemaDecoder) -> JSONObject {
        decoder.note(.object, "object")
        decoder.change { $0.isOpenMap = true }
        return JSONObject()
    }
}

extension JSONNumber: SelfDeclaring {
    static func declared(to decoder: SchemaDecoder) -> JSONNumber {
        decoder.note([.integer, .fraction], "number")
        return JSONNumber(0)
    }
}

extension Timestamp: SelfDeclaring {
    static func declared(to decoder: SchemaDecoder) throws -> Timestamp {
        decoder.note(.string, "RFC 3339 time")
        guard let time = Timestamp("1970-01-01T00:00:00Z") else { throw AlreadyReported() }
        return time
    }
}

extension Optional: SelfDeclaring where Wrapped: Decodable {
    static func declared(to decoder: SchemaDecoder) -> Wrapped? {
        decoder.change { $0.isOptional = true }
        return try? decoder.value(Wrapped.self)
    }
}

extension Array: SelfDeclaring where Element: Decodable {
    static func declared(to decoder: SchemaDecoder) -> [Element] {
        decoder.note(.array, "array")
        _ = try? decoder.child("*").value(Element.self)
        return []
    }
}

extension Set: SelfDeclaring where Element: Decodable {
    static func declared(to decoder: SchemaDecoder) -> Set<Element> {
        Set([Element].declared(to: decoder))
    }
}

extension Dictionary: SelfDeclaring where Key == String, Value: Decodable {
    static func declared(to decoder: SchemaDecoder) -> [String: Value] {
        decoder.note(.object, "object")
        decoder.change { $0.isOpenMap = true }
        _ = try? decoder.child("{*}").value(Value.self)
        return [:]
    }
}

extension AlternateSpelling: SelfDeclaring {
    static func declared(to decoder: SchemaDecoder) -> AlternateSpelling {
        AlternateSpelling(from: decoder)
    }
}
