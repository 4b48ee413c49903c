import Conformance
import ConformanceReports

/// What the build server that runs the program tells of itself, and takes beside files.
struct BuildServer: Sendable, Hashable {
    /// Whether annotations are taken from the log, as GitHub does.
    var takesAnnotations = false
    /// The file that a summary of the step is added to.
    var summaryFile: String?
    /// The root of the checkout, where it is told.
    var checkout: String?

    init() {}

    /// > Source: the pages on variables of GitHub Actions, GitLab and Azure Pipelines
    init(_ environment: ProcessEnvironment) {
        takesAnnotations = environment["GITHUB_ACTIONS"] == "true"
        summaryFile = environment["GITHUB_STEP_SUMMARY"]
        checkout = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"].lazy
            .compactMap { environment[$0] }.first { $0.hasPrefix("/") }
    }

    /// The server, which is told nothing unasked where `--report none` says so.
    init(_ environment: ProcessEnvironment, heeding reports: [ReportArgument]) {
        self.init(environment)
        guard reports.contains(where: { $0.format == ReportArgument.none }) else { return }
        takesAnnotations = false
        summaryFile = nil
    }

    /// Paths from the root of the checkout, or from where the program was started.
    var sources: SourcePaths {
        SourcePaths(currentFolder: LocalFiles.currentFolder, root: checkout ?? LocalFiles.currentFolder)
    }
}

extension ReportPlaces where Subject == RunResult {
    /// With the annotations that the server takes, unless they were asked for already.
    func with(_ server: BuildServer) -> ReportPlaces {
        guard server.takesAnnotations, !reports.contains(where: { $0.format.name == RunFormats.github.name }) else {
            return self
        }
        return ReportPlaces(reports: reports + [Report(format: RunFormats.github, place: .output)])
    }
}
