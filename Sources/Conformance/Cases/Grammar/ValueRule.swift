/// What a value of a case file may be.
///
/// The loader checks values by these rules and the schemas are written from them, so that the two cannot drift.
indirect enum ValueRule: Sendable {
    case anything
    case text
    /// `[a-z][a-z0-9_]*`
    case word
    /// `[a-z0-9]+(-[a-z0-9]+)*`
    case identifier
    /// The name of a file in a folder of the corpus, without `.json`: names, not paths.
    case fileName(folder: String)
    case choice([String])
    case method
    /// A path of an address, from `/`.
    case path
    case duration
    case pointer
    case date
    case time
    case number
    case integer(ClosedRange<Int>)
    case boolean
    /// `true` alone.
    case onlyTrue
    case null
    case pattern
    case list(ValueRule, atLeast: Int = 0)
    /// An object whose keys are free within a spelling.
    case map(NameRule, ValueRule)
    case object(ObjectRule)
    case either([ValueRule])
}

/// How the free keys of an object are spelt.
enum NameRule: Sendable {
    case word, dottedWord, header, any

    func allows(_ name: String) -> Bool {
        switch self {
        case .word: NameSyntax.isWord(name)
        case .dottedWord: NameSyntax.isDottedWord(name)
        case .header: NameSyntax.isHeaderName(name)
        case .any: true
        }
    }
}

/// An object of the grammar: its keys, what must go together, and nothing else.
struct ObjectRule: Sendable {
    /// Its name in messages and schemas, such as `request`.
    var name: String
    var meaning: String
    var keys: [KeyRule]
    var constraints: [KeyConstraint] = []
    /// What members besides `keys` may be; nil: there may be none.
    var others: ValueRule?

    func key(_ name: String) -> KeyRule? {
        keys.first { $0.name == name }
    }
}

/// A key of an object of the grammar.
struct KeyRule: Sendable {
    /// When the value must be known.
    enum Timing: Sendable {
        /// As it stands in the file: no placeholder.
        case written
        /// After rows, arguments and constants are put in.
        case load
        /// When the step runs.
        case run
    }

    var name: String
    var value: ValueRule
    var isRequired: Bool
    var timing: Timing
    /// What holds where the key is missing, as JSON.
    var fallback: String?
    var meaning: String

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
