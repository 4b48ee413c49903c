import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import WireJSON
import X509

/// An RSA key of 2048 bits with its certificate, as a key set shows it.
struct SigningKey: Sendable {
    /// The `kid`: `jwk-test-<uuid>`.
    let id: String
    /// The public half as a member of a key set.
    let publicJWK: JSONObject
    private let privateKey: _RSA.Signing.PrivateKey
    private let publicKey: _RSA.Signing.PublicKey

    /// Makes a new key; this takes tens of milliseconds, sometimes more than a hundred.
    ///
    /// - Parameter id: The `kid`.
    /// - Throws: What the cryptography library throws if it cannot make a key or a certificate.
    init(id: String) throws {
        let privateKey = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let primitives = try privateKey.publicKey.getKeyPrimitives()
        let certificate = try Self.certificate(of: privateKey)
        self.id = id
        self.privateKey = privateKey
        publicKey = privateKey.publicKey
        publicJWK = [
            "kty": "RSA",
            "use": "sig",
            "key_ops": ["verify"],
            "alg": "RS256",
            "kid": .string(id),
            "x5c": [.string(Base64.encode(certificate, .standard, isPadded: true))],
            "x5tS256": .string(Base64.encode(Array(SHA256.hash(data: certificate)), .url, isPadded: true)),
            "n": .string(Base64.encode(Array(primitives.modulus), .url, isPadded: false)),
            "e": .string(Base64.encode(Array(primitives.publicExponent), .url, isPadded: false)),
        ]
    }

    /// A compact JWT with these claims, signed with RS256.
    ///
    /// - Parameter claims: In the order in which they are to be written.
    /// - Returns: Header, claims and signature, joined by dots.
    /// - Throws: What the cryptography library throws.
    func sign(_ claims: JSONObject) throws -> String {
        try sign(claims, header: ["alg": "RS256", "kid": .string(id), "typ": "JWT"])
    }

    /// A compact JWT with this header and these claims, signed as those do it who hope that `alg` is believed.
    ///
    /// - Parameters:
    ///   - claims: In the order in which they are to be written.
    ///   - header: With `alg` `none` nothing is signed; with `HS256` the secret is the text of the public key, which everybody
    ///     knows; with anything else this key signs with RS256, whatever the header says.
    /// - Returns: Header, claims and signature, joined by dots.
    /// - Throws: What the cryptography library throws.
    func sign(_ claims: JSONObject, header: JSONObject) throws -> String {
        let parts = [header, claims].map { Base64.encode(JSONValue.object($0).bytes(), .url, isPadded: false) }
        let input = parts.joined(separator: ".")
        let signature = try signature(of: input, as: header["alg"]?.string)
        return input + "." + Base64.encode(signature, .url, isPadded: false)
    }

    private func signature(of input: String, as algorithm: String?) throws -> [UInt8] {
        let input = Array(input.utf8)
        if algorithm?.isExactly("none") == true { return [] }
        if algorithm?.isExactly("HS256") == true {
            let secret = SymmetricKey(data: Array(publicKey.pemRepresentation.utf8))
            return Array(HMAC<SHA256>.authenticationCode(for: input, using: secret))
        }
        let signature = try privateKey.signature(for: SHA256.hash(data: input), padding: .insecurePKCS1v1_5)
        return Array(signature.rawRepresentation)
    }

    /// Whether `signature` is this key's over `input`.
    func verifies(_ signature: [UInt8], of input: some StringProtocol) -> Bool {
        publicKey.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: Data(signature)),
            for: SHA256.hash(data: Array(input.utf8)),
            padding: .insecurePKCS1v1_5
        )
    }

    /// A certificate that the key signed for itself, good for ten years, in DER.
    private static func certificate(of key: _RSA.Signing.PrivateKey) throws -> [UInt8] {
        let name = try DistinguishedName { CommonName("stytch-conformance mock") }
        let start = Date()
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: start.addingTimeInterval(-86_400),
            notValidAfter: start.addingTimeInterval(3650 * 86_400),
            issuer: name,
            subject: name,
            signatureAlgorithm: .sha256WithRSAEncryption,
            extensions: Certificate.Extensions(),
            issuerPrivateKey: Certificate.PrivateKey(key)
        )
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}
