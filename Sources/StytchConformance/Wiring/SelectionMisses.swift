import Conformance
import WireJSON

/// What is said of the parts of a selection that select nothing, with what was probably meant.
struct SelectionMisses {
    var corpus: Corpus
    /// Where the cases come from, and the paths as they were typed.
    var place: SelectedPlace

    /// A path that leads to no case.
    func failure(at path: String, status: ExitStatus) -> CommandFailure {
        let typed = place.typed(path)
        if let other = place.source.otherCorpus(of: typed) {
            return CommandFailure(
                .wrongInput,
                "'\(typed)' is of another corpus, '\(other)'",
                hint: "a run takes the cases of one folder; name it with --cases, or run the other by itself"
            )
        }
        if place.source.isFile(typed) {
            return CommandFailure(
                status,
                "'\(typed)' holds no cases",
                hint: "suites hold them; 'stytch-conformance list' names all cases"
            )
        }
        let near = ClosestName.of(path, among: Self.folders(of: corpus.entries.lazy.map(\.id)))
        return CommandFailure(
            status,
            "no case stands below '\(typed)'",
            hint: near.map { "did you mean '\($0)'?" }
                ?? "give a path such as sessions or cases/sessions/get.json; 'stytch-conformance list' names all cases"
        )
    }

    /// What is said where nothing is selected at all.
    func failure(of selection: Selection) -> CommandFailure {
        let failure = CommandFailure.nothingSelected
        guard let near = misses(of: selection).lazy.compactMap(\.near).first else { return failure }
        return CommandFailure(failure.status, failure.message, hint: near)
    }

    /// What is said of each filter and tag that selects, or leaves out, no case of the corpus.
    func warnings(on selection: Selection) -> [String] {
        misses(of: selection).map { miss in
            "warning: \(VisibleText.line(miss.words))\n  hint: \(miss.near.map(VisibleText.line) ?? "'stytch-conformance list' names all cases")\n"
        }
    }

    /// A filter or tag without cases, and what was probably meant.
    private struct Miss {
        var words: String
        var near: String?
    }

    private func misses(of selection: Selection) -> [Miss] {
        let filters = selection.filters.filter { filter in
            let glob = Glob(cases: Self.bare(filter))
            return !corpus.entries.contains { glob.selects($0.id) }
        }
        let tags = selection.tags.filter { tag in
            !corpus.entries.contains { $0.tags.contains { $0.utf8.elementsEqual(Self.bare(tag).utf8) } }
        }
        return filters.map { Miss(words: "no case matches '--filter \($0)'", near: near(filter: Self.bare($0))) }
            + tags.map { Miss(words: "no case has the tag of '--tag \($0)'", near: near(tag: Self.bare($0))) }
    }

    /// Without the mark that leaves cases out.
    private static func bare(_ text: String) -> String { text.hasPrefix("!") ? String(text.dropFirst()) : text }

    /// The filter with the nearest folder, suite or case in place of what stands before its first `*` or `?`.
    private func near(filter: String) -> String? {
        let parts = filter.scalarSplit(separator: "/", omittingEmptySubsequences: false)
        let fixed = parts.prefix { $0.exactRange(of: "*") == nil && $0.exactRange(of: "?") == nil }
        guard !fixed.isEmpty else { return nil }
        let names = Self.folders(of: corpus.entries.lazy.map(\.id), andThemselves: true)
            .filter { $0.utf8.count { $0 == UInt8(ascii: "/") } == fixed.count - 1 }
        let name = fixed.joined(separator: "/")
        guard let near = ClosestName.of(name, among: names), !near.utf8.elementsEqual(name.utf8) else { return nil }
        return "did you mean '\(([near] + parts.dropFirst(fixed.count).map(String.init)).joined(separator: "/"))'?"
    }

    private func near(tag: String) -> String? {
        if tag.utf8.contains(UInt8(ascii: ",")) { return "give --tag once for each tag" }
        var tags: Set<String> = []
        for entry in corpus.entries { tags.formUnion(entry.tags) }
        return ClosestName.of(tag, among: tags.sorted()).map { "did you mean '\($0)'?" }
    }

    /// All folders and suites that ids stand below, and the ids themselves where they are wanted too; sorted.
    private static func folders(of ids: some Sequence<String>, andThemselves: Bool = false) -> [String] {
        var names: Set<String> = []
        for id in ids {
            if andThemselves { names.insert(id) }
            var rest = id[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                guard names.insert(String(rest)).inserted else { break }
            }
        }
        return names.sorted()
    }
}

/// Where the cases of a selection come from, and its paths as they were typed.
struct SelectedPlace: Sendable {
    var source: CorpusSource
    var paths: [String]

    /// The path as it was typed that leads to this one within the corpus.
    func typed(_ path: String) -> String {
        paths.first { source.selectionPath($0)?.utf8.elementsEqual(path.utf8) == true } ?? path
    }
}
