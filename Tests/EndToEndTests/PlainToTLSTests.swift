import Foundation
import TestServers
import Testing

/// A target that is asked in plain HTTP where it speaks TLS: what comes back hardly says so.
@Suite(.timeLimit(.minutes(10)))
struct PlainToTLSTests {
    private func run(against target: String, in folder: URL) async throws -> BuiltProgram.Ended {
        try SmallCorpus.write(to: folder)
        return try await BuiltProgram.run(
            ["run", "--target", target],
            in: folder,
            environment: SmallCorpus.credentials
        )
    }

    @Test
    func `a port that speaks TLS and is asked without leads to https`() async throws {
        try await withTemporaryFolder { folder in
            try await TLSServer.serving(.good) { server in
                let ended = try await run(against: "http://\(server.place)", in: folder)
                #expect(ended.status == 3)
                #expect(ended.error.hasPrefix("error: the target 'http://\(server.place)' could not be reached: curl "))
                #expect(ended.error.contains("\n  hint: use https:// if the port speaks TLS, else "))
            }
        }
    }

    @Test(arguments: [
        "<html><body>400 The plain HTTP request was sent to HTTPS port</body></html>",
        "Client sent an HTTP request to an HTTPS server.\n",
        "You're speaking plain HTTP to an SSL-enabled server port.",
    ])
    func `a server that says so in an answer is taken at its word`(body: String) async throws {
        try await withTemporaryFolder { folder in
            let server = try LocalServer { _ in .answer(status: 400, body: body) }
            defer { server.stop() }
            let ended = try await run(against: server.baseURL, in: folder)
            #expect(ended.status == 3)
            #expect(
                ended.error == """
                    error: the target '\(server.baseURL)' speaks TLS on this port, and was asked in plain HTTP
                      hint: give --target with https://

                    """
            )
            #expect(!folder.holds("reports/results.json"))
        }
    }

    @Test
    func `another 400 to the first question stops no run`() async throws {
        try await withTemporaryFolder { folder in
            let server = try LocalServer { line in
                line.contains(" /mock/offers ")
                    ? .answer(status: 400, body: "bad") : .answer(status: 200, body: "{\"name\":\"Ann\"}")
            }
            defer { server.stop() }
            #expect(try await run(against: server.baseURL, in: folder).status == 0)
        }
    }
}
