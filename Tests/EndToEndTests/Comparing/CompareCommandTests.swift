import Foundation
import SchemaValidation
import Testing
import WireJSON

/// `compare` on the built program: what it prints and writes, what it refuses, and what is agreed to.
@Suite(.timeLimit(.minutes(10)))
struct CompareCommandTests {
    private static let known = SeededPair.known

    /// A base as a run wrote it, and a head in which one case fails.
    private func withFailure(_ body: (URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            var results = try EditedResults(try await RecordedRun.text())
            try folder.write("base.json", results.text)
            try results.setOutcome(Self.known, "failed", ["findings": EditedResults.findings(status: 500)])
            try folder.write("head.json", results.text)
            try await body(folder)
        }
    }

    private func compare(_ more: [String] = [], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["compare", "base.json", "head.json"] + more, in: folder)
    }

    @Test
    func `the verdict comes first, then the change with its place, then whether it is a regression`() async throws {
        try await withFailure { folder in
            let ended = try await compare(in: folder)
            #expect(ended.status == 5)
            let started = try EditedResults(folder.text("base.json")).value(at: ["started"]).string ?? ""
            let count = try JSONDocument(folder.text("base.json")).root["cases"]?.count ?? 0
            #expect(
                ended.output.hasPrefix(
                    """
                    1 newly-failing, \(count - 1) unchanged against base.json (mock, \(started))

                    newly-failing: 1
                      sessions/get/one: passed → failed: status: expected 200, got 500
                          at cases/sessions/get.json:
                    """
                )
            )
            #expect(ended.lines.last == "regression: 1 newly-failing")
        }
    }

    @Test
    func `every report is written, and nothing else`() async throws {
        try await withFailure { folder in
            let formats = ["text", "markdown", "html", "json", "junit"]
            let ended = try await compare(formats.flatMap { ["--report", $0] } + ["--reports", "out"], in: folder)
            #expect(ended.status == 5)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("out").path)
            #expect(
                names.sorted() == [
                    "comparison.html", "comparison.json", "comparison.md", "comparison.txt", "comparison.xml",
                ]
            )
            #expect(try folder.text("out/comparison.txt") == ended.output)
            #expect(try folder.text("out/comparison.md").hasPrefix("### ❌ 1 newly-failing, "))
            let junit = try folder.text("out/comparison.xml")
            #expect(junit.components(separatedBy: "<failure ").count == 3)
            #expect(junit.contains("<testcase name=\"newly-failing sessions/get/one\""))
            let page = try folder.text("out/comparison.html")
            #expect(page.contains("<h1>1 newly-failing, "))
            #expect(!folder.holds("reports"))
        }
    }

    @Test(
        arguments: [
            (["--fail-on", "none"], 0), (["--fail-on", "newly-errored"], 0),
            (["--fail-on", "slower, newly-failing"], 5),
            (["--fail-on", "default"], 5),
        ] as [([String], Int32)]
    )
    func `the policy says what a regression is`(options: [String], status: Int32) async throws {
        try await withFailure { folder in
            let ended = try await compare(options, in: folder)
            #expect(ended.status == status)
        }
    }

    @Test
    func `an answer that is no JSON any more has not gone, and one that was none has not come`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("cases/operations.json", Self.oneOperation)
            try folder.write("cases/small/things.json", Self.oneExchange)
            for (name, body) in [("json", "{\"a\":1}"), ("page", "<html>")] {
                let server = try LocalServer { .answer(status: $0.contains(" /mock/") ? 404 : 502, body: body) }
                defer { server.stop() }
                let run = ["run", "--target", server.baseURL, "--reports", name]
                let ended = try await BuiltProgram.run(run, in: folder, environment: SmallCorpus.credentials)
                #expect(ended.status == 0, "\(ended.error)")
            }
            let answers = try JSONDocument(folder.text("page/results.json")).root["answers"]?[0]
            #expect(answers?["count"]?.number?.int == 0)
            #expect(answers?["withoutJSON"]?.number?.int == 1)
            let schema = try SchemaValidator(Checkout.root.text("docs/results.schema.json"))
            #expect(schema.problems(try JSONDocument(folder.text("page/results.json")).root) == [])
            for sides in [["json", "page"], ["page", "json"]] {
                let ended = try await BuiltProgram.run(["compare"] + sides, in: folder)
                #expect(ended.status == 0)
                #expect(!ended.output.contains("answers-gone") && !ended.output.contains("answers-added"))
            }
        }
    }

    private static let oneOperation = """
        {"operations": {"things.get": {"method": "GET", "path": "/v1/thing", "model": "sessions.GetResponse"}}}
        """

    private static let oneExchange = """
        {"description": "Things.", "cases": [{"id": "thing", "request": {"operation": "things.get"}, \
        "expect": {"status": 502, "model": "none"}}]}
        """

    // MARK: Agreeing

    private static func entry(_ glob: String, until: String = "9999-12-31") -> String {
        #"[{"change":"newly-failing","case":"\#(glob)","reason":"the server is new","until":"\#(until)"}]"#
    }

    @Test
    func `a change that is agreed to is told with the reason, and is no regression`() async throws {
        try await withFailure { folder in
            try folder.write("accepted.json", Self.entry("sessions/get/*"))
            let ended = try await compare(["--accept", "accepted.json"], in: folder)
            #expect(ended.status == 0)
            #expect(ended.output.hasPrefix("1 newly-failing (1 accepted), "))
            #expect(ended.output.contains("expected 200, got 500 [accepted: the server is new]\n"))
            #expect(ended.lines.last == "no regression")
        }
    }

    @Test(arguments: [
        (
            entry("sessions/get/*", until: "2020-01-01"),
            "accepted.json:1:2: the entry for newly-failing of 'sessions/get/*' ended with 2020-01-01 [ended-acceptance]"
        ),
        (
            entry("sessions/revoke/*"),
            "accepted.json:1:2: there is no change for the entry for newly-failing of 'sessions/revoke/*' [unused-acceptance]"
        ),
    ])
    func `a list that is out of date fails the comparison, even where nothing is a regression`(
        list: String,
        words: String
    ) async throws {
        try await withFailure { folder in
            try folder.write("accepted.json", list)
            let ended = try await compare(["--accept", "accepted.json", "--fail-on", "none"], in: folder)
            #expect(ended.status == 5)
            #expect(ended.output.contains("  \(words)\n    hint: "))
            #expect(ended.lines.last == "regression: 1 entry of the accept file out of date")
        }
    }

    @Test
    func `a mistake in the list is shown with its line, and nothing is compared`() async throws {
        try await withFailure { folder in
            try folder.write("accepted.json", "[\n  {\"change\": \"newly-failling\"}\n]\n")
            let ended = try await compare(["--accept", "accepted.json"], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(
                ended.error.contains("accepted.json:2:14: 'change' must be one of \"newly-failing\" \"newly-errored\"")
            )
            #expect(ended.error.contains("\n    {\"change\": \"newly-failling\"}\n               ^\n"))
            #expect(ended.error.contains("found \"newly-failling\"; did you mean 'newly-failing'? [wrong-value]\n"))
            #expect(ended.error.contains("error: 4 mistakes in the accept file; nothing was compared\n"))
        }
    }

    // MARK: Mistakes

    @Test(arguments: [
        (["compare", "base.json", "none.json"], "error: cannot read 'none.json': no such file or directory"),
        (["compare", "base.json", "folder"], "error: cannot read 'folder/results.json': no such file or directory"),
        (["compare", "base.json", "text.json"], "error: 'text.json' is no json: 1:1: "),
        (["compare", "base.json"], "missing expected argument '<head>'"),
        (
            ["compare", "base.json", "head.json", "--fail-on", "newly-fail"],
            "error: there is no kind of change 'newly-fail'\n  hint: did you mean 'newly-failing'?\n"
        ),
        (
            ["compare", "base.json", "head.json", "--fail-on", "none,slower"],
            "error: 'none' cannot stand beside other names in '--fail-on none,slower'\n"
        ),
        (["compare", "base.json", "head.json", "--fail-on", ""], "error: '--fail-on' names nothing\n"),
        (
            ["compare", "base.json", "head.json", "--fail-on", "slower,"],
            "error: a name is missing in '--fail-on slower,'\n"
        ),
        (["compare", "base.json", "head.json", "--slower-than", "1"], "'1' is invalid for '--slower-than <ratio>'"),
        (["compare", "base.json", "head.json", "--accept", "none.json"], "error: cannot read 'none.json'"),
        (["compare", "base.json", "head.json", "--report", "pdf"], "error: there is no report format 'pdf'"),
    ])
    func `a wrong side or option ends with status 2 and says which`(arguments: [String], words: String) async throws {
        try await withFailure { folder in
            try folder.write("folder/other.json", "{}")
            try folder.write("text.json", "no json")
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.error.lowercased().contains(words))
        }
    }
}
