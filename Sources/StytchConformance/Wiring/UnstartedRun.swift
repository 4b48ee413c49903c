import ConformanceReports

/// Telling the build server of a run that never began.
extension BuildServer {
    /// Writes annotations and adds to the summary of the step, where the server takes them.
    func tell(of failure: CommandFailure) {
        let report = UnstartedReport(
            message: failure.message,
            hint: failure.hint,
            mistakes: failure.mistakes,
            sources: sources
        )
        if takesAnnotations { StandardStream.output.write(report.annotations) }
        guard let summaryFile else { return }
        do throws(LocalFiles.Problem) {
            try AppendedFile.append(Array(report.summary.utf8), to: summaryFile)
        } catch {
            let problem = CommandFailure(error, hint: "GITHUB_STEP_SUMMARY names it; --report none leaves it out")
            StandardStream.error.write(disarming: problem.text)
        }
    }
}
