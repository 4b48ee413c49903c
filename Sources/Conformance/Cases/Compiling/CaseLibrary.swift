import WireJSON

/// The files of a corpus by their parts, ready to be compiled case by case; made by the loader.
package struct CaseLibrary: Sendable {
    var files: [SourceFile] = []
    var operations = OperationTable()
    /// The index of each shape in `Corpus.shapes`, by name.
    var shapeIndices: [String: Int] = [:]
    var fragments: [String: FragmentSource] = [:]
    var payloads: [String: PayloadSource] = [:]
    var suites: [SuiteSource] = []
    /// The ids of requirements.json; nil where the file cannot be read, and then none is checked.
    var requirements: Set<String>? = []
    /// Whether there is such a file.
    var hasRequirementsFile = false
    /// The first mistake in it for which an id may be missing.
    var lostRequirements: SourceLocation?
    /// The names of models; where empty, none is checked.
    var models: Set<String> = []
    let regexes = RegexCache()
    var knownExpectations = KnownExpectations()
    var work = LoadWork()
    /// `--variable`, as a file of its own.
    var constants: SourceConstants?

    /// How many cases stay compiled from when they were checked, of so many: all where they take some 50 MB at most, at 2 KiB a case; of
    /// more only the first, as a corpus that large is better kept small.
    static func mostKeptCases(of count: Int) -> Int {
        count <= 24_576 ? count : 4_096
    }

    /// Makes a library of nothing.
    package init() {}

    /// Where a place is, for messages: the line alone within the same file.
    func description(of location: SourceLocation, from other: SourceLocation) -> String {
        let file = files[Int(location.file)]
        let position = file.document.position(at: Int(location.offset))
        if location.file == other.file { return "line \(position.line)" }
        return FilePosition(file: file.path, line: position.line, column: position.column).description
    }
}

/// The constants of the run.
struct SourceConstants: Sendable {
    var file: Int32
    var view: JSONView
}

/// The catalogue, ready to be looked up.
struct OperationTable: Sendable {
    /// A piece of an operation's path.
    enum PathPiece: Sendable, Hashable {
        case literal(String)
        case parameter(String)
    }

    /// A class, as every request of an operation refers to it: a copy would be made at each.
    final class Row: Sendable {
        let operation: Operation
        let path: [PathPiece]

        init(operation: Operation, path: [PathPiece]) {
            self.operation = operation
            self.path = path
        }
    }

    private(set) var rows: [Row] = []
    /// Names of secrets, from the catalogue.
    var secrets: [String] = []
    /// Whether the file could be read; where not, no name is called unknown.
    var isComplete = true
    /// The operations that a mistake takes out, and where that is.
    var lost = LostNames()
    /// The parameters of operations that a mistake takes out.
    var lostParameters: [String: LostNames] = [:]

    mutating func add(_ operation: Operation) {
        rows.append(Row(operation: operation, path: Self.pieces(of: operation.path)))
    }

    func row(named name: String) -> Row? {
        rows.first { $0.operation.name.hasSameScalars(as: name) }
    }

    func isSecret(_ name: String) -> Bool {
        secrets.contains { $0.hasSameScalars(as: name) }
    }

    /// A path taken apart at `{name}`.
    static func pieces(of path: String) -> [PathPiece] {
        var pieces: [PathPiece] = []
        var scalars = path.unicodeScalars[...]
        while let open = scalars.firstIndex(of: "{"), let close = scalars[open...].firstIndex(of: "}") {
            if open > scalars.startIndex { pieces.append(.literal(String(scalars[..<open]))) }
            pieces.append(.parameter(String(scalars[scalars.index(after: open)..<close])))
            scalars = scalars[scalars.index(after: close)...]
        }
        if !scalars.isEmpty { pieces.append(.literal(String(scalars))) }
        return pieces
    }
}

/// Names that are not known because of a mistake where they are defined.
struct LostNames: Sendable {
    /// The place of the mistake that takes all names out.
    var all: SourceLocation?
    private var causes: [(name: [UInt8], cause: SourceLocation)] = []

    mutating func add(_ name: String, for cause: SourceLocation) {
        causes.append((Array(name.utf8), cause))
    }

    /// The place of the mistake for which a name is not known; nil where none is to blame.
    func cause(of name: String) -> SourceLocation? {
        causes.first { $0.name.elementsEqual(name.utf8) }?.cause ?? all
    }
}

/// A file under `fragments/`.
struct FragmentSource: Sendable {
    struct Parameter: Sendable {
        var name: String
        var fallback: JSONView?
        var location: SourceLocation
    }

    var name: String
    var file: Int32
    /// Nil where the file could not be read.
    var root: JSONView?
    var parameters: [Parameter] = []
    /// Names of parameters that are spelt wrong.
    var badNames: [String] = []
    var returns: [JSONMember] = []

    func parameter(_ name: String) -> Parameter? {
        parameters.first { $0.name.hasSameScalars(as: name) }
    }
}

/// A file under `payloads/`.
struct PayloadSource: Sendable {
    var file: Int32
    /// Nil where the file could not be read.
    var root: JSONView?
}

/// A suite, with what all its cases begin from.
struct SuiteSource: Sendable {
    var id: String
    var file: Int32
    var root: JSONView
    var cases: [TestCaseSource] = []
    var opening = SuiteOpening()
}

/// A case of a suite.
struct TestCaseSource: Sendable {
    var view: JSONView
    /// Empty for a case without rows.
    var rows: [JSONView]
    /// What serves rows without compiling each; none where rows differ too much.
    var forms: [RowForm] = []
    /// A case without rows as it was compiled when it was checked; nil where there were too many to keep.
    var compiled: CompiledCase?
}

/// What compiling the suite's setup and teardown came to: each case begins from it.
struct SuiteOpening: Sendable {
    var state = CompilerState()
    var setup: [Step] = []
    var teardown: [Step] = []
}
