import Foundation
import Testing

/// Runs that never begin, as GitHub is told of them.
@Suite(.timeLimit(.minutes(10)))
struct UnstartedRunTests {
    private func run(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        let environment = [
            "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "\(folder.path)/step.md", "GITHUB_WORKSPACE": folder.path,
        ]
        return try await BuiltProgram.run(
            ["run"] + arguments,
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
