import Foundation
import Testing

/// The command that the tool curl is.
enum MachineCurl {
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/curl") }
}

/// The printed commands, given to a shell with the machine's curl: what arrives must be what the program had sent.
@Suite(.timeLimit(.minutes(10)), .enabled(if: MachineCurl.isThere, "there is no /usr/bin/curl"))
struct CurlCommandTests {
    /// Each request as the keys of a case; all fail, as nothing answers 418.
    private static let requests = [
        #"{ "method": "GET", "path": "/v1/plain" }"#,
        #"{ "method": "GET", "path": "/v1/a[1]/{b}/../c", "query": { "session_token": "plain-token-1", "q": "a b&c'" } }"#,
        #"{ "method": "HEAD", "path": "/v1/head" }"#,
        #"{ "method": "DELETE", "path": "/v1/none" }"#,
        #"{ "method": "PUT", "path": "/v1/empty", "headers": { "Content-Type": null } }"#,
        #"""
        { "method": "POST", "path": "/v1/headers", "auth": "none", "body": {},
          "headers": { "X-Empty": "", "X-Marks": "it's \"$HOME\" `id` \\ !x %s", "User-Agent": null, "Accept": "a/b" } }
        """#,
        #"""
        { "method": "POST", "path": "/v1/marks", "headers": { "Content-Type": null },
          "rawBody": "'single' \"double\" $HOME `id` \\n !x %d @f ; & | \u00e9" }
        """#,
        #"{ "method": "POST", "path": "/v1/lines", "rawBody": "-one\n\ttwo\r\n%s\\\u202e\u0000" }"#,
        #"{ "method": "POST", "path": "/v1/bytes", "rawBody": { "base64": "AP8KJVwnIi1g" } }"#,
        #"""
        { "method": "POST", "path": "/v1/secrets", "auth": { "bearer": "bearer'token-1" },
          "body": { "session_token": "plain-token-1", "more": { "session_token": "tok'en\"$(id)-2" } } }
        """#,
        #"{ "method": "POST", "path": "/v1/at", "rawBody": "@/etc/hostname" }"#,
    ]

    /// What the secrets are, each under the variable of its label; as written where it stands encoded.
    private static let variables = [
        "STYTCH_PROJECT_ID": "project-test-1", "STYTCH_SECRET": "secret-test-1", "SESSION_TOKEN_1": "plain-token-1",
        "SESSION_TOKEN_2_ENCODED": #"tok'en\"$(id)-2"#, "AUTHORIZATION_1": "bearer'token-1",
    ]

    @Test(arguments: requests.indices)
    func `a printed command repeats the request byte for byte`(index: Int) async throws {
        let server = try RecordingServer()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", #"{ "secrets": ["session_token"], "operations": {} }"#)
            let item =
                #"{ "id": "it", "request": \#(Self.requests[index]), "expect": { "status": 418, "model": "none" } }"#
            try folder.write("cases/a/it.json", #"{ "description": "d", "cases": [\#(item)] }"#)
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL, "--curl"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            let sent = server.take()
            #expect(sent.count == 1)
            let commands = ended.lines.filter { $0.hasPrefix("  curl ") || $0.hasPrefix("  printf ") }
            #expect(commands.count == 1)
            let command = try #require(commands.first)
            for secret in ["secret-test-1", "plain-token-1", "bearer'token", "(id)-2"] {
                #expect(!command.contains(secret))
            }
            try await Self.shell(command, in: folder)
            #expect(server.take() == sent)
        }
    }

    @Test func `with --curl every exchange of a case has its command, without it the deciding one alone`() async throws
    {
        let server = try RecordingServer()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let steps = """
                { "description": "d", "cases": [
                  { "id": "ok", "request": { "method": "GET", "path": "/ok" }, "expect": { "model": "none" } },
                  { "id": "two", "steps": [
                    { "request": { "method": "GET", "path": "/one" }, "expect": { "model": "none" } },
                    { "request": { "method": "GET", "path": "/two" }, "expect": { "status": 418, "model": "none" } }
                  ] }
                ] }
                """
            try SmallCorpus.write(to: folder, suite: steps)
            let counts = [([], 1), (["--curl"], 2), (["--curl", "--verbose"], 3), (["--verbose"], 1)]
            for (options, count) in counts {
                let ended = try await BuiltProgram.run(
                    ["run", "--target", server.baseURL] + options,
                    in: folder,
                    environment: SmallCorpus.credentials
                )
                #expect(ended.status == 1)
                let commands = ended.lines.filter { $0.drop { $0 == " " }.hasPrefix("curl ") }
                #expect(commands.count == count, "\(options)")
                #expect(commands.last?.contains("/two") == true)
            }
        }
    }

    private static func shell(_ command: String, in folder: URL) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = variables.merging(["PATH": "/usr/bin:/bin", "HOME": "/nowhere"]) { $1 }
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { continuation.yield($0.terminationStatus) }
        try process.run()
        var iterator = exit.makeAsyncIterator()
        #expect(await iterator.next() == 0, "\(command)")
    }
}
