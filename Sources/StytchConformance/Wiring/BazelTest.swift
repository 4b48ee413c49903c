import Conformance
import Foundation

/// What Bazel and a test that it runs tell each other by variables and files; heeded with `--shard auto` alone.
///
/// > Source: Bazel, "Test encyclopedia"
struct BazelTest: Sendable {
    /// The place of the test's JUnit file.
    var junit: String?
    /// The folder whose files Bazel keeps; all others of the test are lost.
    var outputs: String?
    /// What `--test_filter` says.
    var filter: String?
    /// Whether `--test_runner_fail_fast` is given.
    var failFast: Bool
    private var shardStatus: String?
    private var prematureExit: String?
    private var warnings: String?
    private var infrastructureFailure: String?

    /// The variables of which every Bazel sets one for a test: the first since version 5, the other always.
    static let marks = ["BAZEL_TEST", "TEST_SRCDIR"]

    /// Nil where Bazel does not run the program.
    init?(_ environment: ProcessEnvironment) {
        guard Self.marks.contains(where: { environment[$0] != nil }) else { return nil }
        junit = environment["XML_OUTPUT_FILE"]
        outputs = environment["TEST_UNDECLARED_OUTPUTS_DIR"] ?? environment["TEST_TMPDIR"]
        filter = environment["TESTBRIDGE_TEST_ONLY"]
        failFast = environment["TESTBRIDGE_TEST_RUNNER_FAIL_FAST"] == "1"
        shardStatus = environment["TEST_SHARD_STATUS_FILE"]
        prematureExit = environment["TEST_PREMATURE_EXIT_FILE"]
        warnings = environment["TEST_WARNINGS_OUTPUT_FILE"]
        infrastructureFailure = environment["TEST_INFRASTRUCTURE_FAILURE_FILE"]
    }

    /// Does something between the files that tell Bazel that the program knows of shards, and that it has not ended too soon.
    ///
    /// - Throws: what `body` throws, and `CommandFailure` with status 3 where a file cannot be written.
    func around(_ body: () async throws -> ExitStatus) async throws -> ExitStatus {
        try await write("", to: shardStatus)
        try await write("", to: prematureExit)
        defer { if let prematureExit { unlink(prematureExit) } }
        do {
            return try await body()
        } catch let failure as CommandFailure where failure.status == .outOfReach {
            try await write("stytch-conformance\n\(failure.message)\n", to: infrastructureFailure)
            throw failure
        }
    }

    /// Tells what a person should know of a run that may have passed all the same, and that nothing was learnt of a target.
    ///
    /// - Throws: `CommandFailure` with status 3 where a file cannot be written.
    func tell(of result: RunResult) async throws {
        let flaky = result.cases.filter { $0.verdict == .flaky }.map { "\($0.id) is flaky" }
        let left = result.cases.filter(\.mayHaveLeft).map { "\($0.id) may have left something on the target" }
        let lines = flaky + left
        if !lines.isEmpty { try await write(lines.joined(separator: "\n") + "\n", to: warnings) }
        if result.targetWasOutOfReach {
            let text = "stytch-conformance\nthe target '\(result.target)' could not be reached\n"
            try await write(text, to: infrastructureFailure)
        }
    }

    private func write(_ text: String, to path: String?) async throws {
        guard let path else { return }
        do {
            try await StagedFiles.write(Array(text.utf8), to: path)
        } catch {
            throw CommandFailure(error)
        }
    }
}
