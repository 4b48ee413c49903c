/// A piece of a parsed `$regex`.
indirect enum RegexNode: Sendable, Hashable {
    case empty
    case scalar(UInt32)
    /// `.`
    case anyScalar
    case set(ScalarSet)
    /// `^`
    case start
    /// `$`
    case end
    case sequence([RegexNode])
    case alternatives([RegexNode])
    /// Nil `atMost`: without end.
    case repeated(RegexNode, atLeast: Int, atMost: Int?)

    /// Whether a repeat without end stands in it.
    var hasEndlessRepeat: Bool {
        switch self {
        case .empty, .scalar, .anyScalar, .set, .start, .end: false
        case .sequence(let nodes), .alternatives(let nodes): nodes.contains { $0.hasEndlessRepeat }
        case .repeated(let node, _, let atMost): atMost == nil || node.hasEndlessRepeat
        }
    }

    /// Whether every match begins at the start of the text.
    var isAnchoredAtStart: Bool {
        switch self {
        case .start: true
        case .sequence(let nodes): nodes.first?.isAnchoredAtStart ?? false
        case .alternatives(let nodes): nodes.allSatisfy { $0.isAnchoredAtStart }
        case .repeated(let node, let atLeast, _): atLeast > 0 && node.isAnchoredAtStart
        case .empty, .scalar, .anyScalar, .set, .end: false
        }
    }

    /// How many instructions it comes to; never more than one over the bound, however large its counts are.
    var programLength: Int {
        let limit = RegexPattern.maximumProgramLength + 1
        switch self {
        case .empty:
            return 0
        case .scalar, .anyScalar, .set, .start, .end:
            return 1
        case .sequence(let nodes):
            return min(limit, nodes.reduce(0) { min(limit, $0 + $1.programLength) })
        case .alternatives(let nodes):
            return min(limit, nodes.reduce(0) { min(limit, $0 + $1.programLength + 2) })
        case .repeated(let node, let atLeast, let atMost):
            // Each optional copy needs a fork, one without end a fork and a way back; both factors are within the bound.
            let one = max(1, node.programLength)
            guard let atMost else { return min(limit, min(limit, atLeast) * one + one + 2) }
            return min(limit, min(limit, atLeast) * one + min(limit, max(0, atMost - atLeast)) * (one + 1))
        }
    }
}
