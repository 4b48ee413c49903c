import ConformanceReports
import WireJSON

/// Telling the build server of a run, or another command, that never began.
extension BuildServer {
    /// Tells the server that runs the program of arguments that were not understood, unless `--report none` is among them.
    static func tell(ofUsage failure: CommandFailure, _ arguments: [String]) {
        let reports = ParserWords.values(of: "report", in: arguments).compactMap(ReportArgument.init)
        let isRun = arguments.first?.utf8.elementsEqual("run".utf8) ?? false
        BuildServer(.current, heeding: reports).tell(of: failure, before: isRun ? .run : .command)
    }

    /// What helps where the summary of the step cannot be written.
    static let summaryHint = "GITHUB_STEP_SUMMARY names it; --report none leaves it out"

    /// Writes annotations and adds to the summary of the step, where the server takes them.
    func tell(of failure: CommandFailure, before subject: UnstartedReport.Subject = .run) {
        let report = UnstartedReport(
            subject: subject,
            message: failure.message,
            hint: failure.hint,
            mistakes: failure.mistakes,
            sources: sources
        )
        if takesAnnotations { StandardStream.output.write(asIs: report.annotations) }
        guard let summaryFile else { return }
        do throws(LocalFiles.Problem) {
            try AppendedFile.append(Array(report.summary.utf8), to: summaryFile)
        } catch {
            // Where that is why nothing began, it is told already.
            guard !failure.message.utf8.elementsEqual(VisibleText.line(error.message).utf8) else { return }
            let problem = CommandFailure(error, hint: Self.summaryHint)
            StandardStream.error.write(problem.text)
        }
    }
}
