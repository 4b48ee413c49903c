/// Templates that share their beginnings: finds the one that a text fits in one pass over its bytes.
package struct TemplateTree: Sendable {
    /// What may stand in a gap, as a number that is told apart at once.
    enum Form: UInt8, Sendable {
        case end, text, escapedText, unescapedText, plainText, word, otherText, time, noTime, boolean, integer,
            fraction,
            integerWithin, integerBeyond
    }

    /// A step of one or more templates.
    struct Node: Sendable {
        var literalStart: Int32
        var literalCount: Int32
        var form: Form
        /// The place of the words or of the range of a gap.
        var detail: Int32 = 0
        /// Of the template that ends here; else -1.
        var template: Int32 = -1
        var parent: Int32
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
    }

    /// A word of a gap, as a place in ``wordBytes``.
    struct Word: Sendable {
        var start: Int32
        var count: Int32
    }

    /// The most steps that may follow one, which are tried one after the other.
    private static let mostChildren = 128

    private(set) var nodes: [Node] = []
    private(set) var literals: [UInt8] = []
    private(set) var ranges: [ClosedRange<Int>] = []
    /// For each list of words, which of ``words`` are its own.
    private(set) var wordLists: [Range<Int>] = []
    private(set) var words: [Word] = []
    private(set) var wordBytes: [UInt8] = []
    private var knownLists: [[[UInt8]]: Int32] = [:]
    /// The most steps of a template that was added.
    private(set) var mostSteps = 0
    /// The templates that were added.
    package private(set) var count = 0

    /// Makes a tree of no template.
    package init() {}

    /// Adds a template under the next number from 0; nil where it is there already, or where too many begin alike.
    package mutating func add(_ template: JSONTemplate) -> Int? {
        var parent: Int32 = -1
        var isNew = false
        for step in template.steps {
            let (form, detail) = form(of: step.gap)
            if !isNew {
                let (found, siblings) = child(of: parent, step.literal, form, detail)
                if let found {
                    parent = found
                    continue
                }
                guard siblings < Self.mostChildren else { return nil }
                isNew = true
            }
            parent = append(step.literal, form, detail, to: parent)
        }
        guard isNew else { return nil }
        nodes[Int(parent)].template = Int32(truncatingIfNeeded: count)
        mostSteps = max(mostSteps, template.steps.count)
        count += 1
        return count - 1
    }

    private func child(
        of parent: Int32,
        _ literal: [UInt8],
        _ form: Form,
        _ detail: Int32
    ) -> (found: Int32?, siblings: Int) {
        var place = parent < 0 ? (nodes.isEmpty ? -1 : 0) : nodes[Int(parent)].firstChild
        var siblings = 0
        while place >= 0 {
            let node = nodes[Int(place)]
            let start = Int(node.literalStart)
            if node.form == form, node.detail == detail,
                literals[start..<start + Int(node.literalCount)].elementsEqual(literal)
            {
                return (place, siblings)
            }
            siblings += 1
            place = node.nextSibling
        }
        return (nil, siblings)
    }

    /// Adds a step behind those that are there, so that what was learned first is tried first.
    private mutating func append(_ literal: [UInt8], _ form: Form, _ detail: Int32, to parent: Int32) -> Int32 {
        let place = Int32(truncatingIfNeeded: nodes.count)
        let start = Int32(truncatingIfNeeded: literals.count)
        literals += literal
        let count = Int32(truncatingIfNeeded: literal.count)
        var last = parent < 0 ? (nodes.isEmpty ? -1 : 0) : nodes[Int(parent)].firstChild
        nodes.append(Node(literalStart: start, literalCount: count, form: form, detail: detail, parent: parent))
        guard last >= 0 else {
            if parent >= 0 { nodes[Int(parent)].firstChild = place }
            return place
        }
        while nodes[Int(last)].nextSibling >= 0 { last = nodes[Int(last)].nextSibling }
        nodes[Int(last)].nextSibling = place
        return place
    }

    private mutating func form(of gap: TemplateGap) -> (Form, Int32) {
        switch gap {
        case .end: (.end, 0)
        case .text: (.text, 0)
        case .escapedText: (.escapedText, 0)
        case .unescapedText: (.unescapedText, 0)
        case .plainText: (.plainText, 0)
        case .word(let words): (.word, list(words))
        case .otherText(let words): (.otherText, list(words))
        case .time: (.time, 0)
        case .noTime: (.noTime, 0)
        case .boolean: (.boolean, 0)
        case .integer: (.integer, 0)
        case .fraction: (.fraction, 0)
        case .integerWithin(let range): (.integerWithin, self.range(range))
        case .integerBeyond(let range): (.integerBeyond, self.range(range))
        }
    }

    private mutating func range(_ range: ClosedRange<Int>) -> Int32 {
        if let known = ranges.firstIndex(of: range) { return Int32(truncatingIfNeeded: known) }
        ranges.append(range)
        return Int32(truncatingIfNeeded: ranges.count - 1)
    }

    private mutating func list(_ list: [[UInt8]]) -> Int32 {
        if let known = knownLists[list] { return known }
        let first = words.count
        for word in list {
            let start = Int32(truncatingIfNeeded: wordBytes.count)
            wordBytes += word
            words.append(Word(start: start, count: Int32(truncatingIfNeeded: word.count)))
        }
        let place = Int32(truncatingIfNeeded: wordLists.count)
        wordLists.append(first..<words.count)
        knownLists[list] = place
        return place
    }
}
