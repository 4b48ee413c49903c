import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import Testing
import X509

@testable import MockStytch

/// A server whose certificate was signed by an authority of its own.
struct MockAuthorityTests {
    /// Whether a client that trusts only `authority` is served at a port of 127.0.0.1.
    private func accepts(_ authority: MockAuthority, port: Int) async throws -> Bool {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(
            try NIOSSLCertificate.fromPEMBytes(Array(authority.certificate.utf8))
        )
        let text = try await TLSClient(configuration: configuration).exchange(
            port: port,
            sending: "GET /mock/offers HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
        )
        return text.hasPrefix("HTTP/1.1 200 OK\r\n")
    }

    @Test
    func `a client that trusts the authority is served, and one that trusts another is not`() async throws {
        let authority = try MockAuthority()
        try await withMockServer(MockServerOptions(tls: authority.server)) { mock in
            let isServed = try await accepts(authority, port: mock.port)
            #expect(isServed)
            let isServedByAnother = try await accepts(MockAuthority(), port: mock.port)
            #expect(!isServedByAnother)
        }
    }

    @Test
    func `the authority can sign certificates and nothing else, for 90 days`() throws {
        let certificate = try Certificate(pemEncoded: try MockAuthority().certificate)
        let constraints = try #require(try certificate.extensions.basicConstraints)
        #expect(constraints == .isCertificateAuthority(maxPathLength: 0))
        #expect(try certificate.extensions.keyUsage == KeyUsage(keyCertSign: true))
        let length = certificate.notValidAfter.timeIntervalSince(certificate.notValidBefore)
        #expect(length == 90 * 86_400 + 3_600)
        #expect(certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
    }
}
