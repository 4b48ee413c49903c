import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ConsoleTests {
    @Test(arguments: [
        (["--color", "auto"], [:], false),
        (["--color", "always"], [:], true),
        (["--color", "always"], ["NO_COLOR": "1"], true),
        (["--color", "never"], [:], false),
        ([], ["NO_COLOR": "1"], false),
    ])
    func `colours are used where they are asked for`(
        arguments: [String],
        environment: [String: String],
        isColoured: Bool
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let ended = try await SmallCorpus.run(arguments, in: folder, environment: environment)
            #expect(ended.status == 0)
            #expect(ended.output.contains("\u{1B}[") == isColoured)
        }
    }

    @Test
    func `a verbose run lists each case with its exchanges`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await BuiltProgram.run(
                ["run", "--verbose", "--target", server.baseURL],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.lines.contains { $0.hasPrefix("passed   small/things/thing (") })
            #expect(ended.lines.contains { $0.hasPrefix("         GET \(server.baseURL)/thing → 200 (") })
            #expect(ended.lines.contains("skipped  small/things/left-out: not built yet"))
        }
    }

    @Test
    func `escapes of a server do not reach the terminal`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try LocalServer { line in
                line.contains(" /mock/offers ")
                    ? .answer(status: 404, body: "") : .answer(status: 200, body: "{\"name\":\"\u{9B}31m\\u001b[2J\"}")
            }
            defer { server.stop() }
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 1)
            #expect(!ended.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B })
            #expect(ended.output.contains("31m"))
        }
    }

    @Test(arguments: [("1>&-", Int32(3)), ("2>&-", 0), ("0<&- 1>&- 2>&-", 3)])
    func `a stream that is closed at the start takes nothing from the reports`(closed: String, status: Int32)
        async throws
    {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let program = try BuiltProgram.location().path
            let command = "\"\(program)\" run --verbose --target \(server.baseURL) \(closed); echo $? > status"
            try await Shell.run(command, in: folder)
            #expect(try folder.text("status") == "\(status)\n")
            #expect(try folder.text("reports/junit.xml").hasSuffix("</testsuites>\n"))
            #expect(try folder.json("reports/results.json")["version"] as? Int == 1)
        }
    }

    @Test(arguments: [
        "--help", "--version", "list --json", "lint", "run --filter '**/left-out'",
        "run --filter '**/left-out' --report markdown",
        "explain unknown-key", "serve --port 0",
    ])
    func `output that nobody opened ends with status 3, and goes into no file`(arguments: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let program = try BuiltProgram.location().path
            // The report is the first file that is opened, and so would take the number of the closed stream.
            try await Shell.run("\"\(program)\" \(arguments) 1>&- 2> error; echo $? > status", in: folder)
            #expect(try folder.text("status") == "3\n")
            #expect(
                try folder.text("error")
                    == "error: cannot write to standard output: it is closed\n"
                    + "  hint: write '>/dev/null' where nobody reads it\n"
            )
            guard arguments.hasPrefix("run") else { return }
            #expect(try folder.text("reports/junit.xml").hasPrefix("<?xml"))
            #expect(try folder.text("reports/junit.xml").hasSuffix("</testsuites>\n"))
            #expect(try folder.text("reports/results.json").hasPrefix("{"))
        }
    }

    @Test
    func `a command that has nothing to say misses no stream`() async throws {
        try await withTemporaryFolder { folder in
            let program = try BuiltProgram.location().path
            try await Shell.run("\"\(program)\" run --no-such 1>&- 2> error; echo $? > status", in: folder)
            #expect(try folder.text("status") == "2\n")
            #expect(try folder.text("error").hasPrefix("error: unknown option '--no-such'"))
            #expect(try !folder.text("error").contains("standard output"))
        }
    }

    #if os(Linux)
        @Test(arguments: [
            "list --json", "lint", "run --filter '**/left-out'", "serve --port 0", "serve --port 0 --tls",
        ])
        func `output that cannot be written ends with status 3`(arguments: String) async throws {
            try await withTemporaryFolder { folder in
                try SmallCorpus.write(to: folder)
                let program = try BuiltProgram.location().path
                // The secret of the tests' own server can be how that of a mock begins, which is then not shown.
                let command = "unset STYTCH_SECRET; \"\(program)\" \(arguments) > /dev/full 2> error; echo $? > status"
                try await Shell.run(command, in: folder)
                #expect(try folder.text("status") == "3\n")
                #expect(
                    try folder.text("error") == "error: cannot write to standard output: no space left on device\n"
                )
            }
        }
    #endif

    @Test(arguments: ["true", "head -1"])
    func `a reader that goes away does not keep the reports from being written`(reader: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let program = try BuiltProgram.location().path
            let run = "\"\(program)\" run --verbose --target \(server.baseURL)"
            try await Shell.run("{ \(run); echo $? > status; } | \(reader)", in: folder)
            #expect(try folder.text("status") == "0\n")
            #expect(try folder.text("reports/junit.xml").hasSuffix("</testsuites>\n"))
            #expect(try folder.json("reports/results.json")["version"] as? Int == 1)
        }
    }
}
