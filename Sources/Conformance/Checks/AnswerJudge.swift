import WireJSON

/// Holds one answer against what is expected of it.
struct AnswerJudge {
    /// The model for every answer that is no success.
    static let errorModel = Catalogue.errorModel

    let answer: Answer
    let context: CheckContext
    let models: [String: ModelCheck]
    /// What holds for every answer; empty where the operation is left out of it.
    let rules: [EveryAnswer.Rule]
    let unknownFields: UnknownFieldPolicy

    /// The verdict on all alternatives: the first that holds, else the one with this status, else the first.
    ///
    /// Where none holds, the first finding tells of the others too.
    func judge(_ expectations: [Expectation]) -> Judgement {
        var chosen: Judgement?
        var place = 0
        var isOfStatus = false
        for (index, expectation) in expectations.enumerated() {
            let judgement = judge(expectation)
            if judgement.findings.isEmpty { return judgement }
            let matches = expectation.statuses.allows(answer.status)
            if chosen == nil || matches && !isOfStatus {
                let needsKeys = judgement.needsKeys || chosen?.needsKeys ?? false
                let metUnknownKey = judgement.metUnknownKey || chosen?.metUnknownKey ?? false
                chosen = judgement
                chosen?.needsKeys = needsKeys
                chosen?.metUnknownKey = metUnknownKey
                place = index
                isOfStatus = matches
            }
        }
        if expectations.count > 1 {
            let others = expectations[..<place] + expectations[(place + 1)...]
            chosen?.findings[0].add(note: "also allowed: \(Expectation.words(others))")
        }
        return chosen ?? Judgement()
    }

    private func judge(_ expectation: Expectation) -> Judgement {
        var judgement = Judgement()
        check(expectation.statuses, &judgement)
        let wantsNoBody = expectation.body?.isAbsence ?? false
        checkJSON(expectation, wantsNoBody: wantsNoBody, &judgement)
        check(errorTypes: expectation.errorTypes, at: expectation.errorLocation ?? expectation.location, &judgement)
        for rule in rules {
            judgement.attribute(to: rule) { check(rule, &$0) }
        }
        check(headers: expectation.headers, &judgement)
        if let root = answer.document?.root {
            for rule in rules {
                guard let pattern = rule.body else { continue }
                judgement.attribute(to: rule) { check(body: pattern, root, &$0) }
            }
            if let pattern = expectation.body, !wantsNoBody {
                check(body: pattern, root, &judgement)
            }
        }
        checkModel(expectation, wantsNoBody: wantsNoBody, &judgement)
        check(maximumDuration: expectation.maximumDuration, at: expectation.location, &judgement)
        return judgement
    }

    /// What a rule for every answer says beside its patterns of the body and its model.
    private func check(_ rule: EveryAnswer.Rule, _ judgement: inout Judgement) {
        if let statuses = rule.statuses {
            check(statuses, &judgement)
        }
        check(errorTypes: rule.errorTypes, at: rule.location, &judgement)
        check(headers: rule.headers, &judgement)
        check(maximumDuration: rule.maximumDuration, at: rule.location, &judgement)
    }

    private func check(_ statuses: StatusExpectation, _ judgement: inout Judgement) {
        guard !statuses.allows(answer.status) else { return }
        judgement.findings.append(
            RawFinding(
                code: .status,
                subject: "status",
                expected: statuses.words,
                actual: String(answer.status),
                note: answer.errorSummary,
                location: statuses.location
            )
        )
    }

    /// One finding, however many things would have read the body.
    private func checkJSON(_ expectation: Expectation, wantsNoBody: Bool, _ judgement: inout Judgement) {
        if wantsNoBody, !answer.body.isEmpty {
            judgement.findings.append(
                RawFinding(
                    code: .body,
                    subject: "body",
                    expected: "no body",
                    actual: answer.document.map { $0.root.value.text() } ?? answer.descriptionOfBody,
                    location: expectation.body?.location
                )
            )
        }
        guard answer.document == nil else { return }
        let reader: SourceLocation? =
            if let pattern = expectation.body, !wantsNoBody {
                pattern.location
            } else if expectation.errorTypes != nil {
                expectation.errorLocation ?? expectation.location
            } else if let pattern = rules.lazy.compactMap(\.body).first {
                pattern.location
            } else if !wantsNoBody, expectation.model.name(for: answer) != nil {
                expectation.location
            } else {
                nil
            }
        guard let reader else { return }
        judgement.findings.append(
            RawFinding(
                code: .notJSON,
                subject: "body",
                expected: "JSON",
                actual: answer.descriptionOfBody,
                location: reader
            )
        )
    }

    private func check(errorTypes types: [String]?, at location: SourceLocation, _ judgement: inout Judgement) {
        guard let types, let root = answer.document?.root else { return }
        let found = root["error_type"]
        if let found, types.contains(where: { found.isString($0) }) { return }
        judgement.findings.append(
            RawFinding(
                code: .errorType,
                subject: "body /error_type",
                expected: types.map(JSONText.quoted).joined(separator: " or "),
                actual: found?.value.text() ?? "nothing",
                location: location
            )
        )
    }

    private func check(body pattern: Pattern, _ root: JSONView, _ judgement: inout Judgement) {
        var checker = PatternChecker(context, subject: .body)
        checker.check(pattern, root)
        judgement.take(checker)
    }

    private func check(headers: [MemberPattern], _ judgement: inout Judgement) {
        for header in headers {
            let values = answer.headers.values(of: header.name)
            if values.count == 1, header.pattern.isOneRegex(matching: values[0]) { continue }
            var checker = PatternChecker(context, subject: .header(header.name))
            let value: JSONValue? =
                if values.isEmpty {
                    nil
                } else if header.pattern.wantsArray {
                    .array(values.map { .string($0) })
                } else {
                    .string(values.joined(separator: ", "))
                }
            checker.check(header.pattern, value.flatMap { try? JSONDocument($0.bytes()) }?.root)
            judgement.take(checker)
        }
    }

    private func check(maximumDuration: Duration?, at location: SourceLocation, _ judgement: inout Judgement) {
        guard let limit = maximumDuration, let duration = answer.duration, duration > limit else { return }
        let words = DurationWords.pair(limit, duration)
        judgement.findings.append(
            RawFinding(
                code: .duration,
                subject: "duration",
                expected: "at most \(words.0)",
                actual: words.1,
                location: location
            )
        )
    }
}

extension Expectation {
    /// The most outcomes that are told one by one.
    private static let mostTold = 3
    /// The most scalars of the reason for one.
    private static let longestReason = 60

    /// `404 "session_not_found" (it may be gone), 410 (or so)`; of many the first, and how many there are besides.
    static func words(_ outcomes: some Collection<Expectation>) -> String {
        let more = outcomes.count - mostTold
        let told = outcomes.prefix(mostTold).map(\.words)
        return (more > 0 ? told + ["and \(more) more"] : told).joined(separator: ", ")
    }

    /// What tells this outcome from others: status, types of error, and why it is allowed.
    private var words: String {
        let types = errorTypes.map { " " + $0.map(JSONText.quoted).joined(separator: " or ") } ?? ""
        guard let reason = because?.unicodeScalars else { return statuses.words + types }
        let isLong = reason.count > Self.longestReason
        return "\(statuses.words)\(types) (\(String(reason.prefix(Self.longestReason)))\(isLong ? "…" : ""))"
    }
}

extension StatusExpectation {
    /// `200`, `200 or 201`, `400 to 499`.
    var words: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
            .joined(separator: " or ")
    }
}

extension ModelExpectation {
    /// The model that this answer must decode into; nil for none.
    func name(for answer: Answer) -> String? {
        switch self {
        case .none: nil
        case .named(let name): name
        case .byStatus(let success): answer.isSuccess ? success : AnswerJudge.errorModel
        }
    }
}

extension Pattern {
    /// `{"$absent": true}`.
    var isAbsence: Bool {
        if case .object(let object) = test { object.isAbsent } else { false }
    }

    /// Whether it speaks of an array, so that a repeated header is given to it as one.
    var wantsArray: Bool {
        switch test {
        case .array: return true
        case .equals: return false
        case .object(let object):
            return object.operators.contains { test in
                switch test.kind {
                case .each, .contains, .unordered: true
                case .type(let names): names == [.array]
                case .literal(.array), .literal(.constant(.array)): true
                case .anyOf(let patterns), .allOf(let patterns): patterns.contains { $0.wantsArray }
                default: false
                }
            }
        }
    }

    /// Whether it is `$regex` alone and a text matches it: the commonest header pattern, answered without a JSON text.
    ///
    /// One that costs too much is left to the checker, which says so.
    func isOneRegex(matching text: String) -> Bool {
        guard case .object(let object) = test, object.members.isEmpty, !object.isExact, !object.isAbsent,
            object.operators.count == 1, case .regex(let regex) = object.operators[0].kind
        else { return false }
        var budget = RegexBudget(steps: 0)
        return regex.matches(text, within: &budget) ?? false
    }
}
