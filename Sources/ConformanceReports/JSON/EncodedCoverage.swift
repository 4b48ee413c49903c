import Conformance
import WireJSON

/// What a run shows of the statements of the contract.
package struct EncodedCoverage: Decodable, Sendable, Equatable {
    package var passed: Int
    package var failed: Int
    package var notRun: Int
    /// In the order of `requirements.json`.
    package var statements: [EncodedStatement]

    init(_ coverage: RequirementCoverage) {
        passed = coverage.count(.passed)
        failed = coverage.count(.failed)
        notRun = coverage.count(.notRun)
        statements = coverage.statements.map(EncodedStatement.init)
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("passed", passed)
        members.add("failed", failed)
        members.add("notRun", notRun)
        members.add("statements", JSONFragment(list: statements.map(\.json)))
        return members.object
    }
}

/// A statement and what is known of it.
package struct EncodedStatement: Decodable, Sendable, Equatable {
    package var id: String
    /// `passed`, `failed` or `not-run`.
    package var verdict: String
    /// How many of the run's cases name it.
    package var cases: Int

    init(_ statement: RequirementCoverage.Statement) {
        id = statement.id
        verdict = statement.verdict.rawValue
        cases = statement.cases
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("id", id)
        members.add("verdict", verdict)
        members.add("cases", cases)
        return members.object
    }
}
