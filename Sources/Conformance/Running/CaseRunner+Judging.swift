import WireJSON

extension CaseRunner {
    /// What placeholders stand for at a moment of the host's clock.
    func bindings(now: Timestamp, status: Int? = nil, answer: JSONView? = nil) -> Bindings {
        Bindings(
            variables: compiled.variables,
            values: values,
            now: targetTime(now),
            status: status,
            answer: answer
        )
    }

    /// The target's clock at a moment of the host's.
    func targetTime(_ hostTime: Timestamp) -> Timestamp {
        let offset = advances + scope.clock.offset
        return offset == .zero ? hostTime : hostTime.adding(offset)
    }

    mutating func judge(_ received: ReceivedAnswer, _ step: RequestStep) async throws(CaseTrouble) -> Judgement {
        let rules = step.checksEveryAnswer ? scope.material.catalogue.everyAnswer.rules(for: received.answer) : []
        return try await judge(received, step.expectations, rules: rules)
    }

    /// Judges an answer; where a token is to be verified, the keys are fetched first and it is judged again.
    mutating func judge(
        _ received: ReceivedAnswer,
        _ expectations: StepExpectations,
        rules: [EveryAnswer.Rule]
    ) async throws(CaseTrouble) -> Judgement {
        let answer = received.answer
        var judgement = try await withKeys { runner, tokens in
            let context = CheckContext(
                bindings: runner.bindings(now: received.received, status: answer.status, answer: answer.document?.root),
                sent: runner.targetTime(received.sent),
                received: runner.targetTime(received.received),
                shapes: runner.scope.material.shapes,
                tokens: tokens,
                sha256: runner.scope.environment.sha256
            )
            return AnswerJudge(
                answer: answer,
                context: context,
                models: runner.scope.models,
                rules: rules,
                unknownFields: runner.scope.settings.unknownFields
            ).judge(expectations.alternatives)
        }
        if let move = expectations.move { judgement.apply(move) }
        if let name = judgement.unknownModel {
            throw CaseTrouble(
                kind: .internal,
                message: "the model '\(name)' is not known to this program",
                location: expectations.alternatives.first.map { expectations.move?($0.location) ?? $0.location }
            )
        }
        return judgement
    }

    /// Values already held, against patterns.
    mutating func perform(_ checks: [ValueCheck], _ number: Int) async throws(CaseTrouble) {
        let now = scope.environment.now()
        let judgement = try await withKeys { runner, tokens in
            let time = runner.targetTime(now)
            let context = CheckContext(
                bindings: runner.bindings(now: now),
                sent: time,
                received: time,
                shapes: runner.scope.material.shapes,
                tokens: tokens,
                sha256: runner.scope.environment.sha256
            )
            var judgement = Judgement()
            for (index, check) in checks.enumerated() {
                let name = runner.name(of: check.value)
                var checker = PatternChecker(context, subject: .value(name))
                // What has no name is told by its place among the checks.
                if name == nil { checker.path = [.element(index)] }
                checker.check(check)
                judgement.take(checker)
            }
            return judgement
        }
        journal.add(judgement.findings, step: number)
    }

    /// The placeholder that a value is; nil where it is more than one, or none.
    private func name(of value: Template) -> String? {
        guard case .hole(.variable(let index)) = value, compiled.variables.indices.contains(index) else { return nil }
        return "{{\(compiled.variables[index].name)}}"
    }

    /// Judges with the keys that are there, and again with those that were missing or too old.
    private mutating func withKeys(
        _ judge: (CaseRunner, TokenContext?) -> Judgement
    ) async throws(CaseTrouble) -> Judgement {
        let known = keys ?? (ownsProject ? nil : scope.sharedKeys.current)
        let judgement = judge(self, known)
        guard judgement.needsKeys || judgement.metUnknownKey else { return judgement }
        return judge(self, try await fetchKeys())
    }

    // MARK: Unique values

    /// Enters the values that no two answers of the run may share, and finds those that were there before.
    func uniqueFindings(_ step: RequestStep, _ answer: Answer) -> [RawFinding] {
        guard step.checksEveryAnswer, let root = answer.document?.root else { return [] }
        var findings: [RawFinding] = []
        for (place, rule) in scope.material.catalogue.everyAnswer.numberedRules(for: answer) {
            for (number, pointer) in rule.unique.enumerated() {
                guard let value = root.value(at: pointer),
                    let owner = scope.unique.insert(value, at: place << 32 | number, ofCase: entryIndex)
                else { continue }
                findings.append(
                    RawFinding(
                        code: .unique,
                        subject: "body \(pointer)",
                        expected: "a value that no other answer of this run has",
                        actual: value.value.text(),
                        note: owner == entryIndex
                            ? "an earlier answer of this case has it"
                            : "an answer in '\(scope.material.entries[owner].id)' has it",
                        location: rule.location,
                        requirements: rule.requirements
                    )
                )
            }
        }
        return findings
    }

    // MARK: Captures

    /// Takes values out of an answer; gives a finding for each that is not there.
    mutating func capture(_ captures: [Capture], from answer: Answer) -> [RawFinding] {
        var findings: [RawFinding] = []
        for capture in captures {
            if let value = Self.value(of: capture.source, in: answer) {
                values[capture.variable] = value
            } else {
                findings.append(
                    RawFinding(
                        code: .capture,
                        subject: capture.source.subject,
                        expected: "a value to capture as '\(compiled.variables[capture.variable].name)'",
                        actual: "nothing",
                        location: capture.location
                    )
                )
            }
        }
        return findings
    }

    private static func value(of source: Capture.Source, in answer: Answer) -> JSONValue? {
        switch source {
        case .body(let pointer): answer.document?.root.value(at: pointer)?.value
        case .header(let name): answer.headers[name].map { .string($0) }
        case .token(let pointer, let place):
            answer.document?.root.value(at: pointer)?.string.flatMap { TokenParts($0) }?.whole.value(at: place)
        }
    }
}

extension Capture.Source {
    fileprivate var subject: String {
        switch self {
        case .body(let pointer): pointer.description.isEmpty ? "body" : "body \(pointer)"
        case .header(let name): "header \(name)"
        case .token(let pointer, let place): "body \(pointer) token \(place)"
        }
    }
}

extension EveryAnswer {
    /// What holds for this answer.
    func rules(for answer: Answer) -> [Rule] {
        numberedRules(for: answer).map(\.rule)
    }

    /// The same, each with a number of its own, so that a value is unique among those of one rule.
    func numberedRules(for answer: Answer) -> [(place: Int, rule: Rule)] {
        var rules: [(place: Int, rule: Rule)] = []
        if let any { rules.append((0, any)) }
        if answer.isSuccess {
            if let ok { rules.append((1, ok)) }
        } else {
            if let error { rules.append((2, error)) }
        }
        return rules
    }
}

extension PatternChecker {
    /// Checks a value that the case holds.
    mutating func check(_ check: ValueCheck) {
        do throws(TemplateProblem) {
            let value = try context.bindings.value(of: check.value)
            self.check(check.matches, (try? JSONDocument(value.bytes()))?.root)
        } catch {
            report(problem: error, at: check.location, nil)
        }
    }
}
