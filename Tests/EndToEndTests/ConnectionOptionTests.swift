import ArgumentParser
import CurlTransport
import Foundation
import Testing

@testable import StytchConformance

/// Options of a connection that cannot be: each is told by its name, before anything is sent.
@Suite(.timeLimit(.minutes(10)))
struct ConnectionOptionTests {
    private static let tls = ["run", "--target", "https://127.0.0.1:9"]
    private static let plain = ["run", "--target", "http://127.0.0.1:9"]

    @Test(arguments: [
        (tls + ["--http-version", "3"], "'3' is invalid for '--http-version <version>'"),
        (tls + ["--tls-min", "1.1"], "'1.1' is invalid for '--tls-min <version>'"),
        (tls + ["--cacert", "/no/such.pem"], "the file '/no/such.pem' of --cacert does not exist"),
        (tls + ["--cacert", ""], "'--cacert' needs a path, found ''"),
        (tls + ["--cacert", "/"], "'/' of --cacert is a folder"),
        (tls + ["--cacert", "/dev/null"], "the file '/dev/null' of --cacert holds no certificate in PEM form"),
        (tls + ["--cert", "/no/such.pem"], "the file '/no/such.pem' of --cert does not exist"),
        (tls + ["--cert", "/dev/null"], "the file '/dev/null' of --cert holds no certificate in PEM form"),
        (tls + ["--key", "/no/such.pem"], "'--key' needs '--cert' too"),
        (tls + ["--proxy", "ftp://proxy"], "'ftp://proxy' is invalid for '--proxy <address>'"),
        (tls + ["--proxy", "http://u:secret-1@proxy"], "'--proxy' must not hold a user or a password"),
        (tls + ["--noproxy", " , "], "'--noproxy' needs at least one host, found ''"),
        (tls + ["--connect-to", "a:1"], "'a:1' is invalid for '--connect-to <host:port:address:port>'"),
        (tls + ["--connect-timeout", "0s"], "'0s' is invalid for '--connect-timeout <time>'"),
        (tls + ["--keep-connections", "0"], "'--keep-connections' must be from 1 to 10000, found 0"),
        (tls + ["--keep-idle", "never"], "'never' is invalid for '--keep-idle <time>'"),
        (tls + ["--keep-lifetime", "1"], "'1' is invalid for '--keep-lifetime <time>'"),
        (tls + ["--body-limit", "0"], "'0' is invalid for '--body-limit <size>'"),
        (["run", "--cert", "x.pem"], "'--cert' has no use with the mock inside the program"),
        (["run", "--connect-to", "::a:"], "'--connect-to' has no use with the mock inside the program"),
        (["run", "--proxy", "http://proxy"], "'--proxy' has no use with the mock inside the program"),
        (["run", "--http-version", "2"], "'--http-version 2' has no use with the mock inside the program"),
        (plain + ["--tls-min", "1.3"], "'--tls-min' has no use with 'http://127.0.0.1:9', which has no TLS"),
    ])
    func `an option that cannot be ends with status 2 and is named`(arguments: [String], words: String) async throws {
        let ended = try await BuiltProgram.run(arguments, environment: SmallCorpus.credentials)
        #expect(ended.status == 2)
        #expect(ended.output == "")
        #expect(ended.error.hasPrefix("error: "))
        #expect(ended.error.contains(words))
    }

    @Test
    func `the password of a proxy that is refused is not said again`() async throws {
        let ended = try await BuiltProgram.run(Self.tls + ["--proxy", "http://u:secret-1@proxy"])
        #expect(ended.error.hasSuffix("  hint: set http_proxy and https_proxy in the environment instead\n"))
        #expect(!ended.error.contains("secret-1"))
    }

    @Test
    func `a variable that holds no proxy is told without its value`() async throws {
        let ended = try await BuiltProgram.run(
            ["run", "--target", "https://api.invalid"],
            environment: SmallCorpus.credentials.merging(["HTTPS_PROXY": "http://u:secret-1@proxy:port"]) { $1 }
        )
        #expect(ended.status == 2)
        #expect(
            ended.error == "error: the environment variable https_proxy or all_proxy holds no address of a proxy\n"
                + "  hint: write it as http://host:port, or give --proxy none to go straight\n"
        )
    }

    @Test
    func `a pin to the live host is refused like the live host itself`() async throws {
        let ended = try await BuiltProgram.run(
            ["run", "--target", "http://127.0.0.1:9", "--connect-to", "::API.stytch.com.:443"],
            environment: SmallCorpus.credentials
        )
        #expect(ended.status == 2)
        #expect(ended.error.hasPrefix("error: '--connect-to ::API.stytch.com.:443' leads to the live host\n  hint: "))
    }

    private static let certificate = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"

    @Test(arguments: [
        ("", "holds no private key in PEM form"),
        ("-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----\n", "holds no private key in PEM form"),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n", "has a passphrase"),
        ("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n", "has a passphrase"),
    ])
    func `a key that cannot be used is told before anything is sent`(key: String, words: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write("a.pem", Self.certificate)
            try folder.write("a.key", key)
            let server = try LocalServer { _ in .silence }
            defer { server.stop() }
            let ended = try await BuiltProgram.run(
                ["run", "--target", "https://127.0.0.1:\(server.port)", "--cert", "a.pem", "--key", "a.key"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 2)
            #expect(ended.error.contains("'a.key' of --key"))
            #expect(ended.error.contains(words))
            #expect(server.texts == [])
        }
    }

    @Test(arguments: [("1", 1), ("65536", 65_536), ("64k", 65_536), ("16m", 16_777_216), ("2g", 2_147_483_648)])
    func `a size is bytes, or thousands of them by 1024`(text: String, bytes: Int) {
        #expect(SizeArgument(argument: text)?.bytes == bytes)
    }

    @Test(arguments: ["", "k", "-1", "+1", "1.5m", "1K", "1 k", "0k", "9223372036854775807g", "1025g", "²"])
    func `anything else is no size`(text: String) {
        #expect(SizeArgument(argument: text) == nil)
    }

    @Test
    func `the command that repeats a run reaches the target in the same way`() throws {
        let words = [
            "--http-version", "1.1", "--cacert", "ca.pem", "--cert", "c.pem", "--key", "c.key", "--tls-min", "1.3",
            "--proxy", "none", "--noproxy", "a.com", "--connect-to", "a.com:443:[::1]:8443", "--compressed",
            "--connect-timeout", "2s", "--body-limit", "64k",
        ]
        #expect(try ConnectionOptions.parse(words).repeatWords == words)
        #expect(try ConnectionOptions.parse(["--keep-idle", "3s"]).repeatWords == [])
    }

    @Test
    func `the command for curl reaches the target in the same way`() throws {
        let words = [
            "--http-version", "2", "--cacert", "ca.pem", "--cert", "c.pem", "--tls-min", "1.3", "--proxy",
            "http://proxy:1", "--noproxy", "a.com", "--connect-to", "::[::1]:1", "--compressed", "--body-limit", "1",
        ]
        #expect(
            try ConnectionOptions.parse(words).curlWords == [
                "--http2-prior-knowledge", "--cacert", "ca.pem", "--cert", "c.pem", "--tlsv1.3", "--proxy",
                "http://proxy:1", "--noproxy", "a.com", "--connect-to", "::[::1]:1", "--compressed",
            ]
        )
        let straight = ["--http-version", "1.1", "--proxy", "none", "--noproxy", "a.com"]
        #expect(try ConnectionOptions.parse(straight).curlWords == ["--http1.1", "--noproxy", "*"])
        #expect(try ConnectionOptions.parse([]).curlWords == [])
    }
}
