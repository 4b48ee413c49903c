import ArgumentParser
import MockStytch
import WireJSON

/// Runs cases and writes reports.
struct RunCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs cases against a target and writes reports.",
        discussion: """
            Without options every case runs against the mock inside the program. Reports go to reports/junit.xml, \
            reports/results.json and reports/report.html, also when cases fail or the run is stopped by Ctrl-C; --report adds others.

              One suite:          stytch-conformance run sessions/get
              Some cases:         stytch-conformance run --filter 'sessions/*/unknown-*'
              A server of yours:  stytch-conformance run --target http://127.0.0.1:8080
              A test project:     stytch-conformance run --target test
            """
    )

    @OptionGroup(title: "Cases")
    var selection: SelectionOptions

    @OptionGroup(title: "Cases")
    var corpus: CorpusOptions

    @OptionGroup(title: "Target")
    var targeting: TargetOptions

    @OptionGroup(title: "Connection")
    var connecting: ConnectionOptions

    @OptionGroup(title: "Running")
    var execution: ExecutionOptions

    @OptionGroup(title: "Repeating")
    var attempting: AttemptOptions

    @OptionGroup(title: "Repeating")
    var failing: FlakyOptions

    @OptionGroup(title: "Sharding")
    var sharding: ShardOptions

    @OptionGroup(title: "Known failures")
    var expecting: KnownFailureOptions

    @OptionGroup(title: "Known failures")
    var updating: KnownFailureUpdateOptions

    @OptionGroup(title: "Comparison")
    var comparing: BaselineOptions

    @OptionGroup(title: "Reports")
    var reporting: ReportOptions

    @Option(
        help: ArgumentHelp(
            "Makes the mock wrong in one way, such as keyRenamed, to see which cases notice; '--flaw help' names all.",
            valueName: "name"
        ),
        completion: .list(MockFlaw.allCases.map(\.rawValue))
    )
    var flaw: MockFlaw?

    func perform() async throws -> ExitStatus {
        do {
            return try await performed()
        } catch let failure as CommandFailure
            where [.wrongInput, .outOfReach, .nothingSelected].contains(failure.status)
        {
            BuildServer(.current, heeding: reporting.report).tell(of: failure)
            throw failure
        }
    }

    private func performed() async throws -> ExitStatus {
        let configuration = try configuration(.current)
        if let rerun = configuration.rerun, rerun.ids.isEmpty {
            StandardStream.output.write(rerun.noneLeft)
            return .success
        }
        let session = RunSession(configuration: configuration)
        guard let bazel = configuration.bazel else { return try await session.perform() }
        return try await bazel.around(session.perform)
    }
}
