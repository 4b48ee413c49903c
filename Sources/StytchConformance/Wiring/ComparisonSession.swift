import Conformance
import ConformanceReports

/// One comparison from its two sides to its exit status: compare, print, write.
struct ComparisonSession {
    var policy: ComparisonPolicy
    var reports: ReportPlaces<RunComparison>
    var style: ConsoleStyle

    /// Compares two runs, says what was found, and writes it.
    ///
    /// - Throws: `CommandFailure` with status 2 where the runs cannot be compared, and with status 3 where a report cannot be
    ///   written; what was found is said before.
    func perform(_ base: ComparedRun, _ head: ComparedRun) async throws -> ExitStatus {
        let comparison = try compared(base, head)
        StandardStream.output.write(ComparisonText(style: style).text(comparison))
        try await write(comparison)
        return comparison.hasRegressed ? .regression : .success
    }

    private func compared(_ base: ComparedRun, _ head: ComparedRun) throws -> RunComparison {
        do throws(RunComparison.Refusal) {
            return try RunComparison(base, head, policy)
        } catch {
            throw CommandFailure(error, "nothing was compared")
        }
    }

    private func write(_ comparison: RunComparison) async throws {
        let context = ReportContext(program: Program.version)
        for report in reports.reports where report.place == .output {
            var bytes: [UInt8] = []
            try report.format.write(comparison, context) { bytes += $0 }
            StandardStream.output.write(bytes)
        }
        let files: [(path: String, content: StagedFiles.Content)] = reports.files.map { path, format in
            (path, { @Sendable in try format.write(comparison, context, $0) })
        }
        do throws(LocalFiles.Problem) {
            try await StagedFiles.write(files)
        } catch {
            throw CommandFailure(error, hint: "give another place with --reports or FORMAT=PATH")
        }
    }
}

extension CommandFailure {
    /// Why two runs cannot be compared.
    init(_ refusal: RunComparison.Refusal, _ what: String) {
        self.init(
            .wrongInput,
            "\(what): \(refusal.obstacles.joined(separator: "; "))",
            hint: "compare runs of the same cases, or give --allow-partial to compare what can be"
        )
    }
}

/// A file that holds one side of a comparison.
enum ComparedFile {
    /// The results.json of a folder, or the file itself.
    static func place(_ path: String) -> String {
        guard LocalFiles.isFolder(path) else { return path }
        return path.hasSuffix("/") ? "\(path)results.json" : "\(path)/results.json"
    }

    /// The run that a file describes, made ready to be compared.
    ///
    /// - Throws: `CommandFailure` with status 2 where it is no result that this program can read.
    static func read(_ path: String, option: String) throws -> ComparedRun {
        let place = place(path)
        let run = try ResultsFile.read(place, option: option).run
        do throws(ComparedRun.Problem) {
            return try ComparedRun(run, source: place)
        } catch {
            throw CommandFailure(
                .wrongInput,
                "'\(place)' \(error.words)",
                hint: "it may come from a newer program, or was changed by hand"
            )
        }
    }
}

/// A file of changes that are agreed to.
enum AcceptFile {
    /// The changes, in the order of the file.
    ///
    /// - Throws: `CommandFailure` with status 2 where it cannot be read, or has a mistake; all mistakes are told.
    static func changes(_ path: String) throws -> [AcceptedChange] {
        let bytes: [UInt8]
        do throws(LocalFiles.Problem) {
            bytes = try LocalFiles.bytes(of: path)
        } catch {
            throw CommandFailure(
                .wrongInput,
                error.message,
                hint: "name a JSON file with --accept; docs/comparing.md shows one"
            )
        }
        let reading = AcceptedChangeReader.read(path: path, bytes)
        for diagnostic in reading.diagnostics { StandardStream.error.write(diagnostic.rendered + "\n") }
        let mistakes = reading.diagnostics.count
        guard mistakes == 0 else {
            throw CommandFailure(
                .wrongInput,
                "\(mistakes) mistake\(mistakes == 1 ? "" : "s") in the accept file; nothing was compared",
                hint: Loading.explainCommand(for: reading.diagnostics).map { "'\($0)' says more" }
            )
        }
        return reading.changes
    }
}
