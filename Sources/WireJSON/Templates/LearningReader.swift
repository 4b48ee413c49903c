import Synchronization

/// Reads texts, and knows those again that differ from an earlier one in their scalars alone: what was read of that one is put down for
/// them too, in less than half the time.
///
/// The documents are just those that ``JSONDocument`` reads. Bounded: once it is full, it learns no more. May be used on any thread; it
/// reads one text at a time, so that threads which read much have one each.
package final class LearningReader: Sendable {
    /// The memory that what was learned may take, in bytes, about.
    fileprivate static let mostBytes = 1 << 20

    /// A class, so that looking a text up copies no list.
    fileprivate final class Known {
        var tree = TemplateTree()
        /// By the numbers of their templates.
        var layouts: [TextLayout] = []
        var bytes = 0
    }

    private let known = Mutex(Known())

    /// Knows no text.
    package init() {}

    /// Reads UTF-8 bytes, in time linear in them.
    ///
    /// - Throws: what reading a ``JSONDocument`` throws.
    package func document(_ bytes: [UInt8]) throws(JSONParseError) -> JSONDocument {
        guard bytes.count <= JSONTemplate.longestText else { return try JSONDocument(bytes) }
        if let storage = known.withLock({ $0.storage(of: bytes) }) { return JSONDocument(storage: storage) }
        let document = try JSONDocument(bytes)
        return known.withLock { $0.learn(document) } ?? document
    }
}

extension LearningReader.Known {
    /// The text by the layout of one that was read before; nil where there is none like it.
    func storage(of bytes: [UInt8]) -> JSONStorage? {
        bytes.withUnsafeBufferPointer { text in
            tree.withFinder(in: text) { finder in
                guard let (number, end) = finder.template(at: 0), end == text.count else { return nil }
                return layouts[number].storage(of: bytes, finder.gaps)
            }
        }
    }

    /// The same document with its layout, which is known from now on; nil where there is none, or no room.
    func learn(_ document: JSONDocument) -> JSONDocument? {
        guard bytes < LearningReader.mostBytes else { return nil }
        var knowledge = JSONTemplate.Knowledge()
        knowledge.isOfWholeTexts = true
        knowledge.keepsEscapes = true
        guard let template = JSONTemplate(document, knowledge), tree.add(template) != nil else { return nil }
        let layout = TextLayout(document, template)
        layouts.append(layout)
        bytes += layout.size
        return JSONDocument(storage: layout.storage(of: document))
    }
}
