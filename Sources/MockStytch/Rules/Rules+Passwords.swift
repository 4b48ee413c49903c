import WireJSON

extension Rules {
    /// `POST /v1/passwords`: makes a user, and with a duration a session.
    static func createPassword(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let email = try input.requiredText("email")
        let password = try input.requiredText("password")
        let wish = try input.sessionWish()
        guard isEmail(email) else { throw .invalidEmail }
        try PasswordStrength.check(password)
        guard state.user(email: email) == nil else { throw .duplicateEmail }
        let emailID = environment.identifiers.id("email")
        let user = try newUser(input, email: email, emailID: emailID, password: password, environment)
        let session = try wish.newSession(of: user.id, factors: [.password(now: environment.now)], environment)
        state.keep(user)
        if let session { state.keep(session) }
        var answer = loginAnswer(user, session, token: session?.token ?? "", state, environment)
        answer.members["email_id"] = .string(emailID)
        return answer
    }

    /// `POST /v1/passwords/authenticate`: checks a password, and with a duration makes a session, or adds to one.
    static func authenticatePassword(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let email = try input.requiredText("email")
        let password = try input.requiredText("password")
        let proof = try SessionProof(ifIn: input)
        let wish = try input.sessionWish()
        guard let user = state.user(email: email) else { throw .emailNotFound }
        guard let kept = user.password else { throw .noUserPassword }
        guard kept.matches(password) else { throw .unauthorized }
        let factor = StoredFactor.password(now: environment.now)
        let session = try wish.session(of: user.id, extending: proof, by: factor, state, environment)
        if let session { state.keep(session) }
        let shown = session.map { proof?.answeredToken(of: $0) ?? $0.token } ?? ""
        return loginAnswer(user, session, token: shown, state, environment)
    }

    /// `POST /v1/passwords/session/reset`: sets the password of a session's user and ends the user's other sessions.
    static func resetPassword(
        _ input: RuleInput,
        _ state: inout ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> Answer {
        let password = try input.requiredText("password")
        let proof = try SessionProof(in: input)
        let wish = try input.sessionWish()
        // The sandbox's one factor is from 2021.
        if try proof.isSandbox(state, environment) { throw .sessionTooOld }
        var session = try proof.session(in: state, environment)
        guard var user = state.users[ExactText(session.userID)] else { throw .sessionNotFound }
        guard session.factors.contains(where: { allowsReset($0, now: environment.now) }) else { throw .sessionTooOld }
        try PasswordStrength.check(password)
        let claimsAndEnd = session
        try wish.renew(&session, now: environment.now)
        // Without a duration the call is no authentication: the session stays as it was and is not shown.
        if wish.minutes == nil { session = claimsAndEnd }
        user.setPassword(password, freshID: environment.identifiers.id("password"))
        state.keep(user)
        state.keep(session)
        state.removeSessions(of: user.id, except: session.id)
        let shown = wish.minutes == nil ? nil : session
        let token = shown.map(proof.answeredToken(of:)) ?? ""
        var answer = loginAnswer(user, shown, token: token, state, environment)
        answer.members["user_device"] = .null
        return answer
    }

    /// Whether a factor is of the right kind and at most five minutes old.
    private static func allowsReset(_ factor: StoredFactor, now: Int64) -> Bool {
        guard factor.opensPasswordReset, let time = factor.lastAuthenticatedAt else { return false }
        return now - time <= 300
    }

    private static func newUser(
        _ input: RuleInput,
        email: String,
        emailID: String,
        password: String,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> StoredUser {
        var user = StoredUser(id: environment.identifiers.id("user"), now: environment.now)
        user.add(["email_id": .string(emailID), "email": .string(email), "verified": false], to: "emails")
        if let name = try input.object("name") {
            for key in ["first_name", "middle_name", "last_name"] {
                let part = RuleInput(operation: input.operation, body: name)
                var names = user.wire["name"]?.object ?? [:]
                names[key] = .string(try part.text(key) ?? "")
                user.wire["name"] = .object(names)
            }
        }
        for key in ["trusted_metadata", "untrusted_metadata"] {
            if let metadata = try input.object(key) { user.wire[key] = .object(metadata) }
        }
        user.setPassword(password, freshID: environment.identifiers.id("password"))
        return user
    }

    /// Whether a text looks like an address: one `@` with something on each side, and neither blanks nor controls.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.allSatisfy { $0 > 32 && $0 != 127 }
    }
}
