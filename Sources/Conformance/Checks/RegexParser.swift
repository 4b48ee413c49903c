/// Reads the source of a `$regex`; anything that it does not know by name is refused.
struct RegexParser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    mutating func parse() throws(RegexPatternError) -> RegexNode {
        let node = try alternatives()
        guard index == scalars.count else {
            throw error("')' closes no group; write '\\)' for the character")
        }
        return node
    }

    private var current: Unicode.Scalar? {
        index < scalars.count ? scalars[index] : nil
    }

    private func looks(at text: String) -> Bool {
        scalars[index...].starts(with: text.unicodeScalars)
    }

    private func error(_ message: String, at offset: Int? = nil, hint: String? = nil) -> RegexPatternError {
        RegexPatternError(message: message, offset: offset ?? index, hint: hint)
    }

    private mutating func alternatives() throws(RegexPatternError) -> RegexNode {
        var nodes = [try sequence()]
        while current == "|" {
            index += 1
            nodes.append(try sequence())
        }
        return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
    }

    private mutating func sequence() throws(RegexPatternError) -> RegexNode {
        var nodes: [RegexNode] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            let start = index
            let node = try atom(scalar)
            nodes.append(try repeats(of: node, from: start))
        }
        switch nodes.count {
        case 0: return .empty
        case 1: return nodes[0]
        default: return .sequence(nodes)
        }
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(RegexPatternError) -> RegexNode {
        switch scalar {
        case "(":
            return try group()
        case "[":
            return .set(try characterClass())
        case "\\":
            switch try escape() {
            case .scalar(let value): return .scalar(value)
            case .set(let set): return .set(set)
            }
        case "*", "+", "?", "{":
            throw error("nothing stands before '\(scalar)' to repeat; write '\\\(scalar)' for the character")
        default:
            index += 1
            switch scalar {
            case ".": return .anyScalar
            case "^": return .start
            case "$": return .end
            default: return .scalar(scalar.value)
            }
        }
    }

    private mutating func group() throws(RegexPatternError) -> RegexNode {
        let start = index
        let refused = [
            ("(?=", "look-ahead"), ("(?!", "look-ahead"), ("(?<=", "look-behind"), ("(?<!", "look-behind"),
            ("(?>", "an atomic group"), ("(?#", "a comment"), ("(?P", "a named group"), ("(?<", "a named group"),
            ("(?'", "a named group"), ("(?|", "a branch reset"), ("(?(", "a condition"), ("(?R", "recursion"),
        ]
        if looks(at: "(?:") {
            index += 3
        } else if looks(at: "(?") {
            let name = refused.first { looks(at: $0.0) }?.1 ?? "a flag group"
            throw error("\(name) is not offered; groups are '( )' and '(?: )'")
        } else {
            index += 1
        }
        depth += 1
        guard depth <= RegexPattern.maximumGroupDepth else {
            throw error("groups stand more than \(RegexPattern.maximumGroupDepth) deep", at: start)
        }
        let node = try alternatives()
        guard current == ")" else {
            throw error("the group is not closed; ')' is missing", at: start)
        }
        index += 1
        depth -= 1
        return node
    }

    private mutating func repeats(of node: RegexNode, from start: Int) throws(RegexPatternError) -> RegexNode {
        let offset = index
        let bounds: (atLeast: Int, atMost: Int?)
        switch current {
        case "*": (bounds, index) = ((0, nil), index + 1)
        case "+": (bounds, index) = ((1, nil), index + 1)
        case "?": (bounds, index) = ((0, 1), index + 1)
        case "{": bounds = try countedBounds()
        default: return node
        }
        if node == .start || node == .end {
            throw error("an anchor cannot be repeated", at: start)
        }
        switch current {
        case "?": index += 1
        case "+": throw error("a possessive repeat is not offered")
        case "*", "{": throw error("a repeat cannot be repeated; put the first in a group")
        default: break
        }
        if bounds.atMost == nil, node.hasEndlessRepeat {
            throw error(
                "a repeat without end stands in another one; give one of them an upper bound such as '{1,100}'",
                at: offset
            )
        }
        return .repeated(node, atLeast: bounds.atLeast, atMost: bounds.atMost)
    }

    private mutating func countedBounds() throws(RegexPatternError) -> (atLeast: Int, atMost: Int?) {
        let start = index
        index += 1
        guard let atLeast = count() else {
            throw error("'{' must begin a repeat such as '{2}' or '{2,5}'; write '\\{' for the character", at: start)
        }
        var atMost: Int? = atLeast
        if current == "," {
            index += 1
            atMost = count()
        }
        guard current == "}" else {
            throw error("the repeat is not closed; '}' is missing", at: start)
        }
        index += 1
        if let atMost, atMost < atLeast {
            throw error("the bounds of the repeat are the wrong way round", at: start)
        }
        guard max(atLeast, atMost ?? 0) <= RegexPattern.maximumProgramLength else {
            let words = "the repeat count is more than \(RegexPattern.maximumProgramLength)"
            throw error(words, at: start, hint: "use a smaller one; '$length' checks how long a text is")
        }
        return (atLeast, atMost)
    }

    /// Decimal digits, held at one over the bound so that no count overflows.
    private mutating func count() -> Int? {
        var value: Int?
        while let scalar = current, (0x30...0x39).contains(scalar.value) {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), RegexPattern.maximumProgramLength + 1)
            index += 1
        }
        return value
    }
}

extension RegexParser {
    private enum Escape {
        case scalar(UInt32)
        case set(ScalarSet)
    }

    private mutating func escape() throws(RegexPatternError) -> Escape {
        let start = index
        index += 1
        guard let scalar = current else {
            throw error("the pattern ends in '\\'; write '\\\\' for the character", at: start)
        }
        index += 1
        switch scalar {
        case "d": return .set(.digit)
        case "D": return .set(ScalarSet.digit.inverted)
        case "w": return .set(.word)
        case "W": return .set(ScalarSet.word.inverted)
        case "s": return .set(.space)
        case "S": return .set(ScalarSet.space.inverted)
        case "n": return .scalar(0x0A)
        case "t": return .scalar(0x09)
        case "r": return .scalar(0x0D)
        case "f": return .scalar(0x0C)
        case "v": return .scalar(0x0B)
        case "x": return .scalar(try hexadecimal(digits: 2, from: start))
        case "u": return .scalar(try bracedScalar(from: start))
        default: break
        }
        guard scalar.isASCII, !isLetterOrDigit(scalar) else {
            throw error(refusal(of: scalar), at: start)
        }
        return .scalar(scalar.value)
    }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ScalarSet.word.contains(scalar.value) && scalar != "_"
    }

    private func refusal(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "0"..."9", "k", "g": "the back-reference '\\\(scalar)' is not offered"
        case "b", "B": "the word boundary '\\\(scalar)' is not offered"
        case "A", "z", "Z", "G": "the anchor '\\\(scalar)' is not offered; use '^' and '$'"
        case "p", "P", "X": "the Unicode class '\\\(scalar)' is not offered"
        default: "the escape '\\\(scalar)' is not known"
        }
    }

    private mutating func hexadecimal(digits: Int, from start: Int) throws(RegexPatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = hexadecimalDigit() else {
                throw error("'\\x' wants two hexadecimal digits", at: start)
            }
            value = value * 16 + digit
        }
        return value
    }

    private mutating func hexadecimalDigit() -> UInt32? {
        guard let value = current?.value else { return nil }
        let digit: UInt32
        switch value {
        case 0x30...0x39: digit = value - 0x30
        case 0x41...0x46: digit = value - 0x41 + 10
        case 0x61...0x66: digit = value - 0x61 + 10
        default: return nil
        }
        index += 1
        return digit
    }

    private mutating func bracedScalar(from start: Int) throws(RegexPatternError) -> UInt32 {
        let problem = error("'\\u' wants the form '\\u{1F600}', one to six hexadecimal digits of a scalar", at: start)
        guard current == "{" else { throw problem }
        index += 1
        var value: UInt32 = 0
        var digits = 0
        while digits < 6, let digit = hexadecimalDigit() {
            value = value * 16 + digit
            digits += 1
        }
        guard digits > 0, current == "}", Unicode.Scalar(value) != nil else { throw problem }
        index += 1
        return value
    }

    private mutating func characterClass() throws(RegexPatternError) -> ScalarSet {
        let start = index
        index += 1
        let isInverted = current == "^"
        index += isInverted ? 1 : 0
        if current == "]" {
            throw error("the class is empty; write '\\]' for the character", at: start)
        }
        var ranges: [ClosedRange<UInt32>] = []
        while let scalar = current, scalar != "]" {
            if looks(at: "[:") {
                throw error("the POSIX class '[:' is not offered; write '\\[' for the character")
            }
            let from = index
            let first = try classItem()
            guard current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
                switch first {
                case .scalar(let value): ranges.append(value...value)
                case .set(let set): ranges.append(contentsOf: set.ranges)
                }
                continue
            }
            index += 1
            guard case .scalar(let low) = first, case .scalar(let high) = try classItem() else {
                throw error("a range needs a character at both ends", at: from)
            }
            guard low <= high else { throw error("the ends of the range are the wrong way round", at: from) }
            ranges.append(low...high)
        }
        guard current == "]" else {
            throw error("the class is not closed; ']' is missing", at: start)
        }
        index += 1
        let set = ScalarSet(ranges)
        return isInverted ? set.inverted : set
    }

    private mutating func classItem() throws(RegexPatternError) -> Escape {
        guard let scalar = current, scalar != "\\" else { return try escape() }
        index += 1
        return .scalar(scalar.value)
    }
}
