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
        completion: .list(ChangeKind.allCases.map(\.rawValue) + FailOnArgument.words)
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
    /// - Throws: `CommandFailure` with status 2 where the accept file cannot be read or has a mistake.
    func policy(day: String) throws -> ComparisonPolicy {
        ComparisonPolicy(
            failOn: failOn.kinds,
            accepted: try accept.map(AcceptFile.changes) ?? [],
            day: day,
            speed: SpeedRule(ratio: slowerThan.ratio, floorMicroseconds: slowerBy.duration / .microseconds(1)),
            allowsPartial: allowPartial
        )
    }
}

/// Kinds of change with `,` between.
struct FailOnArgument: Sendable, Hashable, ExpressibleByArgument, CustomStringConvertible {
    /// The words that are no kinds.
    static let words = ["default", "none"]

    static let byDefault = FailOnArgument(
        kinds: ChangeKind.failingByDefault,
        text: ChangeKind.allCases.filter(ChangeKind.failingByDefault.contains).map(\.rawValue).joined(separator: ",")
    )

    var kinds: Set<ChangeKind>
    var text: String

    private init(kinds: Set<ChangeKind>, text: String) {
        self.kinds = kinds
        self.text = text
    }

    init?(argument: String) {
        var kinds: Set<ChangeKind> = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            if word == "default" {
                kinds.formUnion(ChangeKind.failingByDefault)
            } else if let kind = ChangeKind(rawValue: word) {
                kinds.insert(kind)
            } else if word != "none" || argument != word {
                return nil
            }
        }
        self.kinds = kinds
        text = argument
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
