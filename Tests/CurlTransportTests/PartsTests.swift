import Conformance
import Testing

@testable import CurlTransport

/// The parts that decide without a socket.
struct PartsTests {
    @Test(arguments: [
        ("http://127.0.0.1:8080/a", "127.0.0.1:8080"), ("HTTPS://Test.stytch.com/v1?x=y", "Test.stytch.com:443"),
        ("http://a@b:c@host:1#x", "host:1"), ("http://[::1]:80/", "[::1]:80"), ("http://host?q=@x:9", "host:80"),
        ("https://host:/", "host:443"),
    ])
    func `an address shows host and port alone`(url: String, shown: String) {
        #expect(Endpoint(url: url)?.shown == shown)
    }

    @Test(arguments: [
        ("http://proxy:3128", "proxy:3128"), ("user:pass@proxy:3128/", "proxy:3128"), ("proxy", "proxy:1080"),
        ("https://u:p@proxy", "proxy:443"), ("socks5h://[::1]:9", "[::1]:9"),
    ])
    func `a proxy shows host and port alone`(proxy: String, shown: String) {
        #expect(Endpoint(proxy: proxy)?.shown == shown)
    }

    @Test(arguments: [
        ("http://127.0.0.1/", true), ("http://127.9.9.9/", true), ("http://LOCALHOST:1/", true),
        ("http://a.localhost/", true), ("http://[::1]/", true), ("http://[::ffff:127.0.0.1]/", true),
        ("http://localhost./", true), ("http://a.LOCALHOST.:8/", true), ("http://127.1/", true),
        ("http://127.0.1:80/", true), ("http://0x7f.1/", true), ("http://0177.0.0.1/", true),
        ("http://2130706433/", true), ("http://[0:0:0:0:0:0:0:1]/", true), ("http://[::ffff:7f00:1]/", true),
        ("http://[::1%25lo]/", true), ("http://[::2]/", false), ("http://[::ffff:128.0.0.1]/", false),
        ("http://127/", false), ("http://128.1/", false), ("http://127.1.example.com/", false),
        ("http://xlocalhost./", false), ("http://128.0.0.1/", false), ("http://127.0.0.1.example.com/", false),
        ("http://localhost.example.com/", false),
    ])
    func `this machine is known by its addresses and names`(url: String, isLoopback: Bool) {
        #expect(Endpoint(url: url)?.isLoopback == isLoopback)
    }

    @Test(arguments: [
        ("*", "http://a.com/", true), ("a.com", "http://a.com/", true), (".a.com", "http://b.A.com/", true),
        ("a.com", "http://ba.com/", false), ("10.0.0.0/8", "http://10.9.9.9/", true),
        ("10.0.0.0/8", "http://11.9.9.9/", false), ("[fe80::1]", "http://[fe80::1]/", true),
        ("x, a.com", "http://a.com/", true),
        ("0.0.0.0/0", "http://9.9.9.9/", true), ("", "http://a.com/", false),
    ])
    func `no_proxy means a host, all below it, or a block of addresses`(entry: String, url: String, isSpared: Bool)
        throws
    {
        let policy = ProxyPolicy.environment(["http_proxy": "http://proxy:1", "no_proxy": entry])
        #expect((policy.proxy(for: try #require(Endpoint(url: url))) == nil) == isSpared)
    }

    @Test
    func `each scheme has its own proxy and HTTP_PROXY is not read`() throws {
        let http = try #require(Endpoint(url: "http://a.com/"))
        let https = try #require(Endpoint(url: "https://a.com/"))
        let policy = ProxyPolicy.environment(["HTTP_PROXY": "http://one", "HTTPS_PROXY": "http://two"])
        #expect(policy.proxy(for: http) == nil)
        #expect(policy.proxy(for: https) == "http://two")
        let both = ProxyPolicy.environment(["https_proxy": "", "http_proxy": "http://one", "all_proxy": "http://three"])
        #expect(both.proxy(for: http) == "http://one")
        #expect(both.proxy(for: https) == "http://three")
    }

    @Test(arguments: [
        (Duration.zero, 1), (.milliseconds(-5), 1), (.microseconds(1), 1), (.milliseconds(10), 10),
        (.microseconds(10_001), 11), (.seconds(10), 10_000), (.seconds(1_000_000_000), 2_147_483_647),
    ])
    func `a time limit is rounded up to a whole millisecond and never 0`(limit: Duration, milliseconds: Int) {
        #expect(limit.wholeMilliseconds == milliseconds)
    }

    @Test
    func `phases are lengths, not points in time`() {
        let marks = TimeMarks(
            nameLookup: 100,
            connect: 300,
            tls: 1_000,
            requestBegins: 1_010,
            firstByte: 1_510,
            total: 1_600,
            opensConnection: true
        )
        #expect(
            marks.timings
                == TransferTimings(
                    nameLookup: .microseconds(100),
                    connect: .microseconds(200),
                    tls: .microseconds(700),
                    firstByte: .microseconds(500),
                    total: .microseconds(1_600)
                )
        )
    }

    @Test
    func `a connection that had served before has no phases of its own`() {
        let marks = TimeMarks(
            nameLookup: 20,
            connect: 20,
            tls: 20,
            requestBegins: 30,
            firstByte: 430,
            total: 450,
            opensConnection: false
        )
        #expect(marks.timings == TransferTimings(firstByte: .microseconds(400), total: .microseconds(450)))
    }

    @Test(arguments: [
        (0, "CURLE_OK"), (7, "CURLE_COULDNT_CONNECT"), (18, "CURLE_PARTIAL_FILE"), (28, "CURLE_OPERATION_TIMEDOUT"),
        (35, "CURLE_SSL_CONNECT_ERROR"), (43, "CURLE_BAD_FUNCTION_ARGUMENT"), (52, "CURLE_GOT_NOTHING"),
        (56, "CURLE_RECV_ERROR"), (60, "CURLE_PEER_FAILED_VERIFICATION"), (61, "CURLE_BAD_CONTENT_ENCODING"),
        (77, "CURLE_SSL_CACERT_BADFILE"), (92, "CURLE_HTTP2_STREAM"), (98, "CURLE_SSL_CLIENTCERT"),
        (100, "CURLE_TOO_LARGE"), (101, "CURLE_ECH_REQUIRED"), (500, "CURLE_500"),
    ])
    func `each result of libcurl has its name`(number: UInt32, name: String) {
        #expect(TransportError.Code(curlNumber: number) == TransportError.Code(number: Int32(number), name: name))
    }

    @Test
    func `a header line without a colon is kept as a name`() {
        let lines = Array("HTTP/1.1 200 OK\r\nbroken\r\n: x\r\nA : b\nC:d\r\n".utf8)
        #expect(
            HeaderList(answerLines: lines) == .list(("broken", ""), ("", "x"), ("A ", "b"), ("C", "d"))
        )
    }

    @Test
    func `a folded value has no white space around it, whichever of its lines are empty`() {
        let lines = Array("HTTP/1.1 200 OK\r\nA:\r\n b\r\nC: d\r\n \r\nE:\r\n\t\r\nF: g\r\n h\r\n".utf8)
        #expect(HeaderList(answerLines: lines) == .list(("A", "b"), ("C", "d"), ("E", ""), ("F", "g h")))
    }

    @Test(arguments: [
        ("a.com:443:127.0.0.1:8443", HostPin(host: "a.com", port: 443, address: "127.0.0.1", addressPort: 8443)),
        ("a.com::b.com:", HostPin(host: "a.com", address: "b.com")),
        ("::127.0.0.1:80", HostPin(host: "", address: "127.0.0.1", addressPort: 80)),
        (":443::8443", HostPin(host: "", port: 443, address: "", addressPort: 8443)),
        ("[::1]:80:[fe80::1]:81", HostPin(host: "::1", port: 80, address: "fe80::1", addressPort: 81)),
    ])
    func `a pin is read as it is written for curl, and written back so`(text: String, pin: HostPin) {
        #expect(HostPin(text) == pin)
        #expect(pin.text == text)
    }

    @Test(arguments: [
        "", "a", "a:1", "a:1:b", "a:1:b:2:c", "a:0:b:1", "a:1:b:0", "a:1:b:65536", "a:x:b:1", "a:+1:b:1", "a:1::",
        "[::1:80:b:1", "::1:80:b:1", "a b:1:c:2", "a/:1:c:2", "a,b:1:c:2", "é:1:c:2", "a:1:u@c:2", "a:-1:b:2",
    ])
    func `anything else is no pin`(text: String) {
        #expect(HostPin(text) == nil)
    }

    @Test(arguments: [
        ("http://proxy:3128", true), ("proxy", true), ("proxy:8080/", true), ("HTTPS://proxy", true),
        ("socks5h://[::1]:9", true), ("http://u:p@proxy:1", true), ("", false), ("ftp://proxy", false),
        ("http://", false), ("http://proxy:x", false), ("proxy:70000", false), ("http://proxy/path", false),
        ("a b", false), ("http://proxy?x", false), ("http:///", false),
    ])
    func `a proxy is a host with a scheme that libcurl knows or none`(text: String, isAddress: Bool) {
        #expect(ProxyPolicy.isAddress(text) == isAddress)
    }

    @Test(arguments: [
        ("api.invalid:443:127.1:8443", nil), ("api.invalid:443:localhost.:8443", nil), ("API.invalid::[::1]:", nil),
        ("::127.0.0.1:", nil), ("api.invalid:80:127.0.0.1:", "http://proxy:1"),
        ("other.invalid::127.0.0.1:", "http://proxy:1"), ("api.invalid::other.invalid:", "http://proxy:1"),
    ])
    func `a host pinned to this machine is reached without a proxy`(pin: String, proxy: String?) throws {
        var options = CurlOptions()
        options.proxy = .explicit("http://proxy:1")
        options.pins = [try #require(HostPin(pin))]
        #expect(options.proxy(forURL: "https://api.invalid/v1") == proxy)
    }

    @Test
    func `a pin of IPv6 stands in brackets`() {
        #expect(
            HostPin(host: "a.com", port: 443, address: "::1", addressPort: 8443).connectTo == "a.com:443:[::1]:8443"
        )
        #expect(HostPin(host: "a.com", address: "127.0.0.1").connectTo == "a.com::127.0.0.1:")
    }
}
