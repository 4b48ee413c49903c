/// A mistake in a case file, as facts; the words stand in `CaseProblem+Messages.swift`.
enum CaseProblem: Sendable, Hashable {
    // Files
    case invalidJSON(String)
    case emptyFile
    case unreadableFile(String)
    case duplicateKey(String, first: String)
    case noOperationsFile
    /// Cases name statements, and there is no list of them, or an empty one.
    case noRequirements(isFileThere: Bool)
    case badFileName(String)
    case badFolderName(String)
    case badFileEnding(String)
    case misplacedFile(folder: String)
    case moreMistakes

    // Structure
    case unknownKey(String, of: String, known: [String], near: String?)
    case missingKey(String, of: String)
    case missingOneOf([String], of: String)
    case missingSet([[String]], of: String)
    case tooManyOf([String], of: String)
    case misplacedKey(String, beside: [String])
    case excludedKey(String, by: String)
    case badName(String, expected: String)
    case wrongValue(String, expected: String, found: String, near: String?)
    case missingBecause
    /// What would be right but for the mistake at another place: counted there, and told nowhere.
    case consequence(of: SourceLocation)

    // Names
    case unknownName(NameKind, String, near: String?)
    case duplicateID(String, of: String, first: String)

    // Variables
    case unclosedPlaceholder
    case badPlaceholder(String, reason: String)
    case placeholderInKey(String)
    case placeholderInName(String)
    case unknownVariable(String, near: String?, inFragment: Bool)
    case missingInRow(String, row: String)
    case usedBeforeSet(String)
    case definedTwice(String, first: String)
    /// A value of `--variable` has a name that case files set themselves.
    case constantDefined(String, first: String, at: SourceLocation)
    case reservedName(String)
    case answerOutsideExpectation(String)
    case variableInShape(String)
    case notText(String, found: String)
    case knownOnlyInRun(String, names: [String])
    case variableCycle([String])
    case expansionTooLarge
    case tooDeep

    // Fragments
    case missingArgument(String, of: String)
    case prefixWithoutReturns(String)
    case fragmentCycle([String])

    // Requests
    case missingPathParameter(String, of: String)
    case pathWithoutParameter(String)
    case parameterOutsidePath(String)
    case captureOfMock
    case captureOfHeader
    case badHeaderValue(String)
    case framingHeader(String)
    case badPathText

    // Patterns
    case unknownOperator(String, near: String?)
    case unsupportedOperator(String)
    case notAlone(String)
    case notAMember(String)
    case badRegex(String, hint: String?)
    case shapeCycle([String])
    case shapeTooLarge(String)
    case sessionOutsideExpectation

    /// What a name is of.
    enum NameKind: Sendable, Hashable {
        case operation
        case parameter(of: String)
        case fragment
        case argument(of: String)
        case payload
        case shape
        case model
        case requirement
    }

    /// The names that lead back to themselves, where that is the mistake.
    var cycle: [String]? {
        switch self {
        case .variableCycle(let names), .fragmentCycle(let names), .shapeCycle(let names): names
        default: nil
        }
    }
}
