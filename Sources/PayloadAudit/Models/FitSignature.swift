import WireJSON

/// The keys and kinds of a payload's upper levels: all that its fit depends on.
///
/// Taken out of the text once, as every model is scored by it.
struct FitSignature {
    private struct Member {
        var key: [UInt8]
        var value: FitSignature
    }

    private let kind: ObservedKinds
    private var members: [Member] = []
    /// That of the first element, in an array of one; of an empty array and of other values nothing.
    private var first: [FitSignature] = []

    init(of view: JSONView) {
        self.init(view, depth: FitNode.depth)
    }

    private init(_ view: JSONView, depth: Int) {
        kind = Self.kind(of: view)
        guard depth > 0 else { return }
        if view.kind == .array {
            first = view.elements.prefix(1).map { FitSignature($0, depth: depth - 1) }
        } else if view.kind == .object {
            members = view.members.map {
                Member(key: Array($0.key.utf8), value: FitSignature($0.value, depth: depth - 1))
            }
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

    // MARK: As bytes

    /// Equal for payloads that fit alike.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(depth: FitNode.depth, to: &bytes)
        return bytes
    }

    private func append(depth: Int, to bytes: inout [UInt8]) {
        bytes.append(kind.rawValue)
        guard depth > 0, kind == .array || kind == .object else { return }
        for element in first { element.append(depth: depth - 1, to: &bytes) }
        for member in members {
            bytes += member.key
            bytes.append(0)
            member.value.append(depth: depth - 1, to: &bytes)
        }
        bytes.append(0)
    }

    // MARK: Scores

    /// How well a payload fits a model.
    func score(_ fit: FitNode) -> FitScore {
        var score = FitScore()
        add(fit, depth: FitNode.depth, &score)
        return score
    }

    private func add(_ fit: FitNode, depth: Int, _ score: inout FitScore) {
        guard kind == .object, depth > 0 else { return }
        for member in members {
            guard let declared = fit.members[member.key] else {
                score.unknown += 1
                continue
            }
            let value = member.value
            if declared.isSpelling || value.isAccepted(by: declared) { score.known += 1 } else { score.breaking += 1 }
            if !declared.isOpen { value.step(into: declared.node, depth: depth - 1, &score) }
        }
        score.breaking += fit.required.count { key in !members.contains { $0.key == key } }
    }

    private func step(into fit: FitNode, depth: Int, _ score: inout FitScore) {
        guard kind == .array else { return add(fit, depth: depth, &score) }
        guard let element = fit.element, let first = first.first else { return }
        first.add(element, depth: depth - 1, &score)
    }

    private func isAccepted(by declared: FitNode.Member) -> Bool {
        kind == .null
            ? declared.isOptional || declared.kinds.isEmpty || declared.isOpen : !declared.kinds.isDisjoint(with: kind)
    }
}
