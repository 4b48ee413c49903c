import WireJSON

extension CaseCompiler {
    /// A value as data: `$` means nothing in it.
    mutating func template(_ node: SourceNode) -> Template {
        template(resolve(node))
    }

    mutating func template(_ value: ResolvedValue) -> Template {
        switch value.content {
        case .text(let text): return .constant(.string(text))
        case .template(let template): return template
        case .unknown: return .constant(.null)
        case .json: break
        }
        let node = value.node
        guard node.view.kind == .array || node.view.kind == .object, PlaceholderText.mayStand(in: node.view) else {
            return .constant(node.view.value)
        }
        return deeper(at: node.location) { compiler in
            node.view.kind == .array ? compiler.arrayTemplate(node) : compiler.objectTemplate(node)
        } ?? .constant(.null)
    }

    private mutating func arrayTemplate(_ node: SourceNode) -> Template {
        var elements: [Template] = []
        for element in node.view.elements {
            elements.append(template(node.part(element)))
        }
        return Self.arrayTemplate(elements)
    }

    /// An array of elements, as one constant where all of them are.
    static func arrayTemplate(_ elements: [Template]) -> Template {
        let constants = elements.compactMap(\.constant)
        return constants.count == elements.count ? .constant(.array(constants)) : .array(elements)
    }

    private mutating func objectTemplate(_ node: SourceNode) -> Template {
        var members: [TemplateMember] = []
        for member in node.view.members {
            refusePlaceholder(inKey: member, of: node)
            members.append(TemplateMember(key: member.key, value: template(node.part(member.value))))
        }
        return Self.objectTemplate(members)
    }

    /// An object of members, as one constant where all of them are.
    static func objectTemplate(_ members: [TemplateMember]) -> Template {
        var object = JSONObject()
        for member in members {
            guard let constant = member.value.constant else { return .object(members) }
            object[member.key] = constant
        }
        return .constant(.object(object))
    }

    mutating func refusePlaceholder(inKey member: JSONMember, of node: SourceNode) {
        guard isValidating, PlaceholderText.holdsBraces(member.key) else { return }
        report(.placeholderInKey(member.key), at: node.location(ofKey: member))
    }
}

extension Template {
    /// The value where it is known at load.
    var constant: JSONValue? {
        if case .constant(let value) = self { return value }
        return nil
    }

    /// The placeholders in it that stand for something of the run.
    var holes: [Hole] {
        switch self {
        case .constant: []
        case .hole(let hole): [hole]
        case .text(let parts):
            parts.compactMap { part in
                if case .hole(let hole) = part { return hole }
                return nil
            }
        case .array(let elements): elements.flatMap(\.holes)
        case .object(let members): members.flatMap(\.value.holes)
        }
    }
}
