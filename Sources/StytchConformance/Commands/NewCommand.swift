import ArgumentParser
import Conformance
import WireJSON

/// Writes a first suite for an operation.
struct NewCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes a first suite for an operation of the catalogue, to run and to change.",
        discussion: """
            The suite has a case that succeeds, whose answer must have the shape of the operation's model, one with a \
            value that the target does not know, and one with a wrong secret. It runs against the mock as it stands.

              stytch-conformance new sessions.get
              stytch-conformance run cases/sessions/first_get.json
            """
    )

    @Argument(
        help: ArgumentHelp("A name of operations.json, such as sessions.get.", valueName: "operation"),
        completion: Completions.operations
    )
    var operation: String

    @Option(
        help: ArgumentHelp(
            "The file, in a folder of suites below that of the cases. Default: sessions/first_get.json for sessions.get.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var output: String?

    @Option(
        name: .customLong("cases"),
        help: ArgumentHelp(
            "The folder that holds operations.json.",
            discussion: "Default: the folder of cases that --output lies in, else ./cases.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var casesFolder: String?

    @Flag(help: "Replaces a file that is there.")
    var force = false

    func perform() async throws -> ExitStatus {
        let paths = output.map { [Self.nearestFolder(above: $0)] } ?? []
        let source = try CorpusSource.resolved(option: casesFolder, paths: paths)
        guard case .folder(let folder) = source else { throw CommandFailure.noFolderOfCases }
        let corpus = try Loading.corpus(from: source, constants: [:])
        guard let operation = corpus.catalogue.operation(named: operation) else {
            throw CommandFailure.unknownOperation(operation, known: corpus.catalogue.operations.map(\.name))
        }
        let path = output ?? "\(folder)/\(FirstSuite.usualName(for: operation.name))"
        let name = try suiteName(path, in: folder)
        guard force || !LocalFiles.exists(path) else {
            throw CommandFailure(
                .wrongInput,
                "the file '\(path)' is there already",
                hint: "give another place with --output, or --force to replace it"
            )
        }
        let suite = FirstSuite(
            operation: operation,
            fragments: names("fragments", in: corpus),
            shapes: names("shapes", in: corpus),
            depth: name.scalarSplit(separator: "/").count - 1
        )
        try await Export.writing { () async throws(LocalFiles.Problem) in
            try await StagedFiles.write(Array(suite.text.utf8), to: path)
        }
        StandardStream.output.write(
            "written: \(VisibleText.line(path))\nnext:    stytch-conformance run \(ShellText.word(path))\n"
        )
        return .success
    }

    /// The name of the suite from the corpus folder.
    private func suiteName(_ path: String, in folder: String) throws -> String {
        let (whole, root) = (LocalFiles.absolute(path), LocalFiles.absolute(folder))
        let name = whole.rest(behind: root + "/") ?? ""
        guard CorpusFile(path: path, name: name, bytes: []).isSuite else {
            throw CommandFailure(
                .wrongInput,
                "no suite can stand at '\(path)'",
                hint: "give a file such as \(folder)/sessions/first.json: lower_snake_case, in a folder of its own"
            )
        }
        return name
    }

    /// The names of the files of one of the folders of names.
    private func names(_ folder: String, in corpus: Corpus) -> Set<String> {
        Set(
            corpus.files.compactMap { file in
                let parts = file.path.scalarSplit(separator: "/")
                guard parts.count > 1, parts[parts.count - 2] == folder else { return nil }
                return parts.last.map { String($0.dropLast(5)) }
            }
        )
    }

    private static func nearestFolder(above path: String) -> String {
        var folder = LocalFiles.parent(of: LocalFiles.absolute(path))
        while !folder.isEmpty, !LocalFiles.isFolder(folder) { folder = LocalFiles.parent(of: folder) }
        return folder
    }
}

extension CommandFailure {
    fileprivate static let noFolderOfCases = CommandFailure(
        .wrongInput,
        "there is no folder of cases to write to",
        hint: "'stytch-conformance export-cases cases' makes one; or name one with --cases"
    )

    fileprivate static func unknownOperation(_ name: String, known: [String]) -> CommandFailure {
        let guess = ClosestName.of(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
        return CommandFailure(
            .wrongInput,
            "unknown operation '\(name)'\(guess)",
            hint: "the catalogue has \(known.joined(separator: ", "))"
        )
    }
}
