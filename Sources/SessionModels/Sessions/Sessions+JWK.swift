extension Sessions {
    /// A public key of a project, by which JWTs of its sessions are checked.
    ///
    /// The thumbprint's key is `x5tS256` on the wire; the Go package names it `x5t_s256` and so leaves it empty. Both decode,
    /// and the first is what is encoded.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct JWK: Hashable, Sendable {
        /// The family of the key; `RSA` today.
        public var kty: String

        /// What the key is for; `sig` today.
        public var use: String

        /// The operations that the key may be used in; `verify` alone today.
        public var keyOps: [String]

        /// The algorithm that the key is used with; `RS256` today.
        public var alg: String

        /// The key's id, which the header of a JWT names.
        public var kid: String

        /// Certificates of the key, DER in base64, the key's own first.
        public var x5c: [String]

        /// The SHA-256 of the key's certificate in base64url, with padding.
        public var x5tS256: String

        /// The modulus in base64url, big-endian.
        public var n: String

        /// The public exponent in base64url, big-endian; `AQAB` today.
        public var e: String

        /// Makes a value from its parts.
        public init(
            kty: String,
            use: String,
            keyOps: [String],
            alg: String,
            kid: String,
            x5c: [String],
            x5tS256: String,
            n: String,
            e: String
        ) {
            self.kty = kty
            self.use = use
            self.keyOps = keyOps
            self.alg = alg
            self.kid = kid
            self.x5c = x5c
            self.x5tS256 = x5tS256
            self.n = n
            self.e = e
        }
    }
}
