import Conformance
import WireJSON

/// A run as GitLab's code quality: one entry a finding of a case that failed without excuse, at its line, and one a case that could
/// not be judged.
///
/// > Source: GitLab's page on code quality, section on the format of the report
struct CodeQualityReport {
    var sources: SourcePaths

    /// Writes the whole file, an entry a line; throws what `output` throws.
    func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        var separator = "[\n"
        for caseResult in result.cases where result.failsRun(caseResult.verdict) {
            for problem in Problem.of(caseResult, failsOnFlaky: result.failsOnFlaky) where problem.level != .note {
                // What was found in the set-up is what the case's own entry tells.
                if problem.finding != nil, caseResult.verdict == .errored { continue }
                try output(Array(separator.utf8) + entry(problem).bytes)
                separator = ",\n"
            }
        }
        for problem in Problem.ofList(in: result) {
            try output(Array(separator.utf8) + entry(problem).bytes)
            separator = ",\n"
        }
        try output(Array((separator == "[\n" ? "[]\n" : "\n]\n").utf8))
    }

    private func entry(_ problem: Problem) -> JSONFragment {
        var lines = JSONMembers()
        lines.add("begin", max(problem.position.line, 1))
        var location = JSONMembers()
        location.add("path", sources.relative(problem.position.file))
        location.add("lines", lines.object)
        var entry = JSONMembers()
        let name = problem.caseID.map { "\(VisibleText.line($0)): " } ?? ""
        entry.add("description", name + problem.message)
        entry.add("check_name", problem.code)
        entry.add("fingerprint", problem.fingerprint)
        entry.add("severity", severity(of: problem))
        entry.add("location", location.object)
        return entry.object
    }

    /// A wrong answer is worse than one that never came: that may be the network's fault.
    private func severity(of problem: Problem) -> String {
        problem.finding != nil ? "critical" : problem.caseID == nil ? "minor" : "major"
    }
}
