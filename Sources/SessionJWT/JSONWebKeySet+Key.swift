import Crypto
import CryptoExtras
import WireJSON

extension JSONWebKeySet.Key {
    /// The longest modulus, in bytes: a longer one costs too much time for each signature.
    private static let maximumModulusLength = 1024

    /// The longest exponent, in bytes.
    private static let maximumExponentLength = 8

    /// Builds the key that an object of a key set describes, or `nil` if it is of no use for RS256.
    init?(_ object: JSONView) {
        guard
            object["kty"]?.isString("RSA") == true,
            Self.allows("RS256", object["alg"]),
            Self.allows("sig", object["use"]),
            Self.allowsVerifying(object["key_ops"]),
            let id = object["kid"]?.string,
            let modulus = Self.number(object["n"], maximumLength: Self.maximumModulusLength),
            let exponent = Self.number(object["e"], maximumLength: Self.maximumExponentLength),
            let publicKey = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
        else { return nil }
        self.init(id: id, publicKey: publicKey)
    }

    /// Whether a signature over these bytes is this key's, by RSASSA-PKCS1-v1_5 with SHA-256.
    ///
    /// > Source: RFC 7518 §3.3
    func isSignature(_ signature: [UInt8], of bytes: ArraySlice<UInt8>) -> Bool {
        publicKey.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature),
            for: SHA256.hash(data: bytes),
            padding: .insecurePKCS1v1_5
        )
    }

    /// Whether a member that may be left out is absent or has this value.
    private static func allows(_ word: String, _ member: JSONView?) -> Bool {
        guard let member else { return true }
        return member.isString(word)
    }

    /// Whether the operations that may be left out are absent or have `verify` among them.
    private static func allowsVerifying(_ member: JSONView?) -> Bool {
        guard let member else { return true }
        return member.elements.contains { $0.isString("verify") }
    }

    /// The bytes of an unsigned number in base64url.
    private static func number(_ member: JSONView?, maximumLength: Int) -> [UInt8]? {
        guard
            let text = member?.string,
            let bytes = Base64.decode(text.utf8, .url, padding: .absent),
            !bytes.isEmpty, bytes.count <= maximumLength
        else { return nil }
        return bytes
    }
}
