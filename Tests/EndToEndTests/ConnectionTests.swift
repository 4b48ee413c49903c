import Foundation
import TestServers
import Testing

/// The options of a connection, through the built program and real servers.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct ConnectionTests {
    /// One case that any answer of status 200 passes.
    private static let oneCase = """
        { "description": "One.", "cases": [
          { "id": "one", "request": { "method": "GET", "path": "/one" }, "expect": { "status": 200, "model": "none" } } ] }

        """

    private func run(
        _ arguments: [String],
        in folder: URL,
        suite: String = ConnectionTests.oneCase,
        environment: [String: String] = [:]
    ) async throws -> BuiltProgram.Ended {
        try SmallCorpus.write(to: folder, suite: suite)
        return try await BuiltProgram.run(
            ["run"] + arguments,
            in: folder,
            environment: SmallCorpus.credentials.merging(environment) { $1 }
        )
    }

    // MARK: - TLS

    private static let openssl: Comment = "the program 'openssl' is not installed"

    @Test(.enabled(if: TestCertificates.areAvailable, openssl), arguments: ["-tls1_2", "-tls1_3"])
    func `a client certificate is shown to a server that asks for one`(version: String) async throws {
        let wants = [version, "-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"]
        try await TLSServer.serving(.good, wants) { server in
            try await withTemporaryFolder { folder in
                let target = ["--target", "https://\(server.place)", "--cacert", server.file("ca.pem")]
                let without = try await run(target, in: folder)
                #expect(without.status == 3)
                #expect(without.error.contains("--cert and --key"))
                let identity = ["--cert", server.file("client.pem"), "--key", server.file("client.key")]
                let with = try await run(target + identity, in: folder)
                #expect(with.status == 0, "\(with.error)")
                #expect(with.lines.last == "1 passed, 0 failed, 0 skipped")
            }
        }
    }

    @Test(.enabled(if: TestCertificates.areAvailable, openssl))
    func `a server below the lowest TLS allowed makes one clear errored case`() async throws {
        try await TLSServer.serving(.good, ["-tls1_2"]) { server in
            try await withTemporaryFolder { folder in
                let pin = ["--connect-to", "test.stytch.com:443:127.0.0.1:\(server.port)"]
                let ended = try await run(["--target", "test", "--tls-min", "1.3"] + pin, in: folder)
                #expect(ended.status == 1)
                #expect(ended.lines.last == "0 passed, 0 failed, 1 errored, 0 skipped")
                #expect(
                    ended.output.contains(
                        "curl 35 CURLE_SSL_CONNECT_ERROR: test.stytch.com:443 speaks no version of TLS that is allowed"
                    )
                )
                #expect(ended.output.contains("hint: give --tls-min 1.2, or renew the server's TLS"))
                // The commands that repeat it go the same way.
                #expect(ended.output.contains("curl -sS --tlsv1.3 \(pin.joined(separator: " ")) -X GET https://test."))
                #expect(ended.output.contains("--target test --tls-min 1.3 \(pin.joined(separator: " "))\n"))
            }
        }
    }

    @Test(.enabled(if: TestCertificates.areAvailable, openssl))
    func `a pinned host keeps its name in TLS, and is reached without the proxy of the environment`() async throws {
        try await TLSServer.serving(.good) { server in
            try await withTemporaryFolder { folder in
                let target = ["--target", "https://pinned.invalid", "--cacert", server.file("ca.pem")]
                let pin = ["--connect-to", "pinned.invalid:443:127.0.0.1:\(server.port)"]
                let proxy = try LocalServer.boundSocket()
                defer { close(proxy.descriptor) }
                let variables = ["https_proxy": "http://127.0.0.1:\(proxy.port)"]
                let ended = try await run(target + pin, in: folder, environment: variables)
                #expect(ended.status == 0, "\(ended.error)")
                let other = ["--target", "https://other.invalid", "--cacert", server.file("ca.pem")]
                let otherPin = ["--connect-to", "::127.0.0.1:\(server.port)"]
                let refused = try await run(other + otherPin, in: folder)
                #expect(refused.status == 3)
                #expect(refused.error.contains("the certificate of other.invalid:443 is for another host"))
            }
        }
    }

    // MARK: - Proxies

    @Test
    func `a proxy gets the whole address of a plain request`() async throws {
        let proxy = try LocalServer { line in
            line == "GET http://api.invalid/one HTTP/1.1"
                ? .answer(status: 200, body: "{}") : .answer(status: 404, body: "{}")
        }
        defer { proxy.stop() }
        try await withTemporaryFolder { folder in
            let target = ["--target", "http://api.invalid"]
            let address = "http://127.0.0.1:\(proxy.port)"
            let given = try await run(target + ["--proxy", address], in: folder)
            #expect(given.status == 0, "\(given.error)")
            let named = try await run(target, in: folder, environment: ["http_proxy": address])
            #expect(named.status == 0, "\(named.error)")
            for past in [["--proxy", "none"], ["--noproxy", "other.invalid,api.invalid"]] {
                let straight = try await run(target + past, in: folder, environment: ["http_proxy": address])
                #expect(straight.status == 3)
                #expect(straight.error.contains("the name 'api.invalid' is not known"))
            }
        }
    }

    @Test(.enabled(if: TestCertificates.areAvailable, openssl))
    func `a proxy gets a CONNECT for a request over TLS, whose name is still checked`() async throws {
        try await TLSServer.serving(.good) { server in
            let proxy = try TunnelProxy(to: server.port)
            defer { proxy.stop() }
            try await withTemporaryFolder { folder in
                let target = ["--target", "https://pinned.invalid", "--cacert", server.file("ca.pem")]
                let ended = try await run(target + ["--proxy", "127.0.0.1:\(proxy.port)"], in: folder)
                #expect(ended.status == 0, "\(ended.error)")
                #expect(Set(proxy.requests) == ["CONNECT pinned.invalid:443 HTTP/1.1"])
            }
        }
    }

    @Test
    func `a proxy that is not there is told with the ways to change it`() async throws {
        let nothing = try LocalServer.boundSocket()
        defer { close(nothing.descriptor) }
        try await withTemporaryFolder { folder in
            let ended = try await run(
                ["--target", "http://api.invalid"],
                in: folder,
                environment: ["http_proxy": "http://user-1:pass-1@127.0.0.1:\(nothing.port)"]
            )
            #expect(ended.status == 3)
            #expect(
                ended.error
                    == "error: the target 'http://api.invalid' could not be reached: curl 7 CURLE_COULDNT_CONNECT:"
                    + " nothing listens on 127.0.0.1:\(nothing.port)\n  hint: check --proxy and the variables"
                    + " http_proxy, https_proxy and all_proxy; --proxy none goes straight\n"
            )
        }
    }

    // MARK: - Limits

    @Test
    func `an answer beyond the limit of its body is an errored case with the option to change`() async throws {
        let server = try SmallCorpus.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let ended = try await run(["--target", server.baseURL, "--body-limit", "5"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("has a body of more than 5 bytes"))
            #expect(ended.output.contains("hint: give a larger --body-limit if answers of this size are meant"))
            #expect(ended.output.contains(" --body-limit 5\n"))
            let enough = try await run(["--target", server.baseURL, "--body-limit", "14"], in: folder)
            #expect(enough.status == 0)
        }
    }

    @Test
    func `compression is asked for where it is chosen, and a header that is null is not sent`() async throws {
        let suite = """
            { "description": "One.", "cases": [ { "id": "one",
              "request": { "method": "GET", "path": "/one", "headers": { "Accept": null, "User-Agent": null } },
              "expect": { "status": 200, "model": "none" } } ] }

            """
        let server = try SmallCorpus.server()
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            for (options, encoding) in [(["--compressed"], "Accept-Encoding: gzip, deflate\r\n"), ([], "")] {
                let ended = try await run(["--target", server.baseURL] + options, in: folder, suite: suite)
                #expect(ended.status == 0)
                // 'project-test-1:secret-test-1' in base64.
                #expect(
                    server.texts.last == "GET /one HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\(encoding)"
                        + "Content-Type: application/json\r\n"
                        + "Authorization: Basic cHJvamVjdC10ZXN0LTE6c2VjcmV0LXRlc3QtMQ==\r\n\r\n"
                )
            }
        }
    }
}
