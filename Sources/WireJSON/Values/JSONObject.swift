/// The members of a JSON object in their order, each key once.
///
/// Keys are compared by scalars.
///
/// Equality is without order. Look-up is hashed, so no number of members makes it slow.
public struct JSONObject: Sendable {
    /// The members, in order.
    public private(set) var members: [(key: String, value: JSONValue)] = []
    /// The places of keys; empty while there are few members, which are searched one by one.
    private var places: [ScalarKey: Int] = [:]

    /// The most members that are searched one by one.
    private static let mostSearched = 16

    /// Makes an object without members.
    public init() {}

    /// Makes an object of members; of equal keys the last value counts, in the place of the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The number of members.
    public var count: Int { members.count }
    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }
    /// The keys, in order.
    public var keys: [String] { members.map(\.key) }

    /// The value of a key, or nil.
    ///
    /// Setting an existing key keeps its place, a new one comes last, nil removes.
    public subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            guard let newValue else {
                removeValue(forKey: key)
                return
            }
            if let place = place(of: key) {
                members[place].value = newValue
            } else {
                append(key, newValue)
            }
        }
    }

    /// Removes a member and gives its value, or nil where there is none.
    ///
    /// Linear in the members.
    @discardableResult public mutating func removeValue(forKey key: String) -> JSONValue? {
        guard let place = place(of: key) else { return nil }
        let value = members.remove(at: place).value
        places.removeAll()
        if count > Self.mostSearched { indexAll() }
        return value
    }

    private func place(of key: String) -> Int? {
        guard places.isEmpty else { return places[ScalarKey(key)] }
        return members.firstIndex { $0.key.hasSameScalars(as: key) }
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        members.append((key, value))
        if !places.isEmpty {
            places[ScalarKey(key)] = count - 1
        } else if count > Self.mostSearched {
            indexAll()
        }
    }

    private mutating func indexAll() {
        places.reserveCapacity(count)
        for (place, member) in members.enumerated() { places[ScalarKey(member.key)] = place }
    }
}

extension JSONObject: Hashable {
    /// Whether both have the same keys with equal values, in any order.
    public static func == (one: JSONObject, other: JSONObject) -> Bool {
        one.count == other.count && one.members.allSatisfy { other[$0.key] == $0.value }
    }

    /// Hashes the members without their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        let sum = members.reduce(0) { sum, member in
            var hasher = Hasher()
            hasher.combine(ScalarKey(member.key))
            hasher.combine(member.value)
            return sum &+ hasher.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: Sequence {
    /// Steps over the members, in order.
    public func makeIterator() -> IndexingIterator<[(key: String, value: JSONValue)]> {
        members.makeIterator()
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object; of equal keys the last value counts, in the place of the first.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
