import ArgumentParser
import Conformance
import ConformanceReports

/// Where the requests go.
struct TargetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the requests go: mock, test, live or an address such as http://127.0.0.1:8080.",
            discussion: """
                mock is a server inside the program. test and live are Stytch's own hosts; with them, and with an \
                address unless 'serve' listens there, STYTCH_PROJECT_ID and STYTCH_SECRET must be set in the environment.
                """,
            valueName: "target"
        )
    )
    var target: TargetChoice = .mock

    @Flag(help: "Allows requests to a live project, where they create and delete real users.")
    var allowLive = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Something that cases need and the target has, though it does not say so itself. Repeatable.",
            valueName: "word"
        )
    )
    var offers: [Offer] = []
}

/// How the cases are run.
struct ExecutionOptions: ParsableArguments {
    /// The longest time for one exchange unless another is given.
    static let standardTimeout = DurationArgument(.seconds(10), "10s")

    @Option(help: ArgumentHelp("The most cases at work at once. Default: 16; 4 with live.", valueName: "count"))
    var jobs: Int?

    @Flag(help: "Begins the cases in a random order and says its seed; results stand in the usual order.")
    var shuffle = false

    @Option(
        help: ArgumentHelp(
            "Begins the cases in the order that '--shuffle' had with this seed.",
            discussion: "The order is the same for the same selection of the same cases.",
            valueName: "seed"
        )
    )
    var shuffleSeed: UInt64?

    @Option(
        help: ArgumentHelp(
            "The longest time for one exchange, unless a case says otherwise: 500ms, 10s, 2m.",
            valueName: "time"
        )
    )
    var timeout = Self.standardTimeout

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The most requests that begin in a second, set-up, teardown and repeats included: 10, 0.5. Default: no bound.",
            discussion: "They are spread evenly, over all cases at work: none is saved up for later.",
            valueName: "number"
        )
    )
    var rate: RateArgument?

    @Option(
        help: ArgumentHelp(
            "The most requests of the whole run; it stops there, and what was made is still deleted. Default: no bound.",
            discussion: "Teardown has as many again for itself.",
            valueName: "count"
        )
    )
    var maxRequests: Int?

    @Flag(help: "Begins no further case once one has failed; the others are reported as not run.")
    var failFast = false

    @Option(help: ArgumentHelp("What fields amount to that no model reads.", valueName: "policy"))
    var unknownFields: UnknownFieldPolicy = .report

    @Option(help: ArgumentHelp("Which exchanges the reports keep.", valueName: "which"))
    var evidence: EvidencePolicy = .failures
}

extension ExecutionOptions {
    /// In which order the cases begin; a seed that was not given is made up anew each time.
    var order: RunOrder {
        if let shuffleSeed { return .shuffled(seed: shuffleSeed) }
        // Of a size that can be read out and typed.
        return shuffle ? .shuffled(seed: .random(in: 1...999_999_999)) : .corpus
    }
}

/// What is written, and where.
struct ReportOptions: ParsableArguments {
    /// Where reports go unless a folder is named.
    static let usualFolder = "reports"

    @Option(help: ArgumentHelp("The folder of the reports that have no place of their own.", valueName: "dir"))
    var reports = Self.usualFolder

    @Option(
        parsing: .singleValue,
        help: ReportArgument.help(RunFormats.all),
        completion: .list(RunFormats.all.map(\.name) + [ReportArgument.none])
    )
    var report: [ReportArgument] = []

    @Flag(
        help: ArgumentHelp(
            "Writes reports without times, so that equal runs write equal reports.",
            discussion: "Also where SOURCE_DATE_EPOCH is set, whose moment then stands for the start of the run."
        )
    )
    var reproducible = false

    @Flag(
        name: .shortAndLong,
        help: "Lists every case and its exchanges, which the reports then keep as with --evidence all."
    )
    var verbose = false

    @Option(
        help: ArgumentHelp(
            "A JSON file that says how long loading, running, judging and reporting took.",
            valueName: "file",
            visibility: .hidden
        )
    )
    var stageTimes: String?

    @Flag(
        help: """
            Shows a curl command for every exchange of a case that did not pass, not for the deciding one alone; with \
            --verbose of every case. Secrets are variables of the shell.
            """
    )
    var curl = false

    @Option(help: ArgumentHelp("Whether colours are used; auto heeds NO_COLOR.", valueName: "when"))
    var color: ColorChoice = .auto
}

extension DurationArgument {
    /// A default, with its text.
    init(_ duration: Duration, _ text: String) {
        self.duration = duration
        self.text = text
    }
}
