/// An observed shape that recognises texts of layouts that it has met: of these it counts how many there were.
///
/// What it has seen in the end is just what ``ObservedShape`` would have. Bounded: once it is full, it learns no more.
package struct LearningShape: Sendable {
    /// The memory that what was learned may take, in bytes, about: little, as each worker of a run has shapes of its own.
    ///
    /// A layout counts as what a place in a table takes: the reader keeps it anyway.
    private static let mostBytes = 64 << 10
    private static let bytesOfLayout = 64

    private struct Known: Sendable {
        var sketch: ShapeSketch
        var places: [Int32]
        /// The nodes whose texts are words, and where the shape keeps these.
        var words: [(node: Node.Index, place: Int32)]
        var count = 0
    }

    /// Without the texts that were recognised.
    private var shape: ObservedShape
    private let empty: ObservedShape
    private var known: [Known] = []
    private var numbers: [TextLayout: Int] = [:]
    private var bytes = 0

    /// Makes a shape of no text.
    package init(_ settings: ShapeSettings = ShapeSettings()) {
        shape = ObservedShape(settings)
        empty = shape
    }

    /// Adds a text.
    package mutating func fold(_ document: JSONDocument) {
        guard let layout = document.layout else {
            shape.fold(document)
            return
        }
        if let number = numbers[layout] {
            count(document, number)
        } else {
            shape.fold(document)
            learn(document, layout)
        }
    }

    /// Adds what another shape with equal settings saw, as ``ObservedShape/merge(_:)`` does.
    package mutating func merge(_ other: LearningShape) {
        shape.merge(other.observed)
    }

    /// What all texts look like together.
    package var observed: ObservedShape {
        var all = shape
        for known in known where known.count > 0 { all.add(known.sketch, known.places, times: known.count) }
        return all
    }

    /// The same kinds stand at the same places, so only its words are looked at.
    private mutating func count(_ document: JSONDocument, _ number: Int) {
        known[number].count += 1
        guard !known[number].words.isEmpty else { return }
        document.storage.withMemory { memory in
            for word in known[number].words {
                memory.nodes[word.node].withContent(in: memory.bytes) { shape.keepWord($0, at: word.place) }
            }
        }
    }

    private mutating func learn(_ document: JSONDocument, _ layout: TextLayout) {
        guard bytes < Self.mostBytes, let sketch = empty.sketch(of: document.root) else { return }
        let nodes = document.storage.nodes
        let words = nodes.indices.compactMap { node in
            nodes[node].flags.contains(.key) ? nil : sketch.words[nodes[node].start].map { (node: node, place: $0) }
        }
        numbers[layout] = known.count
        known.append(Known(sketch: sketch, places: shape.places(of: sketch), words: words))
        bytes += Self.bytesOfLayout + sketch.size
    }
}
