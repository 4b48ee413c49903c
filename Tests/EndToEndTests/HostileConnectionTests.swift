import Foundation
import TestServers
import Testing

/// The built program against servers with which no connection comes about: from the first, and once a run has begun.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct HostileConnectionTests {
    /// The most memory of a run, in KiB.
    private static let mostMemory = 64 * 1_024

    @Test(
        .enabled(if: TestCertificates.areAvailable, "the program 'openssl' is not installed"),
        arguments: HostileConnection.all
    )
    func `a target that is so from the first is said before any case begins`(way: HostileConnection) async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            try await way.serving { port, authorities in
                let target = "\(way.scheme)://127.0.0.1:\(port)"
                let trust = authorities.map { ["--cacert", $0] } ?? []
                let ended = try await BuiltProgram.run(
                    ["run", "--target", target, "--timeout", way.timeout] + trust,
                    in: folder,
                    environment: SmallCorpus.credentials
                )
                #expect(ended.status == 3)
                #expect(ended.output == "")
                let message = HostileServer.message(way.message, port: UInt16(port))
                #expect(
                    ended.error
                        == "error: the target '\(target)' could not be reached: \(message)\n  hint: \(way.hint)\n"
                )
                #expect(!folder.holds("reports/junit.xml"))
            }
        }
    }

    @Test(
        .enabled(if: TestCertificates.areAvailable, "the program 'openssl' is not installed"),
        arguments: HostileConnection.tls,
        [1, 16]
    )
    func `a TLS server that turns so costs the cases that need it and no more`(
        way: HostileConnection,
        times: Int
    ) async throws {
        try await way.serving { port, authorities in
            try await TLSServer.serving(.good) { good in
                // The first connection, on which the program asks what there is, is a good one.
                let goodPort = good.port
                let script: LoopbackServer.Script = { number in
                    number == 0 ? [.relay(to: goodPort)] : way.steps(port: port)
                }
                let trusted = [good.file("ca.pem"), authorities].compactMap(\.self)
                try await LoopbackServer.serving(script) { front in
                    let run = try await run(way, times, "https://\(front.place)", trusted: trusted)
                    try expect(way, times, in: run, port: front.port)
                    #expect(run.ended.status == 1)
                    #expect(run.ended.error == "")
                }
            }
        }
    }

    @Test(arguments: [1, 16])
    func `a server that goes away costs the cases that need it and no more`(times: Int) async throws {
        let script: [LoopbackServer.Step] = [
            .readRequest, .stopListening, .answer("{}", status: "404 Not Found", headers: "Connection: close\r\n"),
            .close,
        ]
        try await LoopbackServer.serving(script) { server in
            let target = "http://\(server.place)"
            let run = try await run(.refuse, times, target, trusted: [])
            try expect(.refuse, times, in: run, port: server.port)
            #expect(run.ended.status == 3)
            #expect(run.ended.error == "error: the target '\(target)' could not be reached\n")
        }
    }

    private func run(
        _ way: HostileConnection,
        _ times: Int,
        _ target: String,
        trusted: [String]
    ) async throws -> MeasuredRun {
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            let bad = (1...times).map { number in
                "{ \"id\": \"bad-\(number)\", \"request\": { \"method\": \"GET\", \"path\": \"/thing\","
                    + " \"timeout\": \"\(way.timeout)\" }, \"expect\": { \"status\": 200, \"model\": \"none\" } }"
            }
            // What needs no server is all that can be good beside it.
            let good = (1...16).map { number in
                "{ \"id\": \"good-\(number)\", \"steps\": [{ \"check\": [{ \"value\": \(number), \"matches\": { \"$gt\": 0 } }] }] }"
            }
            let cases = (bad + good).joined(separator: ",\n")
            try folder.write("cases/hostile/servers.json", "{ \"description\": \"Servers.\", \"cases\": [\(cases)] }")
            let authorities = try trusted.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
            try folder.write("authorities.pem", authorities)
            let trust = trusted.isEmpty ? [] : ["--cacert", "authorities.pem"]
            return try await MeasuredRun.of(["--target", target, "--jobs", "32"] + trust, in: folder)
        }
    }

    private func expect(_ way: HostileConnection, _ times: Int, in run: MeasuredRun, port: UInt16) throws {
        #expect(
            run.counts == [
                "passed": 16, "failed": 0, "errored": times, "skipped": 0, "notRun": 0, "knownFailures": 0,
                "unexpectedPasses": 0, "flaky": 0,
            ]
        )
        let own = "GET /thing: \(HostileServer.message(way.message, port: port))"
        let waiting = way.messageOfWaiting.map { "GET /thing: \(HostileServer.message($0, port: port))" }
        for number in 1...times {
            let error = try #require(
                try run.testCase("hostile/servers/bad-\(number)")["error"] as? [String: Any]
            )
            #expect(error["kind"] as? String == way.kind)
            #expect(error["code"] as? String == way.message.split(separator: ":").first.map(String.init))
            let words = try #require(error["message"] as? String)
            let isWaiting = words == waiting
            #expect(isWaiting || words == own)
            let hint = isWaiting ? "check the host and the network, or give a longer --connect-timeout" : way.hint
            #expect(error["hint"] as? String == hint)
            let element = try JUnitCase(named: "bad-\(number)", in: run.junit)
            #expect(element.holds("<error type=\"\(way.kind)\" message=\"\(words)\">\(words)\n  hint: \(hint)\n"))
        }
        #expect(try #require(run.results["durationMicroseconds"] as? Int) < 10_000_000)
        #if os(Linux)
            #expect(try #require(run.peakKiB) < Self.mostMemory)
        #endif
    }
}
