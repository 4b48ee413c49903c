import ArgumentParser
import Conformance
import ConformanceReports

/// Says what changed from one run to another.
struct CompareCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compares the results of two runs, and says what is new, broken, fixed or slower.",
        discussion: """
            Each side is a results.json, or a folder that holds one. Cases are told apart by their ids; the shapes of answers, what \
            is noted of them, the statements of the contract and how long operations took are compared besides.

              stytch-conformance compare reports/main reports/branch
              stytch-conformance compare main.json branch.json --report markdown
              stytch-conformance compare main.json branch.json --fail-on default,slower

            Exit status: 0 no regression; 5 a regression, or an accept file that is out of date; 2 the sides cannot be \
            read, or not be compared with any meaning. docs/comparing.md says how.
            """
    )

    @Argument(
        help: ArgumentHelp("The earlier run: results.json, or the folder of its reports.", valueName: "base"),
        completion: .file()
    )
    var base: String

    @Argument(
        help: ArgumentHelp("The later run: results.json, or the folder of its reports.", valueName: "head"),
        completion: .file()
    )
    var head: String

    @OptionGroup(title: "Policy")
    var policy: ComparisonOptions

    @Option(
        help: ArgumentHelp("The folder of the reports of the comparison.", valueName: "dir"),
        completion: .directory
    )
    var reports = "reports"

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Writes the comparison as a report, into the folder of --reports or to a path of its own. Repeatable.",
            discussion: ComparisonFormats.all.map { "\($0.name): \($0.about), \($0.fileName ?? "")" }
                .joined(separator: "\n"),
            valueName: "format[=path]"
        ),
        completion: .list(ComparisonFormats.all.map(\.name))
    )
    var report: [ReportArgument] = []

    @Option(help: ArgumentHelp("Whether colours are used; auto heeds NO_COLOR.", valueName: "when"))
    var color: ColorChoice = .auto

    func perform() async throws -> ExitStatus {
        let places = try ReportPlaces.resolved(report, folder: reports, among: ComparisonFormats.all)
        let policy = try self.policy.policy(day: HostClock.now().day)
        let base = try ComparedFile.read(base, option: "compare")
        let head = try ComparedFile.read(head, option: "compare")
        return try await ComparisonSession(policy: policy, reports: places, style: style).perform(base, head)
    }

    private var style: ConsoleStyle {
        ConsoleStyle(usesColor: color.isUsed(.current))
    }
}
