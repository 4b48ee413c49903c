import WireJSON

/// Writing patterns for people: as the case file has them, with placeholders filled in where they have values.
extension PatternChecker {
    func describe(_ pattern: Pattern) -> String {
        switch pattern.test {
        case .equals(let template): describe(template)
        case .array(let patterns): describe(patterns)
        case .object(let object): describe(object)
        }
    }

    func describe(_ patterns: [Pattern]) -> String {
        "[" + patterns.map { describe($0) }.joined(separator: ", ") + "]"
    }

    func describe(_ template: Template) -> String {
        do throws(TemplateProblem) {
            return try context.bindings.value(of: template).text()
        } catch {
            return "a value that is not known (\(error.message))"
        }
    }

    /// A lone operator reads as words, all else as JSON.
    private func describe(_ object: ObjectPattern) -> String {
        let flags = flagTexts(object)
        if object.isAbsent { return "nothing" }
        if object.members.isEmpty, flags.isEmpty {
            switch object.operators.count {
            case 0: return "an object"
            case 1: return describe(object.operators[0])
            default: return object.operators.map { describe($0) }.joined(separator: ", and ")
            }
        }
        if object.members.isEmpty, !object.isExact, !object.operators.isEmpty {
            let alternatives = (object.isNullable ? ["null"] : []) + (object.isOptional ? ["nothing"] : [])
            let words = object.operators.map { describe($0) }.joined(separator: ", and ")
            return ([words] + alternatives).joined(separator: ", or ")
        }
        let members = object.members.map { "\(JSONText.quoted($0.name)): \(describe($0.pattern))" }
        let operators = object.operators.map { describe($0) }
        return "{" + (flags + members + operators).joined(separator: ", ") + "}"
    }

    private func flagTexts(_ object: ObjectPattern) -> [String] {
        (object.isExact ? ["\"$exact\": true"] : []) + (object.isOptional ? ["\"$optional\": true"] : [])
            + (object.isNullable ? ["\"$nullable\": true"] : [])
    }

    func describe(_ test: PatternOperator) -> String {
        switch test.kind {
        case .type(let names): TypeName.words(names)
        case .literal(let template): describe(template)
        case .regex(let regex): "text that matches \(JSONText.quoted(regex.source))"
        case .format(let format): format.words
        case .compare(let comparison, let template): describe(comparison, template)
        case .near(let near): describe(near)
        case .length(let pattern): "a length of \(describe(pattern))"
        case .each(let pattern): "an array of \(describe(pattern))"
        case .contains(let patterns): "an array with \(patterns.map { describe($0) }.joined(separator: " and "))"
        case .unordered(let patterns): "an array of \(describe(patterns)) in any order"
        case .anyOf(let patterns): "one of: " + patterns.map { describe($0) }.joined(separator: "; ")
        case .allOf(let patterns): patterns.map { describe($0) }.joined(separator: ", and ")
        case .not(let pattern): "anything but \(describe(pattern))"
        case .shape(let name, _): "the shape '\(name)'"
        case .jwt(let token): token.refused.map { "a JWT that is refused: \($0)" } ?? "a JWT that verifies"
        case .jwk: "an RSA key with a certificate and a thumbprint of its own"
        }
    }

    private func describe(_ comparison: Comparison, _ template: Template) -> String {
        do throws(TemplateProblem) {
            return comparison.words(try context.bindings.value(of: template))
        } catch {
            return "a value to compare (\(error.message))"
        }
    }

    private func describe(_ near: Near) -> String {
        let reference = near.reference.map { describe($0) } ?? "now"
        return "a time near \(reference), plus \(describe(near.plus)), within \(describe(near.within))"
    }
}
