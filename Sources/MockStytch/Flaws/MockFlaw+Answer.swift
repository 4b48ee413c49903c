import WireJSON

extension MockFlaw {
    /// Changes what a rule decided.
    ///
    /// - Parameters:
    ///   - answer: What is about to be signed and sent.
    ///   - input: The request it answers.
    ///   - before: The state before the rule.
    ///   - state: The state that is kept.
    func bend(_ answer: inout Answer, _ input: RuleInput, before: ProjectState, _ state: inout ProjectState) {
        bendState(input, answer, before: before, &state)
        switch self {
        case .extraSessionInList where input.operation == .getSessions:
            Self.addEndedSession(to: &answer)
        case .unknownUserHasSessions where input.operation == .getSessions && answer.status == 404:
            answer = Answer(["sessions": []])
        case .oldKeysDropped where input.operation == .getKeys:
            answer.members["keys"] = .array((answer.members["keys"]?.array ?? []).suffix(1))
        case .accessTimeStands:
            if var session = answer.members["session"]?.object {
                session["last_accessed_at"] = session["started_at"]
                answer.members["session"] = .object(session)
            }
        case .thumbprintWrong:
            Self.changeKeys(in: &answer) { $0["x5tS256"] = .string(String(repeating: "A", count: 43) + "=") }
        case .certificateWrong: Self.changeKeys(in: &answer) { $0["x5c"] = ["AAAA"] }
        case .reservedClaimsKept: Self.addReservedClaims(of: input, to: &answer)
        case .tokenForJWT where input.operation == .authenticateSession && input.body["session_jwt"] != nil:
            if let id = answer.members["session"]?["session_id"]?.string, let session = state.sessions[ExactText(id)] {
                answer.members["session_token"] = .string(session.token)
            }
        default: bendMembers(&answer, input)
        }
        if var draft = answer.token {
            bend(&draft)
            answer.token = draft
        }
    }

    /// Undoes a part of what a rule did.
    private func bendState(
        _ input: RuleInput,
        _ answer: Answer,
        before: ProjectState,
        _ state: inout ProjectState
    ) {
        switch self {
        case .revokedSessionLives where input.operation == .revokeSession:
            state = before
        case .resetKeepsOtherSessions where input.operation == .resetPassword:
            for session in before.sessions.values where state.sessions[ExactText(session.id)] == nil {
                state.keep(session)
            }
        case .resetKeepsOldPassword where input.operation == .resetPassword:
            state.users = before.users
        case .accessTokenReused where input.operation == .exchangeAccessToken:
            state.accessTokens = before.accessTokens
        case .revokeEndsOtherUsers where input.operation == .revokeSession:
            let ended = before.sessions.values.first { state.sessions[ExactText($0.id)] == nil }
            if let ended { Self.endSessions(butOf: ended.userID, in: &state) }
        case .resetEndsOtherUsers where input.operation == .resetPassword:
            if let user = answer.members["user_id"]?.string { Self.endSessions(butOf: user, in: &state) }
        default: break
        }
    }

    private static func endSessions(butOf userID: String, in state: inout ProjectState) {
        for session in state.sessions.values where !session.userID.isExactly(userID) {
            state.removeSession(session.id)
        }
    }

    /// Changes a JWT before it is signed.
    private func bend(_ draft: inout TokenDraft) {
        switch self {
        case .issuerWrong: draft.claims["iss"] = "example.com"
        case .jwtLifetimeDoubled:
            if let issued = draft.claims["iat"]?.number?.int {
                draft.claims["exp"] = .number(JSONNumber(issued + 600))
            }
        case .jwtSessionWrong:
            Self.change(&draft, "id", "session-test-00000000-0000-4000-8000-000000000000")
        case .jwtAttributesEmpty: Self.change(&draft, "attributes", .object(SessionAttributes().claim))
        default: break
        }
    }

    /// Changes a member of the session claim.
    private static func change(_ draft: inout TokenDraft, _ key: String, _ value: JSONValue) {
        guard var session = draft.claims[TokenDraft.sessionKey]?.object else { return }
        session[key] = value
        draft.claims[TokenDraft.sessionKey] = .object(session)
    }

    static func changeKeys(in answer: inout Answer, _ change: (inout JSONObject) -> Void) {
        guard let keys = answer.members["keys"]?.array else { return }
        answer.members["keys"] = .array(
            keys.map { key in
                guard var key = key.object else { return key }
                change(&key)
                return .object(key)
            }
        )
    }

    private static func addReservedClaims(of input: RuleInput, to answer: inout Answer) {
        guard var session = answer.members["session"]?.object, let given = input.body["session_custom_claims"]?.object
        else { return }
        var claims = session["custom_claims"]?.object ?? [:]
        for (key, value) in given.members where CustomClaims.isReserved(key) { claims[key] = value }
        session["custom_claims"] = .object(claims)
        answer.members["session"] = .object(session)
    }

    private static func addEndedSession(to answer: inout Answer) {
        guard var sessions = answer.members["sessions"]?.array, var ended = sessions.first?.object else { return }
        ended["session_id"] = "session-test-00000000-0000-4000-8000-000000000000"
        sessions.append(.object(ended))
        answer.members["sessions"] = .array(sessions)
    }
}
