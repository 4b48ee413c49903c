package import Conformance

/// The formats in which a run can be written, in the order in which they are told.
package enum RunFormats {
    package static let all: [ReportFormat<RunResult>] = [
        junit, richJUnit, results, html, markdown, github, codeQuality, ctrf, sarif, har,
    ]

    private static let junit = ReportFormat<RunResult>(
        name: "junit",
        fileName: "junit.xml",
        about: "JUnit XML that every reader takes",
        isUsual: true
    ) { result, context, output in
        try JUnitReport(profile: .portable, command: context.command).write(result, to: output)
    }

    private static let richJUnit = ReportFormat<RunResult>(
        name: "junit-rich",
        fileName: "junit-rich.xml",
        about: "JUnit XML with file, line and properties of each case"
    ) { result, context, output in
        try JUnitReport(profile: .rich, sources: context.sources, command: context.command).write(result, to: output)
    }

    private static let results = ReportFormat<RunResult>(
        name: "results",
        fileName: "results.json",
        about: "everything, as versioned JSON",
        isUsual: true
    ) { result, context, output in
        try ResultsReport(program: context.program).write(result, to: output)
    }

    private static let html = ReportFormat<RunResult>(
        name: "html",
        fileName: "report.html",
        about: "one page for people, offline",
        isUsual: true
    ) { result, context, output in
        try HTMLReport(context).write(result, to: output)
    }

    /// Also what is added to the summary of a step on GitHub.
    package static let markdown = ReportFormat<RunResult>(
        name: "markdown",
        fileName: "summary.md",
        about: "a summary in Markdown, at most 900 KiB"
    ) { result, context, output in
        try output(Array(MarkdownReport(context: context).text(result).utf8))
    }

    /// Also what is written unasked where GitHub runs the program.
    package static let github = ReportFormat<RunResult>(
        name: "github",
        fileName: nil,
        about: "annotations for GitHub Actions, at most ten"
    ) { result, context, output in
        try output(
            Array(AnnotationReport(sources: context.sources, hasCaseFiles: context.hasCaseFiles).text(result).utf8)
        )
    }

    private static let codeQuality = ReportFormat<RunResult>(
        name: "codequality",
        fileName: "codequality.json",
        about: "GitLab's code quality"
    ) { result, context, output in
        try CodeQualityReport(sources: context.sources).write(result, to: output)
    }

    private static let ctrf = ReportFormat<RunResult>(
        name: "ctrf",
        fileName: "ctrf.json",
        about: "Common Test Report Format"
    ) { result, context, output in
        try CTRFReport(context: context).write(result, to: output)
    }

    private static let sarif = ReportFormat<RunResult>(
        name: "sarif",
        fileName: "results.sarif",
        about: "SARIF 2.1.0 for code scanning"
    ) { result, context, output in
        try SARIFReport(context: context).write(result, to: output)
    }

    private static let har = ReportFormat<RunResult>(
        name: "har",
        fileName: "exchanges.har",
        about: "the kept exchanges as HAR 1.2, which network tabs open"
    ) { result, context, output in
        try HARReport(program: context.program).write(result, to: output)
    }

    /// The summary for a page that has room for so many bytes yet; nil where that is too little to say anything.
    package static func summary(_ result: RunResult, _ context: ReportContext, room: Int) -> String? {
        guard room >= MarkdownReport.fewest else { return nil }
        return MarkdownReport(context: context).text(result, limit: min(room, MarkdownReport.limit))
    }
}
