import WireJSON

extension MockControl {
    /// Issues an access token as a connected app would get it.
    func issueAccessToken(_ body: ControlBody, in project: Project) throws(APIProblem) -> Answer {
        try body.allow(["user_id", "client_id", "scope"])
        let token = StoredAccessToken(
            userID: try body.text("user_id"),
            clientID: try body.text("client_id"),
            scopes: try body.text("scope").scalarSplit(separator: " ").map(String.init),
            issuedAt: project.now(api.clock)
        )
        let text = api.identifiers.sessionToken()
        let isKept = project.withState { state in
            guard state.users[ExactText(token.userID)] != nil else { return false }
            state.accessTokens[ExactText(text)] = token
            return true
        }
        guard isKept else { throw .userNotFound }
        return Answer(["access_token": .string(text)])
    }

    /// Makes a token from outside good for a user.
    func trustToken(_ body: ControlBody, in project: Project) throws(APIProblem) -> Answer {
        try body.allow(["profile_id", "token", "user_id"])
        let key = TrustedTokenKey(profileID: try body.text("profile_id"), token: try body.text("token"))
        let trusted = StoredTrustedToken(
            id: api.identifiers.id("trusted-auth-token"),
            userID: try body.text("user_id")
        )
        let isKept = project.withState { state in
            guard state.users[ExactText(trusted.userID)] != nil else { return false }
            state.trustedTokens[key] = trusted
            return true
        }
        guard isKept else { throw .userNotFound }
        return Answer(["token_id": .string(trusted.id)])
    }

    /// Signs a JWT that differs from the one that a live session would get now.
    func signToken(_ body: ControlBody, in project: Project) throws(APIProblem) -> Answer {
        let changes = try body.tokenChanges()
        let now = project.now(api.clock)
        let draft = project.withState { state -> TokenDraft? in
            guard let session = state.sessions[ExactText(changes.sessionID)], session.isActive(at: now)
            else { return nil }
            return TokenDraft(session, in: state, now: now)
        }
        guard var draft else { throw .sessionNotFound }
        changes.apply(to: &draft, now: now)
        guard let key = api.ring.directory.key(draft.keyID),
            let token = try? key.sign(draft.claims, header: changes.header(of: draft.keyID))
        else { throw .internalError }
        return Answer(["session_jwt": .string(token)])
    }
}
