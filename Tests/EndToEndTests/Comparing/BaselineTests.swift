import Foundation
import Testing
import WireJSON

/// `run --baseline` on the built program, and pairs of real runs of which one meets a wrong server.
@Suite(.timeLimit(.minutes(10)))
struct BaselineTests {
    private static let selection = ["run", "sessions/get", "passwords/session_reset"]

    @Test
    func `a run is compared with the file that it then replaces`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await BuiltProgram.run(Self.selection, in: folder).status == 0)
            let arguments = Self.selection + ["--baseline", "reports", "--baseline-report", "json"]
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.status == 0)
            #expect(ended.error == "")
            #expect(ended.output.contains(" unchanged against reports/results.json (mock, "))
            #expect(ended.lines.last == "no regression")
            let comparison = try JSONDocument(folder.text("reports/comparison.json")).root
            #expect(comparison["head"]?["source"]?.string == "this run")
            let now = try JSONDocument(folder.text("reports/results.json")).root
            #expect(comparison["head"]?["runID"]?.string == now["runID"]?.string)
            #expect(comparison["base"]?["runID"]?.string != now["runID"]?.string)
        }
    }

    @Test
    func `a server that forgets to end other sessions is a regression, and the run's own status gives way`()
        async throws
    {
        try await withTemporaryFolder { folder in
            #expect(try await BuiltProgram.run(Self.selection, in: folder).status == 0)
            let arguments =
                Self.selection + [
                    "--baseline", "reports/results.json", "--flaw", "resetKeepsOtherSessions", "--reports", "now",
                    "--report", "sarif",
                ]
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.status == 5)
            #expect(ended.output.contains("\nnewly-failing: "))
            #expect(ended.output.contains("  passwords/session_reset/other-sessions-end: passed → failed: status: "))
            #expect(try folder.json("now/results.json")["format"] as? String == "stytch-conformance/results")
            #expect(try folder.text("now/results.sarif").contains("\"baselineState\":\"new\""))
            let back = try await BuiltProgram.run(["compare", "now", "reports"], in: folder)
            #expect(back.status == 0)
            #expect(back.output.contains("\nfixed: "))
        }
    }

    @Test
    func `a case says since when it fails, along a chain of runs`() async throws {
        try await withTemporaryFolder { folder in
            let wrong = ["--flaw", "resetKeepsOtherSessions"]
            func run(_ name: String, _ options: [String]) async throws -> BuiltProgram.Ended {
                try await BuiltProgram.run(
                    Self.selection + options + ["--reports", name, "--report", "markdown"],
                    in: folder
                )
            }
            #expect(try await run("first", []).status == 0)
            #expect(try await run("second", wrong + ["--baseline", "first"]).status == 5)
            let ended = try await run("third", wrong + ["--baseline", "second"])
            #expect(ended.output.contains("\nfailing: 1 for longer\n"))
            let broken = try #require(folder.json("second/results.json")["started"] as? String)
            for name in ["second", "third"] {
                let cases =
                    try JSONDocument(folder.text("\(name)/results.json")).root["cases"]?.elements.map { $0 } ?? []
                let since = cases.compactMap { $0["failingSince"]?.string }
                #expect(since == [broken])
            }
            #expect(ended.output.contains("\n  failing since \(broken)\n"))
            #expect(ended.output.contains(" (failing since \(broken))\n"))
            #expect(try folder.text("third/report.html").contains("failing since <time datetime=\"\(broken)\">"))
            #expect(try folder.text("third/summary.md").contains("**Failing:** 1 for longer"))
            #expect(try folder.text("second/summary.md").contains("failing since this run"))
        }
    }

    @Test
    func `a server that spells a member otherwise is told by the shape of its answers`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await BuiltProgram.run(Self.selection, in: folder).status == 0)
            let wrong = Self.selection + ["--flaw", "keyRenamed", "--reports", "wrong"]
            #expect(try await BuiltProgram.run(wrong, in: folder).status == 1)
            let ended = try await BuiltProgram.run(
                ["compare", "reports", "wrong", "--fail-on", "field-gone", "--report", "json=c.json"],
                in: folder
            )
            #expect(ended.status == 5)
            let changes = try JSONDocument(folder.text("c.json")).root["changes"]?.elements.map { $0 } ?? []
            let kinds = Set(changes.compactMap { $0["kind"]?.string })
            #expect(kinds.isSuperset(of: ["newly-errored", "field-gone", "field-added", "drift-added"]))
        }
    }

    @Test
    func `without a baseline nothing is sent, unless there may be none`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(Self.selection + ["--baseline", "old.json"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.contains("error: there is no baseline: 'old.json' does not exist\n  hint: "))
            #expect(!folder.holds("reports"))
            let first = try await BuiltProgram.run(
                Self.selection + ["--baseline", "old.json", "--baseline-optional"],
                in: folder
            )
            #expect(first.status == 0)
            #expect(first.lines.last == "no baseline: 'old.json' does not exist, nothing was compared")
        }
    }

    @Test
    func `a run of other cases is not compared, and that is an error`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await BuiltProgram.run(Self.selection, in: folder).status == 0)
            let ended = try await BuiltProgram.run(["run", "sessions/get", "--baseline", "reports"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(
                ended.error == """
                    error: the run could not be compared with 'reports/results.json': the runs were asked for other cases: \
                    the base for 'sessions/get' 'passwords/session_reset', the head for 'sessions/get'
                      hint: compare runs of the same cases, or give --allow-partial to compare what can be

                    """
            )
            let partial = try await BuiltProgram.run(
                ["run", "users", "sessions/get", "--baseline", "reports", "--allow-partial", "--reports", "other"],
                in: folder
            )
            #expect(partial.output.contains("\n  note: the runs were asked for other cases: "))
        }
    }

    @Test(arguments: [
        (["--fail-on", "slower"], "options of a comparison stand only beside '--baseline'"),
        (["--baseline-optional"], "options of a comparison stand only beside '--baseline'"),
        (["--baseline", "bad.json"], "'bad.json' is no JSON"),
    ])
    func `a wrong baseline ends with status 2 before anything is sent`(options: [String], words: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write("bad.json", "no json")
            let ended = try await BuiltProgram.run(Self.selection + options, in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.contains(words))
        }
    }
}
