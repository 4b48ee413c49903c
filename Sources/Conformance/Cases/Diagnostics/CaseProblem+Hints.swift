extension CaseProblem {
    /// What a person can do about it, where that is known.
    var hint: String? {
        switch self {
        case .invalidJSON(let words): Self.hint(ofJSON: words)
        case .emptyFile: "fill it, or remove it; 'stytch-conformance new' writes a first suite"
        case .duplicateKey: "keep one of them"
        case .unreadableFile: "mend the link or the rights of the file, or remove it"
        case .noRequirements:
            "list the statements in requirements.json beside operations.json, or leave 'requirements' out"
        case .constantDefined: "leave it out of --variable, or choose another name"
        case .noOperationsFile: "name the folder that holds operations.json"
        case .badFileName: "rename the file in lower_snake_case, for example session_reset.json"
        case .badFolderName: "rename the folder in lower_snake_case, for example session_reset/"
        case .badFileEnding: "rename the file: nothing else reads it"
        case .moreMistakes: "mend those first"
        case .expansionTooLarge:
            "\(LoadWork.base / 1_048_576) MiB and \(LoadWork.perByte) times the files may be put in: "
                + "look for variables or fragments that hold each other several times"
        case .misplacedFile(let folder): "move it into \(folder)/ itself: names are no paths"
        case .unknownKey(_, _, let known, near: nil): "the keys are \(known.map { "'\($0)'" }.joined(separator: ", "))"
        case .missingKey("model", of: "operation"): "name the model of its answers, or \"none\" where none is known"
        case .missingKey(let key, _): "add \"\(key)\": …"
        case .missingOneOf(let keys, _) where keys.contains("request"): "for example \"request\": { \"operation\": … }"
        case .missingOneOf(let keys, _): "add \"\(keys[0])\": …, or another of them"
        case .missingSet(let sets, _): "add \"\(sets[0][0])\": …, or the others"
        case .misplacedKey(let key, let others): Self.hint(misplaced: key, others)
        case .badName(_, let expected): Self.hint(ofName: expected)
        case .duplicateID: "give each an id of its own"
        case .missingBecause: "say in 'because' why each outcome is allowed"
        case .unknownName(let kind, let name, near: nil): kind.hint(name)
        case .unclosedPlaceholder: "close it with '}}', or write '\\\\{{' for the two braces themselves"
        case .badPlaceholder(let name, _) where name.utf8.contains(UInt8(ascii: " ")):
            "write it without spaces: '{{name}}'"
        case .placeholderInKey: "write the key out, or give the whole object by one placeholder"
        case .placeholderInName: "write it out; ids and file names are fixed"
        case .unknownVariable(_, near: nil, inFragment: true):
            "a fragment sees its own names alone: add it to 'params', and give it by 'with'"
        case .missingInRow: "give it in that row too, null where there is none"
        case .unknownVariable(_, near: nil, inFragment: false):
            "define it in 'variables', 'rows' or 'capture', or give it with --variable"
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
        case .shapeTooLarge: "look for shapes that name others several times, which do so too"
        case .captureOfMock: "leave 'capture' out"
        case .captureOfHeader: "capture /user_id, /session_id, /session_token or /session_jwt"
        case .missingPathParameter(let name, _): "add \"params\": { \"\(name)\": … }"
        case .pathWithoutParameter(let name): "add \"\(name)\": { \"in\": \"path\" } to 'params'"
        case .parameterOutsidePath(let name): "put '{\(name)}' into the path, or say where else the parameter is"
        case .badRegex(_, let hint): hint
        case .framingHeader: "leave it out: it is made of the body"
        case .badHeaderValue: "leave line breaks and other control characters out"
        case .badPathText: "write them as %20 and %23, or give the value by a placeholder, which is encoded"
        case .unknownOperator(let name, near: nil): Self.hint(ofOperator: name)
        case .notAMember("$absent"): "to say that it is null write null; that an array is empty, { \"$length\": 0 }"
        case .notAMember: "leave it out, or use '$nullable' where it may be null"
        case .unsupportedOperator: "use members, '$type' and '$shape' until it is"
        case .notAlone: "for a member that may be missing use '$optional'"
        case .excludedKey("rawBody", _): "send either JSON with 'body' or text with 'rawBody'"
        case .tooManyOf(let keys, _) where keys.contains("steps"): "put several steps into 'steps'"
        case .tooManyOf(_, let object) where object == "step" || object == "mock step":
            "make a step of each"
        case .tooManyOf(let keys, _) where keys.contains("status") && keys.count > 1 && !keys.contains("answer"):
            "make a step of each"
        case .tooManyOf: "keep one of them"
        case .wrongValue("the suite", _, let found, _) where found.contains("array"):
            "a suite is an object: { \"description\": …, \"cases\": [ … ] }"
        case .wrongValue("'status'", _, let found, _), .wrongValue("an element of 'status'", _, let found, _):
            Self.hint(ofStatus: found)
        case .wrongValue(_, let expected, let found, _): Self.hint(expected: expected, found: found)
        default: nil
        }
    }

    private static func hint(ofOperator name: String) -> String {
        if case .written(let words)? = ForeignOperator(name) { return words }
        return "the operators are \(Grammar.operators.keys.map(\.name).joined(separator: " "))"
    }

    /// A class of statuses such as `2xx`, which no word stands for, or a number in quotes.
    private static func hint(ofStatus found: String) -> String? {
        guard found.utf8.first == UInt8(ascii: "\"") else { return nil }
        let word = Array(found.utf8.dropFirst().dropLast())
        if word.count == 3, word.allSatisfy({ (0x30...0x39).contains($0) }) { return "write it without quotes" }
        switch word.first {
        case UInt8(ascii: "2"): return "leave 'status' out where any success will do, or list them: [200, 201]"
        case UInt8(ascii: "4"): return "give 'error' alone, which allows 400 to 499, or list them: [400, 404]"
        default: return "a status is a number; list those that are allowed: [500, 502, 503]"
        }
    }

    private static func hint(misplaced key: String, _ others: [String]) -> String {
        switch key {
        case "jwt": "add \"at\": a pointer into the token's { header, claims }, such as \"/claims/sub\""
        case "at": "say where the token is: \"jwt\": a pointer into the body"
        case "params": "name an 'operation', or send them with 'query' or 'body'"
        default: "leave '\(key)' out, or put it into a step that has '\(others[0])'"
        }
    }

    private static func hint(ofMethod found: String) -> String? {
        guard found.hasPrefix("\"") else { return nil }
        let isWord = found.utf8.dropFirst().dropLast().allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
        return isWord && found.utf8.count > 2 ? "write it in capitals" : "a method is one word of A-Z, such as GET"
    }

    private static func hint(ofName expected: String) -> String? {
        if expected.hasPrefix("a word") { return "for example user_id" }
        if expected.hasPrefix("words") { return "for example users.get" }
        if expected.hasPrefix("the name of a header") { return "letters, digits and '-' alone, such as X-Request-Id" }
        return nil
    }

    private static func hint(expected: String, found: String) -> String? {
        if expected.contains("a duration"), found.first?.isNumber == true || found.dropFirst().first?.isNumber == true {
            return "a duration is an integer and one of ms s m h d, at most 36525 days"
        }
        if expected.hasPrefix("the name of a file"), found.utf8.contains(UInt8(ascii: "/")) {
            return "write the name alone: names are no paths"
        }
        if expected.contains("an object or an array of at least 2"), found == "an array" {
            return "leave [ ] out where there is a single one"
        }
        if expected == "true" { return "leave the key out where it does not hold" }
        if expected.contains("non-empty"), found == "an empty array" { return "put at least one in" }
        if expected.hasPrefix("a JSON pointer"), found.hasPrefix("\""), !found.hasPrefix("\"/") {
            return "begin it with '/'"
        }
        if expected.hasPrefix("an id of") { return "for example 'live-token'" }
        if expected.hasPrefix("a word of") { return "for example 'second_user'" }
        if expected.hasPrefix("a method") { return hint(ofMethod: found) }
        if expected.hasPrefix("a path"), found.hasPrefix("\"") {
            return found.utf8.contains(UInt8(ascii: " "))
                ? "begin it with '/', and write spaces as %20" : "begin it with '/'"
        }
        if expected.contains("a number") || expected.contains("an integer"), found.hasPrefix("\""),
            Int(found.dropFirst().dropLast()) != nil
        {
            return "write it without quotes"
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
        case .argument(let fragment): "see 'params' in fragments/\(fragment).json"
        case .payload: "write payloads/\(name).json, or give the answer as an object"
        case .shape: "write shapes/\(name).json"
        case .model: "models are called as on the package pages, such as sessions.GetResponse, or \"none\""
        case .requirement: "add it to requirements.json"
        }
    }
}
