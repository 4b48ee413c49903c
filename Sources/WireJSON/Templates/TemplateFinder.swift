/// Finds the template that a text fits, over the memory of a tree.
///
/// Each step has one place in a text where it can be, as what stands in a gap ends where it must: so each is tried once
/// at most, and the time is bounded by the tree.
package struct TemplateFinder {
    /// Where a gap was found.
    package struct Gap {
        package var start = 0
        package var end = 0
        /// The place of the word in the list of its gap; -1 where there is no list, or it is none of them.
        package var word = -1
    }

    private let nodes: UnsafeBufferPointer<TemplateTree.Node>
    private let literals: UnsafeBufferPointer<UInt8>
    private let tree: TemplateTree
    private let text: UnsafeBufferPointer<UInt8>
    private let scanner: GapScanner
    /// The gaps of the text that was found, one for each step.
    package let gaps: UnsafeMutableBufferPointer<Gap>

    fileprivate init(
        _ tree: TemplateTree,
        _ nodes: UnsafeBufferPointer<TemplateTree.Node>,
        _ literals: UnsafeBufferPointer<UInt8>,
        _ gaps: UnsafeMutableBufferPointer<Gap>,
        in text: UnsafeBufferPointer<UInt8>
    ) {
        self.tree = tree
        self.nodes = nodes
        self.literals = literals
        self.gaps = gaps
        self.text = text
        scanner = GapScanner(text: text)
    }

    /// The template that the bytes from `start` up to a line feed, or the end, fit, and which byte that is.
    package func template(at start: Int) -> (number: Int, end: Int)? {
        guard !nodes.isEmpty else { return nil }
        var (node, depth, position) = (0, 0, start)
        while true {
            if let end = passed(nodes[node], at: position, depth) {
                if nodes[node].template >= 0 { return (Int(nodes[node].template), end) }
                node = Int(nodes[node].firstChild)
                depth += 1
                position = end
                continue
            }
            // What comes after an earlier gap may have begun in another way.
            while nodes[node].nextSibling < 0 {
                node = Int(nodes[node].parent)
                depth -= 1
                guard node >= 0 else { return nil }
            }
            node = Int(nodes[node].nextSibling)
            position = depth == 0 ? start : gaps[depth - 1].end
        }
    }

    /// Notes where the gap of a step is; gives the byte after it, or nil where the text differs.
    @inline(__always)
    private func passed(_ node: TemplateTree.Node, at position: Int, _ depth: Int) -> Int? {
        let start = position &+ Int(node.literalCount)
        guard start <= text.count, hasLiteral(node, at: position) else { return nil }
        gaps[depth].start = start
        guard let end = end(of: node, from: start, depth) else { return nil }
        gaps[depth].end = end
        return end
    }

    /// The text is known to be long enough.
    @inline(__always)
    private func hasLiteral(_ node: TemplateTree.Node, at position: Int) -> Bool {
        let count = Int(node.literalCount)
        guard let own = literals.baseAddress, let other = text.baseAddress else { return count == 0 }
        return UnsafeBufferPointer.isSame(own + Int(node.literalStart), other + position, count)
    }

    @inline(__always)
    private func end(of node: TemplateTree.Node, from start: Int, _ depth: Int) -> Int? {
        switch node.form {
        case .text: return scanner.endOfText(from: start)
        case .escapedText:
            guard let end = scanner.endOfText(from: start) else { return nil }
            return text[start..<end].contains(.backslash) ? end : nil
        case .unescapedText: return scanner.endOfUnescapedText(from: start)
        case .end: return start == text.count || text[start] == .lineFeed ? start : nil
        case .boolean: return scanner.endOfBoolean(from: start)
        case .integer: return scanner.endOfInteger(from: start)
        case .fraction: return scanner.endOfFraction(from: start)
        case .integerWithin, .integerBeyond:
            guard let end = scanner.endOfInteger(from: start), let value = scanner.smallInteger(start..<end) else {
                return nil
            }
            return tree.ranges[Int(node.detail)].contains(value) == (node.form == .integerWithin) ? end : nil
        case .plainText: return scanner.endOfPlainText(from: start)
        case .word, .otherText:
            guard let end = scanner.endOfPlainText(from: start) else { return nil }
            gaps[depth].word = word(start..<end, in: Int(node.detail))
            return (gaps[depth].word >= 0) == (node.form == .word) ? end : nil
        case .time, .noTime:
            guard let end = scanner.endOfPlainText(from: start) else { return nil }
            let isTime = TimeScanner.time(UnsafeBufferPointer(rebasing: text[start..<end])) != nil
            return isTime == (node.form == .time) ? end : nil
        }
    }

    private func word(_ range: Range<Int>, in list: Int) -> Int {
        let words = tree.wordLists[list]
        let found = words.first { place in
            let word = tree.words[place]
            guard Int(word.count) == range.count else { return false }
            for offset in 0..<range.count
            where tree.wordBytes[Int(word.start) + offset] != text[range.lowerBound + offset] {
                return false
            }
            return true
        }
        return found.map { $0 - words.lowerBound } ?? -1
    }
}

extension TemplateTree {
    /// Hands a function what finds templates in some bytes, as long as it runs.
    package func withFinder<Result>(
        in text: UnsafeBufferPointer<UInt8>,
        _ body: (TemplateFinder) throws -> Result
    ) rethrows -> Result {
        try withUnsafeTemporaryAllocation(of: TemplateFinder.Gap.self, capacity: mostSteps) { gaps in
            gaps.initialize(repeating: TemplateFinder.Gap())
            return try nodes.withUnsafeBufferPointer { nodes in
                try literals.withUnsafeBufferPointer { literals in
                    try body(TemplateFinder(self, nodes, literals, gaps, in: text))
                }
            }
        }
    }
}
