import Conformance
import ConformanceReports

/// Writing the reports of a run: all or none, and none where one would hold a secret.
struct RunReports {
    var places: ReportPlaces<RunResult>
    var context = ReportContext(program: Program.version)
    /// What none may hold.
    var guarded = LeakGuard.secrets

    private static let hint = "give another place with --reports or --report FORMAT=PATH"

    /// Sees that the reports can be written, before there is anything to write.
    func prepare() throws {
        do {
            for path in places.paths { try StagedFiles.prepare(path) }
        } catch {
            throw CommandFailure(error, hint: Self.hint)
        }
    }

    /// Writes them side by side; gives back why they could not be.
    func problem(ofWriting result: RunResult) async -> CommandFailure? {
        let files: [(path: String, content: StagedFiles.Content)] = places.files.map { path, format in
            (path, { @Sendable [context] in try format.write(result, context, $0) })
        }
        do throws(LocalFiles.Problem) {
            try await StagedFiles.write(files, guarded)
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
