import WireJSON

extension AnswerJudge {
    /// Decodes the body into its model, and into another one that a rule names, and weighs what decoding reported.
    func checkModel(_ expectation: Expectation, wantsNoBody: Bool, _ judgement: inout Judgement) {
        guard let document = answer.document else { return }
        let name = wantsNoBody ? nil : expectation.model.name(for: answer)
        guard let reports = decode(document, into: name, &judgement) else { return }
        if let expected = expectation.findings {
            compare(expected, reports, at: expectation.findingsLocation ?? expectation.location, &judgement)
        } else if !reports.isEmpty {
            let policy = expectation.unknownFields ?? rules.lazy.compactMap(\.unknownFields).first ?? unknownFields
            weigh(reports, model: name, policy, at: expectation.location, &judgement)
        }
        for rule in rules where rule.model != nil || rule.findings != nil {
            let other = rule.model.map { $0.name(for: answer) } ?? name
            guard let reports = other == name ? reports : decode(document, into: other, &judgement) else { return }
            judgement.attribute(to: rule) { judgement in
                if let expected = rule.findings {
                    compare(expected, reports, at: rule.location, &judgement)
                } else if other != name {
                    weigh(reports, model: other, rule.unknownFields ?? unknownFields, at: rule.location, &judgement)
                }
            }
        }
    }

    /// Everything that decoding reports; nil where the model is not known to this program.
    private func decode(_ document: JSONDocument, into name: String?, _ judgement: inout Judgement) -> [Report]? {
        guard let name else { return Self.withDuplicates(of: document, []) }
        guard let model = models[name] else {
            judgement.unknownModel = name
            return nil
        }
        return Self.withDuplicates(of: document, model(document.root))
    }

    /// What decoding says of one place.
    private struct Report {
        var code: String
        var pointer: JSONPointer
        var expected: String
        var actual: String
        var breaks: Bool
    }

    /// Adds the duplicate keys that no model came by: that one is there is a finding, whoever reads it.
    private static func withDuplicates(of document: JSONDocument, _ findings: [DecodingFinding]) -> [Report] {
        guard !findings.isEmpty || !document.duplicateKeys.isEmpty else { return [] }
        var reports = findings.map { finding in
            Report(
                code: finding.code.rawValue,
                pointer: finding.pointer,
                expected: finding.expected,
                actual: wholeText(of: finding, in: document),
                breaks: finding.breaks
            )
        }
        let code = DecodingFinding.Code.duplicateKey.rawValue
        for duplicate in document.duplicateKeys
        where !reports.contains(where: { $0.code == code && $0.pointer == duplicate.pointer }) {
            reports.append(
                Report(
                    code: code,
                    pointer: duplicate.pointer,
                    expected: "each key once",
                    actual: "the key again",
                    breaks: true
                )
            )
        }
        return reports
    }

    /// What the decoder cut is put back: a cut before redaction would leave the beginning of a secret unseen.
    private static func wholeText(of finding: DecodingFinding, in document: JSONDocument) -> String {
        guard finding.actual.unicodeScalars.last == "\u{2026}" else { return finding.actual }
        return document.root.value(at: finding.pointer)?.text ?? finding.actual
    }

    private func weigh(
        _ reports: [Report],
        model: String?,
        _ policy: UnknownFieldPolicy,
        at location: SourceLocation,
        _ judgement: inout Judgement
    ) {
        for report in reports {
            let isDrift = report.code == DecodingFinding.Code.unknownField.rawValue
            let finding = RawFinding(
                code: isDrift ? .unknownField : .model,
                detail: report.code,
                subject: Self.subject(report.pointer),
                expected: report.expected,
                actual: report.actual,
                note: model.map { "\(report.code), decoding '\($0)'" } ?? report.code,
                location: location
            )
            if report.breaks {
                judgement.findings.append(finding)
            } else if !isDrift {
                judgement.notes.append(finding)
            } else {
                switch policy {
                case .report: judgement.notes.append(finding)
                case .fail: judgement.findings.append(finding)
                case .allow: break
                }
            }
        }
    }

    /// Exactly the expected ones, each once, in any order.
    private func compare(
        _ expected: [ExpectedFinding],
        _ reports: [Report],
        at location: SourceLocation,
        _ judgement: inout Judgement
    ) {
        var remaining = reports
        for one in expected {
            if let index = remaining.firstIndex(where: { $0.code == one.code && $0.pointer == one.pointer }) {
                remaining.remove(at: index)
            } else {
                judgement.findings.append(
                    RawFinding(
                        code: .decodingFindings,
                        detail: one.code,
                        subject: Self.subject(one.pointer),
                        expected: "decoding to report \(one.code)",
                        actual: "no such report",
                        location: location
                    )
                )
            }
        }
        for report in remaining {
            judgement.findings.append(
                RawFinding(
                    code: .decodingFindings,
                    detail: report.code,
                    subject: Self.subject(report.pointer),
                    expected: "no report of decoding here",
                    actual: "\(report.code): expected \(report.expected), got \(report.actual)",
                    location: location
                )
            )
        }
    }

    private static func subject(_ pointer: JSONPointer) -> String {
        let text = pointer.description
        return text.isEmpty ? "body" : "body \(text)"
    }
}
