import Synchronization
import WireJSON

/// The secrets that nothing written may hold: those of the whole program, and those of every case that is shown.
///
/// Redaction takes them out of what is shown; this is the net below it. Left out is what would be met by chance: short values, single
/// words (see `SecretForms`), and what the case files themselves say, which is no secret to who can read them. Safe to use
/// from any thread.
package final class GuardedSecrets: Sendable {
    private struct State {
        var index = SecretIndex()
        /// The kinds of secrets, which are the tags of the index.
        var kinds: [String] = []
        /// Fingerprints of what the case files say; made when it is first asked for.
        var spoken: Set<UInt64>?
        var speak: (@Sendable () -> Set<UInt64>)?

        mutating func insert(_ forms: [[UInt8]], kind: String) {
            let tag: Int
            if let known = kinds.firstIndex(where: { $0.utf8.elementsEqual(kind.utf8) }) {
                tag = known
            } else {
                kinds.append(kind)
                tag = kinds.count - 1
            }
            for form in forms where !kinds.contains(where: { LabelText.ends(with: form, kind: $0) }) {
                index.insert(form, tag: tag)
            }
        }
    }

    private let state = Mutex(State())

    package init() {}

    /// Guards a value that no file may hold, such as the project's secret.
    package func add(_ value: String, kind: String) {
        let forms = SecretForms.folded(of: value)
        state.withLock { $0.insert(forms, kind: kind) }
    }

    /// Guards the secrets of a case, but for those that the case files say.
    package func add(_ secrets: SecretList) {
        let found = secrets.entries.filter(\.isWhole).map { entry in
            (forms: SecretForms.folded(of: entry.value), kind: entry.kind, mark: SpokenTexts.mark(of: entry.value))
        }
        state.withLock { state in
            if state.spoken == nil { state.spoken = state.speak?() ?? [] }
            for secret in found where state.spoken?.contains(secret.mark) != true && !secret.forms.isEmpty {
                state.insert(secret.forms, kind: secret.kind)
            }
        }
    }

    /// Says which texts the case files hold; called when the first case has secrets to guard.
    package func exempt(_ corpus: Corpus) {
        state.withLock {
            $0.speak = { SpokenTexts.marks(in: corpus) }
            $0.spoken = nil
        }
    }

    /// A scan for all that is guarded now.
    package func scan() -> LeakScan {
        state.withLock { LeakScan($0.index, kinds: $0.kinds) }
    }

    /// The kind of a secret in a whole text; nil where there is none.
    package func leak(in text: [UInt8]) -> String? {
        // Under the lock: a scan that is kept would make the next case that adds its secrets copy all of them.
        state.withLock { state in
            var scan = LeakScan(state.index, kinds: state.kinds)
            return scan.leak(in: text) ?? scan.leakAtEnd()
        }
    }
}

/// The labels of redaction, which must not be taken for what they stand for.
private enum LabelText {
    /// Whether a form is the end of a label such as `[password 1]`.
    static func ends(with form: [UInt8], kind: String) -> Bool {
        var word = form[...]
        while let last = word.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) { word.removeLast() }
        return word.count < form.count && TextFolding.folded(Array(kind.utf8)).ends(with: word)
    }
}

extension [UInt8] {
    fileprivate func ends(with other: ArraySlice<UInt8>) -> Bool { suffix(other.count).elementsEqual(other) }
}

/// What the files of a corpus say, as marks of all their texts.
enum SpokenTexts {
    static func mark(of text: String) -> UInt64 {
        text.utf8.reduce(SecretIndex.seed, SecretIndex.mix)
    }

    /// The marks of the texts of all files but those of `--variable`, which come from outside.
    static func marks(in corpus: Corpus) -> Set<UInt64> {
        var marks: Set<UInt64> = []
        for file in corpus.files where !file.path.utf8.elementsEqual(SourceFile.variablesPath.utf8) {
            file.document.forEachString { text in
                if text.count >= SecretForms.shortest { marks.insert(text.reduce(SecretIndex.seed, SecretIndex.mix)) }
            }
        }
        return marks
    }
}
