import WireJSON

/// The documented session that every Test project has, without being in any project's state.
///
/// > Source: docs:api/sandbox
enum Sandbox {
    static let token = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY"
    static let sessionID = "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028"
    static let userID = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"
    private static let startText = "2021-08-28T00:41:58.935673Z"
    /// The same instant in whole seconds since 1970.
    private static let start: Int64 = 1_630_111_318
    private static let emailID = "email-test-9a1c4a57-2a1c-4d92-8f2e-0b7d5b1c6a34"

    /// What authenticate answers; nothing is kept, so claims are shown in this one answer alone.
    ///
    /// - Throws: 400 if the claims are too large.
    static func answer(
        _ proof: SessionProof,
        _ wish: SessionWish,
        _ state: ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        var session = StoredSession(
            id: sessionID,
            userID: userID,
            token: token,
            factors: [factor],
            startedAt: start,
            lastAccessedAt: environment.now,
            expiresAt: environment.now + 3600,
            customClaims: [:]
        )
        try wish.renew(&session, now: environment.now)
        var wire = session.wire
        wire["started_at"] = .string(startText)
        return Answer(
            [
                "session": .object(wire),
                "session_token": .string(proof.answeredToken(of: session)),
                "session_jwt": "",
                "user": .object(user.wire),
            ],
            token: TokenDraft(session, in: state, now: environment.now)
        )
    }

    private static let factor = StoredFactor(
        [
            "type": "magic_link",
            "delivery_method": "email",
            "last_authenticated_at": .string(startText),
            "created_at": .string(startText),
            "updated_at": .string(startText),
            "email_factor": ["email_id": .string(emailID), "email_address": "sandbox@stytch.com"],
        ],
        now: start
    )

    private static let user: StoredUser = {
        var user = StoredUser(id: userID, now: start)
        user.learn(from: factor)
        return user
    }()
}
