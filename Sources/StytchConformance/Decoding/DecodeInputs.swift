import Foundation

/// Finds the files to decode.
enum DecodeInputs {
    /// What the names of payload files end with; each may be packed, with `.gz` after it.
    private static let suffixes = [".json", ".ndjson", ".jsonl", ".har"]

    /// The files of some paths, in their order; those below a folder sorted by their bytes.
    ///
    /// - Throws: `CommandFailure` with status 2 where a path is not there.
    static func files(_ paths: [String]) throws -> [String] {
        try paths.flatMap { path -> [String] in
            guard path != "-", LocalFiles.isFolder(path) else {
                guard path == "-" || LocalFiles.exists(path) else {
                    throw CommandFailure(.wrongInput, "there is no file '\(path)'")
                }
                return [path]
            }
            let folder = path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            do throws(LocalFiles.Problem) {
                return try LocalFiles.files(below: folder, suffix: "").filter(isPayloadFile).map { "\(folder)/\($0)" }
            } catch {
                throw CommandFailure(.wrongInput, error.message)
            }
        }
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
