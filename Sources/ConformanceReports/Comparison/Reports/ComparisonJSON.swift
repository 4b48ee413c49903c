import Conformance
import WireJSON

/// A comparison as JSON in a versioned format; `docs/comparison.schema.json` is its JSON Schema.
package struct ComparisonJSON: Sendable {
    /// The only value of `format`.
    package static let formatName = "stytch-conformance/comparison"
    /// The version that this program writes; it grows when a reader of the one before would be misled.
    package static let currentVersion = 1

    /// The version of the program, which the file names.
    package var program: String

    package init(program: String) {
        self.program = program
    }

    /// The whole file, its members one a line and its changes one a line.
    package func bytes(_ comparison: RunComparison) -> [UInt8] {
        var members = JSONMembers(.memberALine)
        members.add("format", Self.formatName)
        members.add("version", Self.currentVersion)
        members.add("program", program)
        members.add("verdict", comparison.verdict)
        members.add("hasRegressed", comparison.hasRegressed)
        members.add("failOn", ChangeKind.allCases.filter(comparison.policy.failOn.contains).map(\.rawValue))
        members.add("base", Self.json(comparison.base))
        members.add("head", Self.json(comparison.head))
        members.add("remarks", comparison.remarks)
        members.add("counts", Self.counts(comparison))
        members.add("models", comparison.models.map(Self.json))
        members.add("speed", Self.json(comparison.speed, comparison.policy.speed))
        members.add("acceptanceProblems", comparison.listProblems.map(Self.json))
        var bytes = members.bytes + Array(",\n\"changes\": [".utf8)
        var separator = Array("\n".utf8)
        for change in comparison.changes {
            bytes += separator + Self.json(change, isRegression: comparison.isRegression(change)).bytes
            separator = Array(",\n".utf8)
        }
        return bytes + Array("\n]\n}\n".utf8)
    }

    private static func json(_ side: ComparedRun) -> JSONFragment {
        var members = JSONMembers()
        members.add("source", side.source)
        members.add("program", side.run.program)
        members.add("runID", side.run.runID)
        members.add("target", side.run.target)
        members.add("started", side.run.started)
        members.add("interruption", side.run.interruption)
        members.add("selection", side.run.selection?.json)
        members.add("counts", side.run.counts.json)
        return members.object
    }

    private static func counts(_ comparison: RunComparison) -> JSONFragment {
        var members = JSONMembers()
        for group in comparison.groups { members.add(named: group.kind.rawValue, group.changes.count) }
        members.add("unchanged", comparison.unchanged)
        return members.object
    }

    private static func json(_ problem: AcceptedChangeProblem) -> JSONFragment {
        var members = JSONMembers()
        members.add("kind", problem.kind.rawValue)
        members.add("position", EncodedPosition(problem.position).json)
        members.add("message", problem.message)
        members.add("hint", problem.hint)
        return members.object
    }

    private static func json(_ change: Change, isRegression: Bool) -> JSONFragment {
        var members = JSONMembers()
        members.add("kind", change.kind.rawValue)
        members.add("level", change.kind.level.rawValue)
        members.add("isRegression", isRegression)
        members.add("of", change.kind.subject.rawValue)
        members.add("subject", change.subject)
        members.add("answers", change.answers)
        members.add("pointer", change.pointer)
        members.add("before", change.before)
        members.add("after", change.after)
        members.add("detail", change.detail)
        members.add("failingSince", change.failingSince)
        members.add("position", change.position?.json)
        members.add("cases", change.cases)
        members.add("acceptance", change.acceptance)
        return members.object
    }

    private static func json(_ model: ModelChanges.Model) -> JSONFragment {
        var members = JSONMembers()
        members.add("model", model.name)
        members.add("basePercent", percent(model.base))
        members.add("headPercent", percent(model.head))
        return members.object
    }

    /// With one decimal.
    private static func percent(_ model: AnsweredModel?) -> JSONFragment? {
        model.map { JSONFragment(thousandths: Int64(AnsweredModel.thousandths(of: [$0])) * 100) }
    }

    private static func json(_ speed: SpeedComparison, _ rule: SpeedRule) -> JSONFragment? {
        guard let overall = speed.overall else { return nil }
        var members = JSONMembers()
        members.add("ratio", JSONFragment(rounded: rule.ratio))
        members.add("floorMicroseconds", Int64(rule.floorMicroseconds))
        members.add("overall", JSONFragment(rounded: overall))
        members.add("operations", JSONFragment(list: speed.operations.map(json)))
        return members.object
    }

    private static func json(_ operation: SpeedComparison.Operation) -> JSONFragment {
        var members = JSONMembers()
        members.add("operation", operation.name)
        members.add("baseAnswers", operation.baseAnswers)
        members.add("headAnswers", operation.headAnswers)
        members.add("baseMicroseconds", Int64(operation.baseMicroseconds))
        members.add("headMicroseconds", Int64(operation.headMicroseconds))
        members.add("ratio", operation.estimate.map { JSONFragment(rounded: $0.ratio) })
        members.add("lower", operation.estimate.map { JSONFragment(rounded: $0.lower) })
        members.add("upper", operation.estimate.map { JSONFragment(rounded: $0.upper) })
        members.add("notJudged", operation.gapWords)
        return members.object
    }
}
