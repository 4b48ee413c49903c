import Foundation
import TestServers
import Testing

/// A run that is stopped while servers keep it waiting: whole reports, teardown, and all within a second.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct HostileSignalTests {
    @Test(arguments: [(SIGINT, Int32(130), "SIGINT"), (SIGTERM, 143, "SIGTERM")])
    func `a signal ends a run soon, however many connections hang`(
        signal: Int32,
        status: Int32,
        name: String
    ) async throws {
        let (hanging, isHanging) = AsyncStream.makeStream(of: Void.self)
        let servers = HostileServer.all.filter { $0.timeout != nil }.map { server in
            var server = server
            let steps = server.steps
            server.timeout = "50s"
            server.steps = { [.tell { isHanging.yield() }] + steps($0) }
            return server
        }
        #expect(servers.count == 5)
        let corpus = HostileCorpus(servers: servers, times: 4, goodCases: 8)
        try await withTemporaryFolder { folder in
            try corpus.write(to: folder)
            try await LoopbackServer.serving(corpus.script) { server in
                let program = try start(["--target", "http://\(server.place)", "--jobs", "32"], in: folder)
                var seen = 0
                for await _ in hanging {
                    seen += 1
                    if seen == 20 { break }
                }
                let (ended, time) = try await program.ended(after: signal)
                #expect(ended.status == status)
                // A second on a quiet machine; what it must not do is wait for the connections' ten.
                #expect(time < .seconds(5))
                let counts = try #require(folder.json("reports/results.json")["counts"] as? [String: Int])
                let (passed, notRun) = (try #require(counts["passed"]), try #require(counts["notRun"]))
                #expect(notRun >= 20)
                #expect(passed + notRun == 28)
                #expect(counts["failed"] == 0 && counts["errored"] == 0)
                let junit = try folder.text("reports/junit.xml")
                #expect(junit.hasSuffix("</testsuites>\n"))
                let reason = "<skipped message=\"not run: cut short: interrupted by \(name)\">"
                #expect(junit.components(separatedBy: reason).count - 1 >= 20)
            }
        }
    }

    @Test
    func `what a case has made is cleaned up when a signal comes`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let script = Self.script { path, _ in
            path == "/hang" ? [.tell { arrived.yield() }, .hang] : [HostileServer.good]
        }
        let run = try await stopped(Self.teardownCase(first: "/made", second: "/other"), script, after: arrivals)
        #expect(run.ended.status == 143)
        #expect(run.time < .seconds(5))
        #expect(run.requests.suffix(2) == ["DELETE /made", "DELETE /other"])
        #expect(run.results.contains("cut short: interrupted by SIGTERM"))
    }

    @Test
    func `teardown that hangs leaves time for the rest of it`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        // Teardown has begun when the signal comes; it begins anew, as what was cut short may not have been done.
        let script = Self.script { path, earlier in
            guard path == "/clean" else { return [HostileServer.good] }
            return [.tell { if earlier == 0 { arrived.yield() } }, .hang]
        }
        let run = try await stopped(
            Self.teardownCase(step: "/thing", first: "/clean", second: "/other"),
            script,
            after: arrivals
        )
        #expect(run.ended.status == 143)
        #expect(run.time < .seconds(5))
        #expect(run.requests.suffix(3) == ["DELETE /clean", "DELETE /clean", "DELETE /other"])
        #expect(run.results.contains("cut short: interrupted by SIGTERM"))
    }

    @Test
    func `a second signal does not wait for teardown`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Int.self)
        let script = Self.script { path, earlier in
            path == "/clean" ? [.tell { arrived.yield(earlier) }, .hang] : [HostileServer.good]
        }
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            try folder.write(
                "cases/hostile/stopped.json",
                Self.teardownCase(step: "/thing", first: "/clean", second: "/other")
            )
            try await LoopbackServer.serving(script) { server in
                let program = try start(["--target", "http://\(server.place)"], in: folder)
                for await earlier in arrivals {
                    guard earlier == 0 else { break }
                    program.signal(SIGINT)
                }
                let (ended, _) = try await program.ended(after: SIGTERM)
                #expect(ended.status == 143)
                #expect(ended.output == "")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/reports") == [])
            }
        }
    }

    @Test
    func `a second signal leaves no half-written report`() async throws {
        try await withTemporaryFolder { folder in
            // More than the pipe holds, so that the program is held up between its two reports.
            let reason = String(repeating: "long ", count: 100_000)
            try SmallCorpus.write(
                to: folder,
                suite: SmallCorpus.suite.replacingOccurrences(of: "not built yet", with: reason)
            )
            let pipe = folder.appendingPathComponent("pipe").path
            try #require(mkfifo(pipe, 0o600) == 0)
            let descriptor = open(pipe, O_RDWR | O_NONBLOCK)
            try #require(descriptor >= 0)
            defer { close(descriptor) }
            let program = try start(["--filter", "**/left-out", "--report", "results=pipe"], in: folder)
            await readable(descriptor)
            let held = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/reports")
            // Whichever others were begun by then.
            #expect(held.allSatisfy { $0.wholeMatch(of: /.+\.[0-9a-f]{16}\.part/) != nil })
            program.signal(SIGINT)
            let (ended, _) = try await program.ended(after: SIGTERM)
            #expect([130, 143].contains(ended.status))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/reports") == [])
        }
    }

    // MARK: - Running

    private struct Stopped {
        var ended: BuiltProgram.Ended
        var time: Duration
        /// Method and path of each request, the first question left out.
        var requests: [String]
        var results: String
    }

    /// Runs the suite and stops it by SIGTERM once the server says so.
    private func stopped(
        _ suite: String,
        _ script: @escaping LoopbackServer.Script,
        after arrivals: AsyncStream<Void>
    ) async throws -> Stopped {
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            try folder.write("cases/hostile/stopped.json", suite)
            return try await LoopbackServer.serving(script) { server in
                let program = try start(["--target", "http://\(server.place)", "--timeout", "50s"], in: folder)
                for await _ in arrivals { break }
                let (ended, time) = try await program.ended(after: SIGTERM)
                let requests = server.requests.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
                let results = try folder.text("reports/results.json")
                return Stopped(ended: ended, time: time, requests: Array(requests.dropFirst()), results: results)
            }
        }
    }

    private func start(_ arguments: [String], in folder: URL) throws -> BuiltProgram.Running {
        try BuiltProgram.Running(["run"] + arguments, in: folder, environment: SmallCorpus.credentials)
    }

    private func readable(_ descriptor: Int32) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&waiting, 1, -1)
                continuation.resume()
            }
        }
    }

    // MARK: - Cases and servers

    private static func script(
        _ steps: @escaping @Sendable (_ path: String, _ earlier: Int) -> [LoopbackServer.Step]
    ) -> LoopbackServer.Script {
        { _ in
            [
                .route { path, earlier in
                    path == "/mock/offers" ? [.answer("{}", status: "404 Not Found")] : steps(path, earlier)
                }
            ]
        }
    }

    /// One case with one step and a teardown of two.
    private static func teardownCase(step: String = "/hang", first: String, second: String) -> String {
        """
        { "description": "Stopped.", "cases": [{ "id": "stopped",
          "steps": [{ "request": { "method": "GET", "path": "\(step)" }, "expect": { "status": 200, "model": "none" } }],
          "teardown": [
            { "request": { "method": "DELETE", "path": "\(first)" }, "expect": { "status": 200, "model": "none" } },
            { "request": { "method": "DELETE", "path": "\(second)" }, "expect": { "status": 200, "model": "none" } }
          ] }] }
        """
    }
}
