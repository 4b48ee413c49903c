import Conformance
import CurlTransport
import TestServers
import Testing

/// Which requests a proxy sees.
struct ProxyTests {
    private func options(_ proxy: ProxyPolicy) -> CurlOptions {
        var options = CurlOptions()
        options.proxy = proxy
        return options
    }

    @Test(arguments: ["http_proxy", "all_proxy", "ALL_PROXY"])
    func `a proxy of the environment never catches this machine`(variable: String) async throws {
        try await LoopbackServer.serving([.answer("from the proxy")]) { proxy in
            try await LoopbackServer.serving([.readRequest, .answer("straight")]) { server in
                let policy = ProxyPolicy.environment([variable: proxy.url])
                for host in ["127.0.0.1", "localhost"] {
                    let answer = try await sendAlone(.get("http://\(host):\(server.port)/"), options(policy))
                    #expect(answer.body == Array("straight".utf8))
                }
            }
            #expect(proxy.connections == 0)
        }
    }

    @Test
    func `a proxy of the environment carries requests to other hosts`() async throws {
        let (answer, requests) = try await LoopbackServer.serving([.readRequest, .answer("from the proxy")]) { proxy in
            let policy = ProxyPolicy.environment(["http_proxy": proxy.url])
            return (try await sendAlone(.get("http://api.invalid/v1"), options(policy)), proxy.requests)
        }
        #expect(answer.body == Array("from the proxy".utf8))
        #expect(requests.first?.hasPrefix("GET http://api.invalid/v1 HTTP/1.1\r\nHost: api.invalid\r\n") == true)
    }

    @Test
    func `an https request asks the proxy for a tunnel, and its refusal is told`() async throws {
        let (error, request, place) = try await LoopbackServer.serving([
            .readRequest, .answer("no", status: "403 Forbidden"), .hang,
        ]) { proxy in
            let error = try await failure(
                of: .get("https://api.invalid/"),
                options(.explicit("http://user-1:pass-1@\(proxy.place)"))
            )
            return (error, proxy.requests.first, proxy.place)
        }
        #expect(request?.hasPrefix("CONNECT api.invalid:443 HTTP/1.1\r\n") == true)
        #expect(
            error.message == "curl 56 CURLE_RECV_ERROR: the proxy \(place) refused to connect to api.invalid:443"
        )
    }

    @Test
    func `a proxy that is not there is named, without its password`() async throws {
        let port = try LoopbackServer.unusedPort()
        let proxy = ProxyPolicy.explicit("http://user-1:pass-1@127.0.0.1:\(port)")
        let error = try await failure(of: .get("http://api.invalid/"), options(proxy))
        #expect(error.message == "curl 7 CURLE_COULDNT_CONNECT: nothing listens on 127.0.0.1:\(port)")
        #expect(
            error.hint
                == "check --proxy and the variables http_proxy, https_proxy and all_proxy; --proxy none goes straight"
        )
        #expect(error.nothingWasSent)
    }

    @Test
    func `a pinned host goes to its address and keeps its name`() async throws {
        let requests = try await LoopbackServer.serving([.readRequest, .answer("")]) { server in
            var options = CurlOptions()
            options.pins = [HostPin(host: "api.invalid", port: 80, address: "127.0.0.1", addressPort: Int(server.port))]
            _ = try await sendAlone(.get("http://api.invalid/v1"), options)
            return server.requests
        }
        #expect(requests == ["GET /v1 HTTP/1.1\r\nHost: api.invalid\r\n\r\n"])
    }
}
