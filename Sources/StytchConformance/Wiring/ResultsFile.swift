import Conformance
import ConformanceReports

/// A `results.json` that an option names.
enum ResultsFile {
    /// The run that a file, or the results.json of a folder, describes, and the file.
    ///
    /// - Throws: `CommandFailure` with status 2 where it is no result that this program can read.
    static func read(_ file: String, option: String) throws -> (run: EncodedRun, file: String) {
        let file = ComparedFile.place(file)
        return try explaining(file, option) { (try ResultsReader.read(try LocalFiles.bytes(of: file)), file) }
    }

    /// The same run as the engine gave it.
    ///
    /// - Throws: `CommandFailure` with status 2 also for an outcome that this program does not know, or counts of other cases.
    static func result(_ file: String, option: String) throws -> RunResult {
        let (run, file) = try read(file, option: option)
        return try explaining(file, option) { try run.result() }
    }

    /// Says of which file a problem is, and what to name instead.
    private static func explaining<Value>(_ file: String, _ option: String, _ body: () throws -> Value) throws -> Value
    {
        do {
            return try body()
        } catch let problem as LocalFiles.Problem {
            throw CommandFailure(.wrongInput, problem.message, hint: "name the results.json of a run with \(option)")
        } catch let problem as ResultsReader.Problem {
            throw CommandFailure(
                .wrongInput,
                "'\(file)' \(problem.words)",
                hint: "run the cases again, or name the results.json of another run with \(option)"
            )
        }
    }
}
