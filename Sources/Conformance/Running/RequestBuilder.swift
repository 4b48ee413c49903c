import WireJSON

/// Making a request of a step: placeholders filled in, values encoded, defaults added.
struct RequestBuilder {
    let baseURL: String
    let project: ProjectAccess
    let userAgent: String
    let bindings: Bindings

    func request(_ step: RequestStep, timeout: Duration, bodyLimit: Int) throws(TemplateProblem) -> TransferRequest {
        TransferRequest(
            method: step.method,
            url: try url(step),
            headers: try headers(step),
            body: try body(step.body),
            timeout: timeout,
            bodyLimit: bodyLimit
        )
    }

    private func url(_ step: RequestStep) throws(TemplateProblem) -> String {
        var url = baseURL
        url.reserveCapacity(128)
        for part in step.path {
            switch part {
            case .literal(let text): url += text
            case .value(let template): url += Self.segment(try bindings.text(of: template))
            }
        }
        var separator = url.withUTF8 { $0.contains(UInt8(ascii: "?")) } ? "&" : "?"
        for member in step.query {
            for value in try Self.texts(bindings.value(of: member.value)) {
                url += separator
                url += PercentEncoding.encode(member.key)
                url += "="
                url += PercentEncoding.encode(value)
                separator = "&"
            }
        }
        return url
    }

    /// A path segment; `.` and `..` are written so that no one on the way takes them for steps in the path.
    private static func segment(_ text: String) -> String {
        text == "." || text == ".." ? String(repeating: "%2E", count: text.utf8.count) : PercentEncoding.encode(text)
    }

    /// A list is sent as the name again and again, null not at all, an object as JSON.
    private static func texts(_ value: JSONValue) -> [String] {
        switch value {
        case .null: []
        case .array(let elements): elements.flatMap(texts)
        case .string(let text): [text]
        case .number(let number): [number.token]
        case .bool(let bool): [bool ? "true" : "false"]
        case .object: [value.text()]
        }
    }

    private func headers(_ step: RequestStep) throws(TemplateProblem) -> HeaderList {
        var headers = HeaderList([
            HeaderList.Field(name: "Content-Type", value: "application/json"),
            HeaderList.Field(name: "User-Agent", value: userAgent),
        ])
        if let authorization = try authorization(step.authorization) {
            headers.fields.append(HeaderList.Field(name: "Authorization", value: authorization))
        }
        for header in step.headers {
            headers.set(
                header.name,
                to: try header.value.map { template throws(TemplateProblem) in
                    try bindings.text(of: template)
                }
            )
        }
        return headers
    }

    private func authorization(_ authorization: Authorization) throws(TemplateProblem) -> String? {
        switch authorization {
        case .project: project.authorization
        case .none: nil
        case .basic(let user, let password):
            ProjectAccess.basic(user: try bindings.text(of: user), password: try bindings.text(of: password))
        case .bearer(let token): "Bearer \(try bindings.text(of: token))"
        }
    }

    /// The bytes of a body, numbers as they were written and members in their order.
    func body(_ template: BodyTemplate) throws(TemplateProblem) -> [UInt8]? {
        switch template {
        case .none: nil
        case .json(let template): try bindings.value(of: template).bytes()
        case .text(let template): Array(try bindings.text(of: template).utf8)
        case .bytes(let bytes): bytes
        }
    }
}
