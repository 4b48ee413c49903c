import Foundation
import Testing

/// The results of one real run of the built program, made once for all tests that begin from it.
enum RecordedRun {
    private static let made = Task {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(
                ["run", "sessions/get", "passwords/session_reset", "sessions/revoke", "users"],
                in: folder
            )
            #expect(ended.status == 0)
            return try folder.text("reports/results.json")
        }
    }

    /// What `results.json` held.
    static func text() async throws -> String { try await made.value }
}
