import Conformance
import ConformanceReports
import CurlTransport
import MockStytch
import WireJSON

extension RunCommand {
    /// The options and the environment as one value.
    ///
    /// - Throws: `CommandFailure` with status 2 where they do not fit together.
    func configuration(_ environment: ProcessEnvironment) throws -> RunConfiguration {
        let source = try CorpusSource.resolved(option: corpus.casesFolder, paths: selection.paths)
        let server = BuildServer(environment, heeding: reporting.report)
        let jobs = execution.jobs ?? (targeting.target == .live ? 4 : 16)
        guard (1...1_000).contains(jobs) else {
            throw CommandFailure(.wrongInput, "'--jobs' must be from 1 to 1000, found \(jobs)")
        }
        if let count = execution.maxRequests, count < 1 {
            throw CommandFailure(.wrongInput, "'--max-requests' must be at least 1, found \(count)")
        }
        let bazel = bazelTest(environment)
        let rerun = try attempting.earlierFailures(alsoFlaky: failing.failOnFlaky)
        return RunConfiguration(
            source: source,
            constants: corpus.constants,
            selection: try selected(from: source, rerun, bazel),
            typedPaths: selection.paths,
            target: try targetConfiguration(environment, jobs: jobs),
            jobs: jobs,
            order: execution.order,
            timeout: execution.timeout.duration,
            rate: execution.rate?.perSecond,
            mostRequests: execution.maxRequests,
            bodyLimit: connecting.bodyLimit.bytes,
            failFast: execution.failFast || bazel?.failFast == true,
            attempts: try attempting.policy(),
            failsOnFlaky: failing.failOnFlaky,
            rerun: rerun,
            shard: try shard(environment),
            shardDurations: try sharding.durations(),
            shardDurationsFile: sharding.shardDurations,
            bazel: bazel,
            unknownFields: execution.unknownFields,
            evidence: reporting.verbose ? .all : execution.evidence,
            reports: try reportPlaces(bazel).with(server),
            server: server,
            stageTimes: reporting.stageTimes,
            knownFailures: try knownFailureFile(source),
            updatesKnownFailures: updating.updateKnownFailures,
            fixedMoment: try fixedMoment(environment),
            style: style(environment),
            isVerbose: reporting.verbose,
            showsCommands: reporting.curl,
            repeatWords: repeatWords(source),
            baseline: try comparing.configuration(
                folder: reporting.reports,
                day: (try fixedMoment(environment) ?? HostClock.now()).day
            ),
            variables: corpus.variables
        )
    }

    /// What Bazel says, where the engine is to be asked.
    func bazelTest(_ environment: ProcessEnvironment) -> BazelTest? {
        guard case .auto = sharding.shard else { return nil }
        return BazelTest(environment)
    }

    private func shard(_ environment: ProcessEnvironment) throws -> Shard? {
        switch sharding.shard {
        case nil: nil
        case .explicit(let shard): shard
        case .auto(let total): try ShardEngine.shard(environment, total: total)
        }
    }

    private func selected(from source: CorpusSource, _ rerun: EarlierFailures?, _ bazel: BazelTest?) throws -> Selection
    {
        var selected = try selection.selection(from: source)
        selected.ids = rerun?.ids
        if let filter = bazel?.filter { selected.filters.append(filter) }
        return selected
    }

    /// Under Bazel the usual reports go where Bazel looks for them: the folder of a test is not to be written to.
    private func reportPlaces(_ bazel: BazelTest?) throws -> ReportPlaces<RunResult> {
        var arguments = reporting.report
        let isJUnitNamed = arguments.contains { $0.format == "junit" && $0.path != nil }
        if let junit = bazel?.junit, !isJUnitNamed, let argument = ReportArgument(argument: "junit=\(junit)") {
            arguments.removeAll { $0.format == "junit" }
            arguments.append(argument)
        }
        let isUsualFolder = reporting.reports.utf8.elementsEqual(ReportOptions.usualFolder.utf8)
        let folder = isUsualFolder ? bazel?.outputs ?? reporting.reports : reporting.reports
        return try .resolved(arguments, folder: folder, among: RunFormats.all)
    }

    private func targetConfiguration(_ environment: ProcessEnvironment, jobs: Int) throws -> TargetConfiguration {
        let choice = targeting.target
        let credentials = choice == .mock ? nil : environment.credentials
        if choice != .mock, let problem = environment.credentialProblem {
            throw CommandFailure(
                .wrongInput,
                problem,
                hint: "copy it from the Stytch dashboard without what stands around it; nothing was sent"
            )
        }
        if !targeting.allowLive, let reason = liveReason(credentials) {
            throw CommandFailure(
                .wrongInput,
                reason.words,
                hint: "cases create and delete users; give --allow-live if that is meant, or \(reason.otherWay)"
            )
        }
        if credentials == nil, choice == .test || choice == .live {
            throw CommandFailure.missingCredentials(environment.missingCredentials, for: choice.name)
        }
        guard flaw == nil || choice == .mock else {
            throw CommandFailure(.wrongInput, "'--flaw' is of the mock alone")
        }
        var isAddress = false
        if case .address = choice { isAddress = true }
        return TargetConfiguration(
            name: choice.name,
            place: choice.baseURL.map { .remote(baseURL: $0) } ?? .mock(flaw),
            credentials: credentials,
            missingCredentials: environment.missingCredentials,
            offers: Set(targeting.offers.map(\.rawValue)),
            isNear: choice.isNear,
            asksForOffers: isAddress || choice == .mock,
            connection: try connecting.curlOptions(for: choice, jobs: jobs, environment),
            curlWords: connecting.curlWords
        )
    }

    /// Why requests would meet real users, and how else to go, or nil where they would not.
    private func liveReason(_ credentials: Credentials?) -> (words: String, otherWay: String)? {
        if targeting.target.isLiveHost { return ("'\(targeting.target.name)' is the live host", "--target test") }
        if let pin = connecting.connectTo.first(where: { TargetChoice.isLiveHost($0.address) }) {
            return ("'--connect-to \(pin.text)' leads to the live host", "--target test")
        }
        guard credentials?.areLive == true else { return nil }
        return (
            "STYTCH_PROJECT_ID names a live project", "set STYTCH_PROJECT_ID and STYTCH_SECRET to a test project's"
        )
    }

    private func knownFailureFile(_ source: CorpusSource) throws -> KnownFailureFile? {
        guard updating.updateKnownFailures else { return try expecting.existingFile().map(KnownFailureFile.init) }
        if execution.failFast { throw CommandFailure.partialUpdate("--fail-fast may end it early") }
        if execution.maxRequests != nil { throw CommandFailure.partialUpdate("--max-requests may end it early") }
        if let file = expecting.knownFailures { return KnownFailureFile(path: file) }
        guard case .folder(let folder) = source else {
            throw CommandFailure(
                .wrongInput,
                "the cases are built into the program, and their list of known failures cannot be written",
                hint: "name a file with --known-failures, or write the cases out with 'stytch-conformance export-cases'"
            )
        }
        return KnownFailureFile(path: "\(folder)/\(KnownFailureFile.name)")
    }

    /// > Source: reproducible-builds.org, SOURCE_DATE_EPOCH
    private func fixedMoment(_ environment: ProcessEnvironment) throws -> Timestamp? {
        guard let text = environment["SOURCE_DATE_EPOCH"] else {
            return reporting.reproducible ? Timestamp(secondsSince1970: 0) : nil
        }
        guard let seconds = Int64(text), (0...253_402_300_799).contains(seconds) else {
            throw CommandFailure(.wrongInput, "SOURCE_DATE_EPOCH must be seconds since 1970, found '\(text)'")
        }
        return Timestamp(secondsSince1970: seconds)
    }

    private func style(_ environment: ProcessEnvironment) -> ConsoleStyle {
        let isRewritable = environment.isScreen && !environment.isBuildServer && !reporting.verbose
        return ConsoleStyle(
            usesColor: reporting.color.isUsed(environment),
            width: isRewritable ? StandardStream.output.columns : nil
        )
    }

    /// The words that, with a selection behind them, run the same cases in the same way, whatever the folder of the cases came from.
    private func repeatWords(_ source: CorpusSource) -> [String] {
        var words = ["stytch-conformance", "run"]
        if targeting.target != .mock { words += ["--target", targeting.target.name] }
        if targeting.allowLive { words.append("--allow-live") }
        if let folder = corpus.casesFolder ?? source.unusualFolder { words += ["--cases", folder] }
        for offer in targeting.offers { words += ["--offers", offer.rawValue] }
        words += connecting.repeatWords
        if execution.timeout.duration != ExecutionOptions.standardTimeout.duration {
            words += ["--timeout", execution.timeout.text]
        }
        if let count = execution.maxRequests { words += ["--max-requests", String(count)] }
        if let rate = execution.rate { words += ["--rate", rate.text] }
        if execution.unknownFields != .report { words += ["--unknown-fields", execution.unknownFields.rawValue] }
        if let file = expecting.knownFailures { words += ["--known-failures", file] }
        if let count = attempting.retries { words += ["--retries", String(count)] }
        if let count = attempting.times { words += ["--repeat", String(count)] }
        if failing.failOnFlaky { words.append("--fail-on-flaky") }
        if let flaw { words += ["--flaw", flaw.rawValue] }
        return words
    }
}

extension ProcessEnvironment {
    /// Whether a person looks at standard output on something that can show colours.
    fileprivate var isScreen: Bool { StandardStream.output.isTerminal && self["TERM"] != "dumb" }
}

extension ColorChoice {
    /// Whether standard output has colours.
    func isUsed(_ environment: ProcessEnvironment) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: environment.isScreen && environment["NO_COLOR"] == nil
        }
    }
}

extension CommandFailure {
    /// A target that needs credentials was given none.
    static func missingCredentials(_ names: [String], for target: String) -> CommandFailure {
        CommandFailure(
            .wrongInput,
            "the target '\(target)' needs \(names.joined(separator: " and ")) in the environment",
            hint: "id and secret stand in the Stytch dashboard under API keys; they are read from the environment alone"
        )
    }
}
