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
    /// A duration above zero, where none at all would mean nothing.
    case span
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
