import Conformance

/// What the rich profile adds; taken away again, the file is the portable one.
extension JUnitReport {
    /// Of the root: what the suites come to together.
    func totals(of result: RunResult) -> [(String, String)] {
        guard profile == .rich else { return [] }
        let counts = result.counts
        let listProblems = result.knownFailureProblems.count(where: \.cases.isEmpty)
        return [
            ("name", "stytch-conformance"), ("tests", String(counts.total + listProblems)),
            ("failures", String(failures(in: counts, of: result) + listProblems)),
            ("errors", String(counts.errored)),
            ("skipped", String(counts.skipped + counts.notRun + counts.knownFailures)),
            ("time", Quantity.seconds(result.duration)),
        ]
    }

    func extraAttributes(ofSuite file: String) -> [(String, String)] {
        profile == .rich ? [("file", sources.relative(file))] : []
    }

    /// Where the case stands; the place of its first finding is in its text.
    func extraAttributes(of result: CaseResult) -> [(String, String)] {
        let line = result.position.line > 0 ? [("line", String(result.position.line))] : []
        return [("file", sources.relative(result.position.file))] + line
    }

    /// The properties of a case, sorted by their names; none where there is nothing to say.
    func extraChildren(of result: CaseResult) -> [String] {
        guard profile == .rich else { return [] }
        let values = [
            ("description", result.description ?? ""),
            ("failing-since", result.failsSince ?? ""),
            ("requirements", result.requirements.joined(separator: ", ")),
            ("tags", result.tags.joined(separator: ", ")),
        ]
        let properties = values.filter { !$0.1.isEmpty }.map { property($0, oneLine($1)) }
        return properties.isEmpty ? [] : ["<properties>\(properties.joined())</properties>"]
    }
}
