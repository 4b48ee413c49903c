import CurlTransport
import Foundation
import Testing
import WireJSON

@testable import Conformance

/// The whole corpus over TLS, against a target that is taken for a live one, and what is left there.
@Suite(.timeLimit(.minutes(10)))
struct LiveRunTests {
    @Test
    func `every case passes over TLS, with an authority made for it`() async throws {
        try await withTemporaryFolder { folder in
            let file = try await ServedMock.serving { mock in
                let attributes = try FileManager.default.attributesOfItem(atPath: mock.authorityFile)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
                let parent = URL(fileURLWithPath: mock.authorityFile).deletingLastPathComponent().path
                #expect(try FileManager.default.attributesOfItem(atPath: parent)[.posixPermissions] as? Int == 0o700)
                #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["ca.pem"])
                #expect(try !String(contentsOfFile: mock.authorityFile, encoding: .utf8).contains("PRIVATE KEY"))
                let ended = try await BuiltProgram.run(
                    ["run", "--cases", Checkout.cases, "--target", mock.baseURL, "--cacert", mock.authorityFile],
                    in: folder
                )
                #expect(ended.status == 0)
                #expect(try #require(ended.lines.last).hasSuffix(" passed, 0 failed, 0 skipped"))
                return mock.authorityFile
            }
            #expect(!FileManager.default.fileExists(atPath: file))
            #expect(
                !FileManager.default.fileExists(atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path)
            )
        }
    }

    @Test
    func `the certificate is good for this machine and the host of test projects, and for no other`() async throws {
        try await ServedMock.serving { mock in
            for (host, isGood) in [("localhost", true), ("test.stytch.com", true), ("api.stytch.com", false)] {
                var options = CurlOptions()
                options.authorityFile = mock.authorityFile
                options.pins = [try #require(HostPin("\(host):443:127.0.0.1:\(mock.port)"))]
                let request = TransferRequest(method: "GET", url: "https://\(host)/mock/offers")
                let answer = try await withCurlTransport(options) { client in
                    do throws(TransportError) {
                        return "\(try await client.send(request).status)"
                    } catch {
                        return error.code.name
                    }
                }
                #expect(answer == (isGood ? "200" : "CURLE_PEER_FAILED_VERIFICATION"), "\(host)")
            }
        }
    }

    @Test
    func `as a live target it passes every case or skips it for a reason, and has nothing left`() async throws {
        try await withTemporaryFolder { folder in
            try await ServedMock.serving { mock in
                let (ended, results) = try await Self.run(mock, "--offers", "sandbox", "--evidence", "all", in: folder)
                #expect(ended.status == 0)
                let cases = Array(try #require(results["cases"]).elements)
                #expect(cases.count > 250)
                let skipped = cases.filter { $0["outcome"]?.string == "skipped" }
                let passed = cases.filter { $0["outcome"]?.string == "passed" }
                #expect(passed.count + skipped.count == cases.count)
                #expect(passed.count > 150)
                for reason in skipped.map({ $0["reason"]?.string ?? "" }) {
                    #expect(reason.hasPrefix("needs '") && reason.hasSuffix("', which 'test' does not offer"))
                }
                // What is made is made under the run's name.
                let runID = try #require(results["runID"]?.string)
                let exchanges = passed.compactMap { $0["exchanges"] }.flatMap { Array($0.elements) }
                let bodies = exchanges.filter {
                    $0["operation"]?.string == "passwords.create" && $0["response"]?["status"]?.value == 200
                }
                #expect(bodies.count > 80)
                for body in bodies {
                    let sent = try JSONDocument(try #require(body["request"]?["body"]?.string)).root
                    #expect(sent["email"]?.string?.hasPrefix("conformance-\(runID)-") == true)
                }
            }
        }
    }

    @Test
    func `a live target whose clock is a little ahead has its tokens taken all the same`() async throws {
        try await withTemporaryFolder { folder in
            try await ServedMock.serving { mock in
                // Not seen in the 'Date' header, which is this machine's; at least half a second in whole ones.
                try await mock.advance(milliseconds: 1_500)
                let (ended, results) = try await Self.run(mock, "--filter", "jwt/tokens/verifies", in: folder)
                #expect(ended.status == 0, "\(ended.output)")
                #expect(results["counts"]?["passed"]?.value == 4)
            }
        }
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func `a signal in the middle of it leaves no user behind`(signal: Int32, status: Int32) async throws {
        try await withTemporaryFolder { folder in
            try await ServedMock.serving { mock in
                // So slow that it would take a quarter of a minute: it cannot be over when the signal comes.
                let program = try BuiltProgram.Running(
                    mock.asTest + ["--rate", "20", "--jobs", "12", "passwords", "sessions"],
                    in: folder,
                    environment: mock.credentials
                )
                var emails: [String] = []
                while emails.count < 5 { emails = try await mock.emails() }
                program.signal(signal)
                let ended = try await program.ended()
                #expect(ended.status == status)
                #expect(try await mock.emails() == [])
                let results = try JSONDocument(folder.text("reports/results.json")).root
                let runID = try #require(results["runID"]?.string)
                #expect(emails.allSatisfy { $0.hasPrefix("conformance-\(runID)-") })
                let counts = try #require(results["counts"])
                #expect(counts["failed"]?.value == 0 && counts["errored"]?.value == 0)
                #expect(try #require(counts["notRun"]?.value.number.flatMap { Int($0.token) }) > 50)
            }
        }
    }

    @Test
    func `a run that reaches its cap says so, ends with status 1 and leaves nothing`() async throws {
        try await withTemporaryFolder { folder in
            try await ServedMock.serving { mock in
                let (ended, results) = try await Self.run(mock, "--max-requests", "40", in: folder)
                #expect(ended.status == 1)
                let reason = "stopped after 40 requests, as asked with max-requests"
                #expect(ended.lines.contains(reason))
                #expect(results["interruption"]?.string == reason)
                let sent = try #require(results["transfers"]?["requests"]?.value.number.flatMap { Int($0.token) })
                #expect((40...80).contains(sent))
            }
        }
    }

    /// Runs all cases as against a live project, sees that nobody is left there, and gives what was reported.
    private static func run(
        _ mock: ServedMock,
        _ options: String...,
        in folder: URL
    ) async throws -> (ended: BuiltProgram.Ended, results: JSONView) {
        let ended = try await BuiltProgram.run(mock.asTest + options, in: folder, environment: mock.credentials)
        #expect(try await mock.emails() == [])
        return (ended, try JSONDocument(folder.text("reports/results.json")).root)
    }
}
