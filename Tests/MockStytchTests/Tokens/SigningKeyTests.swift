import Crypto
import CryptoExtras
import SwiftASN1
import Testing
import WireJSON
import X509

@testable import MockStytch

struct SigningKeyTests {
    @Test
    func `a key set shows the key with a certificate that the key signed`() async throws {
        let key = try await TestKeys.ring.key(at: 0)
        let jwk = key.publicJWK
        let keys = ["kty", "use", "key_ops", "alg", "kid", "x5c", "x5tS256", "n", "e"]
        #expect(jwk.keys == keys)
        #expect(jwk["kty"] == "RSA")
        #expect(jwk["use"] == "sig")
        #expect(jwk["key_ops"] == ["verify"])
        #expect(jwk["alg"] == "RS256")
        #expect(jwk["e"] == "AQAB")
        #expect(jwk["kid"]?.string?.hasPrefix("jwk-test-") == true)
        #expect(jwk["n"]?.string?.utf8.count == 342)
        let der = try decoded(jwk["x5c"]?[0]?.string, .standard)
        let certificate = try Certificate(derEncoded: der)
        #expect(certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
        let thumbprint = try #require(jwk["x5tS256"]?.string)
        #expect(thumbprint.utf8.count == 44)
        #expect(thumbprint.hasSuffix("="))
        #expect(Base64.decode(thumbprint.utf8, .url, padding: .required) == Array(SHA256.hash(data: der)))
    }

    @Test
    func `n and e of the key set verify a JWT without this code`() async throws {
        let key = try await TestKeys.ring.key(at: 0)
        let token = try key.sign(["sub": "user-1"])
        let modulus = try decoded(key.publicJWK["n"]?.string, .url)
        let publicKey = try _RSA.Signing.PublicKey(n: modulus, e: [1, 0, 1])
        let parts = token.split(separator: ".")
        let signature = try #require(Base64.decode(parts[2].utf8, .url, padding: .absent))
        #expect(
            publicKey.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature),
                for: SHA256.hash(data: Array("\(parts[0]).\(parts[1])".utf8)),
                padding: .insecurePKCS1v1_5
            )
        )
        let header = try JSONDocument(decoded(parts[0], .url)).root.value
        #expect(header == ["alg": "RS256", "kid": .string(key.id), "typ": "JWT"])
        #expect(try JSONDocument(decoded(parts[1], .url)).root.value == ["sub": "user-1"])
    }
}
