import WireJSON

extension CaseCompiler {
    /// Whether a value may stand where a rule is, as far as can be seen without looking into it; else it is reported.
    mutating func accept(
        _ value: ResolvedValue,
        _ rule: ValueRule,
        known timing: KeyRule.Timing,
        as subject: @autoclosure () -> String
    ) -> Bool {
        switch value.content {
        case .unknown:
            return false
        case .text(let text):
            if rule.allows(text: text) { return true }
            reportWrong(value, rule, near: library.work.closestWord(to: text, among: rule.choices), as: subject())
        case .json:
            if rule.allows(value.node.view) { return true }
            reportWrong(value, rule, near: nil, as: subject())
        case .template(let template):
            if slots != nil, template.holdsSlot {
                slots?.accept(template, rule, known: timing)
                return slots?.isRefused == false
            }
            if timing == .run, rule.mayComeInRun { return true }
            report(.knownOnlyInRun(subject(), names: template.holes.map(name)), at: value.node.location)
        }
        return false
    }

    private mutating func reportWrong(_ value: ResolvedValue, _ rule: ValueRule, near: String?, as subject: String) {
        report(
            .wrongValue(subject, expected: rule.phrase, found: shown(value), near: near),
            at: value.node.location
        )
    }

    private func name(of hole: Hole) -> String {
        switch hole {
        case .variable(let index): state.variables[index].name
        case .now: "now"
        case .status: "status"
        case .body(let pointer): "body\(pointer)"
        }
    }

    /// A value as messages show it: JSON, cut where it is long; arrays and objects by their kind.
    ///
    /// What the command line gives is named, not repeated: it may be a secret.
    func shown(_ value: ResolvedValue) -> String {
        if value.node.use != nil {
            let name = value.node.origin >= 0 ? origins[value.node.origin].name : nil
            return name.map { "what --variable \($0) gives" } ?? "a text with what --variable gives"
        }
        switch value.content {
        case .text(let text): return JSONText.quoted(Self.cut(text))
        case .template, .unknown: return "a value of the run"
        case .json: break
        }
        let view = value.node.view
        switch view.kind {
        case .array: return view[0] == nil ? "an empty array" : "an array"
        case .object: return "an object"
        case .null, .bool, .number, .string: return Self.cut(view.text)
        }
    }

    private static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count > 60 ? String(scalars.prefix(60)) + "…" : text
    }
}

extension ValueRule {
    /// Whether a value of the run may stand here: no object of the grammar, and no list of them.
    var mayComeInRun: Bool {
        switch self {
        case .object, .map: false
        case .list(.anything, _): true
        case .list: false
        case .either(let rules): rules.contains(where: \.mayComeInRun)
        default: true
        }
    }

    /// Whether it is free text, in which braces mean nothing where it is read as written.
    var isText: Bool {
        if case .text = self { return true }
        return false
    }
}

extension NameRule {
    var phrase: String {
        switch self {
        case .word: "a word of a-z, 0-9 and '_' that begins with a letter"
        case .dottedWord: "words of a-z, 0-9 and '_' with '.' between"
        case .header: "the name of a header field"
        case .any: "any text"
        }
    }
}
