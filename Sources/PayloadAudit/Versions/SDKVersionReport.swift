package import WireJSON

/// What one version of an SDK makes of payloads: the rows of a matrix of which it does not simply keep every value.
package struct SDKVersionReport: Sendable {
    /// One field of which the version loses, refuses or does not name some values, for one reason.
    package struct Row: Sendable {
        package let subject: SDKMatrix.Subject
        package let verdict: SDKVerdict
        /// How many values the verdict is about.
        package let count: Int
    }

    package let sdk: String
    /// As it was asked for.
    package let version: SDKVersion
    /// The version of the table that reads the same.
    package let readsAs: SDKVersion
    package let payloads: Int
    package let tally: SDKMatrix.Tally
    /// By harm, the greatest first; within it by model, pointer and word.
    package let rows: [Row]

    /// Takes one version out of a matrix; nil for one that its table does not cover.
    package init?(_ matrix: SDKMatrix, _ version: SDKVersion) {
        guard let readsAs = matrix.table.reading(as: version), let place = matrix.table.place(of: readsAs) else {
            return nil
        }
        self.readsAs = readsAs
        sdk = matrix.table.sdk
        self.version = version
        payloads = matrix.payloads
        tally = matrix.tallies[place]
        let rows = matrix.rows.flatMap { row in
            row.verdicts(at: place).filter { $0.verdict.reason != nil }
                .map { Row(subject: row.subject, verdict: $0.verdict, count: $0.count) }
        }
        self.rows = SDKState.allCases.reversed().flatMap { state in rows.filter { $0.verdict.state == state } }
    }

    /// Whether the version gives an error for some payload.
    package var fails: Bool { tally.failing > 0 }

    /// As a person reads it, ending with a line feed.
    package var text: String {
        let counts = "\(tally.whole) read whole, \(tally.losing) lose something, \(tally.failing) fail"
        let same = readsAs == version ? "" : " (reads as \(readsAs))"
        var lines = ["\(sdk) \(version)\(same), \(ShownValue.count(payloads, "payload")): \(counts)"]
        for state in SDKState.allCases.reversed() {
            let rows = rows.filter { $0.verdict.state == state }
            guard !rows.isEmpty else { continue }
            lines += ["", state.rawValue]
            lines += rows.map { row in
                let reason = row.verdict.reason.map { "\($0.rawValue): \($0.words)" } ?? ""
                return "  \(row.subject.model) \(row.subject.label)  \(row.count)x  \(reason)"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// As JSON, which `decode-sdk-version.schema.json` describes.
    package var json: JSONValue {
        let members: JSONObject = [
            "sdk": .string(sdk),
            "sdkVersion": .string(version.description),
            "readsAs": .string(readsAs.description),
            "payloads": .number(JSONNumber(payloads)),
            "whole": .number(JSONNumber(tally.whole)),
            "losing": .number(JSONNumber(tally.losing)),
            "failing": .number(JSONNumber(tally.failing)),
            "rows": .array(rows.map(Self.json)),
        ]
        return AuditJSON.answer("sdk-version", members)
    }

    private static func json(_ row: Row) -> JSONValue {
        [
            "model": .string(row.subject.model),
            "pointer": .string(row.subject.pointer.description),
            "word": row.subject.word.map { .string($0) } ?? .null,
            "state": .string(row.verdict.state.rawValue),
            "reason": row.verdict.reason.map { .string($0.rawValue) } ?? .null,
            "count": .number(JSONNumber(row.count)),
        ]
    }
}
