/// What stands for values that are not there.
struct Placeholders {
    /// Texts that types with rules of their own are likely to take: anything, a time, a UUID, an address.
    static let texts = ["", "1970-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000", "a"]
    /// The deepest nesting of values decoded from nothing: a type that always holds another of itself has no end.
    static let deepest = 64

    /// The text of a string that is not there.
    private(set) var text = ""
    /// What the type asked for first, in words.
    private(set) var asked: String?

    /// Notes what a type asks of a value that is not there.
    mutating func note(_ expected: @autoclosure () -> String) {
        if asked == nil { asked = expected() }
    }

    /// Tries with each text until one gives a value.
    static func first<Value>(in session: TracingSession, _ make: () throws -> Value) throws -> Value {
        session.placeholders.asked = nil
        defer { session.placeholders.text = "" }
        for text in texts {
            session.placeholders.text = text
            if let value = try? make() { return value }
        }
        throw AlreadyReported()
    }
}

extension TracingSession {
    /// A value of a type, decoded from nothing and without findings.
    ///
    /// Throws ``AlreadyReported`` where the type allows none.
    func placeholder<T: Decodable>(_ type: T.Type) throws -> T {
        try Placeholders.first(in: self) { try fromNothing(type, depth: 0) }
    }

    /// Decodes a type from nothing; the first case of one that lists its cases.
    func fromNothing<T: Decodable>(_ type: T.Type, depth: Int) throws -> T {
        guard depth < Placeholders.deepest else { throw AlreadyReported() }
        do {
            return try T(from: NodeDecoder(session: self, node: Self.nothing, depth: depth))
        } catch {
            if let cases = type as? any CaseIterable.Type, let value = Self.firstCase(of: cases) as? T { return value }
            throw AlreadyReported()
        }
    }

    private static func firstCase<T: CaseIterable>(of type: T.Type) -> Any? {
        type.allCases.first
    }

    /// Reports a missing value, unless its type is optional, and gives what stands for it.
    func missing<T: Decodable>(_ type: T.Type, _ key: String, from node: Node.Index) throws -> T {
        if type is any OptionalValue.Type { return try fromNothing(type, depth: 0) }
        let value = Result { try placeholder(type) }
        reportMissing(key, from: node, expected: placeholders.asked ?? "\(type)")
        return try value.get()
    }

    /// Reports a missing scalar and gives what stands for it.
    func missing<S: TracedScalar>(_ key: String, from node: Node.Index) -> S {
        reportMissing(key, from: node, expected: S.expected)
        return S.placeholder(placeholders)
    }
}

/// Tells optionals from all other types.
private protocol OptionalValue {}
extension Optional: OptionalValue {}
