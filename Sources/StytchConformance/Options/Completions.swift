import ArgumentParser
import Conformance
import WireJSON

/// What a shell offers while a word is typed; asked of the program each time, so that it fits the cases at hand.
///
/// Nothing is offered where the cases cannot be read: whoever is typing is not the one to be told why.
enum Completions {
    /// Codes that `explain` knows, each once: some stand for several things.
    static let codes = CompletionKind.custom { _, _, _ in Set(Explanations.all.map(\.code)).sorted() }
    /// Names of operations.
    static let operations = CompletionKind.custom { words, _, _ in
        (corpus(words)?.catalogue.operations ?? []).map(\.name)
    }
    /// Ids of cases.
    static let caseIDs = CompletionKind.custom { words, _, _ in cases(words).map(\.id) }
    /// Tags of cases, each once.
    static let tags = CompletionKind.custom { words, _, _ in Set(cases(words).flatMap(\.tags)).sorted() }

    private static func cases(_ words: [String]) -> [CaseEntry] {
        corpus(words)?.entries ?? []
    }

    /// The cases of the folder that `--cases` names in the words typed so far, else the usual ones.
    private static func corpus(_ words: [String]) -> Corpus? {
        let folder = words.lastIndex { $0.utf8.elementsEqual("--cases".utf8) }.flatMap {
            words.indices.contains($0 + 1) ? words[$0 + 1] : nil
        }
        guard let source = try? CorpusSource.resolved(option: folder, paths: []), let files = try? source.files() else {
            return nil
        }
        return CorpusLoader.load(files, options: Loading.options(JSONObject())).corpus
    }
}
