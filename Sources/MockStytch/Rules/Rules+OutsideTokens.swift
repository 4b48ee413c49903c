import WireJSON

extension Rules {
    /// How old an access token may be when it is exchanged, in seconds.
    ///
    /// > Source: docs:api/session-exchange-access-token
    private static let accessTokenAge: Int64 = 300

    /// `POST /v1/sessions/exchange_access_token`: takes a connected app's token once, and with a duration makes a
    /// session.
    static func exchangeAccessToken(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let key = ExactText(try input.requiredText("access_token"))
        let wish = try input.sessionWish()
        guard var token = state.accessTokens[key], let user = state.users[ExactText(token.userID)]
        else { throw .accessTokenUnknown }
        guard !token.isExchanged else { throw .accessTokenUsed }
        guard token.scopes.contains(where: { $0.isExactly("full_access") }) else { throw .accessTokenScope }
        guard environment.now - token.issuedAt <= accessTokenAge else { throw .accessTokenTooOld }
        let factor = StoredFactor.accessToken(clientID: token.clientID, now: environment.now)
        let session = try wish.newSession(of: user.id, factors: [factor], environment)
        token.isExchanged = true
        state.accessTokens[key] = token
        if let session { state.keep(session) }
        var answer = loginAnswer(user, session, token: session?.token ?? "", state, environment)
        answer.members["user_device"] = .null
        return answer
    }

    /// `POST /v1/sessions/attest`: trusts a token from outside, and with a duration makes a session, or adds to one.
    static func attestSession(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let profileID = try input.requiredText("profile_id")
        let token = try input.requiredText("token")
        let proof = try SessionProof(ifIn: input)
        let wish = try input.sessionWish()
        guard let trusted = state.trustedTokens[TrustedTokenKey(profileID: profileID, token: token)],
            let user = state.users[ExactText(trusted.userID)]
        else { throw .trustedTokenUnknown }
        let factor = StoredFactor.trustedToken(id: trusted.id, now: environment.now)
        let session = try wish.session(of: user.id, extending: proof, by: factor, state, environment)
        if let session { state.keep(session) }
        let shown = session.map { proof?.answeredToken(of: $0) ?? $0.token } ?? ""
        var answer = loginAnswer(user, session, token: shown, state, environment)
        answer.members["user_device"] = .null
        return answer
    }
}

extension StoredFactor {
    /// The factor of a session that comes from a connected app; its type is assumed.
    fileprivate static func accessToken(clientID: String, now: Int64) -> StoredFactor {
        StoredFactor(
            [
                "type": "oauth",
                "delivery_method": "oauth_access_token_exchange",
                "oauth_access_token_exchange_factor": ["client_id": .string(clientID)],
            ],
            now: now
        )
    }

    /// The factor of a session that a trusted token vouches for.
    fileprivate static func trustedToken(id: String, now: Int64) -> StoredFactor {
        StoredFactor(
            [
                "type": "trusted_auth_token",
                "delivery_method": "trusted_token_exchange",
                "trusted_auth_token_factor": ["token_id": .string(id)],
            ],
            now: now
        )
    }
}
