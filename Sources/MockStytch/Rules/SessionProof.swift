import WireJSON

/// How a request shows which session it means.
enum SessionProof: Sendable {
    case token(String)
    case jwt(String)

    /// The one proof in a body.
    ///
    /// - Throws: 400 if there is none, if there are two, or if a token has the wrong form.
    init(in input: RuleInput) throws(APIProblem) {
        guard let proof = try SessionProof(ifIn: input) else { throw .noSessionArguments }
        self = proof
    }

    /// The proof in a body, or nil if there is none.
    ///
    /// - Throws: 400 if there are two, or if a token has the wrong form.
    init?(ifIn input: RuleInput) throws(APIProblem) {
        switch (try input.text("session_token"), try input.text("session_jwt")) {
        case (nil, nil): return nil
        case (.some, .some): throw .tooManySessionArguments
        case (let token?, nil): self = try .checkedToken(token)
        case (nil, let jwt?): self = .jwt(jwt)
        }
    }

    /// A token of the right form: 44 characters of `A-Z a-z 0-9 _ -`.
    ///
    /// - Throws: 400 if it has another form.
    static func checkedToken(_ token: String) throws(APIProblem) -> SessionProof {
        let isRight =
            token.utf8.count == 44
            && token.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        guard isRight else { throw .invalidSessionToken }
        return .token(token)
    }

    /// The token to send back: a JWT does not bring the token with it.
    func answeredToken(of session: StoredSession) -> String {
        switch self {
        case .token: session.token
        case .jwt: ""
        }
    }

    /// Whether this is the sandbox's session, by its token or by a JWT made for it.
    func isSandbox(_ state: ProjectState, _ environment: RuleEnvironment) throws(APIProblem) -> Bool {
        switch self {
        case .token(let token): token.isExactly(Sandbox.token)
        case .jwt(let jwt):
            try Self.sessionID(in: jwt, state, environment).isExactly(Sandbox.sessionID)
        }
    }

    /// The live session that is meant, whether the JWT's time is over or not.
    ///
    /// - Throws: 404 if there is none, 400 if the JWT is not one of this project.
    func session(in state: ProjectState, _ environment: RuleEnvironment) throws(APIProblem) -> StoredSession {
        let id: String?
        switch self {
        case .token(let token): id = state.sessionIDsByToken[ExactText(token)]
        case .jwt(let jwt): id = try Self.sessionID(in: jwt, state, environment)
        }
        guard let id, let session = state.sessions[ExactText(id)], session.isActive(at: environment.now)
        else { throw .sessionNotFound }
        return session
    }

    /// The session that a JWT of this project names.
    private static func sessionID(
        in jwt: String,
        _ state: ProjectState,
        _ environment: RuleEnvironment
    ) throws(APIProblem) -> String {
        let claims: JSONObject
        do throws(TokenFlaw) {
            claims = try environment.keys.claims(of: jwt, trusting: state.keyIDs)
        } catch {
            throw .unreadableJWT
        }
        guard claims["iss"]?.string?.isExactly(TokenDraft.issuer(of: state.projectID)) == true
        else { throw .jwtIssuer }
        guard claims["aud"]?.array?.contains(where: { $0.string?.isExactly(state.projectID) == true }) == true
        else { throw .jwtAudience }
        guard let id = claims[TokenDraft.sessionKey]?.object?["id"]?.string else { throw .jwtClaims }
        return id
    }
}
