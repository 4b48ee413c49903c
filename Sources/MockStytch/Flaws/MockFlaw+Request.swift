import WireJSON

extension MockFlaw {
    /// Changes what a rule is about to see.
    func bend(_ input: inout RuleInput, _ state: inout ProjectState, now: Int64) {
        switch self {
        case .durationOffByAMinute: Self.changeMinutes(of: &input) { min($0 + 1, 527_040) }
        case .durationUnchecked: Self.changeMinutes(of: &input) { min(max($0, 5), 527_040) }
        case .claimsNotDeleted: Self.changeClaims(of: &input) { $0.removeNulls() }
        case .claimNumbersRounded: Self.changeClaims(of: &input) { $0.roundNumbers() }
        case .claimsSizeUnchecked:
            Self.changeClaims(of: &input) { claims in
                if JSONValue.object(claims).bytes().count > CustomClaims.maximumSize { claims = [:] }
            }
        case .claimsNotMerged: Self.forgetReplacedClaims(of: input, in: &state)
        case .expiredSessionLives: Self.prolongEnded(in: &state, now: now)
        case .resetFactorAgeUnchecked where input.operation == .resetPassword:
            Self.renewFactors(in: &state, now: now)
        case .jwtUnchecked where input.operation == .authenticateSession: Self.believeToken(of: &input, in: state)
        case .sessionWithoutDuration where [.migrateSession, .resetPassword].contains(input.operation):
            if input.body["session_duration_minutes"] == nil { input.body["session_duration_minutes"] = 60 }
        case .logInIgnoresSession where input.operation == .authenticatePassword:
            input.body.removeValue(forKey: "session_token")
            input.body.removeValue(forKey: "session_jwt")
        default: break
        }
    }

    /// Takes a JWT for its session's token, unseen.
    private static func believeToken(of input: inout RuleInput, in state: ProjectState) {
        let parts =
            input.body["session_jwt"]?.string?.scalarSplit(separator: ".", omittingEmptySubsequences: false) ?? []
        guard parts.count == 3, let bytes = Base64.decode(parts[1].utf8, .url, padding: .absent),
            let document = try? JSONDocument(bytes),
            let id = document.root.value[TokenDraft.sessionKey]?["id"]?.string,
            let session = state.sessions[ExactText(id)]
        else { return }
        input.body.removeValue(forKey: "session_jwt")
        input.body["session_token"] = .string(session.token)
    }

    private static func changeMinutes(of input: inout RuleInput, _ change: (Int) -> Int) {
        guard let minutes = input.body["session_duration_minutes"]?.number?.int else { return }
        input.body["session_duration_minutes"] = .number(JSONNumber(change(minutes)))
    }

    private static func changeClaims(of input: inout RuleInput, _ change: (inout JSONObject) -> Void) {
        guard var claims = input.body["session_custom_claims"]?.object else { return }
        change(&claims)
        input.body["session_custom_claims"] = .object(claims)
    }

    private static func forgetReplacedClaims(of input: RuleInput, in state: inout ProjectState) {
        guard let claims = input.body["session_custom_claims"]?.object else { return }
        for key in claims.keys {
            for id in state.sessions.keys { state.sessions[id]?.customClaims.removeValue(forKey: key) }
        }
    }

    private static func prolongEnded(in state: inout ProjectState, now: Int64) {
        for (id, session) in state.sessions where !session.isActive(at: now) {
            state.sessions[id]?.expiresAt = now + 60
        }
    }

    private static func renewFactors(in state: inout ProjectState, now: Int64) {
        let time = JSONValue.string(Timestamp(secondsSince1970: now).text)
        for (id, session) in state.sessions {
            state.sessions[id]?.factors = session.factors.map { factor in
                var wire = factor.wire
                wire["last_authenticated_at"] = time
                return StoredFactor(wire, now: now)
            }
        }
    }
}

extension JSONObject {
    fileprivate mutating func removeNulls() {
        for (key, value) in members {
            if value == .null { removeValue(forKey: key) }
            if case .object(var inner) = value {
                inner.removeNulls()
                self[key] = .object(inner)
            }
        }
    }

    fileprivate mutating func roundNumbers() {
        for (key, value) in members {
            if let double = value.number?.double, let rounded = JSONNumber(double) { self[key] = .number(rounded) }
        }
    }
}
