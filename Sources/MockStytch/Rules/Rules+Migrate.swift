import WireJSON

extension Rules {
    /// `POST /v1/sessions/migrate`: asks the project's userinfo source who has the token.
    static func migrateSession(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let token = try input.requiredText("session_token")
        let wish = try input.sessionWish()
        // An address that does not know a token refuses it, and that is no answer to read.
        guard case .answer(let userinfo) = state.userinfo[ExactText(token)] ?? input.userinfo else {
            throw .unexpectedUserinfo
        }
        guard let email = userinfo.object?["email"]?.string, !email.isEmpty else { throw .missingUserinfo }
        guard let user = state.user(email: email) else { throw .unknownExternalEmail }
        let session = try wish.newSession(
            of: user.id,
            factors: [.imported(now: environment.now)],
            environment
        )
        if let session { state.keep(session) }
        var answer = loginAnswer(user, session, token: session?.token ?? "", state, environment)
        answer.members["user_device"] = .null
        return answer
    }

    /// The answer of a call that may make a session, or renew one: without one, null and two empty texts.
    static func loginAnswer(
        _ user: StoredUser,
        _ session: StoredSession?,
        token: String,
        _ state: ProjectState,
        _ environment: RuleEnvironment
    ) -> Answer {
        Answer(
            [
                "user_id": .string(user.id),
                "user": .object(user.wire),
                "session": session.map { .object($0.wire) } ?? .null,
                "session_token": .string(token),
                "session_jwt": "",
            ],
            token: session.map { TokenDraft($0, in: state, now: environment.now) }
        )
    }
}
