extension CaseProblem {
    /// The kind of mistake, to switch on and to group by; it never changes with the file.
    var code: String {
        switch self {
        case .invalidJSON: "invalid-json"
        case .duplicateKey: "duplicate-key"
        case .noOperationsFile: "no-operations-file"
        case .badFileName: "bad-file-name"
        case .misplacedFile: "misplaced-file"
        case .unknownKey: "unknown-key"
        case .missingKey, .missingOneOf, .missingSet: "missing-key"
        case .tooManyOf, .excludedKey: "conflicting-keys"
        case .misplacedKey: "misplaced-key"
        case .badName: "bad-name"
        case .wrongValue: "wrong-value"
        case .missingBecause: "missing-because"
        case .unknownName(let kind, _, _): "unknown-\(kind.codeWord)"
        case .duplicateID: "duplicate-id"
        default: variableCode ?? stepCode
        }
    }

    private var variableCode: String? {
        switch self {
        case .unclosedPlaceholder, .badPlaceholder: "bad-placeholder"
        case .placeholderInKey, .placeholderInName: "placeholder-not-allowed"
        case .unknownVariable, .missingInRow: "unknown-variable"
        case .usedBeforeSet: "used-before-set"
        case .definedTwice: "defined-twice"
        case .reservedName: "reserved-name"
        case .answerOutsideExpectation, .sessionOutsideExpectation: "outside-expectation"
        case .variableInShape: "variable-in-shape"
        case .notText: "not-text"
        case .knownOnlyInRun: "known-only-in-run"
        case .variableCycle: "variable-cycle"
        case .expansionTooLarge: "expansion-too-large"
        case .tooDeep: "too-deep"
        default: nil
        }
    }

    private var stepCode: String {
        switch self {
        case .missingArgument: "missing-argument"
        case .prefixWithoutReturns: "prefix-without-returns"
        case .fragmentCycle: "fragment-cycle"
        case .missingPathParameter: "missing-path-parameter"
        case .pathWithoutParameter, .parameterOutsidePath: "path-parameter-mismatch"
        case .captureOfMock, .captureOfHeader: "bad-capture"
        case .badHeaderValue: "bad-header-value"
        case .badPathText: "bad-path"
        case .unknownOperator: "unknown-operator"
        case .unsupportedOperator: "unsupported-operator"
        case .notAlone: "not-alone"
        case .notAMember: "not-a-member"
        case .badRegex: "bad-regex"
        case .shapeCycle: "shape-cycle"
        default: "mistake"
        }
    }
}

extension CaseProblem.NameKind {
    /// The word that codes end in.
    var codeWord: String {
        switch self {
        case .operation: "operation"
        case .parameter: "parameter"
        case .fragment: "fragment"
        case .argument: "argument"
        case .payload: "payload"
        case .shape: "shape"
        case .model: "model"
        case .requirement: "requirement"
        }
    }
}
