import WireJSON

/// Holds patterns against values and keeps every finding; builds no text while all is well.
struct PatternChecker {
    /// What the checked value is a part of.
    enum Subject: Hashable {
        case body
        case header(String)
        /// Something that the case holds, by its name where it has one.
        case value(String?)
    }

    /// A step on the way to a value.
    enum PathToken {
        case member(String)
        case element(Int)
        /// Into something that is not part of the JSON text itself, such as the claims of a token.
        case part(String)
    }

    let context: CheckContext
    var subject: Subject
    var path: [PathToken] = []
    let sink = FindingSink()
    private var depth = 0

    /// How deep patterns may lead into each other, through shapes above all.
    private static let maximumDepth = 256

    init(_ context: CheckContext, subject: Subject) {
        self.context = context
        self.subject = subject
    }

    /// Whether only a yes or no is wanted.
    var isQuiet: Bool { sink.quietDepth > 0 }

    /// Whether nothing more need be looked at, as only a yes or no is wanted and it is a no.
    var isDecided: Bool {
        sink.quietDepth > 0 && sink.hasFailedQuietly
    }

    /// Checks a value, or its absence where it is nil.
    mutating func check(_ pattern: Pattern, _ value: JSONView?) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            return report(at: pattern.location, expected: "patterns at most \(Self.maximumDepth) deep", actual: "more")
        }
        switch pattern.test {
        case .equals(let template): check(equals: template, value, at: pattern.location)
        case .array(let patterns): check(array: patterns, value, at: pattern.location)
        case .object(let object): check(object, of: pattern, value)
        }
    }

    /// Whether a value fits, without findings.
    mutating func holds(_ pattern: Pattern, _ value: JSONView?) -> Bool {
        let before = sink.hasFailedQuietly
        sink.quietDepth += 1
        sink.hasFailedQuietly = false
        check(pattern, value)
        let holds = !sink.hasFailedQuietly
        sink.quietDepth -= 1
        sink.hasFailedQuietly = before
        return holds
    }

    /// The findings that a pattern would make, kept apart from the others.
    mutating func findings(of pattern: Pattern, _ value: JSONView?) -> [RawFinding] {
        let kept = sink.findings
        let keptDepth = sink.quietDepth
        sink.findings = []
        sink.quietDepth = 0
        check(pattern, value)
        let found = sink.findings
        sink.findings = kept
        sink.quietDepth = keptDepth
        return found
    }

    /// Notes that a `$regex` was given up for its cost: once for a check, also where only a yes or no is wanted.
    func giveUp(at location: SourceLocation, expected: String) {
        sink.hasFailedQuietly = true
        guard sink.surrender == nil else { return }
        sink.surrender = RawFinding(
            code: code,
            subject: subjectText,
            expected: expected,
            actual: "gave up after \(sink.regexBudget.spent) steps",
            note: "the pattern follows too many ways at once: anchor it with '^', or use smaller repeat counts",
            location: location
        )
    }

    /// Notes one finding about the value at the current path.
    func report(
        at location: SourceLocation?,
        expected: @autoclosure () -> String,
        actual: @autoclosure () -> String,
        note: @autoclosure () -> String? = nil
    ) {
        guard !isQuiet else {
            sink.hasFailedQuietly = true
            return
        }
        sink.findings.append(
            RawFinding(
                code: code,
                subject: subjectText,
                expected: expected(),
                actual: actual(),
                note: note(),
                location: location
            )
        )
    }

    private var code: Finding.Code {
        for case .part in path {
            return .token
        }
        switch subject {
        case .body: return .body
        case .header: return .header
        case .value: return .check
        }
    }

    /// `body /session/user_id`, `header content-type`, `body /session_jwt claims /sub`, `value {{user_id}}`.
    var subjectText: String {
        var text: String
        switch subject {
        case .body: text = "body"
        case .header(let name): text = "header \(name)"
        case .value(let name): text = name.map { "value \($0)" } ?? "value"
        }
        var tokens: [String] = []
        for token in path {
            switch token {
            case .member(let name): tokens.append(name)
            case .element(let index): tokens.append(String(index))
            case .part(let name):
                text += tokens.isEmpty ? " \(name)" : " \(JSONPointer(tokens: tokens)) \(name)"
                tokens = []
            }
        }
        return tokens.isEmpty ? text : "\(text) \(JSONPointer(tokens: tokens))"
    }
}

extension PatternChecker {
    private func check(equals template: Template, _ value: JSONView?, at location: SourceLocation) {
        guard let value else { return reportMissing(describe(template), at: location) }
        do throws(TemplateProblem) {
            if case .constant(let expected) = template {
                if !value.equals(expected) { reportUnequal(expected, value, at: location) }
            } else {
                let expected = try context.bindings.value(of: template)
                if !value.equals(expected) { reportUnequal(expected, value, at: location) }
            }
        } catch {
            report(problem: error, at: location, value)
        }
    }

    /// Notes that what was expected cannot be worked out.
    func report(problem: TemplateProblem, at location: SourceLocation, _ value: JSONView?) {
        report(at: location, expected: "a value to compare with", actual: shown(value), note: problem.message)
    }

    /// Notes a value that is another one.
    func reportUnequal(_ expected: JSONValue, _ value: JSONView, at location: SourceLocation) {
        report(
            at: location,
            expected: expected.text(),
            actual: shown(value),
            note: Self.explanation(of: expected, against: value)
        )
    }

    /// Notes that nothing is there.
    func reportMissing(_ expected: @autoclosure () -> String, at location: SourceLocation) {
        report(at: location, expected: expected(), actual: "nothing")
    }

    /// The JSON of a value, or `nothing`.
    func shown(_ value: JSONView?) -> String {
        value?.value.text() ?? "nothing"
    }

    /// What a reader could miss: two texts that look alike, or that differ far from their start.
    private static func explanation(of expected: JSONValue, against value: JSONView) -> String? {
        guard let expected = expected.string, let actual = value.string else { return nil }
        let left = Array(expected.unicodeScalars)
        let right = Array(actual.unicodeScalars)
        let same = zip(left, right).prefix { $0 == $1 }.count
        if Self.likeness(of: expected) == Self.likeness(of: actual) {
            let names = "\(scalarName(left, same)) and \(scalarName(right, same))"
            return "they look alike; the scalars differ from number \(same + 1) on: \(names)"
        }
        return same >= 32 ? "they differ from character \(same + 1) on" : nil
    }

    /// What is left to tell a text by for who looks at it: nothing that shows nothing, and of letters with marks one form.
    ///
    /// Swift's `==`, which takes two ways of writing a letter for one, is what compares such texts.
    private static func likeness(of text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    }

    private static func scalarName(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
        guard index < scalars.count else { return "the end" }
        let digits = String(scalars[index].value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
