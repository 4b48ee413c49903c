package import WireJSON

/// What is wrong with a policy, and where.
package struct PolicyMistake: Error, Sendable {
    /// The first byte of what is wrong.
    package var offset: Int
    package var message: String
    package var hint: String?
}

/// Reads a policy: `{ "failOn": ["breaking"], "rules": [{ "code": …, "severity": … }] }`.
package struct PolicyReader {
    private let table: ModelTable
    /// The nearest of some names to a misspelt one.
    private let closest: (String, [String]) -> String?
    private var mistakes: [PolicyMistake] = []

    /// Makes a reader that knows the names of models, and how to find the one that was meant.
    package init(_ table: ModelTable, closest: @escaping (String, [String]) -> String?) {
        self.table = table
        self.closest = closest
    }

    /// The policy of a text, or every mistake in it.
    package mutating func read(_ document: JSONDocument) -> (policy: AuditPolicy, mistakes: [PolicyMistake]) {
        var policy = AuditPolicy()
        for repeated in document.duplicateKeys {
            mistakes.append(PolicyMistake(offset: repeated.offset, message: "the key '\(repeated.key)' comes twice"))
        }
        let known = ["$schema", "description", "failOn", "rules"]
        let members = members(of: document.root, known, "a policy")
        if let words = members["failOn"] { policy.gates = list(words).compactMap { gate($0) } }
        if let rules = members["rules"] { policy.rules = list(rules).compactMap { rule($0) } }
        return (policy, mistakes)
    }

    private mutating func rule(_ view: JSONView) -> AuditPolicy.Rule? {
        let members = members(of: view, ["code", "model", "pointer", "severity", "reason"], "a rule")
        guard view.kind == .object else { return nil }
        guard let word = members["severity"] else {
            report(view, "expected the key 'severity'", "one of \(Self.words(Severity.allCases.map(\.rawValue)))")
            return nil
        }
        guard let severity = named(word, Severity.allCases.map(\.rawValue), "severity", Severity.init) else {
            return nil
        }
        var rule = AuditPolicy.Rule(severity: severity)
        rule.code = members["code"].flatMap { named($0, AuditCode.all.map(\.word), "code") { AuditCode(word: $0) } }
        rule.model = members["model"].flatMap { named($0, table.models.map(\.name), "model") { $0 } }
        rule.pointer = members["pointer"].flatMap { pattern($0) }
        if rule.code == nil, rule.model == nil, rule.pointer == nil, members.keys.count == 1 {
            report(view, "a rule for everything", "say at least one of 'code', 'model' and 'pointer'")
        }
        return rule
    }

    private mutating func gate(_ view: JSONView) -> AuditPolicy.Gate? {
        named(view, AuditPolicy.Gate.words, "severity or code") { AuditPolicy.Gate(word: $0) }
    }

    private mutating func pattern(_ view: JSONView) -> PointerPattern? {
        guard let text = text(view) else { return nil }
        do throws(JSONPointerError) {
            return try PointerPattern(text)
        } catch {
            report(view, error.message, "write a pointer such as '/user/emails/*'")
            return nil
        }
    }

    private mutating func named<Value>(
        _ view: JSONView,
        _ names: [String],
        _ what: String,
        _ make: (String) -> Value?
    ) -> Value? {
        guard let text = text(view) else { return nil }
        if names.contains(where: { $0.utf8.elementsEqual(text.utf8) }), let value = make(text) { return value }
        let near = closest(text, names).map { "did you mean '\($0)'?" }
        report(view, "there is no \(what) '\(text)'", near ?? "one of \(Self.words(names))")
        return nil
    }

    private mutating func text(_ view: JSONView) -> String? {
        if let text = view.string { return text }
        report(view, "expected a string, found \(view.kind.word)", nil)
        return nil
    }

    private mutating func list(_ view: JSONView) -> [JSONView] {
        if view.kind != .array { report(view, "expected an array, found \(view.kind.word)", nil) }
        return view.elements.map { $0 }
    }

    private mutating func members(of view: JSONView, _ known: [String], _ what: String) -> [String: JSONView] {
        guard view.kind == .object else {
            report(view, "expected \(what) as an object, found \(view.kind.word)", nil)
            return [:]
        }
        var members: [String: JSONView] = [:]
        for member in view.members {
            if let name = known.first(where: { member.keyIs($0) }) {
                members[name] = member.value
            } else {
                let near = closest(member.key, known).map { "did you mean '\($0)'?" }
                let hint = near ?? "\(what) may have \(Self.words(known))"
                mistakes.append(
                    PolicyMistake(offset: member.keyOffset, message: "\(what) has no key '\(member.key)'", hint: hint)
                )
            }
        }
        return members
    }

    private mutating func report(_ view: JSONView, _ message: String, _ hint: String?) {
        mistakes.append(PolicyMistake(offset: view.offset, message: message, hint: hint))
    }

    private static func words(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
}
