import Conformance
import ConformanceReports

/// The reports of a command: which are written, and where.
struct ReportPlaces<Subject: Sendable>: Sendable {
    /// Where one report goes.
    enum Place: Sendable, Hashable {
        case file(String)
        /// Standard output, between what the command itself says there.
        case output
    }

    /// One report.
    struct Report: Sendable {
        var format: ReportFormat<Subject>
        var place: Place
    }

    /// In the order of the formats, each format's in the order of the options.
    var reports: [Report]

    /// Those that are files, with their paths.
    var files: [(path: String, format: ReportFormat<Subject>)] {
        reports.compactMap { report in
            guard case .file(let path) = report.place else { return nil }
            return (path, report.format)
        }
    }

    var paths: [String] { files.map(\.path) }

    /// What is to be written by the options: the usual formats unless `none` is among them, and those that are named.
    ///
    /// - Throws: `CommandFailure` with status 2 for an unknown format, an empty path, or two reports at one place.
    static func resolved(
        _ arguments: [ReportArgument],
        folder: String,
        among formats: [ReportFormat<Subject>]
    ) throws -> ReportPlaces {
        guard !folder.isEmpty else { throw CommandFailure(.wrongInput, "'--reports' needs a path, found ''") }
        for argument in arguments {
            try argument.check(among: formats.map(\.name))
            guard argument.path?.utf8.elementsEqual("-".utf8) == true else { continue }
            throw CommandFailure(
                .wrongInput,
                "'-' is no file for a report",
                hint: "give a path; /dev/stdout is standard output, where a run writes too"
            )
        }
        let omitsUsual = arguments.contains { $0.format == ReportArgument.none }
        var reports: [Report] = []
        for format in formats {
            var places: [Place] = []
            for argument in arguments where argument.format == format.name {
                let place = argument.path.map { .file($0) } ?? format.place(in: folder)
                if !places.contains(place) { places.append(place) }
            }
            if places.isEmpty, format.isUsual, !omitsUsual { places = [format.place(in: folder)] }
            reports += places.map { Report(format: format, place: $0) }
        }
        let resolved = ReportPlaces(reports: reports)
        try resolved.checkPlaces()
        return resolved
    }

    /// Two reports may share a device or a pipe, not a file.
    private func checkPlaces() throws {
        var taken: Set<[UInt8]> = []
        for path in paths {
            let place = LocalFiles.linkTarget(of: LocalFiles.absolute(path))
            guard !LocalFiles.isSpecial(place), !taken.insert(Array(place.utf8)).inserted else { continue }
            throw CommandFailure(
                .wrongInput,
                "two reports would be written to '\(path)'",
                hint: "give one of them another place with --report FORMAT=PATH"
            )
        }
    }
}

extension ReportFormat {
    /// Where it goes unless a path is given.
    fileprivate func place(in folder: String) -> ReportPlaces<Subject>.Place {
        guard let fileName else { return .output }
        return .file(folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)")
    }
}

extension ReportArgument {
    /// - Throws: `CommandFailure` with status 2 where the format is none of these, or the path is of no use.
    fileprivate func check(among names: [String]) throws {
        guard format != Self.none else {
            guard path == nil else { throw CommandFailure(.wrongInput, "'--report none' takes no path") }
            return
        }
        guard names.contains(format) else {
            let near = ClosestName.of(format, among: names + [Self.none]).map { "; did you mean '\($0)'?" } ?? ""
            throw CommandFailure(
                .wrongInput,
                "there is no report format '\(format)'\(near)",
                hint: "the formats are \((names + [Self.none]).joined(separator: ", "))"
            )
        }
        guard path?.isEmpty != true else {
            throw CommandFailure(.wrongInput, "'--report \(format)=' needs a path behind '='")
        }
    }
}
