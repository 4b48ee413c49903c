import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct RunTests {
    @Test
    func `every case that ships passes or is skipped on the mock`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["run", "--cases", Checkout.cases], in: folder)
            #expect(ended.status == 0)
            #expect(ended.error == "")
            let counts = try #require(folder.json("reports/results.json")["counts"] as? [String: Int])
            #expect(counts["failed"] == 0)
            #expect(counts["errored"] == 0)
            #expect(counts["notRun"] == 0)
            #expect(try #require(counts["passed"]) >= 80)
            let passed = try #require(counts["passed"])
            let skipped = try #require(counts["skipped"])
            #expect(ended.lines.last == "\(passed) passed, 0 failed, \(skipped) skipped")
            #expect(try folder.text("reports/junit.xml").hasSuffix("  </testsuite>\n</testsuites>\n"))
        }
    }

    @Test
    func `a run that passes ends with 0, its reports and its counts`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await run(["--target", server.baseURL], in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.contains("reports: reports/junit.xml, reports/results.json, reports/report.html"))
            #expect(ended.lines.last == "2 passed, 0 failed, 1 skipped")
            #expect(ended.output.contains("skipped\n  1 × not built yet\n      small/things/left-out\n"))
            #expect(try folder.json("reports/results.json")["target"] as? String == server.baseURL)
        }
    }

    @Test
    func `a failure names place, pointer, expected and actual, and how to repeat it`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(
                to: folder,
                suite: SmallCorpus.suite.replacingOccurrences(of: "{{name}}", with: "Bob")
            )
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await run(["--target", server.baseURL], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("FAILED   small/things/thing ("))
            #expect(
                ended.output.contains("    cases/small/things.json:9:69: body /name: expected \"Bob\", got \"Ann\"\n")
            )
            #expect(ended.output.contains("  GET \(server.baseURL)/thing → 200 ("))
            #expect(ended.output.contains("  curl "))
            let again =
                "again:   stytch-conformance run --target \(server.baseURL) --filter small/things/thing"
            #expect(ended.lines.contains(again))
            #expect(ended.lines.last == "1 passed, 1 failed, 1 skipped")
            let message = "message=\"body /name: expected &quot;Bob&quot;, got &quot;Ann&quot;\""
            #expect(try folder.text("reports/junit.xml").contains(message))
            #expect(try folder.text("reports/junit.xml").contains("\n    at cases.small.Case(things.json:9)"))
        }
    }

    @Test(arguments: [
        ("name=7", "expected 7, got", "name=7"),
        ("name=[1]", "expected [1], got", "'name=[1]'"),
        ("name=Zoë", "expected \"Zoë\", got", "'name=Zoë'"),
    ])
    func `a variable is JSON where it can be, else text`(argument: String, words: String, quoted: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await run(["--target", server.baseURL, "--variable", argument], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains(words))
            let again = "again:   stytch-conformance run --target \(server.baseURL) --variable \(quoted)"
            #expect(ended.output.contains(again + " --filter small/things/thing\n"))
        }
    }

    @Test(arguments: [
        (["--filter", "**/thing"], "1 passed, 0 failed, 0 skipped"),
        (["--filter", "!small/things/thing"], "1 passed, 0 failed, 1 skipped"),
        (["--tag", "small"], "2 passed, 0 failed, 1 skipped"),
        (["small/things"], "2 passed, 0 failed, 1 skipped"),
        (["cases/small/things.json"], "2 passed, 0 failed, 1 skipped"),
        (["cases"], "2 passed, 0 failed, 1 skipped"),
        (["./cases/"], "2 passed, 0 failed, 1 skipped"),
    ])
    func `cases are chosen by path, filter and tag`(arguments: [String], last: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await run(["--target", server.baseURL] + arguments, in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.last == last)
        }
    }

    @Test(arguments: [
        (["--filter", "**/thing", "--filter", "nothing/*"], "no case matches '--filter nothing/*'"),
        (["--filter", "!nothing"], "no case matches '--filter !nothing'"),
        (["--tag", "small", "--tag", "nothing"], "no case has the tag of '--tag nothing'"),
        (["--tag", "!nothing"], "no case has the tag of '--tag !nothing'"),
    ])
    func `a filter or tag that no case has is told where others select`(arguments: [String], words: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let warning = "warning: \(words)\n  hint: 'stytch-conformance list' names all cases\n"
            let ran = try await run(["--target", server.baseURL] + arguments, in: folder)
            #expect(ran.status == 0)
            #expect(ran.error == warning)
            #expect(try await BuiltProgram.run(["list"] + arguments, in: folder).error == warning)
        }
    }

    @Test(arguments: [
        (["--filter", "nothing/*"], "the selection matches no case", Int32(4)),
        (["--tag", "nothing"], "the selection matches no case", 4),
        (["nothing"], "no case stands below 'nothing'", 4),
        (["small/thing.json"], "no case stands below 'small/thing.json'", 4),
        (["small/things", "small/thing"], "no case stands below 'small/thing'", 2),
    ])
    func `a selection without cases is refused, also where only one path is`(
        arguments: [String],
        words: String,
        status: Int32
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            for command in ["run", "list"] {
                let ended = try await BuiltProgram.run([command] + arguments, in: folder)
                #expect(ended.status == status)
                #expect(ended.error.hasPrefix("error: \(words)\n  hint: "))
                #expect(!folder.holds("reports"))
            }
        }
    }

    @Test
    func `a mistake in a case file ends with status 2, shows the place, and sends nothing`() async throws {
        try await withTemporaryFolder { folder in
            let broken = SmallCorpus.suite.replacingOccurrences(
                of: "\"expect\": { \"status\": 200, \"model\": \"none\" }",
                with: "\"expct\": {}"
            )
            try SmallCorpus.write(to: folder, suite: broken)
            let ended = try await run([], in: folder)
            #expect(ended.status == 2)
            #expect(ended.error.contains("cases/small/things.json:14:7: "))
            #expect(ended.error.contains("'expct'"))
            #expect(ended.error.contains("'expect'"))
            #expect(ended.error.contains("        \"expct\": {}\n        ^\n"))
            #expect(
                ended.error.hasSuffix(
                    "error: 1 mistake in case files; nothing was sent\n  hint: 'stytch-conformance explain unknown-key' says more\n"
                )
            )
            #expect(!folder.holds("reports"))
        }
    }

    @Test
    func `the first failure ends a run that fails fast`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let arguments = ["--target", server.baseURL, "--variable", "name=Bob", "--fail-fast", "--jobs", "1"]
            let ended = try await run(arguments, in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("not run\n  1 × "))
            #expect(try #require(ended.lines.last).hasSuffix("1 not run"))
        }
    }

    @Test
    func `reports go where they are told to, and only there`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let places = ["--reports", "out/deep", "--report", "results=elsewhere/run.json"]
            let ended = try await run(["--target", server.baseURL] + places, in: folder)
            #expect(ended.status == 0)
            #expect(ended.lines.contains("reports: out/deep/junit.xml, elsewhere/run.json, out/deep/report.html"))
            let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
                !$0.hasPrefix("cases")
            }
            #expect(
                written.sorted() == [
                    "elsewhere", "elsewhere/run.json", "out", "out/deep", "out/deep/junit.xml", "out/deep/report.html",
                ]
            )
        }
    }

    @Test
    func `a place that cannot be written to ends with status 3 before anything is sent`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("reports", "a file, not a folder")
            let ended = try await run([], in: folder)
            #expect(ended.status == 3)
            #expect(ended.error.hasPrefix("error: cannot make the folder 'reports': "))
            #expect(ended.output == "")
            #expect(try folder.text("reports") == "a file, not a folder")
        }
    }

    @Test
    func `equal runs write equal JUnit reports where that is asked for`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let target = ["--target", server.baseURL]
            _ = try await run(target + ["--reproducible", "--reports", "a"], in: folder)
            _ = try await run(target + ["--reproducible", "--reports", "b"], in: folder)
            _ = try await run(target + ["--reports", "c"], in: folder, environment: ["SOURCE_DATE_EPOCH": "86400"])
            #expect(try folder.text("a/junit.xml") == folder.text("b/junit.xml"))
            #expect(try folder.text("a/junit.xml").contains("timestamp=\"1970-01-01T00:00:00\""))
            #expect(try folder.text("c/junit.xml").contains("timestamp=\"1970-01-02T00:00:00\""))
        }
    }

    @Test
    func `a body that is cut is told by its digest`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try LocalServer { line in
                let body = String(repeating: "a", count: 10_000)
                return line.contains(" /mock/offers ")
                    ? .answer(status: 404, body: "{}") : .answer(status: 200, body: body)
            }
            defer { server.stop() }
            let ended = try await run(["--target", server.baseURL, "--filter", "**/thing"], in: folder)
            #expect(ended.status == 1)
            // The SHA-256 of ten thousand times the letter a.
            let digest = "27dd1f61b867b6a0f6e9d8a41c43231de52107e53ae424de8f847b821db4b711"
            let mark = "… (5904 more bytes, sha256 \(digest))"
            #expect(try folder.text("reports/junit.xml").contains("aaa\(mark)\n"))
            let result = try #require((folder.json("reports/results.json")["cases"] as? [[String: Any]])?.first)
            let exchange = try #require((result["exchanges"] as? [[String: Any]])?.first)
            let response = try #require(exchange["response"] as? [String: Any])
            #expect(response["sha256"] as? String == digest)
            #expect(response["bytes"] as? Int == 10_000)
            #expect((exchange["request"] as? [String: Any])?["sha256"] == nil)
        }
    }

    @Test
    func `a body limit of one's own is kept to, and repeated`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await run(["--target", server.baseURL, "--body-limit", "13"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains(" has a body of more than 13 bytes\n"))
            #expect(
                ended.output.contains("again:   stytch-conformance run --target \(server.baseURL) --body-limit 13 ")
            )
            let enough = try await run(["--target", server.baseURL, "--body-limit", "14"], in: folder)
            #expect(enough.status == 0)
        }
    }

    @Test
    func `every failed exchange can be kept, or all of them`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            _ = try await run(["--target", server.baseURL, "--reports", "few"], in: folder)
            _ = try await run(["--target", server.baseURL, "--reports", "all", "--evidence", "all"], in: folder)
            #expect(try !folder.text("few/results.json").contains("\"exchanges\""))
            #expect(try folder.text("all/results.json").contains("\"exchanges\":[{\"step\":0,"))
        }
    }

    private func run(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String] = [:]
    ) async throws -> BuiltProgram.Ended {
        let environment = environment.merging(SmallCorpus.credentials) { given, _ in given }
        return try await BuiltProgram.run(["run"] + arguments, in: folder, environment: environment)
    }
}
