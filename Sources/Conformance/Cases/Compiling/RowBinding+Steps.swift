import WireJSON

extension RowBinding {
    func bound(_ steps: [Step]) -> [Step]? {
        replaced(steps) { step in bound(step.action).map { Step($0, at: step.location) } }
    }

    private func bound(_ action: Step.Action) -> Step.Action? {
        switch action {
        case .request(let request): bound(request).map { .request($0) }
        case .payload(let payload): bound(payload).map { .payload($0) }
        case .mock(let mock): bound(mock).map { .mock($0) }
        case .check(let checks): replaced(checks, by: bound).map { .check($0) }
        case .beginUse(let fragment, let teardown):
            bound(teardown).map { .beginUse(fragment: fragment, teardown: $0) }
        }
    }

    private func bound(_ request: consuming RequestStep) -> RequestStep? {
        let path = replaced(request.path, by: bound)
        let query = bound(request.query)
        let headers = replaced(request.headers, by: bound)
        let body = bound(request.body)
        let authorization = bound(request.authorization)
        let expectations = bound(request.expectations)
        guard
            path != nil || query != nil || headers != nil || body != nil || authorization != nil || expectations != nil
        else { return nil }
        request.path = path ?? request.path
        request.query = query ?? request.query
        request.headers = headers ?? request.headers
        request.body = body ?? request.body
        request.authorization = authorization ?? request.authorization
        request.expectations = expectations ?? request.expectations
        return request
    }

    private func bound(_ payload: consuming PayloadStep) -> PayloadStep? {
        let headers = replaced(payload.headers, by: bound)
        let body = bound(payload.body)
        let expectations = bound(payload.expectations)
        guard headers != nil || body != nil || expectations != nil else { return nil }
        payload.headers = headers ?? payload.headers
        payload.body = body ?? payload.body
        payload.expectations = expectations ?? payload.expectations
        return payload
    }

    private func bound(_ mock: MockStep) -> MockStep? {
        switch mock {
        case .rotateKeys, .calls: return nil
        case .advance(let duration): return bound(duration).map { .advance($0) }
        case .fault(let fault): return bound(fault).map { .fault($0) }
        case .userinfo(let token, let answer, let status):
            let (boundToken, boundAnswer) = (bound(token), answer.flatMap(bound))
            guard boundToken != nil || boundAnswer != nil else { return nil }
            return .userinfo(token: boundToken ?? token, answer: boundAnswer ?? answer, status: status)
        case .token(let kind, let body, let captures):
            return bound(body).map { .token(kind, $0, captures: captures) }
        case .session(let body, let captures):
            return bound(body).map { .session($0, captures: captures) }
        }
    }

    private func bound(_ check: ValueCheck) -> ValueCheck? {
        let (value, matches) = (bound(check.value), bound(check.matches))
        guard value != nil || matches != nil else { return nil }
        return ValueCheck(location: check.location, value: value ?? check.value, matches: matches ?? check.matches)
    }

    private func bound(_ part: PathPart) -> PathPart? {
        guard case .value(let template) = part else { return nil }
        return bound(template).map { .value($0) }
    }

    private func bound(_ header: HeaderTemplate) -> HeaderTemplate? {
        header.value.flatMap(bound).map { HeaderTemplate(name: header.name, value: $0) }
    }

    private func bound(_ body: BodyTemplate) -> BodyTemplate? {
        switch body {
        case .none, .bytes: nil
        case .json(let template): bound(template).map { .json($0) }
        case .text(let template): bound(template).map { .text($0) }
        }
    }

    private func bound(_ authorization: Authorization) -> Authorization? {
        switch authorization {
        case .project, .none: return nil
        case .bearer(let token): return bound(token).map { .bearer($0) }
        case .basic(let user, let password):
            let (boundUser, boundPassword) = (bound(user), bound(password))
            guard boundUser != nil || boundPassword != nil else { return nil }
            return .basic(user: boundUser ?? user, password: boundPassword ?? password)
        }
    }
}
