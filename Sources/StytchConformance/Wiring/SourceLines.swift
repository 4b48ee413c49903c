import Conformance
import Synchronization

/// Lines of case files for reports; each is looked up once, as the rows of a case share those of its checks.
final class SourceLines: Sendable {
    private let corpus: Corpus
    private let known = Mutex<[FilePosition: String?]>([:])

    init(_ corpus: Corpus) {
        self.corpus = corpus
    }

    /// The line at a place, redacted; nil where there is none.
    func line(at position: FilePosition) -> String? {
        if let line = known.withLock({ $0[position] }) { return line }
        let line = corpus.sourceLine(at: position)
        known.withLock { $0[position] = .some(line) }
        return line
    }
}
