import Crypto
import Foundation
import SwiftASN1
import X509

@testable import MockStytch

/// A certificate for 127.0.0.1 that signed itself, with its key.
struct ServerCertificate {
    let files: MockServerOptions.TLSFiles

    init() throws {
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("127.0.0.1") }
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: Date().addingTimeInterval(-3600),
            notValidAfter: Date().addingTimeInterval(3600),
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions(),
            issuerPrivateKey: Certificate.PrivateKey(key)
        )
        files = MockServerOptions.TLSFiles(
            certificateChain: .bytes(Array(try certificate.serializeAsPEM().pemString.utf8)),
            privateKey: .bytes(Array(key.pemRepresentation.utf8))
        )
    }
}
