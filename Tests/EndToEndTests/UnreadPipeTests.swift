import Foundation
import Testing

/// Pipes that no one reads: the program says what it waits for, waits for a late reader, and can be told to go on without.
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
