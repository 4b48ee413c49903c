/// Texts that decode into one type without a finding, as far as others like them did before.
///
/// A value: each thread may have its own, or a copy of one that has learned. Bounded: once it is full, it learns no
/// more.
package struct CleanTexts: Sendable {
    /// The memory that what was learned may take, in bytes, about.
    private static let mostBytes = 1 << 20

    private var tree = TemplateTree()
    private var bytes = 0

    /// Knows no text.
    package init() {}

    /// Whether more can be learned.
    package var hasRoom: Bool { bytes < Self.mostBytes }

    /// Whether decoding this text into the type is known to find nothing; where it is not, only decoding can tell.
    ///
    /// Linear in the text; makes no nodes of it.
    package func hold(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            tree.withFinder(in: text) { $0.template(at: 0)?.end == text.count }
        }
    }

    /// Learns from a text that was decoded whole into the type, unless there were findings.
    package mutating func learn(_ document: JSONDocument, _ decoding: WatchedDecoding) {
        guard decoding.findings.isEmpty, hasRoom else { return }
        var knowledge = JSONTemplate.Knowledge()
        knowledge.checks = decoding.checks
        knowledge.isOfWholeTexts = true
        guard let template = JSONTemplate(document, knowledge), tree.add(template) != nil else { return }
        bytes += template.size
    }
}
