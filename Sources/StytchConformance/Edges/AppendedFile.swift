import Conformance
import Foundation

/// A file that others write to as well, each behind the one before: nothing in it is replaced.
enum AppendedFile {
    /// How many bytes it has now; 0 where there is none.
    static func size(of path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Sees that something can be added, before there is anything to add.
    static func prepare(_ path: String) throws(LocalFiles.Problem) {
        guard !LocalFiles.isFolder(path) else {
            throw LocalFiles.Problem(message: "cannot write '\(path)': it is a folder")
        }
        let folder = LocalFiles.parent(of: path)
        let written = path.isEmpty || LocalFiles.exists(path) ? path : folder.isEmpty ? "." : folder
        guard access(written, W_OK) == 0 else { throw LocalFiles.problem("cannot write '\(path)'") }
    }

    /// Adds bytes behind what is there, in one write where it is a file, or nothing where they hold a secret.
    static func append(
        _ bytes: [UInt8],
        to path: String,
        _ guarded: GuardedSecrets = LeakGuard.secrets
    ) throws(LocalFiles.Problem) {
        if let kind = guarded.leak(in: bytes) { throw LocalFiles.Problem(message: "'\(path)'", leakedKind: kind) }
        let file = try SpecialFile.open(path, named: path, appends: true)
        try file.write(bytes)
        try file.close()
    }
}
