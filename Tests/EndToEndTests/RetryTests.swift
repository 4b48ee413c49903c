import Foundation
import Testing

/// Cases that the built program attempts more than once, and those of an earlier run that it runs again.
@Suite(.timeLimit(.minutes(10)))
struct RetryTests {
    private func withCorpus(_ body: (URL, LocalServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try ShardedCorpus.write(to: folder)
            try folder.write("cases/known-failures.json", "[]")
            let server = try ShardedCorpus.server()
            defer { server.stop() }
            try await body(folder, server)
        }
    }

    private func run(_ arguments: [String], _ server: LocalServer, in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(
            ["run", "--target", server.baseURL] + arguments,
            in: folder,
            environment: SmallCorpus.credentials
        )
    }

    private func ids(_ folder: URL) throws -> [String] {
        let cases = try #require(folder.json("reports/results.json")["cases"] as? [[String: Any]])
        return cases.compactMap { $0["id"] as? String }
    }

    @Test
    func `a case that passes when it is attempted again does not fail the run, and is told in every report`()
        async throws
    {
        try await withCorpus { folder, server in
            let ended = try await run(["a/things", "--retries", "2"], server, in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.last == "12 passed, 0 failed, 3 flaky, 0 skipped")
            #expect(
                ended.output.contains(
                    """

                    flaky
                      a/things/at-times-0: passed in 1 of 2 attempts
                          attempt 1 failed: status: expected 200, got 500
                      a/things/at-times-1: passed in 1 of 2 attempts

                    """
                )
            )
            #expect(ended.output.contains("\n  a/things/at-times-2: passed in 1 of 2 attempts\n"))
            let junit = try folder.text("reports/junit.xml")
            #expect(junit.contains("tests=\"15\" failures=\"0\" errors=\"0\" skipped=\"0\""))
            #expect(
                junit.contains(
                    "<flakyFailure type=\"assertion\" message=\"status: expected 200, got 500\"><stackTrace>attempt 1 of 2\n"
                )
            )
            let results = try folder.text("reports/results.json")
            #expect(results.contains(#""counts": {"passed":12,"flaky":3,"failed":0"#))
            #expect(results.contains(#""attempts":[{"number":1,"outcome":"failed","findings":[{"code":"status""#))
            let transfers = try #require(folder.json("reports/results.json")["transfers"] as? [String: Any])
            #expect(transfers["requests"] as? Int == 18)
        }
    }

    @Test
    func `a flaky case fails the run where that is asked for, and the command to repeat it names it`() async throws {
        try await withCorpus { folder, server in
            let ended = try await run(
                [
                    "--filter", "a/things/*-0", "--retries", "1", "--fail-on-flaky", "--report", "markdown", "--report",
                    "ctrf",
                    "--report", "sarif", "--report", "codequality", "--report", "github",
                ],
                server,
                in: folder
            )
            #expect(ended.status == 1)
            #expect(ended.lines.last == "1 passed, 0 failed, 1 flaky (a failure by --fail-on-flaky), 0 skipped")
            let sentence = "2 cases ended as expected, but 1 was flaky, which --fail-on-flaky makes a failure"
            #expect(try folder.text("reports/summary.md").hasPrefix("## \(sentence)\n"))
            let page = try folder.text("reports/report.html")
            #expect(
                page.contains("<h1 class=\"bad\"><span class=\"mark\" aria-hidden=\"true\">✗</span> \(sentence)</h1>")
            )
            let junit = try folder.text("reports/junit.xml")
            #expect(junit.contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\""))
            #expect(
                junit.contains(
                    "<failure type=\"flaky\" message=\"flaky: it passed in 1 of 2 attempts, which --fail-on-flaky makes a failure\">"
                )
            )
            #expect(junit.contains("<rerunFailure type=\"assertion\" message=\"status: expected 200, got 500\">"))
            #expect(try folder.text("reports/results.json").contains("\n\"failsOnFlaky\": true,\n"))
            let ctrf = try folder.text("reports/ctrf.json")
            #expect(ctrf.contains(#""passed":1,"failed":1,"#))
            #expect(
                ctrf.contains(
                    #""message":"flaky: it passed in 1 of 2 attempts, which --fail-on-flaky makes a failure""#
                )
            )
            let words =
                "it passed in 1 of 2 attempts; attempt 1: status: expected 200, got 500; --fail-on-flaky makes that a failure"
            #expect(
                try folder.text("reports/results.sarif")
                    .contains(#""ruleId":"flaky","level":"error","message":{"text":"\#(words)"}"#)
            )
            let quality = try folder.text("reports/codequality.json")
            #expect(quality.contains("a/things/at-times-0: \(words)\",\"check_name\":\"flaky\""))
            #expect(quality.contains(#""severity":"major""#))
            #expect(ended.lines.contains { $0.hasPrefix("::error ") && $0.hasSuffix("::\(words)") })
            let again = try #require(ended.lines.first { $0.hasPrefix("again:") })
            #expect(again.hasSuffix(" --retries 1 --fail-on-flaky --filter a/things/at-times-0"))
        }
    }

    @Test(arguments: ["\"failed\"", "\"passed\""])
    func `an outcome that is not known is no reason to run nothing`(_ outcome: String) async throws {
        try await withCorpus { folder, server in
            _ = try await run(["--filter", "b/bad/bad-0", "--filter", "a/things/good-0"], server, in: folder)
            let results = try folder.text("reports/results.json")
            try #require(results.contains("\"outcome\":\(outcome)"))
            let odd = results.replacingOccurrences(of: "\"outcome\":\(outcome)", with: "\"outcome\":\"exploded\"")
            try folder.write("odd.json", odd)
            let asked = server.texts.count
            let ended = try await run(["--rerun-failed", "odd.json"], server, in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.hasPrefix("error: 'odd.json' "))
            #expect(ended.error.contains("got \"exploded\""))
            #expect(
                ended.error.hasSuffix(
                    "  hint: run the cases again, or name the results.json of another run with --rerun-failed\n"
                )
            )
            #expect(server.texts.count == asked)
        }
    }

    @Test
    func `what never passes is attempted as often as asked`() async throws {
        try await withCorpus { folder, server in
            let failed = try await run(["--filter", "b/bad/bad-0", "--retries", "3"], server, in: folder)
            #expect(failed.status == 1)
            #expect(server.texts.count { $0.hasPrefix("GET /bad/0 ") } == 4)
            #expect(failed.output.contains("    passed in 0 of 4 attempts; attempt 1 is shown\n"))
            #expect(try folder.text("reports/junit.xml").components(separatedBy: "<rerunFailure ").count == 4)
        }
    }

    @Test
    func `repeating every case finds those that do not always come to the same`() async throws {
        try await withCorpus { folder, server in
            let ended = try await run(["a/things", "--repeat", "4"], server, in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.last == "12 passed, 0 failed, 3 flaky, 0 skipped")
            #expect(ended.output.contains("a/things/at-times-0: passed in 2 of 4 attempts\n"))
            let transfers = try #require(folder.json("reports/results.json")["transfers"] as? [String: Any])
            #expect(transfers["requests"] as? Int == 60)
        }
    }

    @Test
    func `retries count against the most requests of the run`() async throws {
        try await withCorpus { folder, server in
            let arguments = ["--filter", "b/bad/bad-*", "--retries", "9", "--max-requests", "5", "--jobs", "1"]
            let ended = try await run(arguments, server, in: folder)
            #expect(ended.status == 1)
            #expect(server.texts.count { $0.hasPrefix("GET /bad/") } == 5)
            #expect(ended.lines.last == "0 passed, 1 failed, 0 skipped, 3 not run")
        }
    }

    @Test(arguments: [
        (["--retries", "-1"], "'--retries' must be from 0 to 1000, found -1"),
        (["--retries", "1001"], "'--retries' must be from 0 to 1000, found 1001"),
        (["--repeat", "0"], "'--repeat' must be from 1 to 1000, found 0"),
        (["--retries", "1", "--repeat", "2"], "'--retries' and '--repeat' do not go together"),
    ])
    func `numbers of attempts that mean nothing are refused`(arguments: [String], message: String) async throws {
        let joined = arguments.count == 2 ? ["\(arguments[0])=\(arguments[1])"] : arguments
        let ended = try await BuiltProgram.run(["run"] + joined)
        #expect(ended.status == 2)
        #expect(ended.error.hasPrefix("error: \(message)\n"))
    }

    // MARK: What failed before

    @Test
    func `what did not end as expected before runs again, and nothing else`() async throws {
        try await withCorpus { folder, server in
            #expect(try await run([], server, in: folder).status == 1)
            // Of the requests for these paths the next is answered well.
            let again = try await run(["--rerun-failed", "reports/results.json"], server, in: folder)
            #expect(again.status == 1)
            let bad = (0..<4).map { "b/bad/bad-\($0)" } + (0..<3).map { "b/known/known-\($0)" }
            #expect(try ids(folder) == (0..<3).map { "a/things/at-times-\($0)" } + bad)
            #expect(again.lines.last == "3 passed, 7 failed, 0 skipped")
            let third = try await run(
                ["--rerun-failed", "reports/results.json", "--filter", "b/bad/*"],
                server,
                in: folder
            )
            #expect(third.status == 1)
            #expect(try ids(folder) == (0..<4).map { "b/bad/bad-\($0)" })
            let selection = try #require(folder.json("reports/results.json")["selection"] as? [String: [String]])
            #expect(selection["cases"] == bad)
        }
    }

    @Test
    func `what was stopped before it ran runs again`() async throws {
        try await withCorpus { folder, server in
            let stopped = try await run(["a/rows", "--max-requests", "4", "--jobs", "1"], server, in: folder)
            #expect(stopped.lines.last == "4 passed, 0 failed, 0 skipped, 8 not run")
            let again = try await run(["--rerun-failed", "reports/results.json"], server, in: folder)
            #expect(again.status == 0)
            #expect(again.lines.last == "8 passed, 0 failed, 0 skipped")
            let none = try await run(["--rerun-failed", "reports/results.json"], server, in: folder)
            #expect(none.status == 0)
            #expect(none.output == "nothing to run again: all cases of 'reports/results.json' ended as expected\n")
            #expect(try ids(folder).count == 8)
        }
    }

    @Test
    func `flaky cases run again where they are unexpected`() async throws {
        try await withCorpus { folder, server in
            #expect(try await run(["a/things", "--retries", "1"], server, in: folder).status == 0)
            let none = try await run(["--rerun-failed", "reports/results.json"], server, in: folder)
            #expect(none.status == 0)
            #expect(
                none.output == """
                    nothing to run again: all cases of 'reports/results.json' ended as expected
                      flaky: 'a/things/at-times-0', 'a/things/at-times-1', 'a/things/at-times-2'
                      hint: '--fail-on-flaky' takes the flaky ones too

                    """
            )
            let again = try await run(
                ["--rerun-failed", "reports/results.json", "--fail-on-flaky", "--retries", "1"],
                server,
                in: folder
            )
            #expect(again.status == 1)
            #expect(again.lines.last == "0 passed, 0 failed, 3 flaky (a failure by --fail-on-flaky), 0 skipped")
        }
    }

    @Test
    func `cases that are gone are named, and nothing runs where none is left`() async throws {
        try await withCorpus { folder, server in
            #expect(try await run(["b/bad"], server, in: folder).status == 1)
            let suite = try folder.text("cases/b/bad.json")
            try folder.write("cases/b/bad.json", suite.replacingOccurrences(of: "\"bad-0\"", with: "\"better-0\""))
            try FileManager.default.copyItem(
                at: folder.appendingPathComponent("reports"),
                to: folder.appendingPathComponent("earlier")
            )
            let again = try await run(["--rerun-failed", "earlier/results.json"], server, in: folder)
            #expect(
                again.error.contains("note: 'earlier/results.json' names what is no case any more: 'b/bad/bad-0'\n")
            )
            #expect(try ids(folder) == ["b/bad/bad-1", "b/bad/bad-2", "b/bad/bad-3"])
            let none = try await run(["a", "--rerun-failed", "earlier/results.json"], server, in: folder)
            #expect(none.status == 4)
            let away = try await run(["--rerun-failed", "nowhere.json"], server, in: folder)
            #expect(away.status == 2)
            #expect(away.error.contains("name the results.json of a run with --rerun-failed"))
        }
    }
}
