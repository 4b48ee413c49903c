package import WireJSON

/// Everything that was loaded and found good: files, catalogue, shapes and a light entry for each case.
///
/// Cases stay in their source form; `compile(_:)` makes one ready when it is about to run, so 100,000 rows stay small.
package struct Corpus: Sendable {
    package var files: [SourceFile]
    package var catalogue: Catalogue
    package var shapes: [Shape]
    package var requirements: [Requirement]
    /// What `known-failures.json` says, in its order.
    package var knownFailures: [KnownFailure] = []
    /// In corpus order: by path, then by place in the file, then by row.
    package var entries: [CaseEntry]
    /// The constants of the run (`--variable`), which override those of every suite.
    package var constants: JSONObject
    /// Stored answers, fragments and suites by their parsed form; owned by the loader.
    package var library: CaseLibrary

    /// Where a location stands, for people.
    package func position(of location: SourceLocation) -> FilePosition {
        let file = files[Int(location.file)]
        let position = file.document.position(at: Int(location.offset))
        return FilePosition(file: file.path, line: position.line, column: position.column)
    }
}

/// One file of the corpus.
package struct SourceFile: Sendable {
    /// In place of a path, where the constants of the run stand.
    package static let variablesPath = "--variable"

    /// As people write it, from where the program was started, with `/`.
    package var path: String
    package var document: JSONDocument

    package init(path: String, document: JSONDocument) {
        self.path = path
        self.document = document
    }
}

/// A place in a file, for people: line and column count from 1; a line of 0 stands for all of it.
package struct FilePosition: Sendable, Hashable, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String {
        line > 0 ? "\(file):\(line):\(column)" : file
    }
}

/// What is known of a case without compiling it: enough to list, select, skip and name it.
package struct CaseEntry: Sendable {
    /// `suite/case` or `suite/case/row`.
    package var id: String
    package var suite: Int32
    package var caseIndex: Int32
    /// Nil for a case without rows.
    package var row: Int32?
    package var description: String?
    package var requirements: [String]
    package var tags: [String]
    /// What only some targets offer, said or derived from the steps; sorted.
    package var needs: [String]
    /// The author's reason to skip it.
    package var skip: String?
    package var location: SourceLocation

    package init(
        id: String,
        suite: Int32,
        caseIndex: Int32,
        row: Int32?,
        description: String?,
        requirements: [String],
        tags: [String],
        needs: [String],
        skip: String?,
        location: SourceLocation
    ) {
        self.id = id
        self.suite = suite
        self.caseIndex = caseIndex
        self.row = row
        self.description = description
        self.requirements = requirements
        self.tags = tags
        self.needs = needs
        self.skip = skip
        self.location = location
    }
}

/// A named pattern under `shapes/`.
package struct Shape: Sendable {
    package var name: String
    package var pattern: Pattern

    package init(name: String, pattern: Pattern) {
        self.name = name
        self.pattern = pattern
    }
}

/// One statement of the contract.
package struct Requirement: Sendable, Hashable {
    package var id: String
    package var text: String
    package var source: String
    package var ground: String
    /// Whether a stored answer or a local check shows it; else only a case with an answer of the target does.
    package var isOffline: Bool
    /// Where its id stands.
    package var location: SourceLocation

    package init(
        id: String,
        text: String,
        source: String,
        ground: String,
        isOffline: Bool = false,
        location: SourceLocation
    ) {
        self.id = id
        self.text = text
        self.source = source
        self.ground = ground
        self.isOffline = isOffline
        self.location = location
    }
}
