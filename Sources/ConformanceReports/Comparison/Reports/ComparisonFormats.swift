/// The formats in which a comparison can be written, in the order in which they are told.
package enum ComparisonFormats {
    package static let all: [ReportFormat<RunComparison>] = [text, markdown, html, json, junit]

    private static let text = ReportFormat<RunComparison>(
        name: "text",
        fileName: "comparison.txt",
        about: "what the command prints, without colours"
    ) { comparison, _, output in
        try output(Array(ComparisonText().text(comparison).utf8))
    }

    private static let markdown = ReportFormat<RunComparison>(
        name: "markdown",
        fileName: "comparison.md",
        about: "Markdown for a summary or a comment"
    ) { comparison, _, output in
        try output(Array(ComparisonMarkdown().text(comparison).utf8))
    }

    private static let html = ReportFormat<RunComparison>(
        name: "html",
        fileName: "comparison.html",
        about: "one page that needs nothing else"
    ) { comparison, context, output in
        try output(ComparisonPage(program: context.program).bytes(comparison))
    }

    private static let json = ReportFormat<RunComparison>(
        name: "json",
        fileName: "comparison.json",
        about: "everything, as versioned JSON"
    ) { comparison, context, output in
        try output(ComparisonJSON(program: context.program).bytes(comparison))
    }

    private static let junit = ReportFormat<RunComparison>(
        name: "junit",
        fileName: "comparison.xml",
        about: "JUnit XML with a failure for each regression"
    ) { comparison, _, output in
        try output(Array(ComparisonJUnit().text(comparison).utf8))
    }
}
