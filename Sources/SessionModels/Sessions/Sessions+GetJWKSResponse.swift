extension Sessions {
    /// A project's key set, as the API or a custom domain's well-known address gives it.
    ///
    /// Only `keys` is needed: the well-known address sends nothing else, and Stytch's own example lacks the request
    /// id.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct GetJWKSResponse: Codable, Hashable, Sendable {
        /// The keys; several while one replaces another.
        public var keys: [JWK]

        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String?

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(keys: [JWK], requestID: String? = nil, statusCode: Int32? = nil) {
            self.keys = keys
            self.requestID = requestID
            self.statusCode = statusCode
        }

        private enum CodingKeys: String, CodingKey {
            case keys
            case requestID = "request_id"
            case statusCode = "status_code"
        }
    }
}
