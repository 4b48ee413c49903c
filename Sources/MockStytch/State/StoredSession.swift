import WireJSON

/// A session as the mock keeps it; times are whole seconds since 1970, as they go out on the wire.
struct StoredSession: Sendable {
    let id: String
    let userID: String
    let token: String
    var factors: [StoredFactor]
    let startedAt: Int64
    var lastAccessedAt: Int64
    var expiresAt: Int64
    var customClaims: JSONObject

    /// Whether the session still lives: its end is the first second in which it does not.
    func isActive(at now: Int64) -> Bool {
        now < expiresAt
    }
}
