import Conformance
import Foundation

/// A file that others write to as well, each behind the one before: nothing in it is replaced.
enum AppendedFile {
    /// How many bytes it has now; 0 where there is none.
    static func size(of path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Adds bytes behind what is there, in one write, or nothing where they hold a secret.
    static func append(
        _ bytes: [UInt8],
        to path: String,
        _ guarded: GuardedSecrets = LeakGuard.secrets
    ) throws(LocalFiles.Problem) {
        if let kind = guarded.leak(in: bytes) { throw LocalFiles.Problem(message: "'\(path)'", leakedKind: kind) }
        guard let file = fopen(path, "ab") else { throw LocalFiles.problem("cannot write '\(path)'") }
        let count = fwrite(bytes, 1, bytes.count, file)
        let isClosed = fclose(file) == 0
        guard count == bytes.count, isClosed else { throw LocalFiles.problem("cannot write '\(path)'") }
    }
}
