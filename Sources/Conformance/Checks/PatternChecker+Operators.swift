import WireJSON

extension PatternChecker {
    /// Checks one operator against a value that is there.
    mutating func check(_ test: PatternOperator, _ value: JSONView) {
        let location = test.location
        switch test.kind {
        case .type(let names):
            if !names.contains(where: { $0.allows(value) }) {
                report(at: location, expected: TypeName.words(names), actual: shown(value))
            }
        case .literal(let template): check(literal: template, value, at: location)
        case .regex(let regex): check(regex, of: test, value)
        case .format(let format):
            if !(value.string.map(format.allows) ?? false) {
                report(at: location, expected: format.words, actual: shown(value))
            }
        case .compare(let comparison, let template): check(comparison, template, value, at: location)
        case .near(let near): check(near, value, at: location)
        case .length(let pattern): check(length: pattern, value, at: location)
        case .each(let pattern): check(each: pattern, value, at: location)
        case .contains(let patterns): check(contains: patterns, value, at: location)
        case .unordered(let patterns): check(unordered: patterns, value, at: location)
        case .anyOf(let patterns): check(anyOf: patterns, value, at: location)
        case .allOf(let patterns):
            for pattern in patterns where !isDecided {
                check(pattern, value)
            }
        case .not(let pattern):
            if holds(pattern, value) {
                report(at: location, expected: describe(test), actual: shown(value))
            }
        case .shape(let name, let index):
            guard context.shapes.indices.contains(index) else {
                return report(at: location, expected: "the shape '\(name)'", actual: "no such shape")
            }
            check(context.shapes[index].pattern, value)
        case .jwt(let token): check(token, value, at: location)
        case .jwk: check(key: value, at: location)
        }
    }

    private mutating func check(_ regex: RegexPattern, of test: PatternOperator, _ value: JSONView) {
        // Once one was given up, the others of the check are not tried.
        let isGivenUp = sink.surrender != nil
        switch isGivenUp ? nil : value.string.map({ regex.matches($0, within: &sink.regexBudget) }) ?? false {
        case true?: return
        case false?: report(at: test.location, expected: describe(test), actual: shown(value))
        case nil: giveUp(at: test.location, expected: describe(test))
        }
    }

    private mutating func check(literal template: Template, _ value: JSONView, at location: SourceLocation) {
        do throws(TemplateProblem) {
            let expected = try context.bindings.value(of: template)
            guard !value.equals(expected) else { return }
            reportDifferences(from: expected, value, at: location)
        } catch {
            report(problem: error, at: location, value)
        }
    }

    /// One finding for each place where two trees differ, rather than one with both in full.
    private mutating func reportDifferences(from expected: JSONValue, _ value: JSONView, at location: SourceLocation) {
        let differences = isQuiet ? [] : JSONDifference.between(expected: expected, actual: value.value)
        guard !differences.isEmpty else { return reportUnequal(expected, value, at: location) }
        for difference in differences {
            let tokens = difference.pointer.tokens
            path.append(contentsOf: tokens.map { .member($0) })
            report(
                at: location,
                expected: difference.expected?.text() ?? "nothing",
                actual: difference.actual?.text() ?? "nothing"
            )
            path.removeLast(tokens.count)
        }
    }

    private mutating func check(length pattern: Pattern, _ value: JSONView, at location: SourceLocation) {
        let unit =
            switch value.kind {
            case .array: "element"
            case .string: "character"
            default: "member"
            }
        guard let length = value.length else {
            return report(
                at: location,
                expected: "an array, text or object with a length of \(describe(pattern))",
                actual: shown(value)
            )
        }
        if case .equals(.constant(.number(let wanted))) = pattern.test {
            if wanted.int == length { return }
        } else if let count = try? JSONDocument(String(length)), holds(pattern, count.root) {
            return
        }
        report(
            at: location,
            expected: "a length of \(describe(pattern))",
            actual: "\(length) \(unit)\(length == 1 ? "" : "s")"
        )
    }

    private mutating func check(anyOf patterns: [Pattern], _ value: JSONView, at location: SourceLocation) {
        for pattern in patterns where holds(pattern, value) {
            return
        }
        report(
            at: location,
            expected: "one of: " + patterns.map { describe($0) }.joined(separator: "; "),
            actual: shown(value),
            note: isQuiet ? nil : closest(of: patterns, to: value)
        )
    }

    /// `closest is alternative 2: body /x: expected 1, got 2`.
    private mutating func closest(of patterns: [Pattern], to value: JSONView) -> String? {
        var best: (index: Int, findings: [RawFinding])?
        for (index, pattern) in patterns.enumerated() {
            let found = findings(of: pattern, value)
            if best == nil || found.count < best?.findings.count ?? 0 {
                best = (index, found)
            }
        }
        guard let best, let first = best.findings.first, first.subject != subjectText else { return nil }
        let rest = best.findings.count > 1 ? ", and \(best.findings.count - 1) more" : ""
        return "closest is alternative \(best.index + 1): \(first.words)\(rest)"
    }
}

extension RawFinding {
    /// `body /x: expected 1, got 2`.
    var words: String {
        "\(subject): expected \(expected), got \(actual)"
    }
}

extension TypeName {
    /// Whether a value is of this type; an integer is a number written without `.` and `e`.
    func allows(_ value: JSONView) -> Bool {
        switch self {
        case .string: value.kind == .string
        case .number: value.kind == .number
        case .integer: value.number?.isInteger ?? false
        case .boolean: value.kind == .bool
        case .array: value.kind == .array
        case .object: value.kind == .object
        case .null: value.kind == .null
        }
    }

    /// `a string`, `an integer or null`.
    static func words(_ names: [TypeName]) -> String {
        names.map(\.words).joined(separator: " or ")
    }

    private var words: String {
        switch self {
        case .null: "null"
        case .array, .integer, .object: "an \(rawValue)"
        case .string, .number, .boolean: "a \(rawValue)"
        }
    }
}
