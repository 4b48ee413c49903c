import Crypto

/// What is kept of a secret text; two are compared in constant time.
struct PasswordDigest: Sendable {
    private let digest: SHA256Digest

    init(_ text: String) {
        digest = SHA256.hash(data: Array(text.utf8))
    }

    /// Whether `text` is the secret, byte for byte.
    func matches(_ text: String) -> Bool {
        digest == SHA256.hash(data: Array(text.utf8))
    }
}
