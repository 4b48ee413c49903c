import Foundation
import Testing

/// What people get wrong without a mistake in any file: the wrong folder, an empty shell variable, a name that is nearly right.
@Suite(.timeLimit(.minutes(10)))
struct SlipTests {
    private func refusing() throws -> LocalServer {
        try LocalServer { line in
            let body = #"{"status_code":401,"error_type":"unauthorized_credentials","error_message":"Unauthorized."}"#
            return .answer(status: line.contains(" /mock/offers ") ? 404 : 401, body: body)
        }
    }

    @Test func `in a folder without cases, lint and run say that the cases are built in`() async throws {
        try await withTemporaryFolder { folder in
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 0)
            #expect(
                lint.error == """
                    warning: there is no folder 'cases' here: what is checked is built into the program
                      hint: name a folder with --cases, or fill one with 'stytch-conformance export-cases'

                    """
            )
            let ran = try await BuiltProgram.run(["run", "sessions/get"], in: folder)
            #expect(ran.status == 0)
            #expect(ran.lines.contains("cases: built into the program; --cases names a folder"))
            let results = try folder.json("reports/results.json")
            #expect(results["builtInCases"] as? Bool == true)
            #expect(try folder.text("reports/report.html").contains("<dd>built into the program</dd>"))
        }
    }

    @Test func `cases of a folder are not said to be built in`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ran = try await SmallCorpus.run(in: folder)
            #expect(ran.status == 0)
            #expect(!ran.output.contains("built into the program"))
            #expect(try folder.json("reports/results.json")["builtInCases"] == nil)
            #expect(try await BuiltProgram.run(["lint"], in: folder).error == "")
        }
    }

    @Test(arguments: [
        ([""], "a path is empty"), (["small/things", ""], "a path is empty"),
        (["--filter", ""], "'--filter' is empty"), (["--tag", ""], "'--tag' is empty"),
    ])
    func `what an empty variable of the shell leaves is refused`(arguments: [String], words: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            for command in ["run", "list"] {
                let ended = try await BuiltProgram.run([command] + arguments, in: folder)
                #expect(ended.status == 2)
                #expect(ended.error.hasPrefix("error: \(words)\n  hint: a variable of the shell may be so; "))
                #expect(!folder.holds("reports"))
            }
        }
    }

    @Test(arguments: [
        (["small/thigns"], "did you mean 'small/things'?"),
        (["--filter", "small/thigns/*"], "did you mean 'small/things/*'?"),
        (["--filter", "small/things/thign"], "did you mean 'small/things/thing'?"),
        (["--tag", "smal"], "did you mean 'small'?"),
        (["--tag", "small,other"], "give --tag once for each tag"),
    ])
    func `a selection that misses names what was probably meant`(arguments: [String], hint: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await BuiltProgram.run(["run"] + arguments, in: folder)
            #expect(ended.status == 4)
            #expect(ended.error.hasSuffix("\n  hint: \(hint)\n"))
        }
    }

    @Test
    func `a path of another corpus, of a file without cases, and a folder that is a file are told as what they are`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("other/operations.json", SmallCorpus.operations)
            try folder.write("other/more.json", SmallCorpus.suite)
            let other = folder.appendingPathComponent("other/more.json").path
            for (arguments, words) in [
                (["cases/small/things.json", other], "error: '\(other)' is of another corpus, "),
                (["cases/operations.json"], "error: 'cases/operations.json' holds no cases\n"),
                (["--cases", "cases/operations.json"], "error: 'cases/operations.json' of --cases is no folder\n"),
            ] {
                let ended = try await BuiltProgram.run(["run"] + arguments, in: folder)
                #expect(ended.error.hasPrefix(words))
                #expect([2, 4].contains(ended.status))
            }
        }
    }

    @Test(arguments: [("nmae", "did you mean 'name'?"), ("unheard", "'{{unheard}}' in a case would take its value")])
    func `a variable that no case uses is told, with the one that was meant`(name: String, hint: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            for command in ["lint", "list"] {
                let ended = try await BuiltProgram.run([command, "--variable", "\(name)=1"], in: folder)
                #expect(ended.status == 0)
                #expect(
                    ended.error == "warning: no case uses the variable '\(name)' of --variable\n  hint: \(hint)\n"
                )
                #expect(try await BuiltProgram.run([command, "--variable", "name=1"], in: folder).error == "")
            }
        }
    }

    @Test func `the command that repeats a run takes secret variables from the shell, and what hides them is no value`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let secret = SmallCorpus.suite.replacingOccurrences(
                of: "\"path\": \"/thing\"",
                with: """
                    "path": "/thing", "auth": { "bearer": "{{name}}" }
                    """
            )
            try SmallCorpus.write(to: folder, suite: secret)
            let server = try refusing()
            defer { server.stop() }
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL, "--variable", "name=hidden-value-1"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 1)
            #expect(ended.output.contains(" --variable name=\"${NAME:?}\""))
            #expect(!ended.output.contains("hidden-value-1"))
            let pasted = try await BuiltProgram.run(["run", "--variable", "name=…"], in: folder)
            #expect(pasted.status == 2)
            #expect(
                pasted.error.contains("\n  hint: '…' stands for a value that is not shown: give the value itself\n")
            )
        }
    }

    @Test func `mistakes that lint tells are annotations under GitHub Actions`() async throws {
        try await withTemporaryFolder { folder in
            let broken = SmallCorpus.suite.replacingOccurrences(of: "\"/other\"", with: "7")
            try SmallCorpus.write(to: folder, suite: broken)
            let told = try await BuiltProgram.run(["lint"], in: folder, environment: ["GITHUB_ACTIONS": "true"])
            #expect(told.status == 2)
            let start = "::error file=cases/small/things.json,line=13,col=45,title=wrong-value::"
            #expect(told.lines.count { $0.hasPrefix(start) } == 1)
            #expect(told.lines.last?.hasSuffix(": 1 mistake") == true)
            #expect(try await !BuiltProgram.run(["lint"], in: folder).output.contains("::"))
        }
    }

    @Test func `a folder of reports stands for its results wherever an earlier run is named`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let run = ["run", "--target", server.baseURL, "--reports"]
            let environment = SmallCorpus.credentials
            #expect(try await BuiltProgram.run(run + ["one"], in: folder, environment: environment).status == 0)
            let again = try await BuiltProgram.run(
                run + ["two", "--rerun-failed", "one"],
                in: folder,
                environment: environment
            )
            #expect(again.status == 0)
            #expect(again.output.hasPrefix("nothing to run again: "))
            let part = ["three", "--shard", "1/2", "--shard-durations", "one/"]
            #expect(try await BuiltProgram.run(run + part, in: folder, environment: environment).status == 0)
        }
    }

    // MARK: Credentials

    @Test(arguments: [
        ("project-test-1:x", "secret", "STYTCH_PROJECT_ID holds ':' or a blank"),
        ("project test", "secret", "STYTCH_PROJECT_ID holds ':' or a blank"),
        (" project-test-1", "secret", "STYTCH_PROJECT_ID begins or ends with a blank or a line break"),
        ("project-test-1", "secret-value\n", "STYTCH_SECRET begins or ends with a blank or a line break"),
    ])
    func `credentials that cannot be right are refused before anything is sent`(
        id: String,
        secret: String,
        words: String
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await BuiltProgram.run(
                ["run", "--target", "http://127.0.0.1:9"],
                in: folder,
                environment: ["STYTCH_PROJECT_ID": id, "STYTCH_SECRET": secret]
            )
            #expect(ended.status == 2)
            #expect(ended.error.hasPrefix("error: \(words)\n  hint: "))
        }
    }

    @Test func `credentials that the target refuses are told once, before all cases`() async throws {
        try await withTemporaryFolder { folder in
            let suite = SmallCorpus.suiteOfBrokenSetup.replacingOccurrences(of: "418", with: "200")
            try SmallCorpus.write(to: folder, suite: suite)
            let server = try refusing()
            defer { server.stop() }
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 1)
            let words =
                "the target refuses STYTCH_PROJECT_ID and STYTCH_SECRET (401): they are wrong, or of another project"
            #expect(ended.lines.contains(words))
            #expect(ended.lines.contains("2 cases could not be set up for it; the first is shown"))
            #expect(ended.lines.count { $0.contains("set-up: status: expected 200, got 401 (unauthorized_cred") } == 1)
            #expect(try folder.text("reports/report.html").contains(">\(words)</p>"))
        }
    }
}
