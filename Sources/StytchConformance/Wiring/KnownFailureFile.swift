import Conformance
import WireJSON

/// The file that holds the list of known failures.
struct KnownFailureFile: Sendable, Hashable {
    /// The name of the list in a corpus.
    static let name = "known-failures.json"

    /// Where it is read from, and written to.
    var path: String

    /// The files of a corpus with this list in place of their own.
    ///
    /// - Throws: `CommandFailure` with status 2 where the file is there and cannot be read.
    func replacing(in files: [CorpusFile]) throws -> [CorpusFile] {
        let others = files.filter { !$0.name.utf8.elementsEqual(Self.name.utf8) }
        guard LocalFiles.exists(path) else { return others }
        do {
            return others + [CorpusFile(path: path, name: Self.name, bytes: try LocalFiles.bytes(of: path))]
        } catch {
            throw CommandFailure(.wrongInput, error.message)
        }
    }

    /// Writes the list anew after a whole run, and says what changed.
    ///
    /// - Throws: `CommandFailure` with status 3 where it cannot be written.
    func update(_ corpus: Corpus, after result: RunResult) async throws -> String {
        let update = KnownFailureUpdate(corpus.knownFailures, after: result, of: corpus.entries)
        guard !update.isEmpty else { return "known failures: '\(VisibleText.line(path))' stays as it is\n" }
        do throws(LocalFiles.Problem) {
            try await StagedFiles.write(Array((update.json.text(.pretty) + "\n").utf8), to: path)
        } catch {
            throw CommandFailure(error)
        }
        let words = "\(update.added) added, \(update.changed) changed, \(update.removed) removed"
        let hint =
            update.added > 0 ? "  hint: fill in 'reason' and 'link' of what was added, and look at 'until'\n" : ""
        return "known failures: '\(VisibleText.line(path))': \(words)\n\(hint)"
    }
}

extension CommandFailure {
    /// A list is to be written anew by a run that does not show all of it.
    static func partialUpdate(_ why: String) -> CommandFailure {
        CommandFailure(
            .wrongInput,
            "'--update-known-failures' needs a whole run: \(why)",
            hint: "run every case: no path, no --filter, no --tag, no --fail-fast"
        )
    }
}
