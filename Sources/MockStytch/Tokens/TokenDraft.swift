import WireJSON

/// A JWT before it is signed: rules make drafts, and signing happens when no lock is held.
struct TokenDraft: Sendable {
    let keyID: String
    var claims: JSONObject

    /// The JWT of a session, good for five minutes from `now`.
    ///
    /// - Parameters:
    ///   - session: Its own claims stand beside the registered ones.
    ///   - state: Gives issuer, audience and signing key.
    ///   - now: In seconds since 1970.
    init(_ session: StoredSession, in state: ProjectState, now: Int64) {
        keyID = state.keyIDs.last ?? ""
        claims = [
            "aud": [.string(state.projectID)],
            "exp": .number(JSONNumber(Int(now + Self.lifetimeSeconds))),
            "https://stytch.com/session": .object(Self.sessionClaim(session)),
            "iat": .number(JSONNumber(Int(now))),
            "iss": .string(Self.issuer(of: state.projectID)),
            "nbf": .number(JSONNumber(Int(now))),
            "sub": .string(session.userID),
        ]
        for (key, value) in session.customClaims.members where claims[key] == nil {
            claims[key] = value
        }
    }

    /// How long a JWT is good for, whatever the session's duration.
    static let lifetimeSeconds: Int64 = 300

    /// The key of the claim that holds the session.
    static let sessionKey = "https://stytch.com/session"

    /// Who signs the JWTs of a project.
    static func issuer(of projectID: String) -> String {
        "stytch.com/\(projectID)"
    }

    private static func sessionClaim(_ session: StoredSession) -> JSONObject {
        [
            "id": .string(session.id),
            "started_at": .string(Timestamp(secondsSince1970: session.startedAt).text),
            "last_accessed_at": .string(Timestamp(secondsSince1970: session.lastAccessedAt).text),
            "expires_at": .string(Timestamp(secondsSince1970: session.expiresAt).text),
            "attributes": .object(session.attributes.claim),
            "authentication_factors": .array(session.factors.map { .object(factorClaim($0)) }),
            "roles": [],
        ]
    }

    /// A factor without `created_at` and `updated_at`, its time in whole seconds.
    private static func factorClaim(_ factor: StoredFactor) -> JSONObject {
        var claim = factor.wire
        claim.removeValue(forKey: "created_at")
        claim.removeValue(forKey: "updated_at")
        if let seconds = factor.lastAuthenticatedAt {
            claim["last_authenticated_at"] = .string(Timestamp(secondsSince1970: seconds).text)
        }
        return claim
    }
}
