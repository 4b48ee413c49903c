import WireJSON

/// What is asked of the target beside the case's own requests: projects, keys, and what only a mock can do.
extension CaseRunner {
    private static let controlPath = "/mock/projects"

    /// Makes a project for this case alone, where the target can; else the case uses the run's.
    mutating func openProject() async throws(CaseTrouble) {
        guard scope.target.offers.contains("projects"), !ownsProject else { return }
        let answer = try await control("POST", Self.controlPath, [:], allowing: [201])
        guard let id = answer.document?.root["project_id"]?.string, let secret = answer.document?.root["secret"]?.string
        else {
            throw CaseTrouble(
                kind: .mock,
                message: "POST \(Self.controlPath): the answer has no 'project_id' and 'secret'"
            )
        }
        project = ProjectAccess(id: id, secret: secret)
        ownsProject = true
    }

    mutating func closeProject() async throws(CaseTrouble) {
        guard ownsProject else { return }
        _ = try await control("DELETE", projectPath(""), nil, allowing: [200, 202, 204, 404])
        ownsProject = false
    }

    private func projectPath(_ suffix: String) -> String {
        "\(Self.controlPath)/\(PercentEncoding.encode(project.id))\(suffix)"
    }

    /// Something only a mock can do.
    mutating func perform(_ step: MockStep, at location: SourceLocation, _ number: Int) async throws(CaseTrouble) {
        var captures: [Capture] = []
        let suffix: String
        let body: JSONObject?
        let bindings = bindings(now: scope.environment.now())
        var moved: Duration = .zero
        do throws(TemplateProblem) {
            switch step {
            case .advance(let template):
                moved = try bindings.duration(of: template)
                (suffix, body) = ("/advance", ["milliseconds": .number(JSONNumber(moved.wholeMilliseconds))])
            case .rotateKeys:
                (suffix, body) = ("/rotate-keys", [:])
            case .userinfo(let token, let answer, let status):
                let value = try bindings.value(of: token)
                journal.controlTokens.append(value)
                var object: JSONObject = ["token": value]
                if let answer { object["answer"] = try bindings.value(of: answer) }
                if let status { object["status"] = .number(JSONNumber(status)) }
                (suffix, body) = ("/userinfo", object)
            case .session(let template, let wanted):
                captures = wanted
                (suffix, body) = ("/session", try bindings.value(of: template).object ?? [:])
            case .token(let kind, let template, let wanted):
                captures = wanted
                (suffix, body) = (kind.controlPath, try bindings.value(of: template).object ?? [:])
            case .calls(let wanted):
                captures = wanted
                (suffix, body) = ("/calls", nil)
            case .fault(let template):
                (suffix, body) = ("/fault", try bindings.value(of: template).object ?? [:])
            }
        } catch {
            throw CaseTrouble(kind: .mock, message: error.message, location: location)
        }
        try await openProject()
        let answer = try await control(body == nil ? "GET" : "POST", projectPath(suffix), body, at: location)
        advances += moved
        journal.add(capture(captures, from: answer), step: number)
    }

    /// Sends to the mock's own paths; anything but success is trouble of the mock, not of the case.
    private mutating func control(
        _ method: String,
        _ path: String,
        _ body: JSONObject?,
        allowing statuses: [Int] = [200, 201, 202, 204],
        at location: SourceLocation? = nil
    ) async throws(CaseTrouble) -> Answer {
        let request = TransferRequest(
            method: method,
            url: scope.target.baseURL + path,
            headers: controlHeaders,
            body: body.map { JSONValue.object($0).bytes() },
            timeout: limited(scope.settings.timeout),
            bodyLimit: scope.settings.bodyLimit
        )
        if let body = request.body { journal.controlBodies.append(body) }
        let makesProject = method == "POST" && body?.isEmpty == true && path == Self.controlPath
        let answer = try await fetch(request, at: location, isShielded: makesProject)
        journal.controlBodies.append(answer.body)
        guard statuses.contains(answer.status) else {
            throw CaseTrouble(
                kind: .mock,
                message: "\(method) \(path): the mock answered \(answer.status)"
                    + (answer.errorSummary.map { " (\($0))" } ?? ""),
                location: location
            )
        }
        return answer
    }

    private var controlHeaders: HeaderList {
        HeaderList([
            HeaderList.Field(name: "Content-Type", value: "application/json"),
            HeaderList.Field(name: "User-Agent", value: scope.settings.userAgent),
        ])
    }

    /// Sends what no step asked for; with a policy, again as far as it says.
    ///
    /// One that is shielded is heard also when the run is interrupted, as it names something made.
    private mutating func fetch(
        _ request: TransferRequest,
        at location: SourceLocation?,
        policy: RetryPolicy? = nil,
        isShielded: Bool = false
    ) async throws(CaseTrouble) -> Answer {
        var retries = 0
        while true {
            try await waitForTurn()
            totals.requests += 1
            let retry: RetryPolicy.Pause?
            do throws(TransportError) {
                let response = try await send(request, isShielded: isShielded)
                totals.reusedConnections += response.reusedConnection ? 1 : 0
                totals.bytesReceived += response.body.count
                let now = targetTime(scope.environment.now())
                retry = policy?.pause(after: response, expected: [], retries: retries, now: now)
                if retry == nil { return Answer(response, scope.reader) }
            } catch {
                guard !Task.isCancelled || teardownDeadline != nil, error.code != .cancelled else { throw .cancelled }
                retry = policy?.pause(after: error, retries: retries)
                if retry == nil { throw CaseTrouble(error, during: request, at: location) }
            }
            retries += 1
            if let retry { try await pause(length(retry)) }
        }
    }

    /// Fetches the key set, without credentials as the official clients do, and keeps it for the project.
    ///
    /// > Source: Stytch's API reference, "Get JWKS".
    mutating func fetchKeys() async throws(CaseTrouble) -> TokenContext {
        try await openProject()
        let path = "/v1/sessions/jwks/\(PercentEncoding.encode(project.id))"
        let request = TransferRequest(
            method: "GET",
            url: scope.target.baseURL + path,
            headers: controlHeaders,
            timeout: limited(scope.settings.timeout),
            bodyLimit: scope.settings.bodyLimit
        )
        let policy = RetryPolicy(isRepeatable: true, isMock: scope.target.isMock)
        let answer = try await fetch(request, at: nil, policy: policy)
        guard answer.status == 200, let verify = scope.tokens.verifier(answer.body) else {
            throw CaseTrouble(
                kind: .transport,
                message: "GET \(path): expected a key set to verify tokens with, got status \(answer.status)"
                    + (answer.errorSummary.map { " (\($0))" } ?? "")
            )
        }
        let context = TokenContext(
            verify: verify,
            issuers: ["stytch.com/\(project.id)", scope.target.baseURL],
            audience: project.id,
            leeway: scope.clock.leeway
        )
        keys = context
        if !ownsProject { scope.sharedKeys.replace(with: context) }
        return context
    }
}

extension MockStep.TokenKind {
    fileprivate var controlPath: String {
        switch self {
        case .accessToken: "/access-token"
        case .trustedToken: "/trusted-token"
        case .jwt: "/jwt"
        }
    }
}

extension Duration {
    /// In whole milliseconds, towards zero.
    var wholeMilliseconds: Int {
        let parts = components
        return Int(parts.seconds) * 1_000 + Int(parts.attoseconds / 1_000_000_000_000_000)
    }
}
