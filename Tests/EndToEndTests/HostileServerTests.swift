import Foundation
import TestServers
import Testing

/// The built program against servers that misbehave: each costs its own case and no more, and memory stays flat.
///
/// One after the other, so that the processor time of one run is not taken for the slowness of another.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct HostileServerTests {
    /// The most memory of a run against any of these servers, in KiB; one of good cases alone takes some 45 MiB.
    private static let mostMemory = 64 * 1_024
    /// The same where sixteen answers, each up to the limit of 4 MiB, come in at once.
    private static let mostMemoryOfSixteen = 128 * 1_024

    @Test(arguments: HostileServer.all)
    func `each alone costs its own case and no more`(server: HostileServer) async throws {
        let corpus = HostileCorpus(servers: [server])
        let (run, port) = try await measured(corpus, ["--jobs", "1"])
        try expect([server], times: 1, good: 6, in: run, port)
        #expect(try #require(run.results["durationMicroseconds"] as? Int) < 5_000_000)
        try expectMemory(of: run, below: Self.mostMemory)
    }

    @Test(arguments: HostileServer.all)
    func `sixteen of a kind at once leave good cases alone`(server: HostileServer) async throws {
        let corpus = HostileCorpus(servers: [server], times: 16, goodCases: 48)
        let (run, port) = try await measured(corpus, ["--jobs", "32"])
        try expect([server], times: 16, good: 48, in: run, port)
        try expectMemory(of: run, below: Self.mostMemoryOfSixteen)
    }

    @Test
    func `all kinds at once leave good cases alone`() async throws {
        let corpus = HostileCorpus(servers: HostileServer.all, goodCases: 100)
        let (run, port) = try await measured(corpus, ["--jobs", "32"])
        try expect(HostileServer.all, times: 1, good: 100, in: run, port)
        #expect(
            run.counts == [
                "passed": 102, "failed": 2, "errored": 26, "skipped": 0, "notRun": 0, "knownFailures": 0,
                "unexpectedPasses": 0, "flaky": 0,
            ]
        )
        #expect(run.ended.lines.last == "102 passed, 2 failed, 26 errored, 0 skipped")
        try expectMemory(of: run, below: Self.mostMemoryOfSixteen)
    }

    @Test
    func `an answer to nobody on an idle connection is not taken for the next one`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            // Asked again after a pause, in which the connection is idle and the stray answer comes in.
            try folder.write(
                "cases/hostile/idle.json",
                """
                { "description": "Idle.", "cases": [{ "id": "idle",
                  "request": { "method": "GET", "path": "/idle" }, "eventually": "10s",
                  "expect": { "status": 200, "model": "none", "body": { "name": "Ann" } } }] }
                """
            )
            let script: LoopbackServer.Script = { _ in
                [
                    .route { path, earlier in
                        if path == "/mock/offers" { return [.answer("{}", status: "404 Not Found")] }
                        guard earlier == 0 else { return [HostileServer.good] }
                        return [
                            .answer(#"{"name":"first"}"#), .answer(#"{"name":"stray"}"#, status: "500 Stray"), .hang,
                        ]
                    }
                ]
            }
            try await LoopbackServer.serving(script) { server in
                let run = try await MeasuredRun.of(["--target", "http://\(server.place)"], in: folder)
                #expect(run.ended.status == 0)
                let exchanges = try #require(try run.testCase("hostile/idle/idle")["exchanges"] as? [[String: Any]])
                let bodies = exchanges.map { ($0["response"] as? [String: Any])?["body"] as? String }
                #expect(bodies == [#"{"name":"first"}"#, #"{"name":"Ann"}"#])
            }
        }
    }

    @Test
    func `the page about hostile servers tells what the program says`() throws {
        let page = try Checkout.root.text("docs/hostile-servers.md").split(separator: "\n").map(String.init)
        for server in HostileServer.all + HostileConnection.all.map(\.asServer) {
            #expect(page.contains(server.documentation), "docs/hostile-servers.md lacks: \(server.documentation)")
        }
    }

    // MARK: - Running

    private func measured(_ corpus: HostileCorpus, _ arguments: [String]) async throws -> (MeasuredRun, UInt16) {
        try await withTemporaryFolder { folder in
            try corpus.write(to: folder)
            return try await LoopbackServer.serving(corpus.script) { server in
                let run = try await MeasuredRun.of(["--target", "http://\(server.place)"] + arguments, in: folder)
                return (run, server.port)
            }
        }
    }

    private func expectMemory(of run: MeasuredRun, below limit: Int) throws {
        #if os(Linux)
            let peak = try #require(run.peakKiB)
            #expect(peak < limit)
        #endif
    }

    // MARK: - Verdicts

    private func expect(
        _ servers: [HostileServer],
        times: Int,
        good: Int,
        in run: MeasuredRun,
        _ port: UInt16
    ) throws {
        #expect(run.ended.error == "")
        var bad = 0
        for server in servers {
            for number in 1...times { try expect(server, number, in: run, port) }
            if case .passed = server.verdict { continue }
            bad += times
        }
        for number in 1...good {
            #expect(try run.testCase("hostile/servers/good-\(number)")["outcome"] as? String == "passed")
        }
        #expect(run.cases.count == servers.count * times + good)
        #expect(run.counts["passed"] == servers.count * times + good - bad)
        #expect(run.ended.status == (bad > 0 ? 1 : 0))
    }

    private func expect(_ server: HostileServer, _ number: Int, in run: MeasuredRun, _ port: UInt16) throws {
        let result = try run.testCase("hostile/servers/\(server.name)-\(number)")
        let element = try JUnitCase(named: "\(server.name)-\(number)", in: run.junit)
        #expect(result["exchangeCount"] as? Int == 1)
        switch server.verdict {
        case .passed:
            #expect(result["outcome"] as? String == "passed")
            #expect(!element.holds("<failure") && !element.holds("<error"))
        case .failed(let finding):
            #expect(result["outcome"] as? String == "failed")
            #expect(element.holds("<failure type=\"assertion\" message=\"\(finding)\">"))
            #expect(run.ended.output.contains("FAILED   hostile/servers/\(server.name)-\(number) ("))
        case .errored(let kind, let message, let hint):
            let words = "GET /\(server.name): \(HostileServer.message(message, port: port))"
            #expect(result["outcome"] as? String == "errored")
            let error = try #require(result["error"] as? [String: Any])
            #expect(error["kind"] as? String == kind)
            #expect(error["code"] as? String == message.split(separator: ":").first.map(String.init))
            #expect(error["message"] as? String == words)
            #expect(error["hint"] as? String == hint)
            #expect(element.holds("<error type=\"\(kind)\" message=\"\(words)\">\(words)\n  hint: \(hint)\n"))
            #expect(run.ended.output.contains("    \(kind): \(words)\n    hint: \(hint)\n"))
        }
    }
}

/// One `testcase` of a JUnit file, as text.
struct JUnitCase {
    var text: Substring

    /// The only case of this name.
    init(named name: String, in junit: String) throws {
        let parts = junit.components(separatedBy: "<testcase ").filter { $0.hasPrefix("name=\"\(name)\" ") }
        try #require(parts.count == 1, "\(parts.count) cases are named \(name)")
        text = Substring(parts[0])
    }

    /// Whether it holds this, written as text of XML; quotes in values are compared as they are.
    func holds(_ words: String) -> Bool {
        text.replacingOccurrences(of: "&quot;", with: "\"").contains(words)
    }
}
