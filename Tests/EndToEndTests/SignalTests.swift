import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct SignalTests {
    @Test(arguments: [(SIGINT, Int32(130), "SIGINT"), (SIGTERM, 143, "SIGTERM"), (SIGHUP, 129, "SIGHUP")])
    func `a signal ends the run, and what ran is reported`(signal: Int32, status: Int32, name: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try hangingServer(but: "/thing")
            defer { server.stop() }
            let program = try start(["--target", server.baseURL, "--jobs", "1", "--timeout", "50s"], in: folder)
            await server.request(beginning: "GET /other ")
            program.signal(signal)
            let ended = try await program.ended()
            #expect(ended.status == status)
            #expect(ended.lines.contains("stopped early: interrupted by \(name)"))
            let results = try folder.json("reports/results.json")
            let counts = try #require(results["counts"] as? [String: Int])
            #expect(counts["passed"] == 1)
            #expect(counts["notRun"] == 1)
            #expect(results["interruption"] as? String == "interrupted by \(name)")
            #expect(
                try folder.text("reports/junit.xml").contains(
                    "<skipped message=\"not run: cut short: interrupted by \(name)\">"
                )
            )
        }
    }

    @Test
    func `a signal before the first case ends the program at once`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try LocalServer { _ in .silence }
            defer { server.stop() }
            let program = try start(["--target", server.baseURL, "--timeout", "50s"], in: folder)
            await server.request(beginning: "GET /mock/offers ")
            program.signal(SIGINT)
            let ended = try await program.ended()
            #expect(ended.status == 130)
            #expect(ended.error == "error: stopped by SIGINT before a case began\n")
        }
    }

    @Test
    func `under nohup a run outlives its terminal, and heeds what else asks it to stop`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try hangingServer(but: "/thing")
            defer { server.stop() }
            let arguments = ["--target", server.baseURL, "--jobs", "1", "--timeout", "50s"]
            let program = try start(arguments, in: folder, by: ["/usr/bin/nohup"])
            await server.request(beginning: "GET /other ")
            // A program that heeded both would end at the second of them, whichever that is, without a report.
            program.signal(SIGHUP)
            program.signal(SIGTERM)
            let ended = try await program.ended()
            #expect(ended.status == 143)
            #expect(ended.lines.contains("stopped early: interrupted by SIGTERM"))
            let results = try folder.json("reports/results.json")
            #expect(results["interruption"] as? String == "interrupted by SIGTERM")
            #expect(try #require(results["counts"] as? [String: Int])["passed"] == 1)
        }
    }

    @Test
    func `a second signal ends the program, whatever it waits for`() async throws {
        try await withTemporaryFolder { folder in
            // A line longer than a pipe holds, so that the program waits for a reader, and no first signal can end it.
            let reason = String(repeating: "long ", count: 100_000)
            let suite = SmallCorpus.suite.replacingOccurrences(of: "not built yet", with: reason)
            try SmallCorpus.write(to: folder, suite: suite)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let program = try BuiltProgram.Talking(
                ["run", "--verbose", "--target", server.baseURL, "--tag", "small", "--filter", "**/left-out"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(await program.byte() == UInt8(ascii: "s"))
            let status = await program.end(by: SIGINT, SIGTERM)
            #expect([130, 143].contains(status))
            #expect(!folder.holds("reports/junit.xml"))
        }
    }

    /// A server that answers what it is asked first by every run, and one path, and is silent on all others.
    private func hangingServer(but path: String) throws -> LocalServer {
        try LocalServer { line in
            if line.contains(" /mock/offers ") { return .answer(status: 404, body: "{}") }
            return line.contains(" \(path) ") ? .answer(status: 200, body: "{\"name\":\"Ann\"}") : .silence
        }
    }

    private func start(
        _ arguments: [String],
        in folder: URL,
        by launcher: [String] = []
    ) throws -> BuiltProgram.Running {
        try BuiltProgram.Running(
            ["run"] + arguments,
            in: folder,
            environment: SmallCorpus.credentials,
            by: launcher
        )
    }
}
