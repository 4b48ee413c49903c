extension Sessions {
    /// An answer cut down to its session's custom claims.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct SessionWrapper: Codable, Hashable, Sendable {
        /// The session, of which only the claims are kept.
        public var session: ClaimsWrapper

        /// Makes a value from its parts.
        public init(session: ClaimsWrapper) {
            self.session = session
        }
    }
}
