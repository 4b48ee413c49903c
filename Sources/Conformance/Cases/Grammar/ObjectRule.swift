/// An object of the grammar: its keys, what must go together, and nothing else.
///
/// A class, as every value that is read by it refers to it: a copy would be made at each.
final class ObjectRule: Sendable {
    /// Its name in messages and schemas, such as `request`.
    let name: String
    let meaning: String
    /// At most 64.
    let keys: [KeyRule]
    /// Of the keys, in their order.
    let names: [String]
    let constraints: [KeyConstraint]
    /// What members besides `keys` may be; nil: there may be none.
    let others: ValueRule?
    /// The keys that must be there, one bit each, in the order of `keys`.
    let required: UInt64
    /// The constraints, key by bit.
    let masks: [ConstraintMask]
    private let places: KeyTable

    init(
        name: String,
        meaning: String,
        keys: [KeyRule],
        constraints: [KeyConstraint] = [],
        others: ValueRule? = nil
    ) {
        self.name = name
        self.meaning = meaning
        self.keys = keys
        self.constraints = constraints
        self.others = others
        let names = keys.map(\.name)
        self.names = names
        places = KeyTable(names)
        required = keys.indices.reduce(0) { keys[$1].isRequired ? $0 | 1 << UInt64($1) : $0 }
        masks = constraints.map { ConstraintMask($0, names) }
    }

    func key(_ name: String) -> KeyRule? {
        place(of: name).map { keys[$0] }
    }

    /// The place of the key that stands between two quotes of a text, given as the offset after the first; nil where
    /// it is none of these or has escapes.
    func place(ofKeyAt start: Int, in bytes: [UInt8]) -> Int? {
        places.place(ofKeyAt: start, in: bytes)
    }

    /// The place of a key by its name.
    func place(of name: String) -> Int? {
        places.place(of: name)
    }
}

/// A key of an object of the grammar.
final class KeyRule: Sendable {
    /// When the value must be known.
    enum Timing: Sendable {
        /// As it stands in the file: no placeholder.
        case written
        /// After rows, arguments and constants are put in.
        case load
        /// When the step runs.
        case run
    }

    let name: String
    let value: ValueRule
    let isRequired: Bool
    let timing: Timing
    /// What holds where the key is missing, as JSON.
    let fallback: String?
    let meaning: String

    init(
        _ name: String,
        _ value: ValueRule,
        required isRequired: Bool = false,
        known timing: Timing = .load,
        default fallback: String? = nil,
        _ meaning: String
    ) {
        self.name = name
        self.value = value
        self.isRequired = isRequired
        self.timing = timing
        self.fallback = fallback
        self.meaning = meaning
    }
}

/// What must hold between the keys of an object.
enum KeyConstraint: Sendable {
    case exactlyOne([String])
    /// At least one of these sets must be there as a whole.
    case someSet([[String]])
    /// The first may only stand beside one of the others.
    case only(String, beside: [String])
    /// Where the first stands, none of the others may.
    case excludes(String, [String])
    /// Where it stands, nothing else may.
    case alone(String)
}

/// A constraint in bits of the keys that are there: whether it holds is seen without a look at a name.
enum ConstraintMask: Sendable {
    case exactlyOne(UInt64)
    case someSet([UInt64])
    case only(UInt64, beside: UInt64)
    case excludes(UInt64, UInt64)
    case alone(UInt64)

    init(_ constraint: KeyConstraint, _ names: [String]) {
        func mask(_ keys: [String]) -> UInt64 {
            keys.reduce(0) { mask, key in names.firstIndex(of: key).map { mask | 1 << UInt64($0) } ?? mask }
        }
        switch constraint {
        case .exactlyOne(let keys): self = .exactlyOne(mask(keys))
        case .someSet(let sets): self = .someSet(sets.map(mask))
        case .only(let key, let others): self = .only(mask([key]), beside: mask(others))
        case .excludes(let key, let others): self = .excludes(mask([key]), mask(others))
        case .alone(let key): self = .alone(mask([key]))
        }
    }

    /// Whether it holds where these keys are there; `isSole` says that nothing else is.
    func holds(for present: UInt64, isSole: @autoclosure () -> Bool) -> Bool {
        switch self {
        case .exactlyOne(let keys): (present & keys).nonzeroBitCount == 1
        case .someSet(let sets): sets.contains { present & $0 == $0 }
        case .only(let key, let others): present & key == 0 || present & others != 0
        case .excludes(let key, let others): present & key == 0 || present & others == 0
        case .alone(let key): present & key == 0 || isSole()
        }
    }
}
