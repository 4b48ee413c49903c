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

    /// The session of a call that takes one along: that one with one more factor, or else a new one.
    ///
    /// - Parameters:
    ///   - userID: Whose session it must be.
    ///   - proof: The session that was given, if any.
    ///   - factor: What the user has just shown.
    ///   - state: Where the session is looked for.
    ///   - environment: Gives time, ids and keys.
    /// - Returns: Nil if no duration was given; a session that was given then stays as it is.
    /// - Throws: 404 if the session that was given is not there or is another user's, 400 as for a new session.
    func session(
        of userID: String,
        extending proof: SessionProof?,
        by factor: StoredFactor,
        _ state: ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> StoredSession? {
        guard let proof else { return try newSession(of: userID, factors: [factor], environment) }
        var session = try proof.session(in: state, environment)
        guard session.userID.isExactly(userID) else { throw .sessionNotFound }
        try renew(&session, now: environment.now)
        session.add(factor, now: environment.now)
        return minutes == nil ? nil : session
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
