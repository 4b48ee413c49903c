import WireJSON

@testable import Conformance

/// A pattern as a shape of a small corpus has it, held against a value.
struct PatternCheck {
    private let pattern: Pattern
    private let document: JSONDocument
    private let context: CheckContext

    private static let otherFiles = [
        CorpusFile(path: "operations.json", name: "operations.json", bytes: Array(#"{"operations": {}}"#.utf8)),
        CorpusFile(path: "shapes/word.json", name: "shapes/word.json", bytes: Array(#"{"$regex": "a+"}"#.utf8)),
    ]

    /// Nil where either text is none.
    init?(pattern: [UInt8], value: [UInt8]) {
        guard let document = try? JSONDocument(value) else { return nil }
        let it = CorpusFile(path: "shapes/it.json", name: "shapes/it.json", bytes: pattern)
        guard let corpus = CorpusLoader.load(Self.otherFiles + [it]).corpus else { return nil }
        guard let shape = corpus.shapes.first(where: { $0.name == "it" }) else { return nil }
        self.pattern = shape.pattern
        self.document = document
        let now = Timestamp(secondsSince1970: 1_795_253_400)
        context = CheckContext(
            bindings: Bindings(now: now, status: 200, answer: document.root),
            sent: now,
            received: now,
            shapes: corpus.shapes,
            sha256: { "\($0.count)" }
        )
    }

    func run() {
        var checker = PatternChecker(context, subject: .body)
        checker.check(pattern, document.root)
        let findings = checker.sink.allFindings
        for finding in findings {
            claim(!finding.subject.isEmpty && !finding.expected.isEmpty && !finding.actual.isEmpty, "words: \(finding)")
        }
        claim(checker.path.isEmpty, "the path is left as it was")
        // Then nothing is known.
        guard checker.sink.surrender == nil else { return }
        claim(checker.holds(pattern, document.root) == findings.isEmpty, "what holds has no finding: \(findings)")
        let opposite = PatternOperator(.not(pattern), at: pattern.location)
        let negated = Pattern(.object(ObjectPattern(operators: [opposite])), at: pattern.location)
        claim(checker.holds(negated, document.root) != findings.isEmpty, "either a pattern holds or '$not' of it")
        checkItself()
    }

    /// A value fits itself, written as a constant and as `$literal`.
    private func checkItself() {
        let value = document.root.value
        var checker = PatternChecker(context, subject: .value(nil))
        let literal = PatternOperator(.literal(.constant(value)), at: pattern.location)
        for test in [Pattern.Test.equals(.constant(value)), .object(ObjectPattern(operators: [literal]))] {
            claim(checker.holds(Pattern(test, at: pattern.location), document.root), "a value fits itself: \(value)")
        }
    }
}
