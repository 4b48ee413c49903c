import Foundation
import Testing

/// `--update-known-failures` on the built program.
@Suite(.timeLimit(.minutes(10)))
struct KnownFailureUpdateTests {
    private func withCorpus(list: String?, _ body: (URL, LocalServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(
                to: folder,
                suite: SmallCorpus.suite.replacingOccurrences(of: "{{name}}", with: "Bob")
            )
            if let list { try folder.write("cases/known-failures.json", list) }
            let server = try SmallCorpus.server()
            defer { server.stop() }
            try await body(folder, server)
        }
    }

    private func run(_ arguments: [String], _ server: LocalServer, in folder: URL) async throws -> BuiltProgram.Ended {
        try await BuiltProgram.run(
            ["run", "--target", server.baseURL, "--update-known-failures"] + arguments,
            in: folder,
            environment: SmallCorpus.credentials
        )
    }

    private static let passing = """
        [{ "case": "small/things/other", "reason": "was slow", "link": "https://example.com/8", "until": "9999-12-31",
           "message": "status" }]
        """

    @Test
    func `the list is written anew, and counts once its reasons are filled in`() async throws {
        try await withCorpus(list: Self.passing) { folder, server in
            let ended = try await run([], server, in: folder)
            #expect(ended.status == 1)
            #expect(
                ended.output.contains(
                    """
                    known failures: 'cases/known-failures.json': 1 added, 0 changed, 1 removed
                      hint: fill in 'reason' and 'link' of what was added, and look at 'until'

                    """
                )
            )
            let written = try folder.text("cases/known-failures.json")
            let until = try #require(written.firstMatch(of: /"until": "(\d{4}-\d{2}-\d{2})"/)?.output.1)
            #expect(
                written == """
                    [
                      {
                        "case": "small/things/thing",
                        "targets": [
                          "\(server.baseURL)"
                        ],
                        "reason": "FILL IN: why it fails",
                        "link": "FILL IN: where it is reported",
                        "until": "\(until)",
                        "message": "body /name: expected "
                      }
                    ]

                    """
            )
            let plain = ["run", "--target", server.baseURL]
            let unfilled = try await BuiltProgram.run(plain, in: folder, environment: SmallCorpus.credentials)
            #expect(unfilled.status == 1)
            #expect(unfilled.output.contains("cases/known-failures.json:2:3: 'reason' and 'link' of the entry for"))
            try folder.write("cases/known-failures.json", written.replacingOccurrences(of: "FILL IN", with: "It"))
            let filled = try await BuiltProgram.run(plain, in: folder, environment: SmallCorpus.credentials)
            #expect(filled.status == 0)
            let again = try await run([], server, in: folder)
            #expect(again.status == 0)
            #expect(again.output.contains("known failures: 'cases/known-failures.json' stays as it is\n"))
        }
    }

    @Test
    func `a file that is not there is made`() async throws {
        try await withCorpus(list: nil) { folder, server in
            let ended = try await run(["--known-failures", "lists/mine.json"], server, in: folder)
            #expect(ended.output.contains("known failures: 'lists/mine.json': 1 added, 0 changed, 0 removed\n"))
            #expect(folder.holds("lists/mine.json"))
            #expect(!folder.holds("cases/known-failures.json"))
        }
    }

    @Test(arguments: [
        (["--filter", "small/things/thing"], "1 of 3 cases are selected"), (["--tag", "!small"], nil),
        (["small/things", "--filter", "!**/left-out"], "2 of 3 cases are selected"),
        (["--fail-fast"], "--fail-fast may end it early"),
    ])
    func `a partial run writes no list and sends nothing`(options: [String], why: String?) async throws {
        try await withCorpus(list: Self.passing) { folder, server in
            let ended = try await run(options, server, in: folder)
            #expect(ended.status == (why == nil ? 4 : 2))
            if let why {
                #expect(
                    ended.error == """
                        error: '--update-known-failures' needs a whole run: \(why)
                          hint: run every case: no path, no --filter, no --tag, no --fail-fast

                        """
                )
            }
            #expect(try folder.text("cases/known-failures.json") == Self.passing)
            #expect(!folder.holds("reports/results.json"))
        }
    }

    @Test
    func `a run that is stopped writes no list`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try folder.write("cases/known-failures.json", Self.passing)
            let server = try LocalServer.silentButForOffers()
            defer { server.stop() }
            let program = try BuiltProgram.Running(
                ["run", "--target", server.baseURL, "--update-known-failures", "--timeout", "50s"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            await server.request(beginning: "GET /thing ")
            program.signal(SIGINT)
            let ended = try await program.ended()
            #expect(ended.status == 130)
            #expect(
                ended.error.contains("error: '--update-known-failures' needs a whole run: interrupted by SIGINT\n")
            )
            #expect(try folder.text("cases/known-failures.json") == Self.passing)
        }
    }

    @Test
    func `what could not be judged changes nothing in the list`() async throws {
        try await withCorpus(list: Self.passing) { folder, server in
            try SmallCorpus.write(to: folder, suite: SmallCorpus.suiteOfBrokenSetup)
            let ended = try await run([], server, in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("known failures: 'cases/known-failures.json' stays as it is\n"))
            #expect(try folder.text("cases/known-failures.json") == Self.passing)
        }
    }

    @Test
    func `the list of the built-in cases cannot be written`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["run", "--update-known-failures"], in: folder)
            #expect(ended.status == 2)
            #expect(
                ended.error == """
                    error: the cases are built into the program, and their list of known failures cannot be written
                      hint: name a file with --known-failures, or write the cases out with 'stytch-conformance export-cases'

                    """
            )
        }
    }
}
