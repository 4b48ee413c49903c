package import WireJSON

/// What a question could not be asked of, and why; it is told below the answer.
package struct UnreadPayloads: Sendable {
    /// Answers that could not be read, for one reason.
    package struct Row: Sendable {
        package let code: AuditCode.Input
        package let count: Int
        /// Nil where so much was found that places are counted alone.
        package let first: AuditLocation?
    }

    /// In the order of the codes.
    package let rows: [Row]
    private let skipped: [SkipReason: Int]

    /// Takes what an audit could not read; `isJudged` says that the question has an answer for bodies that are no JSON.
    package init(_ tally: AuditTally, isJudged: Bool) {
        let bodies: [AuditCode.Input] = [.notJSON, .emptyBody, .errorNotJSON, .emptyError]
        rows = ((isJudged ? [] : bodies) + [.badForm, .noModel, .lineTooLong]).compactMap { code in
            let found = tally.findings[AuditFinding.Key(code: .input(code), model: nil, pointer: .root)]
            let left = tally.leftOut.reduce(0) { $0 + ($1.key.code == .input(code) ? $1.value : 0) }
            let count = (found?.count ?? 0) + left
            return count == 0 ? nil : Row(code: code, count: count, first: found?.first.location)
        }
        skipped = tally.skipped
    }

    /// Whether an answer is among them that no client could read, so that the question is not settled.
    package var breaks: Bool { rows.contains { AuditCode.input($0.code).usualSeverity == .breaking } }

    /// One line for each reason, for people.
    package var lines: [String] {
        rows.map { row in
            let first = row.first.map { ", first at \($0)" } ?? ""
            return "not read: \(ShownValue.count(row.count, "payload")) (\(row.code.rawValue))\(first)"
        } + SkipReason.lines(skipped)
    }

    /// An answer with `unread` and `passedOver` beside its own members.
    package func added(to answer: JSONValue) -> JSONValue {
        guard case .object(var object) = answer else { return answer }
        object["unread"] = .array(
            rows.map { row in
                [
                    "code": .string(row.code.rawValue),
                    "count": .number(JSONNumber(row.count)),
                    "first": row.first.map { .string($0.description) } ?? .null,
                ]
            }
        )
        object["passedOver"] = SkipReason.json(skipped)
        return .object(object)
    }
}
