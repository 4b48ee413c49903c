import Foundation
import Testing

/// Pipes that no one reads, or reads on: the program says what it waits for, waits for a late reader, and can be told to go on without.
@Suite(.timeLimit(.minutes(10)))
struct UnreadPipeTests {
    /// How the program is told to write to a pipe.
    struct Way: Sendable, CustomTestStringConvertible {
        var arguments: [String] = []
        var environment: [String: String] = [:]
        /// What stands all the same, by the console.
        var reports: String
        var hint: String

        var testDescription: String { arguments.isEmpty ? "summary" : "report" }
    }

    static let ways = [
        Way(
            arguments: ["--report", "junit=pipe"],
            reports: "reports/results.json, reports/report.html",
            hint: "give another place with --reports or --report FORMAT=PATH"
        ),
        Way(
            environment: ["GITHUB_STEP_SUMMARY": "pipe"],
            reports: "reports/junit.xml, reports/results.json, reports/report.html",
            hint: "GITHUB_STEP_SUMMARY names it; --report none leaves it out"
        ),
    ]

    private static let note = "note: waiting for someone to read 'pipe'; Ctrl-C goes on without\n"

    @Test(arguments: ways, [SIGINT, SIGTERM])
    func `a signal ends the waiting, and the other reports stand`(_ way: Way, _ signal: Int32) async throws {
        try await withWaiting(way) { folder, program, errors in
            program.signal(signal)
            let ended = try await program.ended()
            #expect(ended.status == 128 + signal)
            let left = errors.text()
            #expect(left == "error: cannot write 'pipe': nobody reads it\n  hint: \(way.hint)\n")
            #expect(ended.output.contains("\nreports: \(way.reports)\n"))
            #expect(ended.output.hasSuffix("0 passed, 0 failed, 1 skipped\n"))
            #expect(try folder.text("reports/results.json").hasSuffix("\n]\n}\n"))
            #expect(try folder.text("reports/report.html").hasSuffix("</html>\n"))
            let isAlone = way.environment.isEmpty
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path + "/reports").sorted()
                    == (isAlone ? [] : ["junit.xml"]) + ["report.html", "results.json"]
            )
        }
    }

    @Test(arguments: ways)
    func `a reader that comes after the note gets all of it`(_ way: Way) async throws {
        try await withWaiting(way) { folder, program, errors in
            let reading = try #require(FileHandle(forReadingAtPath: folder.path + "/pipe"))
            let text = await withCheckedContinuation { continuation in
                Thread.detachNewThread { continuation.resume(returning: (try? reading.readToEnd()) ?? Data()) }
            }
            let ended = try await program.ended()
            #expect(ended.status == 0)
            #expect(errors.text() == "")
            let isReport = way.environment.isEmpty
            #expect(
                String(decoding: text, as: UTF8.self).contains(
                    isReport ? "</testsuites>\n" : "## 1 case ended as expected\n"
                )
            )
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a run whose output is read no further ends soon after a signal, with whole reports`(_ signal: Int32)
        async throws
    {
        try await withFullPipe(Self.manyCases, ["--verbose", "--target", "mock"], redirecting: "> pipe") {
            folder,
            program,
            _ in
            let (ended, time) = try await program.ended(after: signal)
            #expect(ended.status == 128 + signal)
            // Half a second on a quiet machine; what it must not do is wait for the reader.
            #expect(time < .seconds(5))
            #expect(ended.error == "error: cannot write to standard output: nobody reads it\n")
            let results = try folder.json("reports/results.json")
            #expect((results["cases"] as? [Any])?.count == 5_000)
            #expect(try folder.text("reports/junit.xml").hasSuffix("</testsuites>\n"))
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a report that is read no further is given up after a signal, and the others stand`(_ signal: Int32)
        async throws
    {
        // More than a pipe holds.
        let reason = String(repeating: "long ", count: 100_000)
        let suite = SmallCorpus.suite.replacingOccurrences(of: "not built yet", with: reason)
        let arguments = ["--filter", "**/left-out", "--report", "results=pipe"]
        try await withFullPipe(suite, arguments, redirecting: "") { folder, program, _ in
            let (ended, time) = try await program.ended(after: signal)
            #expect(ended.status == 128 + signal)
            #expect(time < .seconds(5))
            #expect(ended.error == "error: cannot write 'pipe': nobody reads it\n  hint: \(Self.ways[0].hint)\n")
            #expect(ended.output.contains("\nreports: reports/junit.xml, reports/report.html\n"))
            #expect(try folder.text("reports/junit.xml").hasSuffix("</testsuites>\n"))
            #expect(try folder.text("reports/report.html").hasSuffix("</html>\n"))
        }
    }

    @Test
    func `a reader that reads on after a signal gets all of it`() async throws {
        try await withFullPipe(Self.manyCases, ["--verbose", "--target", "mock"], redirecting: "> pipe") {
            _,
            program,
            pipe in
            // Told on the thread that reads: one of the tests' own may have to wait for its turn longer than a reader may take.
            nonisolated(unsafe) let program = program
            let text = await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    program.signal(SIGINT)
                    continuation.resume(returning: Self.rest(of: pipe, until: { !program.isRunning }))
                }
            }
            let ended = try await program.ended()
            #expect(ended.status == 130)
            #expect(ended.error == "")
            let output = String(decoding: text, as: UTF8.self)
            #expect(output.contains("\nreports: reports/junit.xml, reports/results.json, reports/report.html\n"))
        }
    }

    /// What comes out of a pipe that this side could write to as well, until it is empty and nothing more will come.
    private static func rest(of pipe: Int32, until isOver: () -> Bool) -> [UInt8] {
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1_000)
        while true {
            let isLast = isOver()
            var place = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            _ = poll(&place, 1, 20)
            let count = read(pipe, &piece, piece.count)
            if count > 0 { text += piece[..<count] } else if isLast { return text }
        }
    }

    /// A suite of which each case has a line on a verbose console: more than a pipe holds.
    private static var manyCases: String {
        let rows = (0..<5_000).map { "{\"id\": \"row-\($0)\"}" }.joined(separator: ", ")
        return """
            {
              "description": "Many cases.",
              "cases": [
                { "id": "many", "rows": [\(rows)], "skip": "not built yet", "request": { "method": "GET", "path": "/{{id}}" } }
              ]
            }
            """
    }

    /// Runs a corpus until `pipe`, which this side holds open and does not read, takes no more.
    private func withFullPipe(
        _ suite: String,
        _ arguments: [String],
        redirecting redirection: String,
        _ body: (URL, BuiltProgram.Running, Int32) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder, suite: suite)
            try #require(mkfifo("\(folder.path)/pipe", 0o600) == 0)
            let descriptor = open(folder.path + "/pipe", O_RDWR | O_NONBLOCK)
            try #require(descriptor >= 0)
            defer { close(descriptor) }
            let program = try BuiltProgram.Running(
                ["run"] + arguments,
                in: folder,
                environment: SmallCorpus.credentials,
                by: ["/bin/sh", "-c", "exec \"$0\" \"$@\" \(redirection)"]
            )
            var place = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            while poll(&place, 1, 0) != 0 {
                try #require(program.isRunning)
                await Task.yield()
            }
            try await body(folder, program, descriptor)
        }
    }

    /// Standard error of the program, as a pipe that this side holds open.
    private struct Errors {
        let descriptor: Int32

        /// What is in it now.
        func text() -> String {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = read(descriptor, &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        }

        /// Waits until there is something in it.
        func arrive() async {
            let descriptor = descriptor
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    _ = poll(&waiting, 1, -1)
                    continuation.resume()
                }
            }
        }
    }

    /// Runs a corpus until the program has said that it waits for a reader of `pipe`.
    private func withWaiting(
        _ way: Way,
        _ body: (URL, BuiltProgram.Running, Errors) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            for name in ["pipe", "errors"] { try #require(mkfifo("\(folder.path)/\(name)", 0o600) == 0) }
            let descriptor = open(folder.path + "/errors", O_RDWR | O_NONBLOCK)
            try #require(descriptor >= 0)
            defer { close(descriptor) }
            let errors = Errors(descriptor: descriptor)
            let program = try BuiltProgram.Running(
                ["run", "--filter", "**/left-out"] + way.arguments,
                in: folder,
                environment: SmallCorpus.credentials.merging(way.environment) { $1 },
                by: ["/bin/sh", "-c", "exec \"$0\" \"$@\" 2> errors"]
            )
            await errors.arrive()
            #expect(errors.text() == Self.note)
            try await body(folder, program, errors)
        }
    }
}
