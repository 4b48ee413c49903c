import WireJSON

/// The names that a suite, a case or a use of a fragment can see.
struct Scope {
    /// What a name stands for.
    enum Meaning {
        /// A value of a file, put in at load.
        case constant(SourceNode)
        /// A value of the run.
        case value(Template)
        /// Nobody gave it yet: a parameter, while a fragment is looked at on its own.
        case anything
    }

    struct Entry {
        var meaning: Meaning
        /// Where the name was defined; nil for what has no place.
        var location: SourceLocation?
    }

    /// What knows nothing of cases.
    enum Kind {
        case ordinary
        /// Of a use of a fragment, or of a fragment looked at on its own.
        case fragment
        /// Shapes and the rules of answers: they know the answer and the time alone.
        case shape
    }

    var kind = Kind.ordinary
    /// Said before the names of a use with `as`, with the dot.
    var prefix = ""
    var entries: [String: Entry] = [:]
    /// The row of the case, whose members are looked up without being copied.
    var row: SourceNode?
    /// The built-ins that were used, by their spelling.
    var builtIns: [String: Int] = [:]
    /// The scope whose built-ins are also this one's: a case has those of its suite's setup.
    var builtInOwner: Int?
    /// Whether names may be missing because what defines them could not be read.
    var isOpen = false
    /// The mistake for which names are missing: what defines them is misspelt, or of a wrong type.
    var lost: SourceLocation?
}
