import ArgumentParser
import Conformance
import ConformanceReports

/// What makes a comparison of two runs fail.
struct ComparisonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The kinds of change that are regressions, with ',' between; 'default' and 'none' are words too.",
            discussion: "'explain' describes every kind; add to the default with default,slower,field-gone.",
            valueName: "kinds"
        ),
        completion: .list(ChangeKind.allCases.map(\.rawValue) + [FailOnWords.usual, FailOnWords.none])
    )
    var failOn: FailOnArgument = .byDefault

    @Option(
        help: ArgumentHelp(
            "A JSON file of changes that are agreed to; one that has ended or that says nothing fails the comparison.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var accept: String?

    @Flag(help: "Compares runs that were not asked for the same cases, or have none in common, as far as can be.")
    var allowPartial = false

    @Option(
        help: ArgumentHelp(
            "How many times as long an operation must certainly take to be slower; above 1.",
            valueName: "ratio"
        )
    )
    var slowerThan = RatioArgument(1.5, "1.5")

    @Option(
        help: ArgumentHelp(
            "How much longer its typical answer must take besides: 50ms, 1s.",
            valueName: "time"
        )
    )
    var slowerBy = DurationArgument(.milliseconds(50), "50ms")

    /// Whether any of it was given.
    var isGiven: Bool {
        failOn != .byDefault || accept != nil || allowPartial || slowerThan.ratio != 1.5
            || slowerBy.duration != .milliseconds(50)
    }

    /// The policy, with the accept file read.
    ///
    /// - Throws: `CommandFailure` with status 2 where `--fail-on` names what is no kind of change, and where the accept file cannot be read or has a mistake.
    func policy(day: String) throws -> ComparisonPolicy {
        ComparisonPolicy(
            failOn: try failOn.kinds(),
            accepted: try accept.map(AcceptFile.changes) ?? [],
            day: day,
            speed: SpeedRule(ratio: slowerThan.ratio, floorMicroseconds: slowerBy.duration / .microseconds(1)),
            allowsPartial: allowPartial
        )
    }
}

/// Kinds of change with `,` between.
struct FailOnArgument: Sendable, Hashable, ExpressibleByArgument, CustomStringConvertible {
    static let byDefault = FailOnArgument(
        text: ChangeKind.allCases.filter(ChangeKind.failingByDefault.contains).map(\.rawValue).joined(separator: ",")
    )

    var text: String

    private init(text: String) {
        self.text = text
    }

    init?(argument: String) {
        text = argument
    }

    /// What it names.
    ///
    /// - Throws: `CommandFailure` with status 2 where a word is no kind of change.
    func kinds() throws(CommandFailure) -> Set<ChangeKind> {
        switch try FailOnWords(text, known: ChangeKind.allCases.map(\.rawValue), what: "kind of change") {
        case .nothing: []
        case .some(let names, let besidesUsual):
            Set(names.compactMap(ChangeKind.init)).union(besidesUsual ? ChangeKind.failingByDefault : [])
        }
    }

    var description: String { text }
}

/// A ratio above 1, such as `1.5`.
struct RatioArgument: Sendable, Hashable, ExpressibleByArgument, CustomStringConvertible {
    var ratio: Double
    var text: String

    init(_ ratio: Double, _ text: String) {
        self.ratio = ratio
        self.text = text
    }

    init?(argument: String) {
        guard let ratio = Double(argument), ratio > 1, ratio <= 1_000 else { return nil }
        self.init(ratio, argument)
    }

    var description: String { text }
}
