/// Which version of an SDK brought each field of its models, and each word of its enums.
///
/// Versions are counted by their places in ``versions``; a place at its end means that no version has it.
package struct SDKFieldTable: Sendable {
    /// One field of a struct.
    struct Field: Sendable {
        /// The key on the wire.
        let key: String
        let type: WireType
        /// The place of the first version that has it.
        let since: Int
        /// The name that the SDK reads instead of the key, by mistake.
        let readAs: String?
    }

    /// The fields of one struct.
    struct Fields: Sendable {
        /// Every field, in the order of the table.
        var declared: [Field] = []
        /// What is read under a key, by the key as Go folds it.
        var read: [[UInt8]: Field] = [:]
        /// What any other key is read as; nil where it is dropped.
        var others: WireType?
    }

    /// The SDK: `stytch-go`.
    package let sdk: String
    /// The versions that the table covers, the oldest first.
    package let versions: [SDKVersion]
    /// The place of the first version that has the call of an answer; those that every version has are not named.
    let answers: [String: Int]
    let structs: [String: Fields]
    /// The place of the first version that has a constant for a word, by enum and word.
    let enums: [String: [String: Int]]

    /// The place of a version, or nil where the table does not cover it.
    package func place(of version: SDKVersion) -> Int? {
        versions.firstIndex(of: version)
    }

    /// The version that reads as the given one does: the last that is no later, as each that changed something is named.
    ///
    /// Nil for one that is older than all, or later.
    package func reading(as version: SDKVersion) -> SDKVersion? {
        guard let last = versions.last, version <= last else { return nil }
        return versions.last { $0 <= version }
    }

    /// Whether the table has a struct or an enum of this name.
    package func hasModel(_ name: String) -> Bool {
        structs[name] != nil || enums[name] != nil
    }

    /// The keys of a struct in the order of the table; none for an enum or an unknown name.
    package func keys(of model: String) -> [String] {
        structs[model]?.declared.map(\.key) ?? []
    }

    /// The words of an enum with the version that brought each, in the order of their bytes.
    package func words(of name: String) -> [(word: String, since: SDKVersion)] {
        (enums[name] ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { (word: $0.key, since: versions[$0.value]) }
    }

    /// A key as Go compares it: capitals as small letters, the Kelvin sign as `k`, the long s as `s`.
    ///
    /// > Source: Go package `encoding/json`, on matching keys to fields.
    static func folded(_ key: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in key.unicodeScalars {
            switch scalar {
            case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
            case "\u{212A}": bytes.append(UInt8(ascii: "k"))
            case "\u{17F}": bytes.append(UInt8(ascii: "s"))
            default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        return bytes
    }
}
