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
    var attributes = SessionAttributes()

    /// Adds a factor; one that the session has already was shown again.
    mutating func add(_ factor: StoredFactor, now: Int64) {
        if let index = factors.firstIndex(where: { $0.isShownAgain(by: factor) }) {
            factors[index] = factors[index].shownAgain(now: now)
        } else {
            factors.append(factor)
        }
    }

    /// Whether the session still lives: its end is the first second in which it does not.
    func isActive(at now: Int64) -> Bool {
        now < expiresAt
    }
}
