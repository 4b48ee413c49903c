import WireJSON

extension Rules {
    /// `GET /v1/sessions`: the live sessions of a user.
    static func getSessions(
        _ input: RuleInput,
        _ state: ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        guard let userID = input.queryValue("user_id"), !userID.isEmpty else {
            throw .badRequest("user_id is required")
        }
        guard state.users[ExactText(userID)] != nil else { throw .userNotFound }
        let sessions = state.activeSessions(of: userID, at: environment.now)
        return Answer(["sessions": .array(sessions.map { .object($0.wire) })])
    }

    /// `POST /v1/sessions/authenticate`: touches a session, with a duration extends it, and makes a JWT.
    static func authenticateSession(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let proof = try SessionProof(in: input)
        let wish = try input.sessionWish()
        let check = try input.object("authorization_check")
        if let check, check["resource_id"]?.string == nil || check["action"]?.string == nil {
            throw .badRequest("authorization_check must have the strings resource_id and action")
        }
        if try proof.isSandbox(state, environment) {
            return try Sandbox.answer(proof, wish, state, environment)
        }
        var session = try proof.session(in: state, environment)
        guard let user = state.users[ExactText(session.userID)] else { throw .sessionNotFound }
        // The mock has no roles, and so no role that grants anything.
        if check != nil { throw .actionNotAuthorized }
        try wish.renew(&session, now: environment.now)
        state.keep(session)
        return Answer(
            [
                "session": .object(session.wire),
                "session_token": .string(proof.answeredToken(of: session)),
                "session_jwt": "",
                "user": .object(user.wire),
            ],
            token: TokenDraft(session, in: state, now: environment.now)
        )
    }

    /// `POST /v1/sessions/revoke`: ends a session; one that is named by an id and is not there has ended already.
    static func revokeSession(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let id = try input.text("session_id")
        let token = try input.text("session_token")
        let jwt = try input.text("session_jwt")
        switch (id, token, jwt) {
        case (nil, nil, nil): throw .noRevokeArguments
        case (let id?, nil, nil): state.removeSession(id)
        case (nil, let token?, nil):
            let session = try SessionProof.checkedToken(token).session(in: state, environment)
            state.removeSession(session.id)
        case (nil, nil, let jwt?):
            let session = try SessionProof.jwt(jwt).session(in: state, environment)
            state.removeSession(session.id)
        default: throw .tooManyRevokeArguments
        }
        return Answer([:])
    }

    /// `GET /v1/sessions/jwks/{project_id}`: the keys of the project, the oldest first.
    static func keys(_ state: ProjectState, _ environment: RuleEnvironment) -> Answer {
        let keys = state.keyIDs.compactMap { environment.keys.key($0)?.publicJWK }
        var answer = Answer(["keys": .array(keys.map { .object($0) })])
        answer.headers = [("cache-control", "public, max-age=900")]
        return answer
    }
}

extension StoredSession {
    /// The session as the API shows it.
    var wire: JSONObject {
        [
            "session_id": .string(id),
            "user_id": .string(userID),
            "authentication_factors": .array(factors.map { .object($0.wire) }),
            "roles": [],
            "started_at": .string(Timestamp(secondsSince1970: startedAt).text),
            "last_accessed_at": .string(Timestamp(secondsSince1970: lastAccessedAt).text),
            "expires_at": .string(Timestamp(secondsSince1970: expiresAt).text),
            "attributes": .object(attributes.wire),
            "custom_claims": .object(customClaims),
        ]
    }
}
