import ConformanceReports
import Foundation

/// Finds the files to decode.
struct DecodeInputs {
    /// In the order in which they are read.
    private(set) var files: [String] = []
    /// Archives of runs whose results stand beside them in a folder, with the same answers, so that they are not read.
    private(set) var archivesOfResults: [String] = []

    /// What the names of payload files end with; each may be packed, with `.gz` after it.
    private static let suffixes = [".json", ".ndjson", ".jsonl", ".har"]

    /// Finds the files of some paths, in their order; those below a folder sorted by their bytes.
    ///
    /// - Throws: `CommandFailure` with status 2 where a path is not there.
    init(_ paths: [String]) throws {
        for path in paths {
            guard path != "-", LocalFiles.isFolder(path) else {
                guard path == "-" || LocalFiles.exists(path) else {
                    throw CommandFailure(.wrongInput, "there is no file '\(path)'")
                }
                files.append(path)
                continue
            }
            let folder = path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            do throws(LocalFiles.Problem) {
                for name in try LocalFiles.files(below: folder, suffix: "") where Self.isPayloadFile(name) {
                    add("\(folder)/\(name)")
                }
            } catch {
                throw CommandFailure(.wrongInput, error.message)
            }
        }
    }

    private mutating func add(_ file: String) {
        if file.hasSuffix(".har"), Self.isArchiveOfResults(file) {
            archivesOfResults.append(file)
        } else {
            files.append(file)
        }
    }

    /// Whether a file is the archive of a run, and the results of a run stand beside it.
    private static func isArchiveOfResults(_ file: String) -> Bool {
        let results = "\(LocalFiles.parent(of: file))/results.json"
        return HARFile.begins(LocalFiles.start(of: file)) && ResultsReader.begins(LocalFiles.start(of: results))
    }

    /// Whether the name says that a file is one JSON text a line.
    static func isLines(_ name: String) -> Bool {
        let name = unpacked(name)
        return name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl")
    }

    private static func isPayloadFile(_ name: String) -> Bool {
        let name = unpacked(name)
        return suffixes.contains { name.hasSuffix($0) }
    }

    private static func unpacked(_ name: String) -> String {
        name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    }
}
