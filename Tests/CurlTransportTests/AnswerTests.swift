import Conformance
import CurlTransport
import TestServers
import Testing

/// What of an answer comes back, and how.
struct AnswerTests {
    private func answer(_ wire: String, method: String = "GET") async throws -> TransferResponse {
        try await LoopbackServer.serving([.readRequest, .send(wire)]) { server in
            try await sendAlone(TransferRequest(method: method, url: server.url))
        }
    }

    @Test
    func `status, version, headers in wire order and body come back as sent`() async throws {
        let answer = try await answer(
            "HTTP/1.1 404 Not Found\r\nX-B: 1\r\nContent-Length: 2\r\nx-a:  two words \t\r\nX-B: 3\r\nEmpty:\r\n\r\n{}"
        )
        #expect(answer.status == 404)
        #expect(answer.httpVersion == "HTTP/1.1")
        #expect(
            answer.headers
                == .list(("X-B", "1"), ("Content-Length", "2"), ("x-a", "two words"), ("X-B", "3"), ("Empty", ""))
        )
        #expect(answer.body == Array("{}".utf8))
        #expect(!answer.reusedConnection)
    }

    @Test(arguments: [
        "Content-Length: 2, 02", "Content-Length: 2\r\nCONTENT-length:2", "X-Folded: a\r\n : b\r\nContent-Length: 2",
    ])
    func `a length that is said twice, and a line that goes on, are taken`(headers: String) async throws {
        let answer = try await answer("HTTP/1.1 200 OK\r\n\(headers)\r\n\r\n{}")
        #expect(answer.body == Array("{}".utf8))
    }

    @Test
    func `interim answers are dropped with their headers`() async throws {
        let answer = try await answer(
            "HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Late: 2\r\n\r\nok"
        )
        #expect(answer.status == 200)
        #expect(answer.headers == .list(("Content-Length", "2"), ("X-Late", "2")))
        #expect(answer.body == Array("ok".utf8))
    }

    @Test
    func `trailers are not mixed with the headers`() async throws {
        let answer = try await answer(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n"
        )
        #expect(answer.headers == .list(("Transfer-Encoding", "chunked")))
        #expect(answer.body == Array("ok".utf8))
    }

    @Test
    func `a redirect is an answer and is not followed`() async throws {
        let (status, location, requests) = try await LoopbackServer.serving([
            .readRequest, .answer("", status: "302 Found", headers: "Location: /\r\n"), .hang,
        ]) { server in
            let answer = try await sendAlone(.get(server.url))
            return (answer.status, answer.headers["location"], server.requests.count)
        }
        #expect(status == 302)
        #expect(location == "/")
        #expect(requests == 1)
    }

    @Test
    func `a HEAD answer has headers and no body, whatever length it states`() async throws {
        let answer = try await LoopbackServer.serving([
            .readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"), .hang,
        ]) { try await sendAlone(TransferRequest(method: "HEAD", url: $0.url)) }
        #expect(answer.headers["content-length"] == "10")
        #expect(answer.body.isEmpty)
    }

    @Test
    func `a body without a length ends where the connection ends`() async throws {
        let answer = try await answer("HTTP/1.0 200 OK\r\n\r\nall of it")
        #expect(answer.httpVersion == "HTTP/1.0")
        #expect(answer.body == Array("all of it".utf8))
    }

    @Test
    func `bytes after the stated length are not taken`() async throws {
        let answer = try await answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more")
        #expect(answer.body == Array("ok".utf8))
    }

    @Test
    func `a folded header is one value and a value in Latin-1 keeps its letters`() async throws {
        let wire: [UInt8] =
            Array("HTTP/1.1 200 OK\r\nX-Folded: one\r\n  two\r\nX-Latin: caf".utf8) + [0xE9]
            + Array("\r\nContent-Length: 0\r\n\r\n".utf8)
        let answer = try await LoopbackServer.serving([.readRequest, .send(wire)]) {
            try await sendAlone(.get($0.url))
        }
        #expect(answer.headers == .list(("X-Folded", "one two"), ("X-Latin", "caf\u{E9}"), ("Content-Length", "0")))
    }

    @Test
    func `a gzip body is decompressed though it was not asked for`() async throws {
        let hello: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0,
        ]
        let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 25\r\n\r\n".utf8)
        let (answer, request) = try await LoopbackServer.serving([.readRequest, .send(head + hello)]) { server in
            (try await sendAlone(.get(server.url)), server.requests.first)
        }
        #expect(answer.body == Array("hello".utf8))
        #expect(answer.headers["content-encoding"] == "gzip")
        #expect(request?.contains("Accept-Encoding") == false)
    }

    @Test
    func `HTTP 2 is spoken from the first byte where it is asked for`() async throws {
        // SETTINGS, its acknowledgement, and HEADERS of stream 1 that end it, with `:status: 200` as HPACK's entry 8.
        let frames: [UInt8] = [
            0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0, 0, 1, 1, 5, 0, 0, 0, 1, 0x88,
        ]
        var options = CurlOptions()
        options.httpVersion = .http2
        let answer = try await LoopbackServer.serving([.readRequest, .send(frames), .hang]) {
            try await sendAlone(.get($0.url), options)
        }
        #expect(answer.status == 200)
        #expect(answer.httpVersion == "HTTP/2")
        #expect(answer.headers == HeaderList())
    }

    @Test
    func `HTTP 2 without TLS serves one request after another, and many at once`() async throws {
        var options = CurlOptions()
        options.httpVersion = .http2
        let statuses = try await LoopbackServer.serving([.answerOverHTTP2()]) { server in
            try await withCurlTransport(options) { transport in
                var statuses = [try await transport.send(.get(server.url)).status]
                for method in ["POST", "GET"] {
                    let request = TransferRequest(method: method, url: server.url)
                    statuses.append(try await transport.send(request).status)
                }
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<16 { group.addTask { try await transport.send(.get(server.url)).status } }
                    for try await status in group { statuses.append(status) }
                }
                return statuses
            }
        }
        #expect(statuses == Array(repeating: 200, count: 19))
    }

    @Test
    func `a first transfer times its connection and the next one has none`() async throws {
        let (first, second) = try await LoopbackServer.serving([.answerEach("ok")]) { server in
            try await withCurlTransport(.patient) { transport in
                (try await transport.send(.get(server.url)), try await transport.send(.get(server.url)))
            }
        }
        #expect(first.timings.connect > .zero)
        #expect(first.timings.firstByte > .zero)
        #expect(first.timings.tls == .zero)
        #expect(second.reusedConnection)
        #expect(second.timings.connect == .zero)
        #expect(second.timings.nameLookup == .zero)
        for timings in [first.timings, second.timings] {
            #expect(timings.total >= timings.nameLookup + timings.connect + timings.tls + timings.firstByte)
        }
    }
}
