import ArgumentParser
import Conformance
import WireJSON

/// Checks case files without sending anything.
struct LintCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks case files and reports every mistake; nothing is sent.",
        discussion: """
            Each mistake is shown with its file, line and column, its code for 'explain', the line itself, and how to \
            mend it. The whole corpus is read, since files use each other; with paths, only mistakes in those are \
            shown. A statement of requirements.json that no case covers is a mistake, and so is a known failure without \
            a reason or without a case. Exit status 2 where there is any mistake.
            """
    )

    @Argument(
        help: ArgumentHelp("Files or folders whose mistakes are shown.", valueName: "path"),
        completion: .file(extensions: ["json"])
    )
    var paths: [String] = []

    @OptionGroup(title: "Cases")
    var corpus: CorpusOptions

    @OptionGroup(title: "Known failures")
    var expecting: KnownFailureOptions

    func perform() async throws -> ExitStatus {
        let source = try CorpusSource.resolved(option: corpus.casesFolder, paths: paths)
        let ownFiles = try source.files()
        let list = try expecting.existingFile().map(KnownFailureFile.init)
        let files = try list?.replacing(in: ownFiles) ?? ownFiles
        let load = CorpusLoader.load(files, options: Loading.options(corpus.constants))
        let diagnostics = load.diagnostics + (load.corpus.map(CorpusReview.diagnostics) ?? [])
        let wanted = paths.compactMap(source.selectionPath)
        let names = files.map { source.selectionPath($0.path) ?? "" }
        for path in wanted where !names.contains(where: { isPart($0, of: path) }) {
            throw CommandFailure(
                .wrongInput,
                "no case file is at '\(path)'",
                hint: "give a path such as cases/sessions"
            )
        }
        let isWhole = wanted.count < paths.count || paths.isEmpty
        let shown = diagnostics.filter { diagnostic in
            isWhole || wanted.contains { isPart(source.selectionPath(diagnostic.position.file) ?? "", of: $0) }
        }
        for diagnostic in shown { StandardStream.output.write(diagnostic.rendered + "\n") }
        if let command = Loading.explainCommand(for: shown) { StandardStream.output.write("explain: \(command)\n") }
        StandardStream.output.write(Loading.verdict(on: shown, files: files.count, cases: load.corpus?.entries.count))
        return shown.contains { $0.severity == .error } ? .wrongInput : .success
    }

    private func isPart(_ file: String, of path: String) -> Bool {
        file.utf8.elementsEqual(path.utf8) || file.beginsExactly(with: path + "/")
    }
}
