import ArgumentParser
import Conformance
import ConformanceReports
import WireJSON

/// Makes one run of its shards.
struct MergeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Makes one report of the results of all shards of a run.",
        discussion: """
            Reads the results.json of every shard ('run --shard') and writes the reports that the run would have written \
            on one machine. A shard or a case that is missing or there twice, and shards of different cases, targets or versions \
            are refused; nothing is written then. The exit status is that of the run.

              All below a folder:  stytch-conformance merge shards --reports reports
              File by file:        stytch-conformance merge one.json two.json three.json
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The results.json of the shards, or folders: of these, every result below them is taken.",
            valueName: "path"
        ),
        completion: .file(extensions: ["json"])
    )
    var paths: [String]

    @OptionGroup
    var reporting: MergeReportOptions

    @OptionGroup
    var failing: FlakyOptions

    func perform() async throws -> ExitStatus {
        let server = BuildServer(.current, heeding: reporting.report)
        let places = try ReportPlaces.resolved(reporting.report, folder: reporting.reports, among: RunFormats.all)
            .with(server)
        let (whole, command, corpus) = try merged(places.paths)
        var result = whole
        result.failsOnFlaky = failing.failOnFlaky
        let reports = RunReports(
            places: places,
            context: ReportContext(server, command: command, corpusWithDigest: corpus),
            summaryFile: server.summaryFile
        )
        try reports.prepare()
        let written = await reports.write(result)
        let style = ConsoleStyle(usesColor: reporting.color.isUsed(.current))
        let summary = ConsoleSummary(style: style)
        StandardStream.output.write(summary.details(result))
        StandardStream.output.write(reports.output(of: result))
        let closing = ConsoleSummary.Closing(
            reports: written.written,
            command: command,
            order: result.order
        )
        StandardStream.output.write(summary.closing(result, closing))
        if let problem = written.problem { StandardStream.error.write(problem.text) }
        return .worst([ExitStatus(result), written.problem?.status ?? .success])
    }

    /// What to do about shards that are no whole run: the command that runs the first one that is missing.
    private func hint(for refusal: ShardMerge.Refusal, _ parts: [ShardMerge.Part]) -> String {
        guard refusal.isOfMissing else { return "name the results of every shard of one run, each once" }
        guard let shard = refusal.shards.first, let run = parts.first?.result, let command = run.shard?.command else {
            return "run what is missing again with the same options, and merge the results of all shards"
        }
        let part = "--shard \(shard) --reports shard-\(shard.index)"
        let what = refusal.shards.count == 1 ? "it" : "each like the first"
        return "run \(what), and merge all results: \(RepeatCommand.whole(command, of: run, part: part))"
    }

    /// The run that the shards are parts of, its command without the selection, and the digest of its case files.
    private func merged(_ own: [String]) throws -> (result: RunResult, command: String, corpus: String?) {
        let parts = try ShardFiles.parts(try ShardFiles.found(at: paths, besides: own))
        if let other = parts.first(where: { !$0.program.utf8.elementsEqual(Program.version.utf8) }) {
            throw CommandFailure(
                .wrongInput,
                "'\(other.name)' was written by version \(other.program), and this is \(Program.version)",
                hint: "merge with the version that ran the shards"
            )
        }
        do throws(ShardMerge.Refusal) {
            let result = try ShardMerge.merge(parts)
            let record = parts[0].result.shard
            return (result, record?.command ?? "stytch-conformance run", record?.corpus)
        } catch {
            throw CommandFailure(
                .wrongInput,
                "these shards are no whole run; nothing was written",
                lines: error.lines.map { "  " + VisibleText.line($0) },
                hint: hint(for: error, parts)
            )
        }
    }
}

/// What `merge` writes, and where.
struct MergeReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder of the reports.", valueName: "dir"),
        completion: .directory
    )
    var reports = ReportOptions.usualFolder

    @Option(
        parsing: .singleValue,
        help: ReportArgument.help(RunFormats.all),
        completion: .list(RunFormats.all.map(\.name) + [ReportArgument.none])
    )
    var report: [ReportArgument] = []

    @Option(help: ArgumentHelp("Whether colours are used; auto heeds NO_COLOR.", valueName: "when"))
    var color: ColorChoice = .auto
}

/// The results of shards among files and folders.
enum ShardFiles {
    /// Each file once, those of a folder in the order of their paths; without `own`, which this command is about to write.
    ///
    /// - Throws: `CommandFailure` with status 2 where a path leads nowhere, or a folder holds no results.
    static func found(at paths: [String], besides own: [String]) throws -> [String] {
        let own = Set(own.map { Array(LocalFiles.absolute($0).utf8) })
        var found: [String] = []
        do {
            for path in paths {
                guard LocalFiles.isFolder(path) else {
                    found.append(path)
                    continue
                }
                // A name of its own says what a file is to be, so that a broken one is told of and not passed over.
                let all = try LocalFiles.files(below: path, suffix: ".json").map { "\(path)/\($0)" }.filter {
                    isResults($0) || ResultsReader.begins(LocalFiles.start(of: $0))
                }
                let results = all.filter { !own.contains(Array(LocalFiles.absolute($0).utf8)) }
                guard !results.isEmpty else { throw CommandFailure.noResults(below: path, besides: all.first) }
                found += results
            }
        } catch let problem as LocalFiles.Problem {
            throw CommandFailure(.wrongInput, problem.message)
        }
        var taken: Set<[UInt8]> = []
        return found.filter { taken.insert(Array(LocalFiles.linkTarget(of: LocalFiles.absolute($0)).utf8)).inserted }
    }
    /// What the files hold.
    ///
    /// - Throws: `CommandFailure` with status 2 that names every file that cannot be read.
    static func parts(_ files: [String]) throws -> [ShardMerge.Part] {
        var parts: [ShardMerge.Part] = []
        var failures: [CommandFailure] = []
        for file in files {
            do {
                let run = try ResultsFile.read(file, option: "merge").run
                parts.append(ShardMerge.Part(name: file, program: run.program, result: try run.result()))
            } catch let problem as ResultsReader.Problem {
                failures.append(CommandFailure(.wrongInput, "'\(file)' \(problem.words)"))
            } catch let failure as CommandFailure {
                failures.append(failure)
            }
        }
        guard let first = failures.first else { return parts }
        let others = failures.dropFirst().map { "  " + $0.message }
        throw CommandFailure(.wrongInput, first.message, lines: others, hint: first.hint)
    }

    private static func isResults(_ path: String) -> Bool {
        path.hasSuffix("/results.json")
    }
}

extension CommandFailure {
    /// A folder holds no results of shards, or those alone that this command writes itself.
    fileprivate static func noResults(below path: String, besides own: String?) -> CommandFailure {
        guard let own else {
            return CommandFailure(
                .wrongInput,
                "no results of a run stand below '\(path)'",
                hint: "each shard writes its results.json into the folder of its --reports"
            )
        }
        return CommandFailure(
            .wrongInput,
            "no results stand below '\(path)' but '\(own)', which this command writes itself",
            hint: "name the folder of the shards, or give --reports another one"
        )
    }
}
