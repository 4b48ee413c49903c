import Conformance
import CurlTransport
import TestServers
import Testing

/// Each way a transfer can fail: libcurl's code and name, the words, and what to do.
struct TransferErrorTests {
    @Test
    func `a port without a listener is told with how to start one`() async throws {
        let port = try LoopbackServer.unusedPort()
        let error = try await failure(of: .get("http://127.0.0.1:\(port)/v1/sessions"))
        #expect(error.code == TransportError.Code(number: 7, name: "CURLE_COULDNT_CONNECT"))
        #expect(error.message == "curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:\(port)")
        #expect(error.hint == "start what --target names, or correct it; 'stytch-conformance serve' starts the mock")
        #expect(error.nothingWasSent)
    }

    @Test
    func `a name that cannot exist is not known`() async throws {
        // A label of more than 63 letters is refused by the resolver itself, without a question to the network.
        let name = String(repeating: "a", count: 64) + ".invalid"
        let error = try await failure(of: .get("http://\(name)/"))
        #expect(error.message == "curl 6 CURLE_COULDNT_RESOLVE_HOST: the name '\(name)' is not known")
        #expect(error.hint == "check the host given by --target, and the network")
        #expect(error.nothingWasSent)
    }

    @Test
    func `a connection closed before any answer is told as such`() async throws {
        let error = try await failure(from: [.readRequest])
        #expect(
            error.message
                == "curl 52 CURLE_GOT_NOTHING: 127.0.0.1:PORT closed the connection without an answer"
        )
        #expect(error.hint == "look into the server's own log")
        #expect(!error.nothingWasSent)
    }

    @Test
    func `a reset before any answer is told as such`() async throws {
        let error = try await failure(from: [.readRequest, .reset])
        #expect(error.message == "curl 56 CURLE_RECV_ERROR: 127.0.0.1:PORT reset the connection without an answer")
        #expect(error.hint == "look into the server's own log")
    }

    @Test
    func `half a body is told with the bytes that came and those announced`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"),
        ])
        #expect(error.code == TransportError.Code(number: 18, name: "CURLE_PARTIAL_FILE"))
        #expect(
            error.message == "curl 18 CURLE_PARTIAL_FILE: 127.0.0.1:PORT closed the connection within its answer"
                + " (5 of 100 bytes had come)"
        )
    }

    @Test
    func `a chunked body that breaks off is told with the bytes that came`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"),
        ])
        #expect(
            error.message == "curl 18 CURLE_PARTIAL_FILE: 127.0.0.1:PORT closed the connection within its answer"
                + " (5 bytes had come)"
        )
    }

    @Test
    func `a chunk without a size is a broken chunked body`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"), .hang,
        ])
        #expect(error.message == "curl 56 CURLE_RECV_ERROR: the answer of 127.0.0.1:PORT has a broken chunked body")
    }

    @Test
    func `headers that break off are no answer`() async throws {
        let error = try await failure(from: [.readRequest, .send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n")])
        #expect(
            error.message
                == "curl 18 CURLE_PARTIAL_FILE: 127.0.0.1:PORT closed the connection within the headers of its answer"
        )
    }

    @Test(arguments: ["\u{1}\u{2}\u{3} garbage\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "<html>hello</html>"])
    func `bytes that are no HTTP are told as such`(garbage: String) async throws {
        let error = try await failure(from: [.readRequest, .send(garbage)])
        #expect(
            error.message
                == "curl 1 CURLE_UNSUPPORTED_PROTOCOL: 127.0.0.1:PORT answered with something that is not HTTP"
        )
        #expect(error.hint == "check that the port belongs to an HTTP server")
    }

    @Test
    func `a Content-Length that is no number is told as such`() async throws {
        let error = try await failure(from: [.readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")])
        #expect(
            error.message == "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has a 'Content-Length'"
                + " that is no length"
        )
    }

    @Test(arguments: [
        (
            "Content-Length: 2\r\nContent-Length: 02\r\ncontent-length: 3",
            "'Content-Length' twice, with different lengths"
        ),
        ("Content-Length: 2, 3", "'Content-Length' twice, with different lengths"),
        ("Content-Length: +2", "a 'Content-Length' that is no length"),
        ("Content-Length: 2,", "a 'Content-Length' that is no length"),
        ("Content-Length: 2\r\nTransfer-Encoding: chunked", "both 'Content-Length' and 'Transfer-Encoding'"),
        ("TRANSFER-ENCODING: gzip, Chunked\r\nContent-Length: 2", "both 'Content-Length' and 'Transfer-Encoding'"),
        ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "'chunked' twice in 'Transfer-Encoding'"),
        ("Transfer-Encoding: rot13", "a 'Transfer-Encoding' that HTTP does not know"),
        ("X Bad: 1", "a header line that does not begin with a name and a colon"),
        ("X-Bad : 1", "a header line that does not begin with a name and a colon"),
        (": 1", "a header line that does not begin with a name and a colon"),
        ("no colon", "a header line that does not begin with a name and a colon"),
        ("X-Split: one\rContent-Length: 2", "a carriage return within a header line"),
    ])
    func `headers that leave open where the answer ends are refused`(headers: String, what: String) async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\n\(headers)\r\n\r\n{}"), .close,
        ])
        #expect(error.message == "curl 8 CURLE_WEIRD_SERVER_REPLY: the answer of 127.0.0.1:PORT has \(what)")
        #expect(error.hint == "look into the server, or a proxy before it, for what frames its answers")
    }

    @Test(arguments: ["HTTP/1.9 200 OK", "HTTP/3 200 OK", "HTTP/1.1 20", "220 mail ready"])
    func `a status line that is none is told as such`(line: String) async throws {
        let error = try await failure(from: [
            .readRequest, .send("\(line)\r\nContent-Length: 2\r\n\r\n{}"), .close,
        ])
        #expect(
            error.message
                == "curl 1 CURLE_UNSUPPORTED_PROTOCOL: 127.0.0.1:PORT answered with something that is not HTTP"
        )
    }

    @Test
    func `a body that is not in the encoding it claims is told as such`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"), .hang,
        ])
        #expect(
            error.message == "curl 61 CURLE_BAD_CONTENT_ENCODING: the body from 127.0.0.1:PORT is not what its"
                + " 'Content-Encoding' says"
        )
        #expect(error.hint == "only gzip and deflate are decompressed")
    }

    @Test
    func `an encoding that no one knows is told as such`() async throws {
        let error = try await failure(from: [
            .readRequest, .send("HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 5\r\n\r\nhello"), .hang,
        ])
        #expect(error.code == TransportError.Code(number: 61, name: "CURLE_BAD_CONTENT_ENCODING"))
    }

    @Test
    func `a server that never answers ends with the time limit`() async throws {
        let error = try await failure(from: [.readRequest, .hang], timeout: .milliseconds(250))
        #expect(error.message == "curl 28 CURLE_OPERATION_TIMEDOUT: 127.0.0.1:PORT sent no answer within 250 ms")
        #expect(error.hint == "give a longer --timeout if the server is slow by nature")
        #expect(!error.nothingWasSent)
        // libcurl counts whole milliseconds and may be one early.
        #expect(error.timings.total >= .milliseconds(245))
        #expect(error.timings.firstByte == .zero)
    }

    @Test
    func `a slow drip of headers ends with the time limit`() async throws {
        let bytes = [UInt8](repeating: 0x61, count: 10_000)
        let error = try await failure(
            from: [.readRequest, .send("HTTP/1.1 200 OK\r\nX-Slow: "), .drip(bytes, milliseconds: 2)],
            timeout: .milliseconds(400)
        )
        #expect(
            error.message == "curl 28 CURLE_OPERATION_TIMEDOUT: 127.0.0.1:PORT did not finish the headers of its answer"
                + " within 400 ms"
        )
    }

    @Test
    func `a body that never ends ends with the time limit`() async throws {
        let error = try await failure(
            from: [.readRequest, .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .hang],
            timeout: .milliseconds(400)
        )
        #expect(
            error.message == "curl 28 CURLE_OPERATION_TIMEDOUT: 127.0.0.1:PORT did not finish its answer within 400 ms"
                + " (3 of 9 bytes had come)"
        )
    }

    @Test
    func `a TLS handshake that is never answered ends with the time to connect`() async throws {
        var options = CurlOptions()
        options.connectTimeout = .milliseconds(250)
        let (error, place) = try await LoopbackServer.serving([.hang]) { server in
            (try await failure(of: .get("https://\(server.place)/"), options), server.place)
        }
        #expect(
            error.message == "curl 28 CURLE_OPERATION_TIMEDOUT: \(place) did not finish the TLS handshake within 250 ms"
        )
        #expect(error.hint == "check that the port speaks TLS, and use http:// if it does not")
        #expect(error.nothingWasSent)
    }

    @Test
    func `a server that reads no body ends with the time limit`() async throws {
        let (error, place) = try await LoopbackServer.serving([.wait]) { server in
            let body = [UInt8](repeating: 0x61, count: 64 * 1024 * 1024)
            let request = TransferRequest(method: "PUT", url: server.url, body: body, timeout: .milliseconds(500))
            return (try await failure(of: request), server.place)
        }
        #expect(
            error.message == "curl 28 CURLE_OPERATION_TIMEDOUT: \(place) did not take the whole request within 500 ms"
        )
    }

    @Test
    func `http where https was meant is told as no TLS`() async throws {
        let (error, place) = try await LoopbackServer.serving([.send("HTTP/1.1 400 Bad Request\r\n\r\n")]) { server in
            (try await failure(of: .get("https://\(server.place)/")), server.place)
        }
        #expect(error.message == "curl 35 CURLE_SSL_CONNECT_ERROR: \(place) does not speak TLS")
        #expect(error.hint == "use http:// if the server has no TLS")
        #expect(error.nothingWasSent)
    }

    @Test(arguments: [
        "ftp://127.0.0.1/", "127.0.0.1:80", "http://", "http://127.0.0.1:99999/", "http://127.0.0.1/a b",
        "http://127.0.0.1/\r\nX: y", "file:///etc/passwd", "http://:80/", "",
    ])
    func `what is no http address is refused before anything is sent`(url: String) async throws {
        let error = try await failure(of: .get(url))
        #expect(error.message == "curl 3 CURLE_URL_MALFORMAT: the address is no absolute http or https address")
        #expect(error.hint == "write it as http://host:port/path or https://host/path, percent-encoded")
        #expect(error.nothingWasSent)
    }

    @Test
    func `no error shows path, query or user info`() async throws {
        let port = try LoopbackServer.unusedPort()
        let error = try await failure(of: .get("http://user:pass-1@127.0.0.1:\(port)/path-1?token=secret-1#frag-1"))
        #expect(error.message == "curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:\(port)")
    }
}
