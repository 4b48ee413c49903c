import Foundation
import TestServers
import Testing

/// Far more requests than connections, so that no run uses up this machine's ports; and what the reports say of it.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct ReuseTests {
    /// One suite with so many cases, each of one request.
    private func suite(cases: Int) -> String {
        let rows = (0..<cases).map { "{\"id\":\"r\($0)\"}" }.joined(separator: ",")
        return """
            { "description": "Many.", "cases": [
              { "id": "one", "rows": [\(rows)], "request": { "method": "GET", "path": "/one" },
                "expect": { "status": 200, "model": "none" } } ] }

            """
    }

    /// What a run that passes says of its transfers, and its output.
    private func run(_ arguments: [String], cases: Int) async throws -> (transfers: [String: Any], lines: [String]) {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder, suite: suite(cases: cases))
            let ended = try await BuiltProgram.run(
                ["run"] + arguments,
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 0, "\(ended.error)\(ended.output.suffix(2_000))")
            let results = try folder.json("reports/results.json")
            return (try #require(results["transfers"] as? [String: Any]), ended.lines)
        }
    }

    @Test(arguments: [(4, 4), (200, 200)])
    func `three thousand requests open no more connections than are at work`(jobs: Int, most: Int) async throws {
        let server = try SmallCorpus.server()
        defer { server.stop() }
        let (transfers, _) = try await run(["--target", server.baseURL, "--jobs", "\(jobs)"], cases: 3_000)
        let opened = try #require(transfers["newConnections"] as? Int)
        #expect((1...most).contains(opened))
        #expect(transfers["requests"] as? Int == 3_000)
        #expect(transfers["httpVersions"] as? [String: Int] == ["HTTP/1.1": 3_000])
        // The first request of each connection is no reuse, save on that of the question what the target offers.
        #expect(transfers["reusedConnections"] as? Int == 3_001 - opened)
    }

    @Test
    func `fewer kept connections than are at work means new ones, which are counted`() async throws {
        let server = try SmallCorpus.server()
        defer { server.stop() }
        let few = ["--jobs", "16", "--keep-connections", "1"]
        let (transfers, _) = try await run(["--target", server.baseURL] + few, cases: 500)
        #expect(try #require(transfers["newConnections"] as? Int) > 16)
    }

    @Test
    func `a server that closes each connection costs one for each request, and the run says so`() async throws {
        let server = try LocalServer { _ in .lastAnswer(status: 200, body: "{}") }
        defer { server.stop() }
        let (transfers, lines) = try await run(["--target", server.baseURL, "--jobs", "1", "--verbose"], cases: 200)
        #expect(transfers["newConnections"] as? Int == 201)
        #expect(transfers["reusedConnections"] as? Int == 0)
        #expect(lines.contains("200 requests: 201 new connections, 0 answers over a kept one; HTTP/1.1 200 times"))
    }

    @Test(
        .enabled(if: NginxServer.isInstalled && TestCertificates.areAvailable, "nginx or openssl is not installed"),
        arguments: [("automatic", "HTTP/2", 3), ("2", "HTTP/2", 3), ("1.1", "HTTP/1.1", 16)]
    )
    func `requests share a connection over HTTP 2 where TLS offers it`(
        choice: String,
        version: String,
        most: Int
    ) async throws {
        try await TestCertificates.made { certificates in
            try await NginxServer.serving(certificates) { server in
                let target = ["--target", "https://127.0.0.1:\(server.port)", "--cacert", certificates.file("ca.pem")]
                let options = ["--jobs", "16", "--http-version", choice]
                let (transfers, _) = try await run(target + options, cases: 600)
                #expect(transfers["httpVersions"] as? [String: Int] == [version: 600])
                #expect((1...most).contains(try #require(transfers["newConnections"] as? Int)))
            }
        }
    }
}
