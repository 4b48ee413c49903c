import Crypto
import CryptoExtras
import Foundation

/// An RSA key made for the tests of one run, with what a key set says of it.
struct SigningKey: Sendable {
    let id: String
    let modulus: String
    let exponent: String
    private let privateKey: _RSA.Signing.PrivateKey

    /// The key that the tests' tokens are signed with, made once since making one is slow.
    static let main = Result { try SigningKey(id: "jwk-test-1") }

    /// Another key, of the same set or of none.
    static let other = Result { try SigningKey(id: "jwk-test-2") }

    init(id: String, size: _RSA.Signing.KeySize = .bits2048) throws {
        self.id = id
        privateKey = try _RSA.Signing.PrivateKey(keySize: size)
        let primitives = try privateKey.publicKey.getKeyPrimitives()
        modulus = base64URL(primitives.modulus)
        exponent = base64URL(primitives.publicExponent)
    }

    /// The key in a key set as the API gives it.
    var jwk: String {
        """
        { "kty": "RSA", "use": "sig", "key_ops": ["verify"], "alg": "RS256", "kid": "\(id)", "x5c": ["MIIC"],
          "x5tS256": "t=", "n": "\(modulus)", "e": "\(exponent)" }
        """
    }

    /// A token with this header and these claims, each as the exact text that is signed.
    func token(header: String? = nil, claims: String) throws -> String {
        let header = header ?? #"{"alg":"RS256","kid":"\#(id)","typ":"JWT"}"#
        let signed = base64URL(Data(header.utf8)) + "." + base64URL(Data(claims.utf8))
        let signature = try privateKey.signature(
            for: SHA256.hash(data: Data(signed.utf8)),
            padding: .insecurePKCS1v1_5
        )
        return signed + "." + base64URL(signature.rawRepresentation)
    }
}

/// Bytes in base64url without padding.
func base64URL(_ bytes: some DataProtocol) -> String {
    Data(bytes).base64EncodedString()
        .replacing("+", with: "-")
        .replacing("/", with: "_")
        .replacing("=", with: "")
}
