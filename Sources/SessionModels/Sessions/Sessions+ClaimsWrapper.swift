public import WireJSON

extension Sessions {
    /// The part of a session that the Go SDK reads to fill a caller's own claims type.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct ClaimsWrapper: Codable, Hashable, Sendable {
        /// The project's own claims.
        public var claims: JSONObject?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(claims: JSONObject? = nil) {
            self.claims = claims
        }

        private enum CodingKeys: String, CodingKey {
            case claims = "custom_claims"
        }
    }
}
