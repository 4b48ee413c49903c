import ConformanceReports

/// A `results.json` that an option names.
enum ResultsFile {
    /// The run that a file, or the results.json of a folder, describes, and the file.
    ///
    /// - Throws: `CommandFailure` with status 2 where it is no result that this program can read.
    static func read(_ file: String, option: String) throws -> (run: EncodedRun, file: String) {
        let file = ComparedFile.place(file)
        do {
            return (try ResultsReader.read(try LocalFiles.bytes(of: file)), file)
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
