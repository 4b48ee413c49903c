import Conformance
import CurlTransport
import TestServers
import Testing

/// What goes over the wire for a request, byte by byte.
struct RequestTests {
    private func wire(
        _ method: String,
        path: String = "v1/a?b=c",
        headers: HeaderList = HeaderList(),
        body: String? = nil,
        options: CurlOptions = CurlOptions()
    ) async throws -> String {
        try await LoopbackServer.serving([.readRequest, .answer(""), .hang]) { server in
            let request = TransferRequest(
                method: method,
                url: server.url + path,
                headers: headers,
                body: body.map { Array($0.utf8) }
            )
            _ = try await sendAlone(request, options)
            return server.requests.joined().replacing(":\(server.port)", with: ":PORT")
        }
    }

    @Test
    func `a GET without headers sends Host alone`() async throws {
        #expect(try await wire("GET") == "GET /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n")
    }

    @Test
    func `given headers are sent in order, with an empty value where it is empty`() async throws {
        let headers = HeaderList.list(
            ("Authorization", "Basic abc"),
            ("Accept", "application/json"),
            ("X-Empty", ""),
            ("X-Blank", "  "),
            ("x-twice", "1"),
            ("x-twice", "2")
        )
        #expect(
            try await wire("GET", headers: headers) == "GET /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"
                + "Authorization: Basic abc\r\nAccept: application/json\r\nX-Empty:\r\nX-Blank:\r\n"
                + "x-twice: 1\r\nx-twice: 2\r\n\r\n"
        )
    }

    @Test(arguments: ["Content-Length", "content-LENGTH", "Transfer-Encoding"])
    func `what says where the body ends cannot be given`(name: String) async throws {
        let error = await #expect(throws: TransportError.self) {
            try await wire("POST", headers: .list((name, "3")))
        }
        #expect(error?.code == TransportError.Code(number: 43, name: "CURLE_BAD_FUNCTION_ARGUMENT"))
        #expect(error?.hint == "leave it out: it is made of the body")
        #expect(error?.nothingWasSent == true)
    }

    @Test
    func `a given Host and User-Agent stand in place of any other`() async throws {
        let headers = HeaderList.list(("Host", "test.stytch.com"), ("User-Agent", "conformance"))
        #expect(
            try await wire("GET", headers: headers)
                == "GET /v1/a?b=c HTTP/1.1\r\nHost: test.stytch.com\r\nUser-Agent: conformance\r\n\r\n"
        )
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "QUERY", "GET"])
    func `a body goes with any method, with its length and no type of its own`(method: String) async throws {
        #expect(
            try await wire(method, body: "{\"a\":1}") == "\(method) /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"
                + "Content-Length: 7\r\n\r\n{\"a\":1}"
        )
    }

    @Test(arguments: ["POST", "PUT", "PATCH"])
    func `a method that has a body by nature states the length of none`(method: String) async throws {
        let expected = "\(method) /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0\r\n\r\n"
        #expect(try await wire(method) == expected)
        #expect(try await wire(method, body: "") == expected)
    }

    @Test(arguments: ["DELETE", "OPTIONS", "BREW", "HEAD"])
    func `a method without a body sends none`(method: String) async throws {
        #expect(try await wire(method) == "\(method) /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n")
    }

    @Test
    func `a long body is sent without waiting to be asked for it`() async throws {
        let body = String(repeating: "x", count: 2_000_000)
        let text = try await wire("POST", body: body)
        #expect(text.hasPrefix("POST /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2000000\r\n\r\nxxx"))
        #expect(text.utf8.count == 2_000_074)
    }

    @Test
    func `a path is sent as it is written`() async throws {
        let text = try await wire("GET", path: "v1/../%2e/a//b?q=%20&r={s}")
        #expect(text.hasPrefix("GET /v1/../%2e/a//b?q=%20&r={s} HTTP/1.1\r\n"))
    }

    @Test
    func `compression is asked for where it is chosen`() async throws {
        var options = CurlOptions()
        options.asksForCompression = true
        let text = try await wire("GET", options: options)
        #expect(text == "GET /v1/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nAccept-Encoding: gzip, deflate\r\n\r\n")
    }

    @Test
    func `different methods in turn do not leave traces in each other`() async throws {
        let requests = try await LoopbackServer.serving([.answerEach("")]) { server in
            try await withCurlTransport { transport in
                let headers = HeaderList.list(("X-A", "1"))
                _ = try await transport.send(
                    TransferRequest(method: "PUT", url: server.url, headers: headers, body: Array("one".utf8))
                )
                _ = try await transport.send(
                    TransferRequest(method: "PUT", url: server.url, body: Array("second".utf8))
                )
                _ = try await transport.send(.get(server.url))
                _ = try await transport.send(TransferRequest(method: "HEAD", url: server.url + "not-yet"))
            }
            return server.requests.map { $0.replacing(":\(server.port)", with: ":PORT") }
        }
        #expect(
            requests == [
                "PUT / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX-A: 1\r\nContent-Length: 3\r\n\r\none",
                "PUT / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 6\r\n\r\nsecond",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
                "HEAD /not-yet HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            ]
        )
    }

    @Test(arguments: ["a\r\nX: y", "a\nb", "a\0b", "\r"])
    func `a header value with a line end or a zero byte is refused`(value: String) async throws {
        let request = TransferRequest(method: "GET", url: "http://127.0.0.1:1/", headers: .list(("X-A", value)))
        let error = try await failure(of: request)
        #expect(
            error.message == "curl 43 CURLE_BAD_FUNCTION_ARGUMENT: the value of the request header 'X-A' holds a line"
                + " end or a zero byte"
        )
        #expect(error.hint == "put each header in a field of its own")
        #expect(error.nothingWasSent)
    }

    @Test(arguments: ["", "a b", "a:", "a\r\nb", "é", "a;"])
    func `a header name that is no token is refused`(name: String) async throws {
        let request = TransferRequest(method: "GET", url: "http://127.0.0.1:1/", headers: .list((name, "secret-1")))
        let error = try await failure(of: request)
        #expect(
            error.message == "curl 43 CURLE_BAD_FUNCTION_ARGUMENT: the name of a request header is no token of letters,"
                + " digits and -"
        )
    }

    @Test(arguments: ["", "GE T", "GET\r\n"])
    func `a method that is no token is refused`(method: String) async throws {
        let error = try await failure(of: TransferRequest(method: method, url: "http://127.0.0.1:1/"))
        #expect(
            error.message == "curl 43 CURLE_BAD_FUNCTION_ARGUMENT: the method is no token of letters, digits and -"
        )
    }

    @Test
    func `a HEAD request with a body is refused`() async throws {
        let error = try await failure(of: TransferRequest(method: "HEAD", url: "http://127.0.0.1:1/", body: [1]))
        #expect(error.message == "curl 43 CURLE_BAD_FUNCTION_ARGUMENT: a HEAD request cannot carry a body")
        #expect(error.hint == "leave the body out, or choose another method")
    }
}
