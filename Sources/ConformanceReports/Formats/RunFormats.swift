package import Conformance

/// The formats in which a run can be written, in the order in which they are told.
package enum RunFormats {
    package static let all: [ReportFormat<RunResult>] = [junit, results]

    private static let junit = ReportFormat<RunResult>(
        name: "junit",
        fileName: "junit.xml",
        about: "JUnit XML that every reader takes",
        isUsual: true
    ) { result, _, output in
        try JUnitReport(profile: .portable).write(result, to: output)
    }

    private static let results = ReportFormat<RunResult>(
        name: "results",
        fileName: "results.json",
        about: "everything, as versioned JSON",
        isUsual: true
    ) { result, context, output in
        try ResultsReport(program: context.program).write(result, to: output)
    }
}
