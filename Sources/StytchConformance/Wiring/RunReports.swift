import Conformance
import ConformanceReports
import WireJSON

/// Writing the reports of a run: all or none, and none where one would hold a secret.
struct RunReports {
    var places: ReportPlaces<RunResult>
    var context = ReportContext(program: Program.version)
    /// The file that the summary is added to, as GitHub wants it.
    var summaryFile: String?
    /// What none may hold.
    var guarded = LeakGuard.secrets

    /// What became of the reports.
    struct Outcome {
        /// The places of those that are written.
        var written: [String]
        /// Why others are not.
        var problem: CommandFailure?
    }

    private static let hint = "give another place with --reports or --report FORMAT=PATH"
    /// GitHub drops the summary of a step that is larger; other commands of the step may have written to it.
    private static let mostSummaryBytes = 900 * 1024

    /// Sees that the reports can be written, before there is anything to write.
    func prepare() throws {
        do {
            for path in places.paths { try StagedFiles.prepare(path) }
        } catch {
            throw CommandFailure(error, hint: Self.hint)
        }
        do throws(LocalFiles.Problem) {
            if let summaryFile { try AppendedFile.prepare(summaryFile) }
        } catch {
            throw CommandFailure(error, hint: BuildServer.summaryHint)
        }
    }

    /// Writes them side by side, and the summary last.
    func write(_ result: RunResult) async -> Outcome {
        var outcome = Outcome(written: places.paths)
        let files: [(path: String, content: StagedFiles.Content)] = places.files.map { path, format in
            (path, { @Sendable [context] in try format.write(result, context, $0) })
        }
        do throws(LocalFiles.Problem) {
            try await StagedFiles.write(files, guarded)
        } catch {
            outcome.written = error.written
            let failure = failure(error, result, hint: Self.hint)
            outcome.problem = CommandFailure(
                failure.status,
                failure.message,
                lines: linesOfOld(besides: error.written),
                hint: failure.hint
            )
            // Only what waited for a reader is missing: the others stand, and the summary with them.
            guard error.isAbandoned else { return outcome }
        }
        do throws(LocalFiles.Problem) {
            try addSummary(of: result)
        } catch {
            outcome.problem = outcome.problem ?? failure(error, result, hint: BuildServer.summaryHint)
        }
        return outcome
    }

    /// That files of an earlier run are where this one could not write: whoever finds them would take them for its reports.
    private func linesOfOld(besides written: [String]) -> [String] {
        let written = Set(written.map { Array($0.utf8) })
        let old = places.paths.filter { path in
            !written.contains(Array(path.utf8)) && LocalFiles.exists(path) && !LocalFiles.isSpecial(path)
        }
        guard !old.isEmpty else { return [] }
        return ["  older than this run, and not replaced: " + old.map { "'\($0)'" }.joined(separator: ", ")]
    }

    /// What goes to standard output, between what the run itself says there.
    func output(of result: RunResult) -> [UInt8] {
        var bytes: [UInt8] = []
        for report in places.reports where report.place == .output {
            // Only `output` could throw, and this one does not.
            try? report.format.write(result, context) { bytes += $0 }
        }
        return bytes
    }

    private func addSummary(of result: RunResult) throws(LocalFiles.Problem) {
        guard let summaryFile else { return }
        let room = Self.mostSummaryBytes - AppendedFile.size(of: summaryFile)
        guard let text = RunFormats.summary(result, context, room: room) else { return }
        try AppendedFile.append(Array(text.utf8), to: summaryFile, guarded)
    }

    private func failure(_ problem: LocalFiles.Problem, _ result: RunResult, hint: String) -> CommandFailure {
        guard problem.leakedKind != nil else { return CommandFailure(problem, hint: hint) }
        var problem = problem
        problem.message += ", \(place(ofLeakIn: result))"
        return CommandFailure(problem)
    }

    /// The first case that holds a secret, as every report would show it.
    private func place(ofLeakIn result: RunResult) -> String {
        let found = result.cases.first { guarded.leak(in: ResultsReport.bytes(of: $0)) != nil }
        return found.map { "in what it says of '\(named($0))'" } ?? "in what it says of the whole run"
    }

    /// The id of a case, or its place where the id is what holds the secret.
    private func named(_ result: CaseResult) -> String {
        guarded.leak(in: Array(result.id.utf8)) == nil ? result.id : "\(result.position)"
    }
}

extension ReportContext {
    /// What the program, its configuration and the case files know.
    init(_ configuration: RunConfiguration, _ corpus: Corpus, secrets: [String]) {
        self.init(configuration.server, command: configuration.repeatCommand(secrets: secrets))
        part = configuration.partWords
        hasCaseFiles = configuration.source != .builtIn
        baseline = (configuration.baseline?.earlier).map { ReportBaseline($0) }
        sourceLine = SourceLines(corpus).line
    }

    /// What the program knows, and the case files that are at hand where they are those of the run.
    init(_ server: BuildServer, command: String, corpusWithDigest digest: String?) {
        self.init(server, command: command)
        guard let source = try? CorpusSource.resolved(option: nil, paths: []), let files = try? source.files(),
            let corpus = CorpusLoader.load(files, options: Loading.options([:])).corpus,
            digest?.utf8.elementsEqual(ShardRecord.digest(of: corpus, HostClock.sha256).utf8) == true
        else { return }
        sourceLine = SourceLines(corpus).line
    }

    /// What the program knows, who runs it, and the command of the run without its selection.
    init(_ server: BuildServer, command: String) {
        self.init(
            program: Program.version,
            sources: server.sources,
            command: command,
            meaning: { code in
                Explanations.of(code).first.map { Meaning(sentence: $0.meaning, cure: $0.cure) }
            }
        )
    }
}
