extension CaseProblem {
    /// The kind of mistake, to switch on and to group by; it never changes with the file.
    var code: CaseCode {
        switch self {
        case .invalidJSON, .emptyFile: .invalidJSON
        case .unreadableFile: .unreadableFile
        case .duplicateKey: .duplicateKey
        case .noOperationsFile: .noOperationsFile
        case .noRequirements: .noRequirements
        case .badFileName, .badFileEnding: .badFileName
        case .badFolderName: .badFolderName
        case .misplacedFile: .misplacedFile
        case .moreMistakes: .moreMistakes
        case .unknownKey: .unknownKey
        case .missingKey, .missingOneOf, .missingSet: .missingKey
        case .tooManyOf, .excludedKey: .conflictingKeys
        case .misplacedKey: .misplacedKey
        case .badName: .badName
        case .wrongValue: .wrongValue
        case .missingBecause: .missingBecause
        case .unknownName(let kind, _, _): kind.code
        case .duplicateID: .duplicateID
        default: variableCode ?? stepCode
        }
    }

    private var variableCode: CaseCode? {
        switch self {
        case .unclosedPlaceholder, .badPlaceholder: .badPlaceholder
        case .placeholderInKey, .placeholderInName: .placeholderNotAllowed
        case .unknownVariable, .missingInRow: .unknownVariable
        case .usedBeforeSet: .usedBeforeSet
        case .definedTwice, .constantDefined: .definedTwice
        case .reservedName: .reservedName
        case .answerOutsideExpectation, .sessionOutsideExpectation: .outsideExpectation
        case .variableInShape: .variableInShape
        case .notText: .notText
        case .knownOnlyInRun: .knownOnlyInRun
        case .variableCycle: .variableCycle
        case .expansionTooLarge, .shapeTooLarge: .expansionTooLarge
        case .tooDeep: .tooDeep
        default: nil
        }
    }

    private var stepCode: CaseCode {
        switch self {
        case .missingArgument: .missingArgument
        case .prefixWithoutReturns: .prefixWithoutReturns
        case .fragmentCycle: .fragmentCycle
        case .missingPathParameter: .missingPathParameter
        case .pathWithoutParameter, .parameterOutsidePath: .pathParameterMismatch
        case .captureOfMock, .captureOfHeader: .badCapture
        case .badHeaderValue: .badHeaderValue
        case .framingHeader: .framingHeader
        case .badPathText: .badPath
        case .unknownOperator: .unknownOperator
        case .unsupportedOperator: .unsupportedOperator
        case .notAlone: .notAlone
        case .notAMember: .notAMember
        case .badRegex: .badRegex
        case .shapeCycle: .shapeCycle
        default: .mistake
        }
    }
}

extension CaseProblem.NameKind {
    /// The code of a name that is not known.
    var code: CaseCode {
        switch self {
        case .operation: .unknownOperation
        case .parameter: .unknownParameter
        case .fragment: .unknownFragment
        case .argument: .unknownArgument
        case .payload: .unknownPayload
        case .shape: .unknownShape
        case .model: .unknownModel
        case .requirement: .unknownRequirement
        }
    }
}
