import WireJSON

extension PatternChecker {
    /// Checks an expected object: its flags, its operators, then its members.
    mutating func check(_ object: ObjectPattern, of pattern: Pattern, _ value: JSONView?) {
        guard let value else { return checkAbsence(object, of: pattern) }
        if object.isAbsent {
            return report(at: pattern.location, expected: "nothing", actual: shown(value))
        }
        if object.isNullable, value.isNull { return }
        for test in object.operators {
            check(test, value)
            if isDecided { return }
        }
        let saysNothing = object.operators.isEmpty && !object.isOptional && !object.isNullable
        guard !object.members.isEmpty || object.isExact || saysNothing else { return }
        guard value.kind == .object else {
            return report(at: pattern.location, expected: describe(pattern), actual: shown(value))
        }
        check(members: object.members, of: value)
        if object.isExact {
            checkNoOther(than: object.members, in: value, at: pattern.location)
        }
    }

    /// A missing value fits where the pattern, or each operator that can speak of it, says so.
    private mutating func checkAbsence(_ object: ObjectPattern, of pattern: Pattern) {
        if object.isAbsent || object.isOptional { return }
        if object.members.isEmpty, !object.isExact, !object.operators.isEmpty,
            object.operators.allSatisfy({ allowsAbsence($0.kind) })
        {
            return
        }
        reportMissing(describe(pattern), at: pattern.location)
    }

    private mutating func allowsAbsence(_ kind: PatternOperator.Kind) -> Bool {
        switch kind {
        case .anyOf(let patterns):
            for pattern in patterns where holds(pattern, nil) {
                return true
            }
            return false
        case .allOf(let patterns):
            for pattern in patterns where !holds(pattern, nil) {
                return false
            }
            return true
        case .shape(_, let index):
            return context.shapes.indices.contains(index) && holds(context.shapes[index].pattern, nil)
        default:
            return false
        }
    }

    private mutating func check(members: [MemberPattern], of value: JSONView) {
        for member in members {
            path.append(.member(member.name))
            if let found = value[member.name] {
                check(member.pattern, found)
            } else if !holds(member.pattern, nil) {
                report(
                    at: member.location,
                    expected: describe(member.pattern),
                    actual: "nothing",
                    note: Self.similarName(to: member.name, in: value, besides: members)
                )
            }
            path.removeLast()
            if isDecided { return }
        }
    }

    private static func similarName(to name: String, in value: JSONView, besides members: [MemberPattern]) -> String? {
        let others = value.members.lazy.map(\.key).filter { key in
            !members.contains { $0.name.unicodeScalars.elementsEqual(key.unicodeScalars) }
        }
        return ClosestName.of(name, among: others).map { "did you mean '\($0)'?" }
    }

    /// One finding for all that are too many: where it is a single one, about that.
    private mutating func checkNoOther(than members: [MemberPattern], in value: JSONView, at location: SourceLocation) {
        let others = value.members.filter { member in !members.contains { member.keyIs($0.name) } }
        guard let first = others.first else { return }
        guard others.count == 1 else {
            return report(at: location, expected: "no other members", actual: Self.names(of: others))
        }
        path.append(.member(first.key))
        report(at: location, expected: "no other member", actual: shown(first.value))
        path.removeLast()
    }

    /// The most members that are too many and named.
    private static let mostNamed = 10

    /// `"b", "c" and "d"`; of very many the first, and how many there are besides.
    private static func names(of members: [JSONMember]) -> String {
        let names = members.prefix(mostNamed).map { JSONText.quoted($0.key) }
        let more = members.count - names.count
        let last = more > 0 ? "\(more) more" : names[names.count - 1]
        return "\((more > 0 ? names : names.dropLast()).joined(separator: ", ")) and \(last)"
    }
}
