import ArgumentParser
import ConformanceReports
import WireJSON

/// What `list --requirements` is told.
struct RequirementOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Lists the statements of the contract instead, each with its cases and what the last run showed.",
            discussion: "With a selection only the cases it takes are named."
        )
    )
    var requirements = false

    @Option(
        help: ArgumentHelp(
            "The results.json of the last run. Default: reports/results.json, where it is there.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var results: String?

    private static let defaultPlace = "reports/results.json"

    /// The last run and the file it is told by; nil where no file is named and there is none.
    ///
    /// - Throws: `CommandFailure` with status 2 where the file is no result that this program can read.
    func lastRun() throws -> (run: EncodedRun, file: String)? {
        guard let file = results ?? (LocalFiles.exists(Self.defaultPlace) ? Self.defaultPlace : nil) else { return nil }
        return try ResultsFile.read(file, option: "--results")
    }
}

extension ResultsReader.Problem {
    /// What is wrong with the file, to stand behind its name.
    var words: String {
        switch self {
        case .notJSON(let error): "is no JSON: \(error.position.line):\(error.position.column): \(error.message)"
        case .notResults: "holds no results of a run"
        case .unknownVersion(let version): "is of version \(version), which this program does not know"
        case .malformed(let pointer, let expected, let actual):
            "is damaged at '\(pointer)': expected \(expected), got \(actual)"
        }
    }
}
