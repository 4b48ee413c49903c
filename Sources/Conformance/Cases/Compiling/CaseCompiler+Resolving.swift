import WireJSON

extension CaseCompiler {
    /// A value with its own placeholders replaced; those of its elements and members are left to whoever reads them.
    mutating func resolve(_ node: SourceNode) -> ResolvedValue {
        guard let text = node.view.string else { return ResolvedValue(node: node, content: .json) }
        guard let parts = PlaceholderText.parts(of: text) else {
            return ResolvedValue(node: node, content: .text(text))
        }
        if parts.count == 1, case .placeholder(let placeholder, let name) = parts[0] {
            return value(of: placeholder, name, in: node)
        }
        return joined(parts, in: node)
    }

    /// The value of a placeholder that is a whole text: it takes the value's own type.
    mutating func value(of placeholder: Placeholder, _ name: String, in node: SourceNode) -> ResolvedValue {
        func result(_ content: ResolvedValue.Content) -> ResolvedValue {
            ResolvedValue(node: node, content: content)
        }
        if case .shape = state.scopes[node.scope].kind, isOfCase(placeholder) {
            report(.variableInShape(name), at: location(of: name, in: node))
            return result(.unknown)
        }
        switch placeholder {
        case .variable(let name):
            return value(ofVariable: name, in: node)
        case .made(let builtIn):
            return result(.template(.hole(.variable(variable(of: builtIn, spelt: name, in: node.scope)))))
        case .now(let offset):
            return result(.template(.hole(.now(offset))))
        case .status, .body:
            guard surrounding == .expectation else {
                report(.answerOutsideExpectation(name), at: location(of: name, in: node))
                return result(.unknown)
            }
            if case .body(let pointer) = placeholder { return result(.template(.hole(.body(pointer)))) }
            return result(.template(.hole(.status)))
        case .malformed(let reason):
            if isRefusedName(name, in: node.scope) { return result(.unknown) }
            report(.badPlaceholder(name, reason: reason), at: location(of: name, in: node))
            return result(.unknown)
        }
    }

    /// Whether a name was refused where it was to be defined.
    private func isRefusedName(_ name: String, in scope: Int) -> Bool {
        state.badNames.contains(name) || state.scopes[scope].row?.view[name] != nil
    }

    private func isOfCase(_ placeholder: Placeholder) -> Bool {
        switch placeholder {
        case .variable, .made: true
        case .now, .status, .body, .malformed: false
        }
    }

    private mutating func value(ofVariable name: String, in node: SourceNode) -> ResolvedValue {
        if slots != nil, state.scopes[node.scope].row?.view[name] != nil, let open = slots?.open(name) { return open }
        switch meaning(of: name, in: node.scope) {
        case .constant(var value):
            guard let origin = origin(of: name, in: node, putting: value.view) else {
                return ResolvedValue(node: node, content: .unknown)
            }
            value.origin = origin
            if value.file == library.constants?.file { value.use = location(of: name, in: node) }
            return resolve(value)
        case .value(.constant(.string(let text))):
            return ResolvedValue(node: node, content: .text(text))
        case .value(let template):
            return ResolvedValue(node: node, content: .template(template))
        case .anything:
            return ResolvedValue(node: node, content: .unknown)
        case nil:
            noteUnresolved(name, in: node)
            return ResolvedValue(node: node, content: .unknown)
        }
    }

    /// Notes that a constant is put in; nil, with a report, where it leads back to itself.
    private mutating func origin(of name: String, in node: SourceNode, putting view: JSONView) -> Int? {
        guard mayExpand(by: view.range.count, at: node.location) else { return nil }
        var names = [name]
        var index = node.origin
        while index >= 0 {
            let earlier = origins[index]
            names.append(earlier.name)
            if earlier.scope == node.scope, earlier.name == name {
                report(.variableCycle(names.reversed()), at: node.location)
                return nil
            }
            index = earlier.previous
        }
        guard names.count <= Self.mostSubstitutionDepth else {
            report(.tooDeep, at: node.location)
            return nil
        }
        origins.append(SubstitutionOrigin(scope: node.scope, name: name, previous: node.origin))
        return origins.count - 1
    }

    /// A text with placeholders among other letters.
    private mutating func joined(_ parts: [PlaceholderText.Part], in node: SourceNode) -> ResolvedValue {
        var node = node
        var pieces: [TemplatePart] = []
        var isUnknown = false
        for part in parts {
            switch part {
            case .literal(let literal):
                Self.append(literal, to: &pieces)
            case .unclosed:
                report(.unclosedPlaceholder, at: location(of: "", in: node))
                isUnknown = true
            case .placeholder(let placeholder, let name):
                let value = value(of: placeholder, name, in: node)
                isUnknown = value.isUnknown || isUnknown
                if let use = value.node.use { node.use = use }
                append(value, named: name, to: &pieces, in: node)
                isUnknown = !mayExpand(by: Self.size(of: value), at: node.location) || isUnknown
            }
        }
        if isUnknown { return ResolvedValue(node: node, content: .unknown) }
        let template = Self.textTemplate(pieces)
        return ResolvedValue(node: node, content: template.constant?.string.map { .text($0) } ?? .template(template))
    }

    /// How many bytes a value adds to a text, what is known only in the run left out.
    private static func size(of value: ResolvedValue) -> Int {
        switch value.content {
        case .text(let text): text.utf8.count
        case .template(.text(let parts)):
            parts.reduce(0) { size, part in
                if case .literal(let text) = part { size + text.utf8.count } else { size + LoadWork.item }
            }
        case .template, .json, .unknown: 0
        }
    }

    /// A text of pieces, those that are known joined; one constant where all are.
    static func textTemplate(_ parts: [TemplatePart]) -> Template {
        var pieces: [TemplatePart] = []
        for part in parts {
            if case .literal(let literal) = part { append(literal, to: &pieces) } else { pieces.append(part) }
        }
        if pieces.isEmpty { return .constant("") }
        if pieces.count == 1, case .literal(let text) = pieces[0] { return .constant(.string(text)) }
        return .text(pieces)
    }

    private mutating func append(
        _ value: ResolvedValue,
        named name: String,
        to pieces: inout [TemplatePart],
        in node: SourceNode
    ) {
        switch value.content {
        case .text(let text):
            Self.append(text, to: &pieces)
        case .template(.hole(let hole)):
            if RowSlots.slot(of: hole) != nil, value.node.view.isNull { slots?.refuse() }
            pieces.append(.hole(hole))
        case .template(.text(let parts)):
            for part in parts {
                if case .literal(let literal) = part {
                    Self.append(literal, to: &pieces)
                } else {
                    pieces.append(part)
                }
            }
        case .template(.constant(let constant)) where constant.plainText != nil:
            Self.append(constant.plainText ?? "", to: &pieces)
        case .json where value.node.view.kind == .number || value.node.view.kind == .bool:
            Self.append(value.node.view.text, to: &pieces)
        case .json, .template:
            report(.notText(name, found: shown(value)), at: location(of: name, in: node))
        case .unknown:
            break
        }
    }

    private static func append(_ literal: String, to pieces: inout [TemplatePart]) {
        if case .literal(var text) = pieces.last {
            // The letters are not shared while more are put behind them, else each piece would copy all before it.
            pieces.removeLast()
            text += literal
            pieces.append(.literal(text))
        } else if !literal.isEmpty {
            pieces.append(.literal(literal))
        }
    }
}

extension JSONValue {
    /// How the value stands inside longer text: nil for null, arrays and objects.
    fileprivate var plainText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.token
        case .bool(let bool): bool ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
