import Foundation

/// Lends a new folder to `body` and removes it afterwards.
func withTemporaryFolder<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: (URL) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

extension URL {
    /// The text of a file below this folder.
    func text(_ path: String) throws -> String {
        try String(contentsOf: appendingPathComponent(path), encoding: .utf8)
    }

    /// Writes a file below this folder, with the folders it needs.
    func write(_ path: String, _ text: String) throws {
        let file = appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Whether there is such a file below this folder.
    func holds(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: appendingPathComponent(path).path)
    }

    /// A JSON file below this folder.
    func json(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: appendingPathComponent(path))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}

/// The checkout that the tests were built from.
enum Checkout {
    static var root: URL {
        // This file stands three folders below it.
        (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    }

    /// The folder of the cases that ship with the program.
    static var cases: String { root.appendingPathComponent("cases").path }
}
