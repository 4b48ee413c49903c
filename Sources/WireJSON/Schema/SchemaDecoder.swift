/// A decoder over no text: gives every type what it asks for, and notes what that is.
struct SchemaDecoder: Decoder {
    let recorder: SchemaRecorder
    let pointer: JSONPointer

    var codingPath: [any CodingKey] { pointer.tokens.map { PathKey(stringValue: $0) } }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func note(_ kinds: ObservedKinds, _ expected: String) {
        recorder.note(kinds, expected, at: pointer)
    }

    func change(_ body: (inout DeclaredField) -> Void) {
        recorder.change(pointer, body)
    }

    func child(_ token: String) -> SchemaDecoder {
        SchemaDecoder(recorder: recorder, pointer: pointer.appending(token))
    }

    /// A stand-in of a type, once it is noted what it asks for.
    ///
    /// Throws where the type takes none.
    func value<T: Decodable>(_ type: T.Type) throws -> T {
        if let known = type as? any SelfDeclaring.Type, let value = try known.declared(to: self) as? T { return value }
        if Self.scalars.contains(ObjectIdentifier(type)), let scalar = type as? any TracedScalar.Type,
            let value = self.scalar(scalar) as? T
        {
            return value
        }
        return try recorder.ask(type, at: pointer) { try asked(type) }
    }

    /// The types of scalars: to ask the runtime whether a type is none takes it through every type of the program.
    private static let scalars: Set<ObjectIdentifier> = {
        let types: [any TracedScalar.Type] = [
            Bool.self, String.self, Double.self, Float.self, Int.self, Int8.self, Int16.self, Int32.self, Int64.self,
            Int128.self, UInt.self, UInt8.self, UInt16.self, UInt32.self, UInt64.self, UInt128.self,
        ]
        return Set(types.map { ObjectIdentifier($0) })
    }()

    private func scalar<S: TracedScalar>(_ type: S.Type) -> Any {
        note(S.kinds, S.expected)
        return type == String.self ? recorder.text : S.placeholder(Placeholders())
    }

    private func asked<T: Decodable>(_ type: T.Type) throws -> T {
        let before = recorder.text
        defer { recorder.text = before }
        for text in Placeholders.texts {
            recorder.text = text
            if let value = try? T(from: self) { return value }
        }
        guard let cases = type as? any CaseIterable.Type, let value = firstCase(of: cases) as? T else {
            throw AlreadyReported()
        }
        return value
    }

    /// The first case of an enumeration, whose words are noted where it has some.
    private func firstCase<T: CaseIterable>(of type: T.Type) -> Any? {
        let words = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        change { $0.words = words }
        return type.allCases.first
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        note(.object, "object")
        return KeyedDecodingContainer(SchemaKeyedContainer<Key>(decoder: self))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        note(.array, "array")
        return SchemaUnkeyedContainer(decoder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SchemaSingleValueContainer(decoder: self)
    }
}

extension TracedScalar {
    /// The kinds of value that the type reads.
    fileprivate static var kinds: ObservedKinds {
        switch Self.self {
        case is Bool.Type: .boolean
        case is String.Type: .string
        case is Double.Type, is Float.Type: [.integer, .fraction]
        default: .integer
        }
    }
}

/// The one value of a decoder without a text.
struct SchemaSingleValueContainer: SingleValueDecodingContainer {
    let decoder: SchemaDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool {
        decoder.change { $0.isOptional = true }
        return false
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.value(type) }
}

/// The one element that stands for all.
struct SchemaUnkeyedContainer: UnkeyedDecodingContainer {
    let decoder: SchemaDecoder
    private(set) var currentIndex = 0

    init(decoder: SchemaDecoder) {
        self.decoder = decoder
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().value(type) }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { next().unkeyedContainer() }
    mutating func superDecoder() -> any Decoder { next() }

    private mutating func next() -> SchemaDecoder {
        currentIndex += 1
        return decoder.child("*")
    }
}
