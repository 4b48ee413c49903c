import WireJSON

/// What only a mock can do, for one server: projects, clocks, keys, userinfo, sessions, faults.
struct MockControl: Sendable {
    let api: MockAPI
    /// The words of `GET /mock/offers`.
    let offers: [String]

    /// The answer to a request whose path begins with `mock`.
    func reply(to request: IncomingRequest) async -> Reply {
        let answer: Answer
        do throws(APIProblem) {
            answer = try await self.answer(request)
        } catch {
            answer = Answer(error)
        }
        return Envelope(api.signed(answer), requestID: api.identifiers.id("request-id")).reply
    }

    private func answer(_ request: IncomingRequest) async throws(APIProblem) -> Answer {
        let (command, projectID) = try ControlCommand.matching(request.method, request.target?.path ?? [])
        switch command {
        case .offers: return Answer(["offers": .array(offers.map { .string($0) })])
        case .createProject:
            try ControlBody(request.body).allow([])
            return try await createProject()
        case .deleteProject:
            guard api.projects.remove(projectID) else { throw .projectNotFound }
            return Answer([:])
        default:
            guard let project = api.projects.project(projectID) else { throw .projectNotFound }
            return try await answer(command, try ControlBody(request.body), project)
        }
    }

    private func answer(
        _ command: ControlCommand,
        _ body: ControlBody,
        _ project: Project
    ) async throws(APIProblem) -> Answer {
        switch command {
        case .advance:
            let milliseconds = try body.milliseconds()
            try advance(project, by: milliseconds)
        case .rotateKeys:
            try body.allow([])
            try await rotateKeys(of: project)
        case .userinfo:
            let (token, reply) = try body.userinfo()
            project.withState { $0.userinfo[ExactText(token)] = reply }
        case .session: return try openSession(body, in: project)
        case .showProject:
            try body.allow([])
            return contents(of: project)
        case .accessToken: return try issueAccessToken(body, in: project)
        case .trustedToken: return try trustToken(body, in: project)
        case .jwt: return try signToken(body, in: project)
        case .calls: return calls(of: project)
        case .userinfoSource:
            let source = try body.userinfoSource()
            project.withState { $0.userinfoSource = source }
        default:
            let fault = try body.fault()
            project.withState { $0.faults.append(fault) }
        }
        return Answer([:])
    }

    /// Who is in a project, in the order of their ids, and how many sessions live.
    private func contents(of project: Project) -> Answer {
        project.withState { state in
            let now = state.now(api.clock)
            let users = state.users.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            let sessions = state.sessions.values.count { $0.isActive(at: now) }
            return Answer([
                "users": .array(
                    users.map { user in
                        .object([
                            "user_id": .string(user.id), "emails": .array(user.emailAddresses.map { .string($0) }),
                        ])
                    }
                ),
                "sessions": .number(JSONNumber(sessions)),
            ])
        }
    }

    private func createProject() async throws(APIProblem) -> Answer {
        let id = api.identifiers.id("project")
        let secret = api.identifiers.secret()
        api.projects.add(Project(id: id, secret: secret, keyID: try await key(at: 0).id))
        var answer = Answer(["project_id": .string(id), "secret": .string(secret)])
        answer.status = 201
        return answer
    }

    /// How often each operation was called.
    private func calls(of project: Project) -> Answer {
        let calls = project.withState { $0.calls }
        var members = JSONObject()
        for operation in Operation.allCases {
            members[operation.name] = .number(JSONNumber(calls[operation] ?? 0))
        }
        return Answer(["calls": .object(members)])
    }

    private func advance(_ project: Project, by milliseconds: Int64) throws(APIProblem) {
        let isMoved = project.withState { state in
            guard state.clockOffsetMilliseconds + milliseconds <= Self.farthestOffset else { return false }
            state.clockOffsetMilliseconds += milliseconds
            return true
        }
        guard isMoved else { throw .badRequest("the clock is at most 7000 years ahead") }
    }

    /// 7000 years: farther on, years would soon have five digits, for which RFC 3339 has no room.
    private static let farthestOffset: Int64 = 70 * 3_155_760_000_000

    /// Gives the project the next key of the ring, which makes it if no project has come so far yet.
    private func rotateKeys(of project: Project) async throws(APIProblem) {
        var isRotated = false
        while !isRotated {
            let count = project.withState { $0.keyIDs.count }
            let next = try await key(at: count).id
            isRotated = project.withState { state in
                // Another rotation may have come first; it has its own key, and this one takes the next.
                guard state.keyIDs.count == count else { return false }
                state.keyIDs.append(next)
                return true
            }
        }
    }

    private func key(at place: Int) async throws(APIProblem) -> SigningKey {
        do {
            return try await api.ring.key(at: place)
        } catch {
            throw .internalError
        }
    }

    /// Makes a user that has what the factors speak of, and a session with them.
    private func openSession(_ body: ControlBody, in project: Project) throws(APIProblem) -> Answer {
        let now = project.now(api.clock)
        let (factors, minutes, attributes) = try body.session(now: now)
        var user = StoredUser(id: api.identifiers.id("user"), now: now)
        for factor in factors { user.learn(from: factor) }
        let session = StoredSession(
            id: api.identifiers.id("session"),
            userID: user.id,
            token: api.identifiers.sessionToken(),
            factors: factors,
            startedAt: now,
            lastAccessedAt: now,
            expiresAt: now + Int64(minutes) * 60,
            customClaims: [:],
            attributes: attributes
        )
        return project.withState { [user] state in
            state.keep(user)
            state.keep(session)
            return Answer(
                [
                    "user_id": .string(user.id),
                    "session_id": .string(session.id),
                    "session_token": .string(session.token),
                    "session_jwt": "",
                ],
                token: TokenDraft(session, in: state, now: now)
            )
        }
    }
}
