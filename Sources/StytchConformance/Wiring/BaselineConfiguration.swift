import Conformance
import ConformanceReports
import WireJSON

/// What a run is to be compared with, and how.
struct BaselineConfiguration: Sendable {
    /// Nil where there is none yet, and that is allowed.
    var base: ComparedRun?
    /// The same run as the engine gave it, for reports that say what is new; nil where there is none.
    var earlier: RunResult?
    /// The file that was named.
    var place: String
    var policy: ComparisonPolicy
    var reports: ReportPlaces<RunComparison>
}

extension BaselineConfiguration {
    /// Sees that the reports of the comparison can be written, before there is anything to write.
    func prepare() throws {
        do {
            for path in reports.paths { try StagedFiles.prepare(path) }
        } catch {
            throw CommandFailure(error, hint: "give another place with --reports or --baseline-report FORMAT=PATH")
        }
    }

    /// Sees that the run can be compared, before anything is sent.
    ///
    /// - Throws: `CommandFailure` with status 2 where it is asked for other cases than the earlier one, or has none in common.
    func check(_ planned: PlannedRun, caseIDs: some Sequence<String>) throws(CommandFailure) {
        guard let base else { return }
        do throws(RunComparison.Refusal) {
            try RunComparison.check(base, against: planned, caseIDs: caseIDs, policy)
        } catch {
            throw CommandFailure(error, "the run could not be compared with '\(place)'")
        }
    }

    /// Compares a run with the earlier one, says what was found, and gives what that amounts to.
    func compare(_ result: RunResult, _ style: ConsoleStyle) async -> ExitStatus {
        StandardStream.output.write("\n")
        guard let base else {
            StandardStream.output.write(
                "no baseline: '\(VisibleText.line(place))' does not exist, nothing was compared\n"
            )
            return .success
        }
        do {
            let head = try ComparedRun(EncodedRun(result, program: Program.version), source: "this run")
            return try await ComparisonSession(policy: policy, reports: reports, style: style).perform(base, head)
        } catch {
            let failure = error as? CommandFailure ?? CommandFailure(.ourFault, "\(error)")
            StandardStream.error.write(failure.text)
            return failure.status
        }
    }
}
