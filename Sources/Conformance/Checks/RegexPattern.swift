/// A pattern of `$regex`: text matches where any part of it does, in time linear in the text.
///
/// It works on Unicode scalars; `\d \w \s` are ASCII; `.` is any scalar but the line feed; `^` and `$` are the ends
/// of the whole text. There is no backtracking: what would need it (back-references, look-around) is refused, as are
/// flags. The time is at most the length of the text times that of the program.
package struct RegexPattern: Sendable {
    /// As it stands in the case file.
    package let source: String
    private let strategy: Strategy

    /// The longest source that is taken, in bytes of UTF-8.
    package static let maximumSourceLength = 65_536
    /// The most instructions that a source may come to once its counted repeats are written out.
    package static let maximumProgramLength = 131_072
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
        let size = node.programLength
        guard size <= Self.maximumProgramLength else {
            throw RegexPatternError(
                message: "the pattern comes to more than \(Self.maximumProgramLength) steps; use smaller repeat counts",
                offset: 0
            )
        }
        self.source = source
        self.strategy = Strategy(node)
    }

    /// Whether any part of the text matches.
    package func matches(_ text: String) -> Bool {
        switch strategy {
        case .anyButLineFeed:
            text.utf8.contains { $0 != 0x0A }
        case .literal(let literal, let fromStart, let toEnd):
            Self.holds(text, literal, fromStart: fromStart, toEnd: toEnd)
        case .program(let program):
            program.matches(text)
        }
    }

    /// How the commonest patterns are matched without running a program.
    private enum Strategy: Sendable {
        /// `.` alone.
        case anyButLineFeed
        /// Letters alone, perhaps with `^` before or `$` after them.
        case literal([UInt8], fromStart: Bool, toEnd: Bool)
        case program(RegexProgram)

        init(_ node: RegexNode) {
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
                guard case .scalar(let value) = part, let scalar = Unicode.Scalar(value) else {
                    self = .program(RegexProgram(node))
                    return
                }
                letters.append(scalar)
            }
            self = .literal(Array(String(letters).utf8), fromStart: fromStart, toEnd: toEnd)
        }
    }

    private static func holds(_ text: String, _ literal: [UInt8], fromStart: Bool, toEnd: Bool) -> Bool {
        let bytes = text.utf8
        switch (fromStart, toEnd) {
        case (true, true): return bytes.elementsEqual(literal)
        case (true, false): return bytes.starts(with: literal)
        case (false, true): return bytes.count >= literal.count && bytes.suffix(literal.count).elementsEqual(literal)
        case (false, false): return ByteSearch.firstRange(of: literal, in: Array(bytes)) != nil
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
