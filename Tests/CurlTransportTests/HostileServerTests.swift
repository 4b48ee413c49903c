import Conformance
import CurlTransport
import Dispatch
import TestServers
import Testing

/// Servers that mean harm: each costs its own request and no more.
struct HostileServerTests {
    @Test
    func `a header line that never ends is cut off`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\nX-Endless: "), .sendRepeatedly(Array("aaaaaaaaaaaaaaaa".utf8)),
        ])
        #expect(
            error.message == "curl 27 CURLE_OUT_OF_MEMORY: the answer of 127.0.0.1:PORT has a header line that libcurl"
                + " finds too long"
        )
    }

    @Test
    func `headers without end are cut off at the limit of bytes`() async throws {
        let line = "X-More: " + String(repeating: "a", count: 990) + "\r\n"
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\n"), .sendRepeatedly(Array(line.utf8)),
        ])
        #expect(error.code == TransportError.Code(number: nil, name: "headers-too-large"))
        #expect(
            error.message == "headers-too-large: the answer of 127.0.0.1:PORT has more than 131072 bytes of headers"
        )
    }

    @Test
    func `ten thousand headers are cut off at the limit of lines`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\n"), .sendRepeatedly(Array("A: b\r\n".utf8), times: 10_000),
            .send("\r\n"), .hang,
        ])
        #expect(error.message == "headers-too-large: the answer of 127.0.0.1:PORT has more than 1000 header lines")
    }

    @Test
    func `interim answers without end are cut off`() async throws {
        let error = try await failure(from: [
            .readRequest, .sendRepeatedly(Array("HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n".utf8)),
        ])
        #expect(error.message == "headers-too-large: the answer of 127.0.0.1:PORT has more than 1000 header lines")
    }

    @Test
    func `a body that says it is too large is not read at all`() async throws {
        let error = try await failure(
            from: [
                .readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"),
                .sendRepeatedly([UInt8](repeating: 0x61, count: 65_536), times: 16_384),
            ],
            bodyLimit: 1_000_000
        )
        #expect(error.code == TransportError.Code(number: nil, name: "body-too-large"))
        #expect(
            error.message == "body-too-large: the answer of 127.0.0.1:PORT has a body of more than 1000000 bytes"
        )
        #expect(error.hint == "give a larger --body-limit if answers of this size are meant")
    }

    @Test
    func `a chunked body without end is cut off at the limit`() async throws {
        let error = try await failure(
            from: [
                .readRequest, .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
                .sendRepeatedly(Array("4\r\naaaa\r\n".utf8)),
            ],
            bodyLimit: 5_000
        )
        #expect(error.message == "body-too-large: the answer of 127.0.0.1:PORT has a body of more than 5000 bytes")
    }

    @Test
    func `a body of exactly the limit is taken and one byte more is not`() async throws {
        try await LoopbackServer.serving([.answerEach("12345")]) { server in
            try await withCurlTransport(.patient) { transport in
                let whole = try await transport.send(TransferRequest(method: "GET", url: server.url, bodyLimit: 5))
                #expect(whole.body.count == 5)
                let error = await #expect(throws: TransportError.self) {
                    try await transport.send(TransferRequest(method: "GET", url: server.url, bodyLimit: 4))
                }
                #expect(error?.code == .bodyTooLarge)
            }
        }
    }

    @Test
    func `a gzip bomb is cut off at the limit of what it unpacks to`() async throws {
        // One megabyte of zeros: a first byte as it is, then copies of the byte before it, in fixed Huffman codes.
        let bomb = GzipBomb.bytes(copies: 4_000)
        #expect(bomb.count < 10_000)
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
        let error = try await failure(from: [.readRequest, .send(Array(head.utf8) + bomb), .hang], bodyLimit: 100_000)
        #expect(error.message == "body-too-large: the answer of 127.0.0.1:PORT has a body of more than 100000 bytes")
    }

    @Test
    func `a redirect to itself is one answer`() async throws {
        try await LoopbackServer.serving([
            .answerEach(Array("HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Length: 0\r\n\r\n".utf8))
        ]) { server in
            let answer = try await sendAlone(.get(server.url))
            #expect(answer.status == 301)
            #expect(server.requests.count == 1)
        }
    }

    @Test
    func `an answer that no one asked for does not become the next request's`() async throws {
        let firstAndStray =
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirstHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray"
        let script: LoopbackServer.Script = { number in
            number == 0 ? [.readRequest, .send(firstAndStray), .hang] : [.answerEach("second")]
        }
        let bodies = try await LoopbackServer.serving(script) { server in
            try await withCurlTransport(.patient) { transport in
                let first = try await transport.send(.get(server.url))
                let second = try await transport.send(.get(server.url))
                return [first.body, second.body].map { String(decoding: $0, as: UTF8.self) }
            }
        }
        #expect(bodies == ["first", "second"])
    }

    @Test
    func `an answer sent to an idle connection does not become the next request's`() async throws {
        let (strays, strayIsSent) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let script: LoopbackServer.Script = { number in
            guard number == 0 else { return [.answerEach("second")] }
            return [
                .readRequest, .answer("first"), .tell { gate.wait() }, .answer("stray"), .tell { strayIsSent.yield() },
                .hang,
            ]
        }
        let bodies = try await LoopbackServer.serving(script) { server in
            try await withCurlTransport(.patient) { transport in
                let first = try await transport.send(.get(server.url))
                gate.signal()
                for await _ in strays { break }
                let second = try await transport.send(.get(server.url))
                return [first.body, second.body].map { String(decoding: $0, as: UTF8.self) }
            }
        }
        #expect(bodies == ["first", "second"])
    }

    @Test
    func `sixteen misbehaving servers at once leave good requests alone`() async throws {
        let scripts: [[LoopbackServer.Step]] = [
            [.reset], [.readRequest, .reset], [.readRequest], [.readRequest, .hang],
            [.readRequest, .send("garbage\r\n\r\n")], [.readRequest, .send("HTTP/1.1 200 OK\r\nA: b\r\n")],
            [.readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")],
            [.readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .hang],
            [.readRequest, .send("HTTP/1.1 200 OK\r\n"), .sendRepeatedly(Array("A: b\r\n".utf8))],
            [.readRequest, .send("HTTP/1.1 200 OK\r\nA: "), .sendRepeatedly(Array("bbbb".utf8))],
            [.readRequest, .send("HTTP/1.1 200 OK\r\n\r\n"), .sendRepeatedly([UInt8](repeating: 0, count: 65_536))],
            [.readRequest, .sendRepeatedly(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))],
            [.readRequest, .drip(Array(repeating: 0x61, count: 10_000), milliseconds: 5)],
            [.readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"), .hang],
            [.readRequest, .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), .hang],
            [.hang],
        ]
        let script: LoopbackServer.Script = { scripts[$0 % scripts.count] }
        try await LoopbackServer.serving(script) { bad in
            try await LoopbackServer.serving([.answerEach("good")]) { good in
                try await withCurlTransport(.patient) { transport in
                    try await exchange(transport, bad: bad.url, good: good.url)
                }
            }
        }
    }

    private func exchange(_ transport: CurlClient, bad: String, good: String) async throws {
        let badRequest = TransferRequest(method: "GET", url: bad, timeout: .milliseconds(400), bodyLimit: 100_000)
        let bodies = await withTaskGroup(of: [UInt8]?.self) { group in
            for _ in 0..<16 { group.addTask { try? await transport.send(badRequest).body } }
            for _ in 0..<160 { group.addTask { try? await transport.send(.get(good)).body } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let failed = bodies.count { $0 == nil }
        let answered = bodies.count { $0 == Array("good".utf8) }
        #expect(failed == 16)
        #expect(answered == 160)
        #expect(transport.counts.failed == 16)
    }
}
