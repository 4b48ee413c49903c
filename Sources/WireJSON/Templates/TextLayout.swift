/// How a text was read: its nodes, and how far each of their places moves in a text that fits the same template.
///
/// Such a text has the same nodes, but for their places, so they are put down without reading it again. Two layouts are the same only if
/// they are one object: what was learned of the texts of a layout is kept under it.
package final class TextLayout: Sendable {
    /// The gaps that end at or before the first and the last byte of a node.
    private struct Steps: Sendable {
        var start: UInt16
        var end: UInt16
    }

    private let nodes: [Node]
    private let steps: [Steps]
    private let lineStarts: [UInt32]
    private let lineSteps: [UInt16]
    private let duplicates: [DuplicateKeys.Entry]
    /// The byte after each gap in the text that the layout was made from.
    private let gapEnds: [Int]
    /// The bytes of memory that a layout takes with its template, about.
    package let size: Int

    /// Makes the layout of a text, of what all texts of the layout fit: the template of this one as a whole.
    init(_ document: JSONDocument, _ template: JSONTemplate) {
        let storage = document.storage
        // The last gap is the end of the text.
        let gapEnds = Array(template.gapEnds.dropLast())
        /// How many gaps end at or before a byte, which only grows with the byte.
        func count(upTo offset: Int) -> UInt16 {
            var (low, high) = (0, gapEnds.count)
            while low < high {
                let middle = (low + high) / 2
                if gapEnds[middle] <= offset { low = middle + 1 } else { high = middle }
            }
            return UInt16(truncatingIfNeeded: low)
        }
        nodes = storage.nodes
        steps = storage.nodes.map { Steps(start: count(upTo: $0.start), end: count(upTo: $0.end)) }
        lineStarts = storage.lineStarts
        lineSteps = storage.lineStarts.map { count(upTo: Int($0)) }
        duplicates = storage.duplicates
        self.gapEnds = gapEnds
        size = template.size + nodes.count * 20 + lineStarts.count * 6 + gapEnds.count * 8
    }

    /// The text of a document, which this layout was made from, as one of this layout.
    func storage(of document: JSONDocument) -> JSONStorage {
        JSONStorage(
            bytes: document.bytes,
            nodes: nodes,
            lineStarts: lineStarts,
            duplicates: duplicates,
            layout: self
        )
    }

    /// A text of this layout, whose gaps are where its template found them.
    func storage(of bytes: [UInt8], _ gaps: UnsafeMutableBufferPointer<TemplateFinder.Gap>) -> JSONStorage {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: gapEnds.count + 1) { shifts in
            shifts.initializeElement(at: 0, to: 0)
            for (place, end) in gapEnds.enumerated() {
                shifts.initializeElement(at: place + 1, to: gaps[place].end - end)
            }
            return JSONStorage(
                bytes: bytes,
                nodes: moved(shifts),
                lineStarts: lineStarts.indices.map { place in
                    UInt32(truncatingIfNeeded: Int(lineStarts[place]) + shifts[Int(lineSteps[place])])
                },
                duplicates: duplicates,
                layout: self
            )
        }
    }

    private func moved(_ shifts: UnsafeMutableBufferPointer<Int>) -> [Node] {
        [Node](unsafeUninitializedCapacity: nodes.count) { target, count in
            for place in nodes.indices {
                let node = nodes[place].moved(by: shifts[Int(steps[place].start)], shifts[Int(steps[place].end)])
                target.initializeElement(at: place, to: node)
            }
            count = nodes.count
        }
    }
}

extension TextLayout: Hashable {
    package static func == (left: TextLayout, right: TextLayout) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
