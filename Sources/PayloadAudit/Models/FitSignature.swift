import WireJSON

/// The keys and kinds of a payload's upper levels: all that its fit depends on.
enum FitSignature {
    /// As bytes: equal for payloads that fit alike.
    static func bytes(of view: JSONView) -> [UInt8] {
        var bytes: [UInt8] = []
        append(view, depth: FitNode.depth, to: &bytes)
        return bytes
    }

    private static func append(_ view: JSONView, depth: Int, to bytes: inout [UInt8]) {
        bytes.append(kind(of: view).rawValue)
        guard depth > 0 else { return }
        if view.kind == .array {
            if let first = view.elements.first(where: { _ in true }) { append(first, depth: depth - 1, to: &bytes) }
            bytes.append(0)
        } else if view.kind == .object {
            for member in view.members {
                bytes += member.key.utf8
                bytes.append(0)
                append(member.value, depth: depth - 1, to: &bytes)
            }
            bytes.append(0)
        }
    }

    private static func kind(of view: JSONView) -> ObservedKinds {
        switch view.kind {
        case .null: .null
        case .bool: .boolean
        case .number: view.number?.isInteger == true ? .integer : .fraction
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// How well a payload fits a model, by no more than its signature.
    static func score(_ view: JSONView, _ fit: FitNode) -> FitScore {
        var score = FitScore()
        add(view, fit, depth: FitNode.depth, &score)
        return score
    }

    private static func add(_ view: JSONView, _ fit: FitNode, depth: Int, _ score: inout FitScore) {
        guard view.kind == .object, depth > 0 else { return }
        var seen: Set<[UInt8]> = []
        for member in view.members {
            let key = Array(member.key.utf8)
            guard let declared = fit.members[key] else {
                score.unknown += 1
                continue
            }
            seen.insert(key)
            if declared.isSpelling || accepts(declared, member.value) { score.known += 1 } else { score.breaking += 1 }
            if !declared.isOpen { step(into: member.value, declared.node, depth: depth - 1, &score) }
        }
        score.breaking += fit.required.count { !seen.contains($0) }
    }

    private static func step(into view: JSONView, _ fit: FitNode, depth: Int, _ score: inout FitScore) {
        guard view.kind == .array else { return add(view, fit, depth: depth, &score) }
        guard let element = fit.element, let first = view.elements.first(where: { _ in true }) else { return }
        add(first, element, depth: depth - 1, &score)
    }

    private static func accepts(_ declared: FitNode.Member, _ view: JSONView) -> Bool {
        view.kind == .null
            ? declared.isOptional || declared.kinds.isEmpty || declared.isOpen
            : !declared.kinds.isDisjoint(with: kind(of: view))
    }
}
