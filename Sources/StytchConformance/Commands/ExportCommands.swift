import ArgumentParser
import Conformance
import WireJSON

/// Writes out the cases that are built into the program.
struct ExportCasesCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-cases",
        abstract: "Writes the cases built into the program to a folder, to read and to change them."
    )

    @Argument(
        help: ArgumentHelp("The folder; it is made if it is not there.", valueName: "dir"),
        completion: .directory
    )
    var folder: String

    @Flag(help: "Replaces files that are there with another content.")
    var force = false

    func perform() async throws -> ExitStatus {
        let files = BuiltInArchive.files.map { (name: $0.name, bytes: $0.bytes) }
        return try await Export(folder: folder, replaces: force).write(files, what: "case file")
    }
}

/// Writes out the JSON Schemas of the case files and of what the program writes.
struct ExportSchemasCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-schemas",
        abstract: "Writes the JSON Schema of each kind of file to a folder, for editors and readers.",
        discussion: """
            Those of the case files (suite, fragment, shape, payload, operations, requirements, known-failures) let an \
            editor check and complete them; those of results.json, 'list --json' and 'serve --json' tell readers what \
            to expect.
            """
    )

    @Argument(
        help: ArgumentHelp("The folder; it is made if it is not there.", valueName: "dir"),
        completion: .directory
    )
    var folder: String

    @Flag(help: "Replaces files that are there with another content.")
    var force = false

    func perform() async throws -> ExitStatus {
        let files = (CaseSchemas.all() + WrittenSchemas.files).map { (name: $0.name, bytes: Array($0.text.utf8)) }
        return try await Export(folder: folder, replaces: force).write(files, what: "schema")
    }
}

/// Writes the source file that holds the built-in cases; for the makers of the program.
struct EmbedCasesCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed-cases",
        abstract: "Writes the source file that builds a corpus into the program.",
        shouldDisplay: false
    )

    @Argument(help: ArgumentHelp("The folder of the cases.", valueName: "dir"))
    var folder: String

    @Argument(help: ArgumentHelp("The source file.", valueName: "file"))
    var sourceFile: String

    func perform() async throws -> ExitStatus {
        let files = try CorpusSource.folder(folder).files().map { BuiltInArchive.File(name: $0.name, bytes: $0.bytes) }
        guard let source = BuiltInArchive.source(of: files) else {
            throw CommandFailure(.wrongInput, "a file below '\(folder)' holds text that cannot stand in a literal")
        }
        try await Export.writing { () async throws(LocalFiles.Problem) in
            try await StagedFiles.write(Array(source.utf8), to: sourceFile)
        }
        return .success
    }
}

/// Files written below a folder, none of them over another's.
struct Export {
    var folder: String
    var replaces: Bool

    /// Writes all files or none, and says how many.
    func write(_ files: [(name: String, bytes: [UInt8])], what: String) async throws -> ExitStatus {
        let places = files.map { (path: "\(folder)/\($0.name)", bytes: $0.bytes) }
        if !replaces { try refuseOthers(places) }
        try await Self.writing { () async throws(LocalFiles.Problem) in
            try await StagedFiles.write(
                places.map { place in (place.path, { @Sendable output in try output(place.bytes) }) }
            )
        }
        StandardStream.output.write("\(files.count) \(what)s in \(VisibleText.line(folder))\n")
        return .success
    }

    /// Runs what writes files, with its problem as a failure of the command.
    static func writing(_ body: () async throws(LocalFiles.Problem) -> Void) async throws {
        do throws(LocalFiles.Problem) {
            try await body()
        } catch {
            throw CommandFailure(error)
        }
    }

    private func refuseOthers(_ places: [(path: String, bytes: [UInt8])]) throws {
        let others = places.filter { LocalFiles.exists($0.path) && (try? LocalFiles.bytes(of: $0.path)) != $0.bytes }
        guard let first = others.first else { return }
        let more = others.count > 1 ? " and \(others.count - 1) more" : ""
        throw CommandFailure(
            .wrongInput,
            "'\(first.path)'\(more) would be replaced by another content",
            hint: "give another folder, or --force"
        )
    }
}
