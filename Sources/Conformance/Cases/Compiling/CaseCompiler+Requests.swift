import WireJSON

extension CaseCompiler {
    /// An exchange: what the catalogue would send, with what the request says instead.
    mutating func request(_ step: ObjectFields, in scope: Int) -> RequestStep? {
        guard let node = step["request"], let fields = fields(of: node, as: Grammar.request) else { return nil }
        let row = operation(fields)
        let operation = row?.operation
        let placed = parameters(fields, of: row)
        let path = path(fields) ?? row.map { self.path($0, placed, at: fields) } ?? []
        var request = RequestStep(
            operation: operation?.name,
            method: text(fields, "method") ?? operation?.method ?? "GET",
            path: path,
            query: fields.has("query") ? query(fields) : placed.query,
            headers: headers(fields, areSent: true),
            body: body(fields) ?? placed.body(of: operation),
            authorization: authorization(fields) ?? (operation?.sendsCredentials == false ? .none : .project),
            timeout: duration(fields, "timeout"),
            isRepeatable: operation?.isRepeatable == true && !fields.has("method") && !fields.has("path"),
            checksEveryAnswer: operation?.checksEveryAnswer ?? false,
            expectations: expectations(step, .exchange(of: operation))
        )
        request.captures = captures(step, in: scope)
        request.eventually = duration(step, "eventually")
        return request
    }

    /// The operation that a request or a payload names; nil, with a report, where there is none of that name.
    mutating func operation(_ fields: ObjectFields) -> OperationTable.Row? {
        guard let value = value(fields, "operation"), let name = value.text else { return nil }
        if let row = library.operations.row(named: name) { return row }
        guard library.operations.isComplete else { return nil }
        if let cause = library.operations.lost.cause(of: name) {
            report(.consequence(of: cause), at: value.node.location)
            return nil
        }
        let near = library.work.closestName(to: name, among: library.operations.rows.map(\.operation.name))
        report(.unknownName(.operation, name, near: near), at: value.node.location)
        return nil
    }

    // MARK: Parameters

    /// Parameters by the place that the catalogue gives them.
    struct PlacedParameters {
        var path: [String: Template] = [:]
        var query: [TemplateMember] = []
        var body: [TemplateMember] = []

        /// An operation that takes parameters in the body sends one, also when none is given.
        func body(of operation: Operation?) -> BodyTemplate {
            guard let operation, operation.parameters.contains(where: { $0.place == .body }) else { return .none }
            return .json(CaseCompiler.objectTemplate(body))
        }
    }

    private mutating func parameters(_ fields: ObjectFields, of row: OperationTable.Row?) -> PlacedParameters {
        var placed = PlacedParameters()
        for member in members(fields, "params") {
            let value = template(member.value)
            guard let operation = row?.operation else { continue }
            guard let parameter = operation.parameters.first(where: { $0.name.hasSameScalars(as: member.name) }) else {
                if let cause = library.operations.lostParameters[operation.name]?.cause(of: member.name) {
                    report(.consequence(of: cause), at: member.location)
                    continue
                }
                let near = library.work.closestName(to: member.name, among: operation.parameters.map(\.name))
                report(
                    .unknownName(.parameter(of: operation.name), member.name, near: near),
                    at: member.location
                )
                continue
            }
            switch parameter.place {
            case .path: placed.path[parameter.name] = value
            case .query: placed.query.append(TemplateMember(key: parameter.name, value: value))
            case .body: placed.body.append(TemplateMember(key: parameter.name, value: value))
            }
        }
        return placed
    }

    private mutating func path(
        _ row: OperationTable.Row,
        _ placed: PlacedParameters,
        at fields: ObjectFields
    ) -> [PathPart] {
        // Parameters that could not be read were reported already.
        let isKnown = fields["params"].map { !resolve($0).isUnknown } ?? true
        return row.path.map { piece in
            switch piece {
            case .literal(let text): return .literal(text)
            case .parameter(let name):
                if let value = placed.path[name] { return .value(value) }
                let isLost = library.operations.lostParameters[row.operation.name]?.cause(of: name) != nil
                if isKnown, !isLost {
                    report(
                        .missingPathParameter(name, of: row.operation.name),
                        at: fields["params"]?.location ?? fields.node.location
                    )
                }
                return .value(.constant(""))
            }
        }
    }

    // MARK: What a request says itself

    /// A path of its own: letters are sent as they are, what placeholders put in is encoded as one segment.
    private mutating func path(_ fields: ObjectFields) -> [PathPart]? {
        guard let value = value(fields, "path") else { return nil }
        let node = value.node
        if case .template(.hole(let hole)) = value.content, RowSlots.slot(of: hole) != nil { slots?.refuse() }
        guard let parts = node.view.string.flatMap(PlaceholderText.parts) else {
            checkPath(value.text ?? "", at: node)
            return [.literal(value.text ?? "")]
        }
        return parts.compactMap { part in
            switch part {
            case .literal(let text):
                checkPath(text, at: node)
                return .literal(text)
            case .placeholder(let placeholder, let name):
                return .value(template(self.value(of: placeholder, name, in: node)))
            case .unclosed: return nil
            }
        }
    }

    /// Letters that no request line can hold; what placeholders put in is encoded and may be anything.
    private mutating func checkPath(_ text: String, at node: SourceNode) {
        guard isValidating, text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "#") }) else {
            return
        }
        report(.badPathText, at: node.location)
    }

    private mutating func query(_ fields: ObjectFields) -> [TemplateMember] {
        members(fields, "query").map { TemplateMember(key: $0.name, value: template($0.value)) }
    }

    /// Header fields to send, or of a stored answer.
    ///
    /// Those that say where a body ends are not for a case to send, as cases share connections.
    mutating func headers(_ fields: ObjectFields, areSent: Bool = false) -> [HeaderTemplate] {
        guard case .map(_, let rule)? = fields.rule(of: "headers")?.value else { return [] }
        var headers: [HeaderTemplate] = []
        for member in members(fields, "headers") {
            if areSent, HeaderList.framingNames.contains(where: { HeaderList.sameName($0, member.name) }) {
                report(.framingHeader(member.name), at: member.location)
                continue
            }
            let value = resolve(member.value)
            guard accept(value, rule, known: .run, as: "the header '\(member.name)'") else { continue }
            if let text = value.text, !HeaderText.isAllowed(text) {
                report(.badHeaderValue(member.name), at: value.node.location)
            }
            let template = value.node.view.isNull ? nil : template(value)
            if let template, template.holdsSlot { slots?.acceptHeader(template) }
            headers.append(HeaderTemplate(name: member.name, value: template))
        }
        return headers
    }

    /// The body that `body` or `rawBody` gives; nil where there is neither.
    mutating func body(_ fields: ObjectFields) -> BodyTemplate? {
        if let body = fields["body"] { return .json(template(body)) }
        guard let raw = value(fields, "rawBody") else { return nil }
        guard raw.node.view.kind == .object else { return .text(template(raw)) }
        guard let bytes = self.fields(of: raw.node, as: Grammar.bytes) else { return BodyTemplate.none }
        guard let value = value(bytes, "base64"), let text = value.text else { return BodyTemplate.none }
        guard let decoded = Base64.decode(text.utf8, .standard, padding: .required) else {
            let words = "Base64 with padding"
            report(
                .wrongValue("'base64'", expected: words, found: shown(value), near: nil),
                at: value.node.location
            )
            return BodyTemplate.none
        }
        return .bytes(decoded)
    }

    private mutating func authorization(_ fields: ObjectFields) -> Authorization? {
        guard let value = value(fields, "auth") else { return nil }
        if let word = value.text { return word == "none" ? Authorization.none : .project }
        guard let credentials = self.fields(of: value.node, as: Grammar.credentials) else { return nil }
        if credentials.has("bearer") { return template(credentials, "bearer").map { .bearer($0) } }
        guard let basic = self.value(credentials, "basic") else { return nil }
        let parts = list(credentials, "basic").map { template($0) }
        guard parts.count == 2 else {
            if parts.count == basic.node.view.count {
                report(
                    .wrongValue("'basic'", expected: "an array of a user and a password", found: "an array", near: nil),
                    at: basic.node.location
                )
            }
            return nil
        }
        return .basic(user: parts[0], password: parts[1])
    }
}
