import Testing
import WireJSON

@testable import Conformance

/// Checks one value as if it were the body of an answer that came at 2026-11-21T09:30:00Z, sent a second before.
struct Checking {
    var shapes: [Shape] = []
    var values: [JSONValue?] = []
    var status: Int? = 200
    var tokens: TokenContext?
    var regexBudget = RegexBudget()

    static let received = Timestamp(secondsSince1970: 1_795_253_400)
    static let sent = Timestamp(secondsSince1970: 1_795_253_399)

    /// In place of a digest: 32 bytes, each of which says how many bytes there were.
    static let sha256: @Sendable ([UInt8]) -> String = { bytes in
        let count = String(bytes.count, radix: 16)
        return String(repeating: count.utf8.count < 2 ? "0" + count : count, count: 32)
    }

    /// The findings as people read them, notes included.
    func findings(_ pattern: String, _ value: String?) throws -> [String] {
        try raw(pattern, value).map { finding in
            finding.words + (finding.note.map { " (\($0))" } ?? "")
        }
    }

    func raw(_ pattern: String, _ value: String?) throws -> [RawFinding] {
        let document = try value.map { try JSONDocument($0) }
        let variables = values.indices.map { CaseVariable(name: "variable_\($0)", origin: .capture, isSecret: false) }
        let context = CheckContext(
            bindings: Bindings(
                variables: variables,
                values: values,
                now: Self.received,
                status: status,
                answer: document?.root
            ),
            sent: Self.sent,
            received: Self.received,
            shapes: shapes,
            tokens: tokens,
            sha256: Self.sha256
        )
        var checker = PatternChecker(context, subject: .body)
        checker.sink.regexBudget = regexBudget
        checker.check(try PatternReading.pattern(pattern, shapes: shapes), document?.root)
        return checker.sink.allFindings
    }
}
