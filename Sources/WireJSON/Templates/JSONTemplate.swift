/// What many texts have in common, byte by byte: all of one text but for some of its scalars.
///
/// Whatever fits has the same keys in the same order, the same kinds of value and the same white space; what decoding
/// finds in it is the same too, as the gaps take no more than that allows.
package struct JSONTemplate: Sendable {
    /// Bytes, and the gap after them.
    struct Step: Sendable, Equatable {
        var literal: [UInt8]
        var gap: TemplateGap
    }

    /// A byte of a text that fits, counted back from a gap.
    package struct Place: Sendable, Equatable {
        /// The step whose gap comes next.
        package let step: Int
        /// The bytes before the gap.
        package let back: Int
    }

    /// What a template is made from beside its text; all places are offsets of the first byte of a value.
    package struct Knowledge {
        /// What was asked of scalars.
        package var checks: [Int: ScalarCheck] = [:]
        /// Scalars that stay as they are.
        package var fixed: Set<Int> = []
        /// Scalars whose text led to a finding.
        package var refused: Set<Int> = []
        /// Strings whose bytes are wanted of each text that fits.
        package var noted: Set<Int> = []
        /// Whether the texts are whole ones, which may hold line feeds; else each is a line of many.
        package var isOfWholeTexts = false
        /// Whether a string with escapes stays one, and a string without stays without.
        package var keepsEscapes = false
        /// Whether there is no template of a text with a number that has a point or an exponent.
        package var hasFixedFractions = false

        /// Knows nothing.
        package init() {}
    }

    /// The longest text that becomes a template, in bytes.
    package static let longestText = 65_536
    /// The most steps of a template.
    static let mostSteps = 2_048

    let steps: [Step]
    /// The first byte of each gap in the text that the template was made from.
    private let gapStarts: [Int]
    /// The byte after each.
    let gapEnds: [Int]
    /// The bytes of memory that a template takes, about.
    package let size: Int

    /// Makes the template of a text; nil for one that is too long, or where a finding hangs on what no gap can say.
    package init?(_ document: JSONDocument, _ knowledge: Knowledge) {
        let bytes = document.bytes
        guard bytes.count <= Self.longestText else { return nil }
        // Among lines, a line feed is where the next text begins.
        guard knowledge.isOfWholeTexts || !bytes.contains(.lineFeed) else { return nil }
        var (steps, starts, ends, cursor): ([Step], [Int], [Int], Int) = ([], [], [], 0)
        func add(_ gap: TemplateGap, _ range: Range<Int>) {
            steps.append(Step(literal: Array(bytes[cursor..<range.lowerBound]), gap: gap))
            starts.append(range.lowerBound)
            ends.append(range.upperBound)
            cursor = range.upperBound
        }
        for node in document.storage.nodes {
            guard !node.flags.contains(.key), !knowledge.fixed.contains(node.start) else { continue }
            let check = knowledge.checks[node.start]
            let isRefused = knowledge.refused.contains(node.start)
            switch node.kind {
            case .null, .array, .object: continue
            case .bool: add(.boolean, node.start..<node.end)
            case .string:
                if knowledge.keepsEscapes {
                    add(node.flags.contains(.escaped) ? .escapedText : .unescapedText, node.content)
                    break
                }
                let isNoted = knowledge.noted.contains(node.start)
                let gap = TemplateGap.string(check, isRefused: isRefused, isNoted: isNoted)
                guard let gap else { return nil }
                add(gap, node.content)
            case .number:
                let isFraction = bytes[node.start..<node.end].contains { $0 > .nine || $0 == .dot }
                let gap = TemplateGap.number(check, isRefused: isRefused, isFraction: isFraction)
                guard let gap, !(isFraction && knowledge.hasFixedFractions) else { return nil }
                add(gap, node.start..<node.end)
            }
            guard steps.count < Self.mostSteps else { return nil }
        }
        add(.end, bytes.count..<bytes.count)
        self.steps = steps
        gapStarts = starts
        gapEnds = ends
        size = bytes.count + steps.count * 64
    }

    /// Where a byte is that is in no gap; nil beyond the text.
    package func place(of offset: Int) -> Place? {
        gapStarts.firstIndex { $0 >= offset }.map { Place(step: $0, back: gapStarts[$0] - offset) }
    }

    /// The step whose gap is the string that begins at an offset; nil where there is none.
    package func step(ofStringAt offset: Int) -> Int? {
        gapStarts.firstIndex(of: offset + 1)
    }

    /// The step whose gap is a scalar of the text; nil where there is none.
    package func step(ofScalarAt view: JSONView) -> Int? {
        switch view.kind {
        case .string: step(ofStringAt: view.offset)
        case .bool, .number: gapStarts.firstIndex(of: view.offset)
        case .null, .array, .object: nil
        }
    }
}
