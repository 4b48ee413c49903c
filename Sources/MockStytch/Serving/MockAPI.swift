import WireJSON

/// The API over all projects of a server: finds project and rule, checks credentials, signs, and puts into envelopes.
struct MockAPI: Sendable {
    let projects: ProjectStore
    let ring: KeyRing
    let clock: MockClock
    let identifiers: IdentifierSource
    let flaw: MockFlaw?

    /// The answer to a request, with the fault that its project had waiting.
    func reply(to request: IncomingRequest) -> Reply {
        let route = request.target.map { Operation.matching(request.method, $0.path) }
        let project = project(named: request, route)
        if case .operation(let operation, _) = route {
            project?.withState { $0.calls[operation, default: 0] += 1 }
        }
        let fault = project?.takeFault()
        let answer: Answer
        if case .status(let status) = fault, status >= 400 {
            answer = Answer(.usual(status))
        } else {
            answer = self.answer(request, route, project)
        }
        var envelope = Envelope(signed(answer), requestID: identifiers.id("request-id"))
        if case .status(let status) = fault, status < 400 {
            envelope.status = status
            envelope.body["status_code"] = .number(JSONNumber(status))
        }
        flaw?.bend(&envelope)
        var reply = envelope.reply
        reply.fault = fault
        return reply
    }

    /// The outside source that a request makes the mock ask, and for which token; nil where it need not be asked.
    ///
    /// It is asked before the rules are, which must not wait for anything.
    func outsideQuestion(of request: IncomingRequest) -> (source: UserinfoAddress, token: String)? {
        guard let target = request.target, Operation.matching(request.method, target.path).operation == .migrateSession,
            let project = try? permitted(.migrateSession, request, project(named: request, nil)),
            let token = (try? Self.object(in: request.body))?["session_token"]?.string, !token.isEmpty
        else { return nil }
        return project.withState { state in
            guard state.userinfo[ExactText(token)] == nil, let source = state.userinfoSource else { return nil }
            return (source, token)
        }
    }

    /// The project that a request is about, whether or not it may be: that of its path, or of its credentials.
    private func project(named request: IncomingRequest, _ route: RouteMatch?) -> Project? {
        if case .operation(.getKeys, let id) = route { return projects.project(id) }
        return request.credentials.flatMap { projects.project($0.user) }
    }

    private func answer(_ request: IncomingRequest, _ route: RouteMatch?, _ project: Project?) -> Answer {
        do throws(APIProblem) {
            guard let target = request.target, let route else { throw .badRequest("the path has a bad escape") }
            switch route {
            case .notFound: throw .routeNotFound
            case .methodNotAllowed(let allowed):
                var answer = Answer(.methodNotAllowed)
                answer.headers = [("allow", allowed.joined(separator: ", "))]
                return answer
            case .operation(let operation, let argument):
                let project = try permitted(operation, request, project)
                var input = RuleInput(operation: operation, argument: argument, query: target.query)
                input.userinfo = request.userinfo
                if operation.method == "POST" { input.body = try Self.object(in: request.body) }
                return decide(input, in: flaw == .otherProjectsServed ? owner(of: input) ?? project : project)
            }
        } catch {
            return Answer(error)
        }
    }

    /// The project, if the request may speak for it.
    ///
    /// - Throws: 401, or 404 where a key set is not there or is not that of the credentials given.
    private func permitted(
        _ operation: Operation,
        _ request: IncomingRequest,
        _ project: Project?
    ) throws(APIProblem) -> Project {
        if operation.isOpen {
            guard let project else { throw .projectNotFound }
            if let user = request.credentials?.user, !user.isExactly(project.id) { throw .projectNotFound }
            return project
        }
        guard let project, let credentials = request.credentials else { throw .unauthorized }
        guard project.accepts(credentials) || flaw == .credentialsUnchecked else { throw .unauthorized }
        return project
    }

    /// Asks the rule, with nobody else in the project.
    private func decide(_ input: RuleInput, in project: Project) -> Answer {
        project.withState { state in
            // Read with nobody else in the project: of two calls at once, the later one never has the earlier time.
            let now = state.now(clock)
            let environment = RuleEnvironment(now: now, identifiers: identifiers, keys: ring.directory)
            guard let flaw else { return Rules.answer(input, &state, environment) }
            var input = input
            let before = state
            flaw.bend(&input, &state, now: now)
            var answer = Rules.answer(input, &state, environment)
            flaw.bend(&answer, input, before: before, &state)
            return answer
        }
    }

    /// Signs the JWT of an answer and puts it in place.
    func signed(_ answer: Answer) -> Answer {
        guard let draft = answer.token else { return answer }
        let keys = ring.directory
        guard let key = keys.key(draft.keyID) else { return Answer(.internalError) }
        var answer = answer
        answer.token = nil
        do {
            answer.members["session_jwt"] = .string(try signature(of: draft, by: key, keys))
        } catch {
            return Answer(.internalError)
        }
        return answer
    }

    private func signature(of draft: TokenDraft, by key: SigningKey, _ keys: KeyDirectory) throws -> String {
        let token = try key.sign(draft.claims)
        guard flaw == .jwtSignedByAnotherKey, let other = keys.anotherKey(than: key.id) else { return token }
        let foreign = try other.sign(draft.claims)
        let parts = token.scalarSplit(separator: ".").dropLast() + foreign.scalarSplit(separator: ".").suffix(1)
        return parts.joined(separator: ".")
    }

    /// The object in a body.
    ///
    /// - Throws: 400 if it is no JSON, or no object; 413 if there was too much of it.
    static func object(in body: IncomingRequest.Body) throws(APIProblem) -> JSONObject {
        guard case .bytes(let bytes) = body else { throw .bodyTooLarge }
        let document: JSONDocument
        do throws(JSONParseError) {
            document = try JSONDocument(bytes)
        } catch {
            throw .badRequest("the body is no JSON, see line \(error.position.line), column \(error.position.column)")
        }
        guard let object = document.root.value.object else { throw .badRequest("the body must be an object") }
        return object
    }
}
