import WireJSON

extension CaseProblem {
    /// What is wrong, in words: expected before found, names in single quotes, values as JSON.
    var message: String {
        switch self {
        case .invalidJSON(let words): words
        case .emptyFile: "expected an object, found an empty file"
        case .duplicateKey(let key, let first): "the key '\(key)' is there twice; the first is at \(first)"
        case .unreadableFile(let reason): "the file cannot be read: \(reason)"
        case .noOperationsFile: "the corpus has no operations.json"
        case .noRequirements(isFileThere: false): "requirements are named, and there is no requirements.json"
        case .noRequirements(isFileThere: true): "requirements are named, and requirements.json lists none"
        case .badFileName(let name):
            "'\(name)' is no name for a case file; expected words of a-z, 0-9 and '_' that begin with a letter"
        case .badFolderName(let name):
            "'\(name)' is no name for a folder of cases; expected words of a-z, 0-9 and '_' that begin with a letter"
        case .badFileEnding(let name): "expected a name that ends with '.json', found '\(name)'"
        case .moreMistakes: "there are more mistakes than the \(ProblemList.mostTold) that are told"
        case .misplacedFile(let folder): "a file in \(folder)/ stands in no folder below it"
        case .unknownKey(let key, let object, _, let near):
            "unknown key '\(key)' in \(Self.a(object))" + Self.guess(near)
        case .missingKey(let key, let object): "\(Self.a(object)) needs '\(key)'"
        case .missingOneOf(let keys, let object): "\(Self.a(object)) needs one of \(Self.listed(keys))"
        case .missingSet(let sets, let object):
            "\(Self.a(object)) needs "
                + sets.map { $0.map { "'\($0)'" }.joined(separator: " and ") }.joined(separator: ", or ")
        case .tooManyOf(let keys, let object):
            "only one of \(Self.alternatives(keys, joined: "and")) can stand in \(Self.a(object))"
        case .misplacedKey(let key, let others): "'\(key)' can stand only beside \(Self.alternatives(others))"
        case .excludedKey(let key, let other): "'\(key)' cannot stand beside '\(other)'"
        case .badName(let name, let expected): "'\(name)' is no name here; expected \(expected)"
        case .wrongValue(let subject, let expected, let found, let near):
            "\(subject) must be \(expected), found \(found)" + Self.guess(near)
        case .missingBecause: "each of several alternatives needs 'because'"
        case .unknownName(let kind, let name, let near): "\(kind.phrase(name))" + Self.guess(near)
        case .duplicateID(let id, let kind, let first):
            "the \(kind) id '\(id)' is there twice; the first is at \(first)"
        default: variableMessage ?? stepMessage
        }
    }

    private var variableMessage: String? {
        switch self {
        case .unclosedPlaceholder: "a placeholder has no end; expected '}}' after '{{'"
        case .badPlaceholder(let name, let reason): "'{{\(name)}}' is no placeholder: \(reason)"
        case .placeholderInKey(let key): "a placeholder cannot stand in a key, found '\(key)'"
        case .placeholderInName(let key): "\(key) cannot hold a placeholder"
        case .unknownVariable(let name, let near, _): "unknown variable '\(name)'" + Self.guess(near)
        case .missingInRow(let name, let row):
            "the row '\(row)' has no '\(name)', which the case uses and other rows give"
        case .usedBeforeSet(let name): "'\(name)' is used before the step that sets it"
        case .constantDefined(let name, let first, _): "case files set '\(name)' themselves, first at \(first)"
        case .definedTwice(let name, let first): "'\(name)' is defined twice; the first is at \(first)"
        case .reservedName(let name): "'\(name)' is built in and cannot be defined"
        case .answerOutsideExpectation(let name): "'{{\(name)}}' stands only in 'expect', where there is an answer"
        case .variableInShape(let name):
            "'{{\(name)}}' cannot stand here: shapes and the rules of answers know the answer and the time alone"
        case .notText(let name, let found):
            "'{{\(name)}}' inside longer text must be text, a number or a boolean, found \(found)"
        case .knownOnlyInRun(let subject, let names):
            "\(subject) must be known before the run, but "
                + (names.isEmpty ? "a fragment returns it" : Self.alternatives(names, joined: "and"))
                + (names.isEmpty ? "" : names.count == 1 ? " is set by a step" : " are set by steps")
        case .variableCycle(let names): "a variable is made of itself: \(names.joined(separator: " → "))"
        case .expansionTooLarge:
            "the corpus grows too large when rows, variables and fragments are put in; it was read up to here"
        case .tooDeep: "this is nested too deep"
        default: nil
        }
    }

    private var stepMessage: String {
        switch self {
        case .missingArgument(let name, let fragment): "the fragment '\(fragment)' needs the argument '\(name)'"
        case .prefixWithoutReturns(let fragment): "'as' has no effect: the fragment '\(fragment)' returns nothing"
        case .fragmentCycle(let names): "a fragment uses itself: \(names.joined(separator: " → "))"
        case .missingPathParameter(let name, let operation): "'\(operation)' needs the parameter '\(name)' for its path"
        case .pathWithoutParameter(let name): "the path has '{\(name)}', but no parameter '\(name)' is in the path"
        case .parameterOutsidePath(let name): "the parameter '\(name)' is in the path, but the path has no '{\(name)}'"
        case .captureOfMock:
            "of mock steps only \(Self.alternatives(Grammar.answeringMockKinds, joined: "and")) have an answer to capture from"
        case .captureOfHeader: "the answer of a mock step has no headers"
        case .badPathText: "a path cannot hold spaces, control characters or '#'"
        case .framingHeader(let name):
            "the header '\(name)' says where the body ends: a wrong one would spoil the cases after this"
        case .badHeaderValue(let name): "the header '\(name)' cannot hold control characters"
        case .unknownOperator(let name, let near): "unknown operator '\(name)'" + Self.guess(near)
        case .unsupportedOperator(let name): "the operator '\(name)' is not supported yet"
        case .notAlone(let key): "'\(key)' stands alone"
        case .notAMember(let name):
            "'\(name)' can stand only in the pattern of a member, a header or a body: nothing else can be missing"
        case .badRegex(let words, _): "'$regex': \(words)"
        case .shapeCycle(let names): "a shape holds itself: \(names.joined(separator: " → "))"
        case .shapeTooLarge(let name):
            "the shape '\(name)' comes to more than \(ShapeCycles.mostShapes) shapes when those that it names are put in"
        case .sessionOutsideExpectation: "'session' of '$jwt' stands only in 'expect', where there is an answer"
        default: "this is a mistake"
        }
    }

    /// A noun of the grammar with its article.
    private static func a(_ noun: String) -> String {
        if let key = keyOf[noun] { return key }
        return "aeio".utf8.contains(noun.utf8.first ?? 0) ? "an \(noun)" : "a \(noun)"
    }

    /// Objects that are better called by their key.
    private static let keyOf = [
        "credentials": "the object of 'auth'", "bytes": "the object of 'rawBody'", "userinfo": "'userinfo'",
        "session": "'session'", "attributes": "'attributes'", "fault": "'fault'", "access token": "'accessToken'",
        "trusted token": "'trustedToken'",
        "JWT": "'jwt'", "table of rules": "'everyAnswer'", "$near": "'$near'",
        "$jwt": "'$jwt'",
    ]

    private static func guess(_ near: String?) -> String {
        near.map { "; did you mean '\($0)'?" } ?? ""
    }

    private static func listed(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }

    private static func alternatives(_ names: [String], joined word: String = "or") -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension CaseProblem.NameKind {
    fileprivate func phrase(_ name: String) -> String {
        switch self {
        case .operation: "unknown operation '\(name)'"
        case .parameter(let operation): "'\(operation)' has no parameter '\(name)'"
        case .fragment: "there is no fragment '\(name)'"
        case .argument(let fragment): "the fragment '\(fragment)' has no parameter '\(name)'"
        case .payload: "there is no payload '\(name)'"
        case .shape: "there is no shape '\(name)'"
        case .model: "unknown model '\(name)'"
        case .requirement: "unknown requirement '\(name)'"
        }
    }
}
