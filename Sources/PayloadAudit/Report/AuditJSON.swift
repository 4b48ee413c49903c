package import WireJSON

/// An audit as a program reads it; `decode.schema.json` describes it.
package enum AuditJSON {
    package static let formatName = "stytch-conformance/decode"
    package static let version = 1

    /// The answer to another question than the findings, headed by its form: `decode-NAME.schema.json` describes it.
    static func answer(_ name: String, _ members: JSONObject) -> JSONValue {
        var object: JSONObject = ["format": .string("\(formatName)-\(name)"), "version": number(version)]
        for (key, value) in members { object[key] = value }
        return .object(object)
    }

    /// The whole report; `problems` are inputs that could not be read to their end.
    package static func value(
        _ report: AuditReport,
        files: Int,
        problems: [String],
        interruption: String? = nil
    ) -> JSONValue {
        let tally = report.tally
        var object: JSONObject = [
            "format": .string(formatName), "version": number(version), "files": number(files),
            "payloads": number(tally.payloads), "broken": number(tally.broken), "bytes": number(tally.bytes),
        ]
        if let interruption { object["interruption"] = .string(interruption) }
        if tally.isCut { object["isCut"] = true }
        object["problems"] = .array(problems.map(JSONValue.string))
        object["skipped"] = SkipReason.json(tally.skipped)
        object["models"] = .array(
            report.choices.map {
                ["model": .string($0.model), "choice": .string($0.choice.rawValue), "payloads": number($0.payloads)]
            }
        )
        object["findings"] = .array(report.findings.map { value($0, fails: report.fails($0)) })
        if !report.leftOut.isEmpty { object["leftOut"] = .array(report.leftOut.map(value)) }
        object["drift"] = .array(report.drift.map(value))
        object["coverage"] = [
            "percent": percent(ModelCoverage.percent(report.coverage)),
            "models": .array(report.coverage.map(value)),
        ]
        object["failures"] = .array(report.failures.map(JSONValue.string))
        return .object(object)
    }

    private static func value(_ finding: AuditFinding, fails: Bool) -> JSONValue {
        var object: JSONObject = [
            "code": .string(finding.code.word), "severity": .string(finding.severity.rawValue), "fails": .bool(fails),
        ]
        if let model = finding.model { object["model"] = .string(model) }
        object["pointer"] = .string(finding.pointer.description)
        object["count"] = number(finding.count)
        object["expected"] = .string(finding.expected)
        object["actual"] = .string(finding.first.actual)
        object["first"] = value(finding.first.location)
        if !finding.others.isEmpty { object["others"] = .array(finding.others.map(value)) }
        return .object(object)
    }

    private static func value(_ left: (key: AuditTally.LeftOut, count: Int)) -> JSONValue {
        [
            "code": .string(left.key.code.word), "severity": .string(left.key.severity.rawValue),
            "count": number(left.count),
        ]
    }

    private static func value(_ entry: DriftEntry) -> JSONValue {
        var object: JSONObject = ["model": .string(entry.model)]
        if let type = entry.type { object["type"] = .string(type) }
        object["pointer"] = .string(entry.pointer.description)
        object["kinds"] = .array(entry.kinds.words.map(JSONValue.string))
        object["count"] = number(entry.count)
        object["everNonNull"] = .bool(entry.isEverNonNull)
        object["first"] = value(entry.first)
        object["last"] = value(entry.last)
        object["swift"] = .array(entry.swift.map(JSONValue.string))
        return .object(object)
    }

    private static func value(_ coverage: ModelCoverage) -> JSONValue {
        [
            "model": .string(coverage.model), "payloads": number(coverage.payloads),
            "percent": percent(coverage.percent),
            "fields": .array(
                coverage.fields.map {
                    [
                        "pointer": .string($0.pointer.description), "state": .string($0.state.rawValue),
                        "count": number($0.count),
                    ]
                }
            ),
            "words": .array(
                coverage.words.map {
                    [
                        "pointer": .string($0.pointer.description),
                        "seen": .array($0.seen.map(JSONValue.string)), "never": .array($0.never.map(JSONValue.string)),
                    ]
                }
            ),
        ]
    }

    private static func value(_ location: AuditLocation) -> JSONValue {
        ["file": .string(location.file), "line": number(location.line), "column": number(location.column)]
    }

    private static func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }

    private static func percent(_ number: Double) -> JSONValue {
        .number(JSONNumber(token: AuditText.decimal(number)) ?? JSONNumber(0))
    }
}
