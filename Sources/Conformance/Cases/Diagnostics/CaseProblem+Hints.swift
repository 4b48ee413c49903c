extension CaseProblem {
    /// What a person can do about it, where that is known.
    var hint: String? {
        switch self {
        case .duplicateKey: "keep one of them"
        case .noOperationsFile: "name the folder that holds operations.json"
        case .badFileName: "rename the file in lower_snake_case, for example session_reset.json"
        case .misplacedFile(let folder): "move it into \(folder)/ itself: names are no paths"
        case .unknownKey(_, _, let known, near: nil): "the keys are \(known.map { "'\($0)'" }.joined(separator: ", "))"
        case .missingKey(let key, _): "add \"\(key)\": …"
        case .misplacedKey(let key, _): "leave '\(key)' out, or put it into the object it belongs to"
        case .duplicateID: "give each an id of its own"
        case .missingBecause: "say in 'because' why each outcome is allowed"
        case .unknownName(let kind, let name, near: nil): kind.hint(name)
        case .unclosedPlaceholder: "close it with '}}', or write '\\\\{{' for the two braces themselves"
        case .badPlaceholder(let name, _) where name.contains(" "): "write it without spaces: '{{name}}'"
        case .placeholderInKey: "write the key out, or give the whole object by one placeholder"
        case .placeholderInName: "write it out; ids and file names are fixed"
        case .unknownVariable(_, near: nil): "define it in 'variables', 'rows' or 'capture', or give it with --variable"
        case .usedBeforeSet: "move the step that sets it before this one"
        case .definedTwice: "choose another name, or give the fragment a prefix with 'as'"
        case .reservedName: "choose another name"
        case .answerOutsideExpectation: "capture the value in the step that gets the answer, and use its name here"
        case .sessionOutsideExpectation: "check the token in the 'expect' of the step that gets it"
        case .knownOnlyInRun: "give it by 'rows', 'variables' or 'with', which are put in before the run"
        case .variableCycle: "write one of them out"
        case .variableInShape: "write the value in the expectation of the case, beside '$shape'"
        case .notText: "let the placeholder be the whole text, and it takes the value's own type"
        case .missingArgument(let name, _): "give it: \"with\": { \"\(name)\": … }"
        case .prefixWithoutReturns: "leave 'as' out, or let the fragment return something"
        case .fragmentCycle: "move the steps that both need into a fragment of their own"
        case .shapeCycle: "write one of them out"
        case .captureOfMock: "leave 'capture' out"
        case .unsupportedOperator: "use members, '$type' and '$shape' until it is"
        case .notAlone: "for a member that may be missing use '$optional'"
        case .excludedKey("rawBody", _): "send either JSON with 'body' or text with 'rawBody'"
        case .tooManyOf(let keys, _) where keys.contains("steps"): "put several steps into 'steps'"
        case .wrongValue(_, let expected, let found, _): Self.hint(expected: expected, found: found)
        default: nil
        }
    }

    private static func hint(expected: String, found: String) -> String? {
        if expected.contains("a duration"), found.first?.isNumber == true || found.dropFirst().first?.isNumber == true {
            return "a duration is an integer and one of ms s m h d, at most 36525 days"
        }
        if expected.hasPrefix("the name of a file"), found.contains("/") {
            return "write the name alone: names are no paths"
        }
        if expected.contains("at least 2"), found == "an array" {
            return "leave [ ] out where there is a single one"
        }
        if expected.contains("array of"), !expected.contains(" or "), !found.contains("array") {
            return "put it into [ ]"
        }
        return nil
    }
}

extension CaseProblem.NameKind {
    fileprivate func hint(_ name: String) -> String? {
        switch self {
        case .operation: "define it in operations.json, or give 'method' and 'path'"
        case .parameter: "name it in operations.json, or send it with 'query' or 'body'"
        case .fragment: "write fragments/\(name).json"
        case .argument: nil
        case .payload: "write payloads/\(name).json, or give the answer as an object"
        case .shape: "write shapes/\(name).json"
        case .model: nil
        case .requirement: "add it to requirements.json"
        }
    }
}
