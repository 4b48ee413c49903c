import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ServeTests {
    @Test
    func `a served mock can be the target of a run, and stops on a signal`() async throws {
        try await withTemporaryFolder { folder in
            let mock = try BuiltProgram.Talking(["serve", "--port", "0", "--json"])
            let line = try #require(await mock.lines(1).first)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let baseURL = try #require(object["baseURL"] as? String)
            #expect(baseURL.hasPrefix("http://127.0.0.1:"))
            #expect(object["port"] as? Int != 0)
            #expect(try #require(object["projectID"] as? String).hasPrefix("project-test-"))
            #expect(try #require(object["secret"] as? String).hasPrefix("secret-test-"))
            let ended = try await BuiltProgram.run(
                ["run", "--cases", Checkout.cases, "--target", baseURL, "sessions/get"],
                in: folder
            )
            #expect(ended.status == 0)
            #expect(try #require(ended.lines.last).contains(" passed, 0 failed, "))
            #expect(await mock.end(by: SIGINT) == 130)
        }
    }

    @Test
    func `a served mock says its credentials as lines for a shell`() async throws {
        let mock = try BuiltProgram.Talking(["serve", "--port", "0"])
        let lines = await mock.lines(3)
        #expect(lines.count == 3)
        #expect(try #require(lines.first).hasPrefix("listening on http://127.0.0.1:"))
        #expect(lines[1].hasPrefix("export STYTCH_PROJECT_ID=project-test-"))
        #expect(lines[2].hasPrefix("export STYTCH_SECRET=secret-test-"))
        #expect(await mock.end(by: SIGTERM) == 143)
    }

    @Test
    func `with TLS the path of the authority is printed, and a second signal removes it too`() async throws {
        let mock = try BuiltProgram.Talking(["serve", "--port", "0", "--tls"])
        let lines = await mock.lines(4)
        #expect(lines.count == 4)
        #expect(try #require(lines.first).hasPrefix("listening on https://127.0.0.1:"))
        let words = "authority of its certificate: "
        #expect(lines[1].hasPrefix(words))
        #expect(lines[2].hasPrefix("export STYTCH_PROJECT_ID=project-test-"))
        let file = String(lines[1].dropFirst(words.count))
        #expect(FileManager.default.fileExists(atPath: file))
        #expect([130, 143].contains(await mock.end(by: SIGINT, SIGTERM)))
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test
    func `a certificate is made or given, not both, and a folder for it must be there`() async throws {
        let both = try await BuiltProgram.run(["serve", "--tls", "--tls-key", "key.pem"])
        #expect(both.status == 2)
        #expect(both.error == "error: '--tls' makes a certificate of its own, and takes none\n")
        let nowhere = try await BuiltProgram.run(["serve", "--tls"], environment: ["TMPDIR": "/nowhere"])
        #expect(nowhere.status == 3)
        #expect(nowhere.error.hasPrefix("error: cannot make a folder in '/nowhere': "))
        #expect(nowhere.error.hasSuffix("\n  hint: set TMPDIR to a folder that can be written to\n"))
    }

    @Test
    func `a port that is taken is said to be so`() async throws {
        let taken = try LocalServer { _ in .silence }
        defer { taken.stop() }
        let ended = try await BuiltProgram.run(["serve", "--port", String(taken.port)])
        #expect(ended.status == 2)
        #expect(
            ended.error == "error: port \(taken.port) is taken: another program listens on it\n"
                + "  hint: give another --port, or --port 0 for a free one\n"
        )
    }
}
