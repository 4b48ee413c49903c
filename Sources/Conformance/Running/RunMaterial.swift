import WireJSON

/// What a run needs of a corpus: light entries, and a way to make one of them ready when its turn comes.
package struct RunMaterial: Sendable {
    package var entries: [CaseEntry]
    package var catalogue: Catalogue
    package var shapes: [Shape]
    package var compile: @Sendable (CaseEntry) -> CompiledCase
    package var position: @Sendable (SourceLocation) -> FilePosition
    /// Where each entry stands.
    package var entryPositions: [FilePosition]
    /// Whether a step's place is in the set-up of a suite, rather than of a case.
    package var isSuiteSetup: @Sendable (SourceLocation) -> Bool
    package var knownFailures: [KnownFailure] = []
    package var requirements = RequirementMatrix()
    /// What the models of answers declare.
    package var declared = DeclaredModels()

    package init(
        entries: [CaseEntry],
        catalogue: Catalogue = Catalogue(),
        shapes: [Shape] = [],
        compile: @escaping @Sendable (CaseEntry) -> CompiledCase,
        position: @escaping @Sendable (SourceLocation) -> FilePosition,
        isSuiteSetup: @escaping @Sendable (SourceLocation) -> Bool = { _ in false }
    ) {
        self.entries = entries
        self.catalogue = catalogue
        self.shapes = shapes
        self.compile = compile
        self.position = position
        entryPositions = entries.map { position($0.location) }
        self.isSuiteSetup = isSuiteSetup
    }

    package init(_ corpus: Corpus, _ declared: DeclaredModels = DeclaredModels()) {
        entries = corpus.entries
        catalogue = corpus.catalogue
        shapes = corpus.shapes
        compile = { corpus.compile($0) }
        position = { corpus.position(of: $0) }
        entryPositions = corpus.positionsOfEntries()
        isSuiteSetup = { location in
            corpus.files[Int(location.file)].document.root["setup"]?.range.contains(Int(location.offset)) ?? false
        }
        knownFailures = corpus.knownFailures
        requirements = RequirementMatrix(corpus)
        self.declared = declared
    }
}
