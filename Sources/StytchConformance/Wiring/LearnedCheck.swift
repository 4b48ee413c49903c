import SessionModels
import Synchronization
import WireJSON

/// Decodes answers into one model, and recognises those that look just like answers in which nothing was found: thousands of cases get
/// much the same answer, and decoding was the most that a case cost.
///
/// May be used on any thread.
final class LearnedCheck: Sendable {
    private let entry: ModelEntry
    private let clean = Mutex(CleanTexts())

    /// Knows no answer yet.
    init(_ entry: ModelEntry) {
        self.entry = entry
    }

    /// What decoding a value finds, which is a whole text or part of one.
    func findings(in view: JSONView) -> [DecodingFinding] {
        guard view.offset == view.document.root.offset else { return entry.decode(view) }
        // A copy, so that no thread waits for another.
        let known = clean.withLock { $0 }
        if known.hold(view.document) { return [] }
        guard known.hasRoom, view.document.layout != nil else { return entry.decode(view) }
        let decoding = entry.watch(view)
        if decoding.findings.isEmpty { clean.withLock { $0.learn(view.document, decoding) } }
        return decoding.findings
    }
}
