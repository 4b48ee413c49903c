import ArgumentParser
import Conformance
import ConformanceReports

/// The earlier run that a run is compared with.
struct BaselineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Compares the run with the results.json of an earlier one, as 'compare' does, and exits with 5 on a regression.",
            discussion: "It is read before the run begins, so that it may be the file that the run writes.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var baseline: String?

    @Flag(help: "Compares nothing, and says so, where the file of --baseline is not there.")
    var baselineOptional = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Writes the comparison as a report, into the folder of --reports or to a path of its own. Repeatable.",
            discussion: ComparisonFormats.all.map { "\($0.name): \($0.fileName ?? "")" }.joined(separator: ", ") + ".",
            valueName: "format[=path]"
        ),
        completion: .list(ComparisonFormats.all.map(\.name))
    )
    var baselineReport: [ReportArgument] = []

    @OptionGroup
    var policy: ComparisonOptions

    /// What the run is to be compared with, read and checked; nil where nothing is.
    ///
    /// - Throws: `CommandFailure` with status 2 where options do not fit together, or a file is missing or cannot be read.
    func configuration(folder: String, day: String) throws -> BaselineConfiguration? {
        guard let baseline else {
            guard !policy.isGiven, !baselineOptional, baselineReport.isEmpty else {
                throw CommandFailure(
                    .wrongInput,
                    "options of a comparison stand only beside '--baseline'",
                    hint: "name the results.json of an earlier run with --baseline"
                )
            }
            return nil
        }
        let reports = try ReportPlaces.resolved(baselineReport, folder: folder, among: ComparisonFormats.all)
        let policy = try self.policy.policy(day: day)
        let place = ComparedFile.place(baseline)
        guard LocalFiles.exists(place) else {
            guard baselineOptional else {
                throw CommandFailure(
                    .wrongInput,
                    "there is no baseline: '\(place)' does not exist",
                    hint: "name the results.json of an earlier run, or give --baseline-optional for a first one"
                )
            }
            return BaselineConfiguration(base: nil, earlier: nil, place: place, policy: policy, reports: reports)
        }
        let base = try ComparedFile.read(baseline, option: "--baseline")
        return BaselineConfiguration(
            base: base,
            earlier: try Self.result(base, place),
            place: place,
            policy: policy,
            reports: reports
        )
    }

    private static func result(_ base: ComparedRun, _ place: String) throws -> RunResult {
        do throws(ResultsReader.Problem) {
            return try base.run.result()
        } catch {
            throw CommandFailure(
                .wrongInput,
                "'\(place)' \(error.words)",
                hint: "run the cases again, or name the results.json of another run with --baseline"
            )
        }
    }
}
