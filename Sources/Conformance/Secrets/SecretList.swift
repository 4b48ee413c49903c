package import WireJSON

/// The secrets of one case in order of appearance, each with the label that stands for it.
package struct SecretList: Sendable, Hashable {
    /// Shorter values are not searched for: they would be found everywhere.
    ///
    /// Of numbers too: a status or a duration in minutes has three digits, and a code that guards anything has four or more.
    package static let shortestValue = 4
    /// The same for numbers within an object of a secret name, where counts and years stand beside the secret.
    static let shortestInnerNumber = 8

    let names: [String]
    /// A secret, what it is, and what stands for it.
    struct Entry: Sendable, Hashable {
        var value: String
        /// The name it was found under, such as `session_token`.
        var kind: String
        var label: String
        /// Whether it was a text by itself: what stands in an object of a secret name may be met in other cases, where it is none.
        var isWhole = true
    }

    private(set) var entries: [Entry] = []
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

    /// Whether no secret was found.
    package var isEmpty: Bool { entries.isEmpty }

    /// Takes a value; an equal one keeps its first label.
    package mutating func add(_ value: String, named name: String) {
        add(value, named: name, isWhole: true)
    }

    /// Takes the secrets of another list that are not here.
    mutating func add(_ other: SecretList) {
        for entry in other.entries { add(entry.value, named: entry.kind, isWhole: entry.isWhole) }
    }

    private mutating func add(_ value: String, named name: String, isWhole: Bool) {
        guard value.unicodeScalars.count >= Self.shortestValue, known.insert(Array(value.utf8)).inserted else { return }
        let short = name.scalarSplit(separator: ".").last.map(String.init) ?? name
        let number = (counts[short] ?? 0) + 1
        counts[short] = number
        let label = "\(short) \(number)"
        entries.append(Entry(value: value, kind: short, label: "[\(label)]", isWhole: isWhole))
        addParts(of: value, kind: short, label: label)
    }

    /// Takes the two parts of a JWT that are its own: whoever has them has all of it.
    ///
    /// > Source: RFC 7515 §7.1
    private mutating func addParts(of value: String, kind: String, label: String) {
        guard TokenParts(value) != nil else { return }
        let parts = value.scalarSplit(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for (part, name) in [(parts[1], "payload"), (parts[2], "signature")]
        where part.utf8.count >= SecretForms.shortestOfOneKind && known.insert(Array(part.utf8)).inserted {
            entries.append(Entry(value: part, kind: kind, label: "[\(label) \(name)]"))
        }
    }

    /// Takes every text and every number in a value; a number as it was written, since that is how it is put into texts.
    ///
    /// Where the name alone makes it secret, and not a mark, numbers within an object must be long.
    package mutating func add(_ value: JSONValue, named name: String, isMarked: Bool = true) {
        add(value, named: name, isMarked: isMarked, isWhole: true)
    }

    private mutating func add(_ value: JSONValue, named name: String, isMarked: Bool, isWhole: Bool) {
        switch value {
        case .string(let text): add(text, named: name, isWhole: isWhole)
        case .array(let elements):
            for element in elements { add(element, named: name, isMarked: isMarked, isWhole: isWhole) }
        case .object(let object):
            for member in object.members { add(member.value, named: name, isMarked: isMarked, isWhole: false) }
        case .number(let number):
            guard isWhole || isMarked || number.token.utf8.count >= Self.shortestInnerNumber else { return }
            add(number.token, named: name, isWhole: isWhole)
        case .null, .bool: break
        }
    }
}
