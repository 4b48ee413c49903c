package import WireJSON

extension SDKMatrix {
    /// The matrix as JSON, which `decode-matrix.schema.json` describes.
    package var json: JSONValue {
        let members: JSONObject = [
            "sdk": .string(table.sdk),
            "versions": .array(table.versions.map { .string($0.description) }),
            "payloads": .number(JSONNumber(payloads)),
            "unknownModels": .number(JSONNumber(unknown)),
            "isCut": .bool(isCut),
            "totals": .array(
                zip(table.versions, tallies).map { version, tally in
                    [
                        "version": .string(version.description),
                        "whole": .number(JSONNumber(tally.whole)),
                        "losing": .number(JSONNumber(tally.losing)),
                        "failing": .number(JSONNumber(tally.failing)),
                    ]
                }
            ),
            "rows": .array(rows.map(json)),
        ]
        return AuditJSON.answer("matrix", members)
    }

    private func json(_ row: Row) -> JSONValue {
        let verdicts = table.versions.indices.map(row.worst)
        var members: [(String, JSONValue)] = [
            ("model", .string(row.subject.model)), ("pointer", .string(row.subject.pointer.description)),
        ]
        if let word = row.subject.word { members.append(("word", .string(word))) }
        members += [
            ("count", .number(JSONNumber(row.count))),
            ("states", .array(verdicts.map { .string($0.state.rawValue) })),
            ("reasons", .array(verdicts.map { verdict in verdict.reason.map { .string($0.rawValue) } ?? .null })),
        ]
        return .object(JSONObject(members))
    }
}
