import Foundation
import Testing

/// The built program as a test that Bazel runs, told by the variables and files of its protocol.
@Suite(.timeLimit(.minutes(10)))
struct BazelTests {
    private static func variables(_ folder: URL, _ more: [String: String] = [:]) -> [String: String] {
        let files = [
            "XML_OUTPUT_FILE": "test.xml", "TEST_UNDECLARED_OUTPUTS_DIR": "outputs",
            "TEST_SHARD_STATUS_FILE": "shard-status", "TEST_PREMATURE_EXIT_FILE": "premature-exit",
            "TEST_WARNINGS_OUTPUT_FILE": "warnings", "TEST_INFRASTRUCTURE_FAILURE_FILE": "infrastructure",
        ].mapValues { folder.appendingPathComponent("bazel/\($0)").path }
        let rest = ["TEST_SHARD_INDEX": "0", "TEST_TOTAL_SHARDS": "2", "TZ": "UTC"]
        return files.merging(rest) { $1 }.merging(SmallCorpus.credentials) { $1 }.merging(more) { $1 }
    }

    @Test(arguments: ["BAZEL_TEST", "TEST_SRCDIR"])
    func `reports go where Bazel looks for them, and it is told that shards are known`(mark: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await SmallCorpus.run(
                ["--shard", "auto"],
                in: folder,
                environment: Self.variables(folder, [mark: "1"])
            )
            #expect(ended.status == 0, "\(ended.error)")
            #expect(ended.lines.last == "1 passed, 0 failed, 1 skipped")
            #expect(folder.holds("bazel/shard-status"))
            #expect(!folder.holds("bazel/premature-exit"))
            #expect(!folder.holds("bazel/warnings"))
            #expect(!folder.holds("bazel/infrastructure"))
            #expect(!folder.holds("reports"))
            #expect(try folder.text("bazel/test.xml").contains("<property name=\"shard\" value=\"1/2\"/>"))
            let record = try #require(folder.json("bazel/outputs/results.json")["shard"] as? [String: Any])
            #expect(record["index"] as? Int == 1)
            #expect(!folder.holds("bazel/outputs/junit.xml"))
        }
    }

    @Test
    func `its filter selects, its wish for fail-fast holds, and flaky cases are warned of`() async throws {
        try await withTemporaryFolder { folder in
            try ShardedCorpus.write(to: folder)
            try folder.write("cases/known-failures.json", "[]")
            let server = try ShardedCorpus.server()
            defer { server.stop() }
            let more = [
                "TESTBRIDGE_TEST_ONLY": "a/things/at-*", "TEST_SHARD_INDEX": "0", "TEST_TOTAL_SHARDS": "1",
                "BAZEL_TEST": "1",
            ]
            let arguments = ["run", "--target", server.baseURL, "--shard", "auto", "--retries", "1", "--jobs", "1"]
            let ended = try await BuiltProgram.run(
                arguments,
                in: folder,
                environment: Self.variables(folder, more)
            )
            #expect(ended.status == 0, "\(ended.error)")
            #expect(ended.lines.last == "0 passed, 0 failed, 3 flaky, 0 skipped")
            let warnings = (0..<3).map { "a/things/at-times-\($0) is flaky\n" }.joined()
            #expect(try folder.text("bazel/warnings") == warnings)
            let fast = more.merging(["TESTBRIDGE_TEST_ONLY": "b/bad", "TESTBRIDGE_TEST_RUNNER_FAIL_FAST": "1"]) { $1 }
            let stopped = try await BuiltProgram.run(
                arguments,
                in: folder,
                environment: Self.variables(folder, fast)
            )
            #expect(stopped.status == 1)
            #expect(stopped.lines.last == "0 passed, 1 failed, 2 skipped, 3 not run")
        }
    }

    @Test
    func `a target that cannot be reached is a failure of what is around the test`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let (descriptor, port) = try LocalServer.boundSocket()
            defer { close(descriptor) }
            let ended = try await BuiltProgram.run(
                ["run", "--target", "http://127.0.0.1:\(port)", "--shard", "auto"],
                in: folder,
                environment: Self.variables(folder, ["TEST_SRCDIR": "/"])
            )
            #expect(ended.status == 3)
            let lines = try folder.text("bazel/infrastructure").split(separator: "\n")
            #expect(lines.first == "stytch-conformance")
            #expect(lines.count >= 2)
            #expect(!folder.holds("bazel/premature-exit"))
        }
    }

    @Test
    func `without auto none of these variables is heeded`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await SmallCorpus.run(
                in: folder,
                environment: Self.variables(folder, ["TESTBRIDGE_TEST_ONLY": "nothing", "BAZEL_TEST": "1"])
            )
            #expect(ended.status == 0)
            #expect(ended.lines.last == "2 passed, 0 failed, 1 skipped")
            #expect(folder.holds("reports/junit.xml"))
            #expect(!folder.holds("bazel"))
        }
    }
}
