import Conformance
import CurlTransport
import TestServers
import Testing

/// Connections, handles and ports are used again, so that a long run needs few.
@Suite(.serialized)
struct ReuseTests {
    @Test
    func `five thousand requests in turn go over one connection`() async throws {
        try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport(.patient) { transport in
                for _ in 0..<5_000 {
                    let answer = try await transport.send(.get(server.url))
                    guard answer.status == 200 else { throw TestFailure("status \(answer.status)") }
                }
                #expect(
                    transport.counts.described
                        == "answered 5000, failed 0, connections 1, reused 4999"
                )
            }
            #expect(server.connections == 1)
        }
    }

    @Test
    func `five thousand requests, sixteen at once, go over sixteen connections at most`() async throws {
        try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport(.patient) { transport in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<16 {
                        group.addTask {
                            for _ in 0..<320 { _ = try await transport.send(.get(server.url)) }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(transport.counts.answered == 5_120)
            }
            #expect(server.connections <= 16)
            #expect(server.requests.count == 5_120)
        }
    }

    @Test
    func `connections beyond those to be kept are closed`() async throws {
        var options = CurlOptions()
        options.connections.kept = 1
        try await LoopbackServer.serving([.answerEach("a")]) { first in
            try await LoopbackServer.serving([.answerEach("b")]) { second in
                try await LoopbackServer.serving([.answerEach("c")]) { third in
                    try await withCurlTransport(options) { transport in
                        let round = [first.url, second.url, third.url]
                        for url in round + round { _ = try await transport.send(.get(url)) }
                        // Three would do if all were kept; which of them goes is for libcurl to choose.
                        #expect(transport.counts.connectionsOpened > 3)
                    }
                }
            }
        }
    }

    @Test
    func `a connection that the server has closed is replaced without an error`() async throws {
        try await LoopbackServer.serving([.readRequest, .answer("ok")]) { server in
            try await withCurlTransport(.patient) { transport in
                for _ in 0..<50 { _ = try await transport.send(.get(server.url)) }
                #expect(transport.counts.answered == 50)
                #expect(transport.counts.failed == 0)
            }
            // A request that crosses with the news of the close costs one connection more.
            #expect((50...100).contains(server.connections))
        }
    }

    @Test
    func `a kept connection that breaks costs a GET a second try and a POST its answer`() async throws {
        let script: LoopbackServer.Script = { number in
            number == 0 ? [.readRequest, .answer("ok"), .readRequest, .reset] : [.answerEach("ok")]
        }
        try await LoopbackServer.serving(script) { server in
            try await withCurlTransport(.patient) { transport in
                for _ in 0..<2 { _ = try await transport.send(.get(server.url)) }
                #expect(server.requests.count == 3)
            }
        }
        try await LoopbackServer.serving(script) { server in
            try await withCurlTransport(.patient) { transport in
                _ = try await transport.send(.get(server.url))
                let error = await #expect(throws: TransportError.self) {
                    try await transport.send(TransferRequest(method: "POST", url: server.url))
                }
                #expect(error?.code == TransportError.Code(number: 56, name: "CURLE_RECV_ERROR"))
                #expect(
                    error?.message
                        == "curl 56 CURLE_RECV_ERROR: \(server.place) reset a kept connection without an answer"
                )
                #expect(error?.hint == "look into the server's own log, or send again if repeating does no harm")
                #expect(error?.nothingWasSent == false)
                #expect(server.requests.count == 2)
            }
        }
    }

    @Test
    func `a POST over HTTP 2 is sent once, also where its connection breaks`() async throws {
        var options = CurlOptions()
        options.httpVersion = .http2
        try await LoopbackServer.serving([.answerOverHTTP2(times: 1), .reset]) { server in
            try await withCurlTransport(options) { transport in
                _ = try await transport.send(.get(server.url))
                // A libcurl that keeps plain HTTP/2 connections meets the reset; one that cannot gets an answer on another.
                _ = try? await transport.send(TransferRequest(method: "POST", url: server.url))
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test
    func `a second try that finds no server does not hide that the first was sent`() async throws {
        let script: [LoopbackServer.Step] = [.readRequest, .answer("ok"), .readRequest, .stopListening, .reset]
        try await LoopbackServer.serving(script) { server in
            try await withCurlTransport(.patient) { transport in
                _ = try await transport.send(.get(server.url))
                let error = await #expect(throws: TransportError.self) { try await transport.send(.get(server.url)) }
                #expect(error?.code == TransportError.Code(number: 7, name: "CURLE_COULDNT_CONNECT"))
                #expect(error?.nothingWasSent == false)
            }
        }
    }

    @Test
    func `a second try has what is left of the time limit`() async throws {
        let script: LoopbackServer.Script = { number in
            number == 0
                ? [.readRequest, .answer("ok"), .readRequest, .pause(milliseconds: 1_500), .reset]
                : [.readRequest, .hang]
        }
        try await LoopbackServer.serving(script) { server in
            try await withCurlTransport(.patient) { transport in
                _ = try await transport.send(.get(server.url))
                let error = await #expect(throws: TransportError.self) {
                    try await transport.send(.get(server.url, timeout: .seconds(2)))
                }
                #expect(error?.message == "curl 28 CURLE_OPERATION_TIMEDOUT: \(server.place) sent no answer within 2 s")
                // Two limits one after the other would make 3.5 seconds.
                let total = try #require(error?.timings.total)
                #expect(total >= .seconds(1.5))
                #expect(total < .seconds(3.2))
            }
        }
    }

    @Test
    func `no file stays open after six hundred transports that fail and answer`() async throws {
        let script: LoopbackServer.Script = { $0 % 2 == 0 ? [.readRequest, .reset] : [.answerEach("ok")] }
        try await LoopbackServer.serving(script) { server in
            _ = try? await sendAlone(.get(server.url))
            let before = try openFiles()
            for _ in 0..<600 { _ = try? await sendAlone(.get(server.url)) }
            let after = try openFiles()
            // Other suites run meanwhile and have sockets of their own, yet fewer than one for each transport here.
            #expect(after < before + 400, "\(before) files before, \(after) after")
        }
    }
}

private struct TestFailure: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

extension TransferCounts {
    fileprivate var described: String {
        "answered \(answered), failed \(failed), connections \(connectionsOpened), reused \(onReusedConnection)"
    }
}
