/// An observed shape that recognises texts which look like earlier ones: of these it counts how many there were.
///
/// What it has seen in the end is just what ``ObservedShape`` would have. Bounded: once it is full, it learns no more.
package struct LearningShape: Sendable {
    /// The memory that what was learned may take, in bytes, about: little, as each worker of a run has shapes of its own.
    private static let mostBytes = 64 << 10

    private struct Known: Sendable {
        var sketch: ShapeSketch
        var places: [Int32]
        /// The steps whose gaps are words, and where the shape keeps these.
        var words: [(step: Int, place: Int32)]
        var count = 0
    }

    /// Without the texts that were recognised.
    private var shape: ObservedShape
    private let empty: ObservedShape
    private var tree = TemplateTree()
    private var known: [Known] = []
    private var bytes = 0

    /// Makes a shape of no text.
    package init(_ settings: ShapeSettings = ShapeSettings()) {
        shape = ObservedShape(settings)
        empty = shape
    }

    /// Adds a text.
    package mutating func fold(_ document: JSONDocument) {
        if recognise(document.bytes) { return }
        shape.fold(document)
        learn(document)
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

    private mutating func recognise(_ bytes: [UInt8]) -> Bool {
        let tree = tree
        return bytes.withUnsafeBufferPointer { text in
            tree.withFinder(in: text) { finder in
                guard let (number, end) = finder.template(at: 0), end == text.count else { return false }
                known[number].count += 1
                for word in known[number].words {
                    let gap = finder.gaps[word.step]
                    shape.keepWord(UnsafeBufferPointer(rebasing: text[gap.start..<gap.end]), at: word.place)
                }
                return true
            }
        }
    }

    private mutating func learn(_ document: JSONDocument) {
        guard bytes < Self.mostBytes, let sketch = empty.sketch(of: document.root) else { return }
        var knowledge = JSONTemplate.Knowledge()
        knowledge.noted = Set(sketch.words.keys)
        knowledge.isOfWholeTexts = true
        guard let template = JSONTemplate(document, knowledge) else { return }
        let words = sketch.words.compactMap { offset, place in
            template.step(ofStringAt: offset).map { (step: $0, place: place) }
        }
        guard words.count == sketch.words.count, tree.add(template) != nil else { return }
        known.append(Known(sketch: sketch, places: shape.places(of: sketch), words: words.sorted { $0.step < $1.step }))
        bytes += template.size + sketch.size
    }
}
