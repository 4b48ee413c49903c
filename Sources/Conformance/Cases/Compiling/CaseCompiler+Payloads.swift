import WireJSON

extension CaseCompiler {
    /// A stored answer: one of a file, or one that stands in the step.
    mutating func payload(_ step: ObjectFields, in scope: Int) -> PayloadStep? {
        guard let value = value(step, "payload") else { return nil }
        guard let name = value.text else {
            guard let fields = fields(of: value.node, as: Grammar.payload) else { return nil }
            return payload(fields, step, in: scope)
        }
        if let written = step["payload"], written.view.string.map(PlaceholderText.holdsBraces) ?? false {
            report(.placeholderInName("the name of a file in 'payload'"), at: written.location)
            return nil
        }
        guard let source = library.payloads[name] else {
            let near = library.work.closestName(to: name, among: library.payloads.keys.sorted())
            report(.unknownName(.payload, name, near: near), at: value.node.location)
            return nil
        }
        guard let root = source.root else { return nil }
        let node = SourceNode(view: root, file: source.file, scope: value.node.scope)
        guard let fields = fields(of: node, as: Grammar.payloadFile) else { return nil }
        return payload(fields, step, in: scope)
    }

    private mutating func payload(_ fields: ObjectFields, _ step: ObjectFields, in scope: Int) -> PayloadStep {
        let operation = operation(fields)?.operation
        let model = model(fields)
        var payload = PayloadStep(
            operation: operation?.name,
            status: integer(fields, "status") ?? 200,
            headers: headers(fields),
            body: body(fields) ?? .none,
            expectations: expectations(step, model.map { .model($0) } ?? .exchange(of: operation)),
            captures: []
        )
        payload.captures = captures(step, in: scope)
        return payload
    }

    /// Looks at a payload file on its own, also one that nobody uses: its variables may be any.
    mutating func examine(_ source: PayloadSource) {
        guard let root = source.root else { return }
        let scope = addScope(Scope(isOpen: true))
        let node = SourceNode(view: root, file: source.file, scope: scope)
        guard let fields = fields(of: node, as: Grammar.payloadFile) else { return }
        for key in ["description", "source", "status"] { _ = value(fields, key) }
        _ = operation(fields)
        _ = model(fields)
        _ = headers(fields)
        _ = body(fields)
    }
}
