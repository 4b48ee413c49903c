import NIOSSL
import Testing
import WireJSON

@testable import MockStytch

struct TLSTests {
    /// What came from a server whose certificate is not looked at.
    private func exchange(port: Int, protocols: [String], sending text: String) async throws -> String {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        configuration.applicationProtocols = protocols
        return try await TLSClient(configuration: configuration).exchange(port: port, sending: text)
    }

    @Test
    func `with certificate and key it speaks TLS and says so in its offers`() async throws {
        let options = MockServerOptions(tls: try ServerCertificate().files)
        try await withMockServer(options) { mock in
            #expect(mock.baseURL == "https://127.0.0.1:\(mock.port)")
            let text = try await exchange(
                port: mock.port,
                protocols: ["http/1.1"],
                sending: "GET /mock/offers HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
            )
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.contains(#""faults","sandbox","projects","tls"]"#))
        }
    }

    @Test
    func `a client that offers HTTP2 also is answered with HTTP1`() async throws {
        let options = MockServerOptions(tls: try ServerCertificate().files)
        try await withMockServer(options) { mock in
            let text = try await exchange(
                port: mock.port,
                protocols: ["h2", "http/1.1"],
                sending: "GET /mock/offers HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
            )
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test
    func `a text that is no certificate is an error`() async throws {
        let files = MockServerOptions.TLSFiles(certificateChain: .bytes([1]), privateKey: .bytes([2]))
        await #expect(throws: (any Error).self) {
            try await withMockServer(MockServerOptions(tls: files)) { _ in }
        }
    }
}
