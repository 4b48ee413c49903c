/// What was found in one answer.
struct Judgement {
    /// Those that decide.
    var findings: [RawFinding] = []
    /// Drift and other notes that do not decide.
    var notes: [RawFinding] = []
    /// A token is to be verified and there are no keys yet.
    var needsKeys = false
    /// A token was refused for a key that the set does not have.
    var metUnknownKey = false
    /// A model that the case names and nobody handed in.
    var unknownModel: String?

    /// Lets `check` add findings, which then name the statements that the rule covers.
    mutating func attribute(to rule: EveryAnswer.Rule, _ check: (inout Judgement) -> Void) {
        let before = findings.count
        check(&self)
        for index in findings.indices.dropFirst(before) { findings[index].requirements = rule.requirements }
    }

    /// Gives all places where the words stand that are meant, rather than those that were read.
    mutating func apply(_ move: SourceMove) {
        for index in findings.indices { findings[index].location = findings[index].location.map { move($0) } }
        for index in notes.indices { notes[index].location = notes[index].location.map { move($0) } }
    }

    /// Takes over what a checker found.
    mutating func take(_ checker: PatternChecker) {
        findings.append(contentsOf: checker.sink.allFindings)
        needsKeys = needsKeys || checker.sink.needsKeys
        metUnknownKey = metUnknownKey || checker.sink.metUnknownKey
    }
}
