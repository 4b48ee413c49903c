/// A pattern of `$regex`: text matches where any part of it does, in time linear in the text and bounded by a budget.
///
/// It works on Unicode scalars; `\d \w \s` are ASCII; `.` is any scalar but the line feed; `^` and `$` are the ends
/// of the whole text. There is no backtracking: what would need it (back-references, look-around) is refused, as are
/// flags. A match takes at most the length of the text times that of the program, counted in steps.
package struct RegexPattern: Sendable {
    /// As it stands in the case file.
    package let source: String
    /// How many instructions it comes to once its counted repeats are written out; one over the bound for more.
    let programLength: Int
    private let strategy: Strategy

    /// The longest source that is taken, in bytes of UTF-8.
    package static let maximumSourceLength = 65_536
    /// The most instructions that a source may come to once its counted repeats are written out.
    package static let maximumProgramLength = 10_000
    /// How deep groups may stand in each other.
    package static let maximumGroupDepth = 250

    /// Reads a source and makes it ready to match.
    ///
    /// - Throws: `RegexPatternError` where the source is too long, malformed, asks for what is not offered, or holds a
    ///   repeat without end inside another.
    package init(_ source: String) throws(RegexPatternError) {
        guard source.utf8.count <= Self.maximumSourceLength else {
            throw RegexPatternError(
                message: "the pattern has \(source.utf8.count) bytes; at most \(Self.maximumSourceLength) are taken",
                offset: 0
            )
        }
        var parser = RegexParser(source)
        let node = try parser.parse()
        self.source = source
        programLength = node.programLength
        if let simple = Strategy(simple: node) {
            strategy = simple
            return
        }
        guard programLength <= Self.maximumProgramLength else {
            throw RegexPatternError(
                message: "the pattern comes to more than \(Self.maximumProgramLength) steps",
                offset: 0,
                hint: "use smaller repeat counts; '$length' checks how long a text is"
            )
        }
        strategy = .program(RegexProgram(node))
    }

    /// Whether any part of the text matches; nil where the budget ran out before that was known.
    package func matches(_ text: String, within budget: inout RegexBudget) -> Bool? {
        switch strategy {
        case .anyButLineFeed: text.utf8.contains { $0 != 0x0A }
        case .anywhere(let literal): literal.isIn(text.utf8)
        case .literal(let literal): text.utf8.elementsEqual(literal)
        case .beginning(let literal): text.utf8.starts(with: literal)
        case .ending(let literal):
            text.utf8.count >= literal.count && text.utf8.suffix(literal.count).elementsEqual(literal)
        case .program(let program): program.matches(text, within: &budget)
        }
    }

    /// How a pattern is matched: the commonest without running a program, each byte being looked at once or twice.
    private enum Strategy: Sendable {
        /// `.` alone.
        case anyButLineFeed
        /// Letters alone.
        case anywhere(LiteralSearch)
        /// Letters with `^` before and `$` after them.
        case literal([UInt8])
        /// Letters with `^` before them.
        case beginning([UInt8])
        /// Letters with `$` after them.
        case ending([UInt8])
        case program(RegexProgram)

        /// Nil where the pattern needs a program.
        init?(simple node: RegexNode) {
            var parts: ArraySlice<RegexNode>
            if case .sequence(let nodes) = node {
                parts = nodes[...]
            } else {
                parts = [node]
            }
            if parts.count == 1, parts.first == .anyScalar {
                self = .anyButLineFeed
                return
            }
            let fromStart = parts.first == .start
            parts = fromStart ? parts.dropFirst() : parts
            let toEnd = parts.last == .end
            parts = toEnd ? parts.dropLast() : parts
            var letters = String.UnicodeScalarView()
            for part in parts {
                guard case .scalar(let value) = part, let scalar = Unicode.Scalar(value) else { return nil }
                letters.append(scalar)
            }
            let literal = Array(String(letters).utf8)
            switch (fromStart, toEnd) {
            case (true, true): self = .literal(literal)
            case (true, false): self = .beginning(literal)
            case (false, true): self = .ending(literal)
            case (false, false): self = .anywhere(LiteralSearch(literal))
            }
        }
    }
}

extension RegexPattern: Hashable {
    package static func == (left: RegexPattern, right: RegexPattern) -> Bool {
        left.source.utf8.elementsEqual(right.source.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in source.utf8 {
            hasher.combine(byte)
        }
    }
}
