import Foundation
import Testing

/// The line `again:`, whose command runs what did not pass and no more.
@Suite(.timeLimit(.minutes(10)))
struct AgainTests {
    /// A server that every case fails against.
    private func brokenServer() throws -> LocalServer {
        try LocalServer { line in
            line.contains(" /mock/offers ") ? .answer(status: 404, body: "{}") : .answer(status: 500, body: "{}")
        }
    }

    private func run(_ arguments: [String], in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(["run"] + arguments, in: folder, environment: SmallCorpus.credentials)
    }

    /// The words behind `again:   stytch-conformance run`, none of which has quotes.
    private func again(_ ended: BuiltProgram.Ended) throws -> [String] {
        let start = "again:   stytch-conformance run "
        let line = try #require(ended.lines.first { $0.hasPrefix(start) })
        return line.dropFirst(start.count).split(separator: " ").map(String.init)
    }

    @Test(arguments: [
        (["--filter", "small/things/thing"], "0 passed, 1 failed, 0 skipped"),
        (["--filter", "small/things/*", "--filter", "!small/things/left-out"], "0 passed, 2 failed, 0 skipped"),
        (["--tag", "!other", "--tag", "small", "--filter", "!**/left-out"], "0 passed, 2 failed, 0 skipped"),
        (["small", "--filter", "!**/left-out"], "0 passed, 2 failed, 0 skipped"),
    ])
    func `it runs the selection alone where all that was selected failed`(arguments: [String], last: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write(
                "cases/other.json",
                #"{ "description": "Others.", "cases": [{ "id": "more", "request": { "method": "GET", "path": "/" } }] }"#
            )
            let server = try brokenServer()
            defer { server.stop() }
            let first = try await run(["--target", server.baseURL] + arguments, in: folder)
            #expect(first.lines.last == last)
            let words = try again(first)
            // As a shell reads them: what is quoted here has no blanks.
            let second = try await run(words.map { $0.filter { $0 != "'" } }, in: folder)
            #expect(second.lines.last == last)
            #expect(try again(second) == words)
        }
    }

    @Test
    func `it names the limits of the run and the folder that a path led to`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("elsewhere/empty", "")
            let server = try brokenServer()
            defer { server.stop() }
            let elsewhere = folder.appendingPathComponent("elsewhere")
            let file = folder.appendingPathComponent("cases/small/things.json").path
            let limits = ["--timeout", "7s", "--max-requests", "50"]
            let first = try await run(["--target", server.baseURL, file] + limits, in: elsewhere)
            #expect(first.lines.last == "0 passed, 2 failed, 1 skipped")
            let words = try again(first)
            let folderWords = ["--cases", folder.appendingPathComponent("cases").path]
            let filters = ["--filter", "small/things/thing", "--filter", "small/things/other"]
            #expect(words == ["--target", server.baseURL] + folderWords + limits + filters)
            let second = try await run(words, in: elsewhere)
            #expect(second.lines.last == "0 passed, 2 failed, 0 skipped")
        }
    }

    @Test
    func `it names the shard, or the earlier run, where more failed than are named one by one`() async throws {
        try await withTemporaryFolder { folder in
            let rows = (0..<30).map { "{ \"id\": \"c\($0)\", \"request\": { \"method\": \"GET\", \"path\": \"/\" } }" }
            try SmallCorpus.write(
                to: folder,
                suite: #"{ "description": "Many.", "cases": [\#(rows.joined(separator: ","))] }"#
            )
            let server = try brokenServer()
            defer { server.stop() }
            let first = try await run(["--target", server.baseURL, "--shard", "2/2"], in: folder)
            #expect(first.lines.last == "0 passed, 15 failed, 0 skipped")
            #expect(try again(first) == ["--target", server.baseURL, "--shard", "2/2"])
            let page = try folder.text("reports/report.html")
            #expect(page.contains("--target \(server.baseURL) --shard 2/2<"))
            let rerun = ["--target", server.baseURL, "--rerun-failed", "reports/results.json"]
            let second = try await run(rerun, in: folder)
            #expect(second.lines.last == "0 passed, 15 failed, 0 skipped")
            #expect(try again(second) == rerun)
        }
    }
}
