import Conformance
import WireJSON

/// The problems of a run in SARIF 2.1.0: one result a finding, with a rule for each code.
///
/// It has findings about the API and the case files, and no word of what passed. Against a baseline each result says whether it is new.
///
/// > Source: SARIF 2.1.0; GitHub's pages on SARIF support and on its limits
struct SARIFReport {
    /// The most results of a run that GitHub takes; it refuses a file with more.
    static let limit = 25_000

    var context: ReportContext

    /// Writes the whole file, a result a line; throws what `output` throws.
    func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        let survey = SARIFSurvey(result)
        let gone = context.baseline?.gone(in: result, besides: survey.fingerprints) ?? []
        try output(head(survey.codes.union(gone.map(\.problem.code))))
        var writer = ListWriter(limit: Self.limit)
        // GitHub shows those of the highest level, so that these must not be the ones that are cut.
        for level in Problem.Level.allCases {
            for caseResult in result.cases where Self.mayHave(level, caseResult) {
                for problem in Problem.of(caseResult, failsOnFlaky: result.failsOnFlaky) where problem.level == level {
                    try writer.write(entry(problem, of: caseResult), to: output)
                }
            }
            guard level == .error else { continue }
            for problem in Problem.ofList(in: result) { try writer.write(entry(problem, of: nil), to: output) }
        }
        for (fingerprint, problem) in gone { try writer.write(absent(problem, fingerprint), to: output) }
        try output(Array("\n],\n\"invocations\": [".utf8) + invocation(result, left: writer.left).bytes)
        try output(Array("]\n}\n]\n}\n".utf8))
    }

    /// Whether a case can have a problem of this level, without making any.
    private static func mayHave(_ level: Problem.Level, _ result: CaseResult) -> Bool {
        level == .note ? !result.notes.isEmpty : result.verdict != .passed
    }

    /// All that stands before the results.
    private func head(_ codes: Set<String>) -> [UInt8] {
        var driver = JSONMembers()
        driver.add("name", "stytch-conformance")
        driver.add("version", context.program)
        driver.add("semanticVersion", context.program)
        driver.add("rules", JSONFragment(list: codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(rule)))
        var tool = JSONMembers()
        tool.add("driver", driver.object)
        var run = JSONMembers(.memberALine)
        run.add("tool", tool.object)
        run.add("columnKind", "unicodeCodePoints")
        var log = JSONMembers(.memberALine)
        log.add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        log.add("version", "2.1.0")
        return log.bytes + Array(",\n\"runs\": [\n".utf8) + run.bytes + Array(",\n\"results\": [".utf8)
    }

    private func rule(_ code: String) -> JSONFragment {
        let meaning = context.meaning(code)
        var rule = JSONMembers()
        rule.add("id", code)
        rule.add("shortDescription", Self.message(meaning?.sentence ?? code))
        if let cure = meaning?.cure {
            rule.add("help", Self.message("\(cure) More: stytch-conformance explain \(code)"))
        }
        return rule.object
    }

    private func entry(_ problem: Problem, of result: CaseResult?) -> JSONFragment {
        var members = Self.start(problem.code, problem.level, problem.message)
        members.add("locations", [location(problem.position, of: problem.caseID)])
        if let result, !Self.isSame(result.position, problem.position) {
            members.add("relatedLocations", [location(result.position, of: nil)])
        }
        members.add("partialFingerprints", Self.fingerprints(problem.fingerprint))
        members.add("baselineState", context.baseline?.state(of: problem).rawValue)
        if let excuse = problem.excuse { members.add("suppressions", [Self.suppression(excuse)]) }
        members.add("properties", properties(of: problem, of: result))
        return members.object
    }

    /// A problem of the baseline whose case ran without it.
    private func absent(_ problem: ReportBaseline.Known, _ fingerprint: String) -> JSONFragment {
        var members = Self.start(problem.code, problem.level, problem.message)
        members.add("locations", [location(problem.position, of: problem.caseID)])
        members.add("partialFingerprints", Self.fingerprints(fingerprint))
        members.add("baselineState", ReportBaseline.State.absent.rawValue)
        return members.object
    }

    private static func start(_ code: String, _ level: Problem.Level, _ message: String) -> JSONMembers {
        var members = JSONMembers()
        members.add("ruleId", code)
        members.add("level", level.rawValue)
        members.add("message", Self.message(message))
        return members
    }

    private static func message(_ text: String) -> JSONFragment {
        var members = JSONMembers()
        members.add("text", text)
        return members.object
    }

    /// The same under the name that GitHub compares by.
    private static func fingerprints(_ fingerprint: String) -> JSONFragment {
        var members = JSONMembers()
        members.add("primaryLocationLineHash", "\(fingerprint):1")
        members.add("stytchConformance/v1", fingerprint)
        return members.object
    }

    private func location(_ position: FilePosition, of caseID: String?) -> JSONFragment {
        var artifact = JSONMembers()
        artifact.add("uri", context.sources.reference(position.file))
        var region = JSONMembers()
        // What is a whole file is shown at its first line: GitHub wants one.
        region.add("startLine", max(position.line, 1))
        var physical = JSONMembers()
        physical.add("artifactLocation", artifact.object)
        physical.add("region", region.object)
        var location = JSONMembers()
        location.add("physicalLocation", physical.object)
        if let caseID {
            var logical = JSONMembers()
            logical.add("fullyQualifiedName", VisibleText.line(caseID))
            location.add("logicalLocations", [logical.object])
        }
        return location.object
    }

    private static func suppression(_ excuse: KnownFailureMark) -> JSONFragment {
        var members = JSONMembers()
        members.add("kind", "external")
        members.add("status", "accepted")
        members.add("justification", Problem.oneLine(excuse.words))
        return members.object
    }

    private func properties(of problem: Problem, of result: CaseResult?) -> JSONFragment? {
        guard let result else { return nil }
        var members = JSONMembers()
        members.add("case", VisibleText.line(result.id))
        members.add("subject", (problem.finding?.subject).map(VisibleText.line))
        members.add("expected", (problem.finding?.expected).map(VisibleText.line))
        members.add("actual", (problem.finding?.actual).map(VisibleText.line))
        let broken = problem.finding?.requirements ?? []
        members.add("requirements", broken.isEmpty ? result.requirements : broken)
        members.add("tags", result.tags)
        return members.object
    }

    private static func isSame(_ one: FilePosition, _ other: FilePosition) -> Bool {
        one.line == other.line && one.file.utf8.elementsEqual(other.file.utf8)
    }

    private func invocation(_ result: RunResult, left: Int) -> JSONFragment {
        var notices: [JSONFragment] = []
        if let reason = result.interruption { notices.append(Self.notice("stopped early: \(reason)", "error")) }
        if left > 0 {
            let words = "\(Quantity.counted(left, "more result")) left out, of which results.json tells"
            notices.append(Self.notice(words, "warning"))
        }
        var members = JSONMembers()
        members.add("executionSuccessful", result.interruption == nil)
        members.add("startTimeUtc", result.started.later(.zero).text)
        members.add("endTimeUtc", result.started.later(result.duration).text)
        members.add("toolExecutionNotifications", notices)
        return members.object
    }

    private static func notice(_ text: String, _ level: String) -> JSONFragment {
        var members = JSONMembers()
        members.add("level", level)
        members.add("message", message(Problem.oneLine(text)))
        return members.object
    }
}
