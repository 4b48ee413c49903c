/// One member that a type asks for, found by asking the type.
package struct DeclaredField: Sendable {
    /// The place, with `*` for every place in an array and `{*}` for every key of a dictionary.
    package let pointer: JSONPointer
    /// The kinds of value that the type takes there; `null` apart.
    package internal(set) var kinds: ObservedKinds = []
    /// What the type asks for, in words: `string`, `integer`, `RFC 3339 time`, `any value`.
    package internal(set) var expected: [String] = []
    /// Whether the type does without it, absent or `null`.
    package internal(set) var isOptional = false
    /// The words of an enumeration; empty where it is none.
    package internal(set) var words: [String] = []
    /// Whether any key is welcome in the object there.
    package internal(set) var isOpenMap = false
    /// Whether the type there is one that holds it, so that its members are those further up.
    package internal(set) var isRecursive = false
    /// The Swift type there that is asked for its members; nil for types of the standard library.
    var type: Any.Type?
    /// The first spelling of the key, where this is another one.
    package internal(set) var spellingOf: String?

    /// The Swift type of an object there, as code names it: `Sessions.Session`; nil for types of the standard library.
    ///
    /// Made when it is asked for: the runtime takes long to find the name of a type.
    package var typeName: String? {
        type.map { type in
            let name = String(reflecting: type)
            return name.utf8.firstIndex(of: .dot).map { String(name[name.utf8.index(after: $0)...]) } ?? name
        }
    }

    /// Whether it is a member by a name of its own: neither the root, nor an element, nor a value of a dictionary.
    package var isMember: Bool {
        guard let last = pointer.tokens.last else { return false }
        return !last.hasSameScalars(as: "*") && !last.hasSameScalars(as: "{*}")
    }
}

/// All that a type asks for.
package struct DeclaredModel: Sendable {
    /// What the type is itself.
    package let root: DeclaredField
    /// Everything below it, a member before what it holds, in the order in which the type asks.
    package let fields: [DeclaredField]

    /// What a fold of texts of this type should know.
    package var shapeSettings: ShapeSettings {
        let enums = fields.filter { !$0.words.isEmpty }
        let known = Set(enums.flatMap(\.words).map(ScalarKey.init))
        return ShapeSettings(
            openMaps: fields.filter(\.isOpenMap).map(\.pointer),
            words: enums.map(\.pointer),
            admits: { PlainWord.matches($0) || known.contains(ScalarKey($0)) }
        )
    }
}
