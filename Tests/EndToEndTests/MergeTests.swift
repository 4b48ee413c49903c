import Foundation
import Testing

/// Shards of a run, made into the run again by the built program.
@Suite(.timeLimit(.minutes(10)))
struct MergeTests {
    private func run(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(
            ["run", "--reproducible"] + arguments,
            in: folder,
            environment: SmallCorpus.credentials
        )
    }

    /// The first line that differs, from shortly before the place on; nil where the texts are the same.
    private static func difference(of text: String, from wanted: String) -> String? {
        guard !text.utf8.elementsEqual(wanted.utf8) else { return nil }
        let lines = [text, wanted].map {
            $0.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        }
        let line = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
        let pair = lines.map { line < $0.count ? $0[line] : [] }
        let start = max(0, zip(pair[0], pair[1]).prefix { $0 == $1 }.count - 100)
        let parts = pair.map { String(decoding: $0.dropFirst(start).prefix(300), as: UTF8.self) }
        return "line \(line + 1) from byte \(start): '\(parts[0])', wanted '\(parts[1])'"
    }

    /// Runs each shard into a folder of its own below `shards`.
    private func runShards(_ total: Int, _ arguments: [String], in folder: URL) async throws {
        for index in 1...total {
            let ended = try await run(
                arguments + ["--shard", "\(index)/\(total)", "--reports", "shards/\(index)"],
                in: folder
            )
            #expect([0, 1].contains(ended.status), "\(ended.error)")
        }
    }

    private func merge(_ arguments: [String] = [], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["merge", "shards", "--reports", "merged"] + arguments, in: folder)
    }

    /// The corpus with cases of every verdict, its run and the server that it runs against.
    private func withCorpus(_ body: (URL, LocalServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try ShardedCorpus.write(to: folder)
            let server = try ShardedCorpus.server()
            defer { server.stop() }
            try await body(folder, server)
        }
    }

    @Test
    func `seven shards in another order, merged, write the bytes of the whole run`() async throws {
        try await withCorpus { folder, server in
            let formats = ["junit-rich", "markdown", "codequality", "ctrf", "sarif", "har"].flatMap {
                ["--report", $0]
            }
            let arguments = ["--target", server.baseURL, "--retries", "1"] + formats
            let whole = try await run(arguments + ["--reports", "whole"], in: folder)
            #expect(whole.status == 1)
            #expect(whole.lines.last == "24 passed, 4 failed, 3 flaky, 3 known failures, 2 skipped")
            try await runShards(7, arguments + ["--shuffle-seed", "20261121"], in: folder)
            let merged = try await merge(formats, in: folder)
            #expect(merged.status == 1)
            #expect(merged.lines.last == whole.lines.last)
            #expect(merged.lines.first { $0.hasPrefix("again:") } == whole.lines.first { $0.hasPrefix("again:") })
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("whole").path)
            #expect(names.count == 9)
            for name in names.sorted() {
                #expect(
                    Self.difference(of: try folder.text("merged/\(name)"), from: try folder.text("whole/\(name)"))
                        == nil,
                    "\(name)"
                )
            }
            let problems = try #require(folder.json("merged/results.json")["knownFailureProblems"] as? [[String: Any]])
            #expect(problems.map { $0["kind"] as? String } == ["stale", "unmatched"])
        }
    }

    @Test
    func `the cases that ship, in seven shards over the mock, merged, write the bytes of the whole run`() async throws {
        try await withTemporaryFolder { folder in
            let whole = try await run(["--reports", "whole"], in: folder)
            #expect(whole.status == 0)
            try await runShards(7, ["--shuffle-seed", "7", "--shard-durations", "whole/results.json"], in: folder)
            #expect(try await merge(in: folder).status == 0)
            for name in ["results.json", "junit.xml"] {
                #expect(
                    Self.difference(of: try folder.text("merged/\(name)"), from: try folder.text("whole/\(name)"))
                        == nil,
                    "\(name)"
                )
            }
        }
    }

    @Test
    func `more shards than cases leave some empty, which pass and are merged like any other`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let arguments = ["--target", server.baseURL]
            try await runShards(5, arguments, in: folder)
            let last = try folder.json("shards/5/results.json")
            #expect((last["cases"] as? [Any])?.isEmpty == true)
            #expect(try folder.text("shards/5/junit.xml").hasSuffix("<testsuites>\n</testsuites>\n"))
            let merged = try await merge(in: folder)
            #expect(merged.status == 0)
            #expect(merged.lines.last == "2 passed, 0 failed, 1 skipped")
        }
    }

    @Test
    func `what is missing is named by shard and by case, and nothing is written`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            try await runShards(3, ["--target", server.baseURL], in: folder)
            try FileManager.default.removeItem(at: folder.appendingPathComponent("shards/2"))
            let ended = try await merge(in: folder)
            #expect(ended.status == 2)
            #expect(
                ended.error == """
                    error: these shards are no whole run; nothing was written
                      missing: shard 2/3
                      missing: 1 of 3 cases:
                        'small/things/other'
                      hint: run it, and merge all results: stytch-conformance run --target \(server.baseURL) --shard 2/3 --reports shard-2

                    """
            )
            #expect(!folder.holds("merged/results.json"))
        }
    }

    @Test
    func `shards that are there twice, or of other runs, are refused in words`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let target = ["--target", server.baseURL]
            _ = try await run(target + ["--shard", "1/2", "--reports", "shards/1"], in: folder)
            _ = try await run(target + ["--shard", "1/2", "--reports", "shards/again"], in: folder)
            let twice = try await merge(in: folder)
            #expect(twice.status == 2)
            #expect(
                twice.error.contains(
                    "  shard 1/2 is there twice: 'shards/1/results.json' and 'shards/again/results.json'\n"
                )
            )
            _ = try await run(["--shard", "2/2", "--reports", "shards/again"], in: folder)
            let elsewhere = try await merge(in: folder)
            #expect(
                elsewhere.error.contains(
                    "  shard 2/2 ('shards/again/results.json') ran against another target: expected '\(server.baseURL)', as in shard 1/2 ('shards/1/results.json'), got 'mock'\n"
                )
            )
            _ = try await run(
                target + ["--filter", "small/*/o*", "--shard", "2/2", "--reports", "shards/again"],
                in: folder
            )
            let filtered = try await merge(in: folder)
            #expect(
                filtered.error.contains(
                    "was asked for other cases: expected all, as in shard 1/2 ('shards/1/results.json'), got --filter 'small/*/o*'\n"
                )
            )
            try SmallCorpus.write(
                to: folder,
                suite: SmallCorpus.suite.replacingOccurrences(of: "A thing is", with: "One is")
            )
            _ = try await run(target + ["--shard", "2/2", "--reports", "shards/again"], in: folder)
            #expect(
                try await merge(in: folder).error.contains("read other case files, or the same with other contents")
            )
            _ = try await run(target + ["--reports", "shards/again"], in: folder)
            #expect(
                try await merge(in: folder).error.contains(
                    "  'shards/again/results.json' is of a whole run, not of a shard\n"
                )
            )
        }
    }

    @Test
    func `shards that were split in different ways are refused`() async throws {
        try await withCorpus { folder, server in
            let target = ["--target", server.baseURL]
            let times = (0..<12).map { number in
                """
                {"id":"a/things/good-\(number)","suite":"a/things","position":{"file":"f"},"outcome":"passed",\
                "durationMicroseconds":\(number * 1_000),"startedAfterMicroseconds":0,"exchangeCount":1}
                """
            }
            try folder.write("earlier.json", Self.results(times))
            _ = try await run(target + ["--shard", "1/2", "--reports", "shards/1"], in: folder)
            _ = try await run(
                target + ["--shard", "2/2", "--shard-durations", "earlier.json", "--reports", "shards/2"],
                in: folder
            )
            let ended = try await merge(in: folder)
            #expect(ended.status == 2)
            #expect(ended.error.contains("the run was split in different ways"))
        }
    }

    /// An earlier run of some cases.
    private static func results(_ cases: [String]) -> String {
        """
        {"format":"stytch-conformance/results","version":1,"program":"0.1.0","runID":"r","target":"mock",\
        "baseURL":"http://mock","started":"2026-11-21T08:00:00Z","durationMicroseconds":1,"clockOffsetMicroseconds":0,\
        "counts":{"passed":\(cases.count),"failed":0,"errored":0,"skipped":0,"notRun":0,"knownFailures":0,\
        "unexpectedPasses":0},"transfers":{"requests":1,"reusedConnections":0,"bytesReceived":1},\
        "cases":[\(cases.joined(separator: ","))]}
        """
    }

    @Test
    func `what is no result of a shard is refused before anything is written`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("shards/other.json", "{\"format\": \"else\"}")
            let none = try await merge(in: folder)
            #expect(none.status == 2)
            #expect(none.error.hasPrefix("error: no results of a run stand below 'shards'\n"))
            try folder.write("shards/results.json", Self.results([]).replacingOccurrences(of: "0.1.0", with: "9.9.9"))
            #expect(
                try await merge(in: folder).error.hasPrefix(
                    "error: 'shards/results.json' was written by version 9.9.9, and this is 0.1.0\n"
                )
            )
            try folder.write(
                "shards/results.json",
                Self.results([]).replacingOccurrences(of: "\"passed\":0", with: "\"passed\":1")
            )
            #expect(
                try await merge(in: folder).error.hasPrefix("error: 'shards/results.json' is damaged at '/counts': ")
            )
            try folder.write("shards/a/results.json", "")
            try folder.write("shards/b/results.json", "{")
            try folder.write("shards/c/results.json", "{\"format\": \"else\"}")
            try FileManager.default.removeItem(at: folder.appendingPathComponent("shards/results.json"))
            let broken = try await merge(in: folder)
            #expect(broken.status == 2)
            for name in ["a", "b", "c"] { #expect(broken.error.contains("'shards/\(name)/results.json' ")) }
            #expect(!folder.holds("merged"))
            let away = try await BuiltProgram.run(["merge", "nowhere.json"], in: folder)
            #expect(away.status == 2)
            #expect(away.error.hasPrefix("error: cannot read 'nowhere.json'"))
        }
    }

    @Test
    func `a flaky case fails the merged run where merge is told so, and a build server is told of it`() async throws {
        try await withCorpus { folder, server in
            try folder.write("cases/known-failures.json", "[]")
            let arguments = ["a/things", "--target", server.baseURL, "--retries", "1"]
            try await runShards(2, arguments, in: folder)
            #expect(try await merge(in: folder).status == 0)
            let ended = try await BuiltProgram.run(
                ["merge", "shards", "--reports", "merged", "--fail-on-flaky"],
                in: folder,
                environment: [
                    "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.appendingPathComponent("summary.md").path,
                ]
            )
            #expect(ended.status == 1)
            #expect(ended.lines.last == "12 passed, 0 failed, 3 flaky (a failure by --fail-on-flaky), 0 skipped")
            #expect(
                ended.lines.contains(
                    "again:   stytch-conformance run --target \(server.baseURL) --retries 1"
                        + (0..<3).map { " --filter a/things/at-times-\($0)" }.joined()
                )
            )
            #expect(ended.lines.count { $0.hasPrefix("::error ") } == 3)
            #expect(try folder.text("summary.md").contains("a/things/at-times-2"))
        }
    }

    @Test
    func `times of merged shards are those of the shards side by side`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            for index in 1...2 {
                _ = try await BuiltProgram.run(
                    ["run", "--target", server.baseURL, "--shard", "\(index)/2", "--reports", "shards/\(index)"],
                    in: folder,
                    environment: SmallCorpus.credentials
                )
            }
            #expect(try await merge(in: folder).status == 0)
            let results = try folder.json("merged/results.json")
            let shards = try (1...2).map { try folder.json("shards/\($0)/results.json") }
            #expect(results["started"] as? String == shards[0]["started"] as? String)
            let ids = shards.compactMap { $0["runID"] as? String }
            #expect(results["runID"] as? String == ids.joined(separator: ","))
            #expect(results["shard"] == nil)
            let first = try #require(shards[0]["durationMicroseconds"] as? Int)
            let whole = try #require(results["durationMicroseconds"] as? Int)
            #expect(whole > first)
        }
    }
}
