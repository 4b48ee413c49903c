/// Texts that decode into one type without a finding, as far as others of their layout did before.
///
/// A value: each thread may have its own, or a copy of one that has learned. Bounded: once it is full, it learns no
/// more.
package struct CleanTexts: Sendable {
    /// The memory that what was learned may take, with its layouts, in bytes, about.
    private static let mostBytes = 1 << 20

    /// What must be so of the scalars of a layout.
    private var conditions: [TextLayout: [ScalarCondition]] = [:]
    private var bytes = 0

    /// Knows no text.
    package init() {}

    /// Whether more can be learned.
    package var hasRoom: Bool { bytes < Self.mostBytes }

    /// Whether decoding this text into the type is known to find nothing; where it is not, only decoding can tell.
    ///
    /// Looks at those scalars alone of which the type asks more than their kind.
    package func hold(_ document: JSONDocument) -> Bool {
        guard let layout = document.layout, let conditions = conditions[layout] else { return false }
        return document.storage.withMemory { memory in conditions.allSatisfy { $0.holds(in: memory) } }
    }

    /// Learns from a text that was decoded whole into the type, unless there were findings.
    package mutating func learn(_ document: JSONDocument, _ decoding: WatchedDecoding) {
        guard decoding.findings.isEmpty, hasRoom, let layout = document.layout, conditions[layout] == nil else {
            return
        }
        var learned: [ScalarCondition] = []
        for (place, node) in document.storage.nodes.enumerated() where !node.flags.contains(.key) {
            guard let check = decoding.checks[node.start] else { continue }
            guard let condition = ScalarCondition(of: place, check, node.kind) else { return }
            learned.append(condition)
        }
        conditions[layout] = learned
        bytes += layout.size + learned.count * MemoryLayout<ScalarCondition>.stride
    }
}

/// What must be so of a scalar, that decoding finds nothing in it.
struct ScalarCondition: Sendable {
    private enum Rule {
        case word([[UInt8]])
        case time
        case integer(ClosedRange<Int>)
    }

    private let place: Node.Index
    private let rule: Rule

    /// Nil where more was asked of the scalar than can be told beforehand.
    init?(of place: Node.Index, _ check: ScalarCheck, _ kind: JSONKind) {
        self.place = place
        switch (check, kind) {
        case (.word(let words), .string): rule = .word(words)
        case (.time, .string): rule = .time
        case (.integer(let range), .number): rule = .integer(range)
        default: return nil
        }
    }

    /// Whether it is so in a text of the same layout; false also where only decoding can tell, as with escapes.
    func holds(in memory: NodeMemory) -> Bool {
        let node = memory.nodes[place]
        switch rule {
        case .integer(let range): return memory.smallInteger(at: place).map(range.contains) ?? false
        case .word(let words):
            let text = UnsafeBufferPointer(rebasing: memory.bytes[node.content])
            return words.contains { word in word.withUnsafeBufferPointer { $0.hasSameBytes(as: text) } }
        case .time: return TimeScanner.time(UnsafeBufferPointer(rebasing: memory.bytes[node.content])) != nil
        }
    }
}
