import WireJSON

/// What a call asks for of a session: how long it is to live, and what claims it is to have.
struct SessionWish: Sendable {
    /// From 5 to 527040; nil asks for no session, or leaves one as it is.
    var minutes: Int?
    var claims: JSONObject

    /// 366 days at most.
    ///
    /// > Source: docs:api/session-auth
    static let allowedMinutes = 5...527_040

    /// Renews a session that is being authenticated.
    ///
    /// - Throws: 400 if its claims would become too large; the session is then as it was.
    func renew(_ session: inout StoredSession, now: Int64) throws(APIProblem) {
        let claims = try CustomClaims.merge(claims, into: session.customClaims)
        session.lastAccessedAt = now
        guard let minutes else { return }
        session.expiresAt = now + Int64(minutes) * 60
        session.customClaims = claims
    }

    /// A new session, or nil if no duration was given.
    ///
    /// - Throws: 400 if its claims would be too large.
    func newSession(
        of userID: String,
        factors: [StoredFactor],
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> StoredSession? {
        let claims = try CustomClaims.merge(claims, into: [:])
        guard let minutes else { return nil }
        return StoredSession(
            id: environment.identifiers.id("session"),
            userID: userID,
            token: environment.identifiers.sessionToken(),
            factors: factors,
            startedAt: environment.now,
            lastAccessedAt: environment.now,
            expiresAt: environment.now + Int64(minutes) * 60,
            customClaims: claims
        )
    }
}
