import Conformance
import ConformanceReports

/// Writing the reports of a run: both or none, and neither where one would hold a secret.
struct RunReports {
    var places: ReportPlaces
    /// What neither may hold.
    var guarded = LeakGuard.secrets

    private static let hint = "give another place with --reports, --junit or --json"

    /// Sees that the reports can be written, before there is anything to write.
    func prepare() throws {
        do {
            for path in places.all { try StagedFiles.prepare(path) }
        } catch {
            throw CommandFailure(error, hint: Self.hint)
        }
    }

    /// Writes them side by side; gives back why they could not be.
    func problem(ofWriting result: RunResult) async -> CommandFailure? {
        let junit: StagedFiles.Content = { try JUnitReport(profile: .portable).write(result, to: $0) }
        let json: StagedFiles.Content = { try ResultsReport(program: Program.version).write(result, to: $0) }
        do throws(LocalFiles.Problem) {
            try await StagedFiles.write([(places.junit, junit), (places.json, json)], guarded)
            return nil
        } catch {
            guard error.leakedKind != nil else { return CommandFailure(error, hint: Self.hint) }
            var problem = error
            problem.message += ", \(place(ofLeakIn: result))"
            return CommandFailure(problem)
        }
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
