import WireJSON

extension ValueRule {
    /// What is expected, in words, with an article.
    var phrase: String {
        switch self {
        case .anything: "any JSON"
        case .text: "a text"
        case .word: "a word of a-z, 0-9 and '_' that begins with a letter"
        case .identifier: "an id of a-z and 0-9 with single '-' between"
        case .fileName(let folder): "the name of a file in \(folder)/ (without '.json')"
        case .choice(let words): Self.phrase(ofChoice: words)
        case .method: "a method in capitals such as \"POST\""
        case .path: "a path that begins with '/'"
        case .duration: "a duration such as \"500ms\" or \"5m\""
        case .span: "a duration above zero such as \"500ms\" or \"5m\""
        case .pointer: "a JSON pointer such as \"/session/user_id\""
        case .date: "a day such as \"2026-11-21\""
        case .time: "a time such as \"2026-11-21T09:30:00Z\""
        case .number: "a number"
        case .integer(let range): Self.phrase(of: range)
        case .boolean: "true or false"
        case .onlyTrue: "true"
        case .null: "null"
        case .pattern: "a pattern"
        case .list(let element, let least): Self.phrase(ofList: element, atLeast: least)
        case .map, .object: "an object"
        case .either(let rules): Self.joined(rules.map(\.phrase))
        }
    }

    /// The words that a text may be one of, for a guess at the one that was meant.
    var choices: [String] {
        switch self {
        case .choice(let words): words
        case .list(let element, _): element.choices
        case .either(let rules): rules.flatMap(\.choices)
        default: []
        }
    }

    private static func phrase(ofChoice words: [String]) -> String {
        let quoted = words.map { JSONText.quoted($0) }
        return quoted.count == 1 ? quoted[0] : "one of \(quoted.joined(separator: " "))"
    }

    private static func phrase(of range: ClosedRange<Int>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (.min, .max): "an integer"
        case (let least, .max): "an integer of at least \(least)"
        case (let least, let most): "an integer from \(least) to \(most)"
        }
    }

    private static func phrase(ofList element: ValueRule, atLeast least: Int) -> String {
        switch least {
        case 0: "an array of \(element.plural)"
        case 1: "a non-empty array of \(element.plural)"
        default: "an array of at least \(least) \(element.plural)"
        }
    }

    /// What the elements of a list are called.
    private var plural: String {
        switch self {
        case .text, .word, .identifier, .method, .path: "texts"
        case .choice: "such words"
        case .integer(let range):
            range.upperBound == .max ? "integers" : "integers from \(range.lowerBound) to \(range.upperBound)"
        case .pointer: "JSON pointers"
        case .pattern: "patterns"
        case .map, .object: "objects"
        default: "values"
        }
    }

    private static func joined(_ phrases: [String]) -> String {
        guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "nothing" }
        return phrases.dropLast().joined(separator: ", ") + " or " + last
    }
}
