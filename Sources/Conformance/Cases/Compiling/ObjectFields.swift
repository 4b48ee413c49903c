import WireJSON

/// An object of a file, read by its rule: the keys that are there, each with its place in the rule.
struct ObjectFields {
    /// A key of the rule and what stands there.
    struct Entry {
        var key: Int
        var value: JSONView
        var keyOffset: Int
    }

    let rule: ObjectRule
    let node: SourceNode
    private(set) var entries: [Entry] = []
    /// The keys that are there, one bit each.
    private(set) var present: UInt64 = 0
    /// Whether there are keys that the rule does not know.
    var hasUnknownKeys = false
    /// The keys that unknown ones were taken for.
    var misspeltKeys: [String] = []

    init(_ rule: ObjectRule, _ node: SourceNode) {
        self.rule = rule
        self.node = node
    }

    /// Takes the operators of a pattern as they are; members and unknown operators are left to the reader of patterns.
    init(operatorsOf node: SourceNode) {
        self.init(Grammar.operators, node)
        let bytes = node.view.document.bytes
        for member in node.view.members { _ = add(member, of: bytes) }
    }

    /// Takes a member; nil, and nothing is taken, where the rule has no such key.
    mutating func add(_ member: JSONMember, of bytes: [UInt8]) -> Int? {
        let offset = member.keyOffset
        guard let key = rule.place(ofKeyAt: offset + 1, in: bytes) ?? place(ofUnusual: member, in: bytes) else {
            return nil
        }
        let entry = Entry(key: key, value: member.value, keyOffset: offset)
        if present & 1 << UInt64(key) == 0 {
            entries.append(entry)
            present |= 1 << UInt64(key)
        } else if let earlier = entries.firstIndex(where: { $0.key == key }) {
            entries[earlier] = entry
        }
        return key
    }

    /// A key that is spelt with escapes.
    private func place(ofUnusual member: JSONMember, in bytes: [UInt8]) -> Int? {
        var offset = member.keyOffset + 1
        while bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") { offset += 1 }
        guard bytes[offset] == UInt8(ascii: "\\") else { return nil }
        return rule.keys.firstIndex { member.keyIs($0.name) }
    }

    func entry(_ key: String) -> Entry? {
        guard let place = rule.place(of: key), present & 1 << UInt64(place) != 0 else { return nil }
        return entries.first { $0.key == place }
    }

    /// The rule of a key that is there.
    func rule(of key: String) -> KeyRule? {
        entry(key).map { rule.keys[$0.key] }
    }

    subscript(key: String) -> SourceNode? {
        entry(key).map { node.part($0.value) }
    }

    func has(_ key: String) -> Bool {
        entry(key) != nil
    }

    /// Where a key stands; the object where it is missing.
    func location(of key: String) -> SourceLocation {
        entry(key).map { node.location(ofKeyAt: $0.keyOffset) } ?? node.location
    }

    /// The bytes of what a step says; where a case of one step holds its keys itself, without the rows.
    var sizeOfStep: Int {
        entries.reduce(0) { rule.names[$1.key] == "rows" ? $0 : $0 + $1.value.range.count }
    }
}
