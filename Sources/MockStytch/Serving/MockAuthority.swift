import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority made for one server, and the server's certificate that it signed.
///
/// The authority's key is forgotten once it has signed, so that nothing else can ever be signed by it.
package struct MockAuthority: Sendable {
    /// The hosts that the certificate is good for beside 127.0.0.1 and ::1: this machine, and Stytch's host of test projects, so that a client
    /// that is led here by a pinned address need not know the difference.
    package static let hosts = ["localhost", "test.stytch.com"]

    /// The authority's certificate in PEM, which a client must trust.
    package let certificate: String
    /// The server's certificate and key.
    package let server: MockServerOptions.TLSFiles

    /// Makes both, good from an hour ago for 90 days.
    ///
    /// - Throws: What the certificate library throws.
    package init() throws {
        let (authorityKey, serverKey) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
        let authorityName = try DistinguishedName { CommonName("stytch-conformance mock authority") }
        let (start, end) = (Date(timeIntervalSinceNow: -3_600), Date(timeIntervalSinceNow: 90 * 86_400))
        let authority = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: Certificate.PublicKey(authorityKey.publicKey),
            notValidBefore: start,
            notValidAfter: end,
            issuer: authorityName,
            subject: authorityName,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Self.authorityExtensions(authorityKey.publicKey),
            issuerPrivateKey: Certificate.PrivateKey(authorityKey)
        )
        let leaf = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: Certificate.PublicKey(serverKey.publicKey),
            notValidBefore: start,
            notValidAfter: end,
            issuer: authorityName,
            subject: try DistinguishedName { CommonName("stytch-conformance mock") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Self.serverExtensions(signedBy: authorityKey.publicKey),
            issuerPrivateKey: Certificate.PrivateKey(authorityKey)
        )
        certificate = try authority.serializeAsPEM().pemString + "\n"
        server = MockServerOptions.TLSFiles(
            certificateChain: .bytes(Array(try leaf.serializeAsPEM().pemString.utf8)),
            privateKey: .bytes(Array(serverKey.pemRepresentation.utf8))
        )
    }

    /// > Source: RFC 5280 §4.2.1
    private static func authorityExtensions(_ key: P256.Signing.PublicKey) throws -> Certificate.Extensions {
        try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
            Critical(KeyUsage(keyCertSign: true))
            SubjectKeyIdentifier(hash: Certificate.PublicKey(key))
        }
    }

    /// > Source: RFC 5280 §4.2.1, RFC 9525 §6.3
    private static func serverExtensions(signedBy key: P256.Signing.PublicKey) throws -> Certificate.Extensions {
        let addresses: [[UInt8]] = [[127, 0, 0, 1], [UInt8](repeating: 0, count: 15) + [1]]
        let names =
            hosts.map { GeneralName.dnsName($0) }
            + addresses.map { GeneralName.ipAddress(ASN1OctetString(contentBytes: $0[...])) }
        return try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage([.serverAuth])
            SubjectAlternativeNames(names)
            AuthorityKeyIdentifier(
                keyIdentifier: SubjectKeyIdentifier(hash: Certificate.PublicKey(key)).keyIdentifier
            )
        }
    }
}
