import ArgumentParser
import Conformance
import ConformanceReports
import WireJSON

/// Checks case files without sending anything.
struct LintCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks case files and reports every mistake; nothing is sent.",
        discussion: """
            Each mistake is shown with its file, line and column, its code for 'explain', the line itself, and how to \
            mend it. The whole corpus is read, since files use each other; with paths, only mistakes in those are \
            shown, and those from which others follow: these are told in place of all that follow. A statement of \
            requirements.json that no case covers is a mistake, and so are a case that checks nothing, a fault that no \
            request follows, and a known failure without a reason or without a case. Under GitHub Actions mistakes are \
            annotations beside their lines, too. Exit status 2 where there is any mistake.
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
            isWhole || diagnostic.concernsOthers
                || wanted.contains { isPart(source.selectionPath(diagnostic.position.file) ?? "", of: $0) }
        }
        if source == .builtIn { StandardStream.error.write(Self.builtInWarning) }
        if let corpus = load.corpus { Loading.warnOfUnusedConstants(corpus) }
        for diagnostic in shown { StandardStream.output.write(diagnostic.rendered + "\n") }
        if let command = Loading.explainCommand(for: shown) { StandardStream.output.write("explain: \(command)\n") }
        annotate(shown)
        StandardStream.output.write(Loading.verdict(on: shown, files: files.count, cases: load.corpus?.entries.count))
        return shown.contains { $0.severity == .error } ? .wrongInput : .success
    }

    /// Tells the build server of each mistake beside its line, where it takes that.
    private func annotate(_ shown: [CaseDiagnostic]) {
        let server = BuildServer(.current)
        guard server.takesAnnotations, !shown.isEmpty else { return }
        let report = UnstartedReport(message: "", hint: nil, mistakes: shown, sources: server.sources)
        StandardStream.output.write(asIs: report.annotations)
    }

    /// Who lints in the wrong folder is not to take the answer for one about cases of theirs.
    private static let builtInWarning = """
        warning: there is no folder 'cases' here: what is checked is built into the program
          hint: name a folder with --cases, or fill one with 'stytch-conformance export-cases'

        """

    private func isPart(_ file: String, of path: String) -> Bool {
        file.utf8.elementsEqual(path.utf8) || file.beginsExactly(with: path + "/")
    }
}
