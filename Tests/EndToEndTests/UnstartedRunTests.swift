import Foundation
import Testing

/// Runs that never begin, as GitHub is told of them.
@Suite(.timeLimit(.minutes(10)))
struct UnstartedRunTests {
    private func run(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await tell(["run"] + arguments, in: folder)
    }

    private func tell(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        let environment = [
            "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "\(folder.path)/step.md", "GITHUB_WORKSPACE": folder.path,
        ]
        return try await BuiltProgram.run(
            arguments,
            in: folder,
            environment: environment.merging(SmallCorpus.credentials) { given, _ in given }
        )
    }

    private func annotations(_ ended: BuiltProgram.Ended) -> [String] {
        ended.lines.filter { $0.hasPrefix("::") }
    }

    @Test
    func `a mistake in a case file is an annotation at its place, and stands in the summary`() async throws {
        try await withTemporaryFolder { folder in
            let broken = SmallCorpus.suite.replacingOccurrences(
                of: "\"path\": \"/other\"",
                with: "\"paht\": \"/other\""
            )
            try SmallCorpus.write(to: folder, suite: broken)
            let ended = try await run([], in: folder)
            #expect(ended.status == 2)
            #expect(
                annotations(ended) == [
                    "::error file=cases/small/things.json,line=13,col=37,title=unknown-key::"
                        + "unknown key 'paht' in a request; did you mean 'path'?"
                ]
            )
            #expect(
                try folder.text("step.md") == """

                    ## The run did not begin

                    1 mistake in case files; nothing was sent

                    - `cases/small/things.json:13:37`: unknown key 'paht' in a request; did you mean 'path'?

                    """
            )
        }
    }

    @Test
    func `many mistakes are ten annotations, which give no command of their own`() async throws {
        try await withTemporaryFolder { folder in
            let cases = (0..<12).map { "{ \"id\": \"c\($0)\", \"a\\n::set-env name=a::b,\($0)%\": 1 }" }
            try SmallCorpus.write(
                to: folder,
                suite: "{ \"description\": \"d\", \"cases\": [\(cases.joined(separator: ","))] }"
            )
            let ended = try await run([], in: folder)
            #expect(ended.status == 2)
            let lines = annotations(ended)
            #expect(lines.count == 10)
            #expect(lines.allSatisfy { $0.hasPrefix("::error") })
            #expect(lines.last == "::error::and 3 more problems, in the log")
            #expect(try folder.text("step.md").hasSuffix("\n- … 2 more in the log\n"))
        }
    }

    @Test
    func `a target that is out of reach is one annotation`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let socket = try LocalServer.boundSocket()
            defer { close(socket.descriptor) }
            let ended = try await run(["--target", "http://127.0.0.1:\(socket.port)"], in: folder)
            #expect(ended.status == 3)
            let lines = annotations(ended)
            let start = "the target 'http://127.0.0.1:\(socket.port)' could not be reached: "
            #expect(lines.count == 1)
            #expect(try #require(lines.first).hasPrefix("::error title=the run did not begin::\(start)"))
            let summary = try folder.text("step.md")
            #expect(
                summary.hasPrefix("\n## The run did not begin\n\nthe target 'http://127.0.0.1:\(socket.port)' could ")
            )
            #expect(summary.contains("\nhint: "))
        }
    }

    @Test(
        arguments: [
            (
                ["run", "--no-such-option"],
                "::error title=the run did not begin::unknown option '--no-such-option'\n",
                "\n## The run did not begin\n\nunknown option '--no-such-option'\n\n"
            ),
            (
                ["run", "--timeout", "5"],
                "::error title=the run did not begin::the value '5' is invalid for '--timeout <time>'; a time has a unit: 5s, or 5ms\n",
                "\n## The run did not begin\n\nthe value '5' is invalid for '--timeout &lt;time&gt;'\nhint: a time has a unit: 5s, or 5ms\n\n"
            ),
            (
                ["run", "--variable", "1token=hush"],
                "::error title=the run did not begin::the value '…' is invalid for '--variable <name=value>'; a name has a-z, 0-9 and _, and begins with a letter\n",
                "\n## The run did not begin\n\nthe value '…' is invalid for '--variable &lt;name=value&gt;'\nhint: a name has a-z, 0-9 and \\_, and begins with a letter\n\n"
            ),
            (
                ["rn"],
                "::error title=the command did not begin::unexpected argument 'rn'; did you mean 'run'?\n",
                "\n## The command did not begin\n\nunexpected argument 'rn'\nhint: did you mean 'run'?\n\n"
            ),
            (
                ["merge", "--jsno", "a"],
                "::error title=the command did not begin::unknown option '--jsno'\n",
                "\n## The command did not begin\n\nunknown option '--jsno'\n\n"
            ),
        ] as [([String], String, String)]
    )
    func `arguments that are not understood are one annotation, and stand in the summary`(
        arguments: [String],
        annotation: String,
        summary: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let ended = try await tell(arguments, in: folder)
            #expect(ended.status == 2)
            #expect(ended.error.hasPrefix("error: "))
            #expect(ended.output == annotation)
            #expect(try folder.text("step.md") == summary)
        }
    }

    @Test
    func `a password in an address that is not understood is told to nobody`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await tell(["run", "--target", "http://somebody:hush@127.0.0.1"], in: folder)
            #expect(ended.status == 2)
            #expect(annotations(ended).count == 1)
            #expect(ended.output.contains("the value 'http://…@127.0.0.1' is invalid for '--target <target>'; leave "))
            let told = ended.output + ended.error + (try folder.text("step.md"))
            for part in ["somebody", "hush"] { #expect(!told.contains(part)) }
        }
    }

    @Test(arguments: [["--report", "none"], ["--report=none"]])
    func `of arguments that are not understood nothing is told where no report is wanted`(
        words: [String]
    ) async throws {
        try await withTemporaryFolder { folder in
            let ended = try await tell(["run"] + words + ["--no-such-option"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(!folder.holds("step.md"))
        }
    }

    @Test
    func `nothing is told where no report is wanted`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder, suite: "{")
            let ended = try await run(["--report", "none"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(!folder.holds("step.md"))
        }
    }

    @Test
    func `a failure of a built-in case names no file, as there is none in the checkout`() async throws {
        try await withTemporaryFolder { folder in
            let words = ["--filter", "sessions/revoke/only-that-session", "--flaw", "revokedSessionLives"]
            let ended = try await run(words, in: folder)
            #expect(ended.status == 1)
            let lines = annotations(ended)
            #expect(lines.count == 1)
            #expect(try #require(lines.first).hasPrefix("::error title=sessions/revoke/only-that-session::"))
        }
    }
}
