import Synchronization
package import WireJSON

/// A file as it was read from a corpus folder.
package struct CorpusFile: Sendable {
    /// As people write it, from where the program was started, with `/`.
    package var path: String
    /// From the corpus folder, such as `sessions/get.json`.
    package var name: String
    package var bytes: [UInt8]
    /// Why it could not be read, in the system's words; nil where it could.
    package var unreadable: String?

    /// Makes a file; `name` decides what it is.
    package init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }

    /// Makes a file that is there and could not be read, and why.
    package init(path: String, name: String, unreadable: String) {
        self.init(path: path, name: name, bytes: [])
        self.unreadable = unreadable
    }

    /// Whether a file of that name is to be read: its ending is `.json`, in letters of any case, so that a wrong one is told.
    package static func isRead(name: String) -> Bool {
        name.utf8.count > CorpusFileRole.ending.utf8.count
            && name.utf8.suffix(CorpusFileRole.ending.utf8.count).elementsEqual(CorpusFileRole.ending.utf8) {
                $0 == $1 || $0 == $1 & ~0x20 && $1 >= 0x61
            }
    }

    /// Whether its name is that of a suite.
    package var isSuite: Bool {
        if case .suite = CorpusFileRole(name: name) { true } else { false }
    }
}

/// What a load is told besides the files.
package struct LoadOptions: Sendable {
    /// The constants of the run (`--variable`).
    package var constants: JSONObject
    /// The names of the models there are; where empty, names of models are not checked.
    package var models: Set<String>

    /// Calls a function once for each number below the count, on as many threads as it likes, and returns when all calls have.
    package var perform: @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

    /// Makes options; without models, any name of a model is taken; without a way to perform, all is done in turn.
    package init(
        constants: JSONObject = JSONObject(),
        models: Set<String> = [],
        perform: @escaping @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void = { count, body in
            for number in 0..<count { body(number) }
        }
    ) {
        self.constants = constants
        self.models = models
        self.perform = perform
    }

    /// What a function gives for each number below the count, in their order.
    func sideBySide<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex<[Int: Result]>([:])
        perform(count) { number in
            let result = body(number)
            results.withLock { $0[number] = result }
        }
        return results.withLock { results in (0..<count).compactMap { results[$0] } }
    }
}

/// What came of a load.
package struct CorpusLoad: Sendable {
    /// Nil where any file has a mistake.
    package var corpus: Corpus?
    /// All mistakes of all files, by file and place.
    package var diagnostics: [CaseDiagnostic]

    /// Makes a result.
    package init(corpus: Corpus?, diagnostics: [CaseDiagnostic]) {
        self.corpus = corpus
        self.diagnostics = diagnostics
    }
}

/// What a file of a corpus is, by its name.
enum CorpusFileRole: Hashable {
    case operations, requirements, knownFailures
    /// The changes between two runs that are agreed to; a comparison reads them by themselves, whatever the file is called.
    case acceptedChanges
    case shape(String)
    case fragment(String)
    case payload(String)
    case suite(String)
    /// In a folder of names, but below it.
    case misplaced(folder: String)
    /// Where a suite or a named file stands, but not spelt as one.
    case misnamed(String)
    /// Below a folder that is not spelt as one of suites.
    case misnamedFolder(String)
    /// With an ending that is `.json` but for capitals.
    case misspeltEnding(String)
    /// Not of the corpus.
    case other

    /// The name under which a list of accepted changes is read.
    static let acceptedChangesName = "accepted-changes.json"
    /// The files of which a corpus has one each, without their ending.
    private static let lists = ["operations", "requirements", "known-failures", "accepted-changes"]

    /// How the name of every file ends.
    static let ending = ".json"

    init(name: String) {
        guard CorpusFile.isRead(name: name) else {
            self = .other
            return
        }
        let end = name.utf8.index(name.utf8.endIndex, offsetBy: -Self.ending.utf8.count)
        let ending = name[end...]
        let parts = name[..<end].scalarSplit(separator: "/", omittingEmptySubsequences: false)
        let folder = String(parts[0])
        let stem = String(parts[parts.count - 1])
        guard ending.utf8.elementsEqual(Self.ending.utf8) else {
            let isPassedOver = parts.count == 1 && !Self.lists.contains(folder) || folder == "schema"
            self = isPassedOver ? .other : .misspeltEnding(stem + ending)
            return
        }
        switch (folder, parts.count) {
        case ("operations", 1): self = .operations
        case ("requirements", 1): self = .requirements
        case ("known-failures", 1): self = .knownFailures
        case ("accepted-changes", 1): self = .acceptedChanges
        case (_, 1), ("schema", _): self = .other
        case ("shapes", 3...), ("fragments", 3...), ("payloads", 3...): self = .misplaced(folder: folder)
        case ("shapes", _): self = NameSyntax.isWord(stem) ? .shape(stem) : .misnamed(stem)
        case ("fragments", _): self = NameSyntax.isWord(stem) ? .fragment(stem) : .misnamed(stem)
        case ("payloads", _): self = NameSyntax.isWord(stem) ? .payload(stem) : .misnamed(stem)
        default:
            if let wrong = parts.dropLast().first(where: { !NameSyntax.isWord($0) }) {
                self = .misnamedFolder(String(wrong))
            } else {
                self = NameSyntax.isWord(stem) ? .suite(parts.joined(separator: "/")) : .misnamed(stem)
            }
        }
    }
}
