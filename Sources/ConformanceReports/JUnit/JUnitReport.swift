package import Conformance
import WireJSON

/// A run as a JUnit file: one flat suite a case file, at most one result a case, nothing that any reader misreads.
///
/// Written in pieces, so that a run of any length needs little memory.
package struct JUnitReport: Sendable {
    /// Which attributes and elements are written.
    package enum Profile: String, Sendable, Hashable, CaseIterable {
        /// Valid by the schemas of Jenkins and of Ant, and, suite by suite, by Surefire's.
        case portable
        /// The same, and what only some readers know: totals, files and lines, properties of cases.
        case rich
    }

    package var profile: Profile
    /// How the rich profile writes paths.
    package var sources: SourcePaths
    /// The command of the run without its selection.
    package var command: String

    package init(
        profile: Profile = .portable,
        sources: SourcePaths = SourcePaths(),
        command: String = "stytch-conformance run"
    ) {
        self.profile = profile
        self.sources = sources
        self.command = command
    }

    /// Writes the whole file, piece by piece, in UTF-8.
    ///
    /// - Throws: what `output` throws, nothing else.
    package func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        var pieces = TextPieces()
        pieces.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(attributeText(totals(of: result)))>\n")
        var suiteNames = JUnitNames()
        let numbers = JUnitSuite.numbers(in: result)
        for (index, suite) in JUnitSuite.suites(of: result.cases).enumerated() {
            let index = numbers[Array(suite.file.utf8)] ?? index
            let name = suiteNames.unique(JUnitNames.suite(ofFile: suite.file))
            pieces.add(opening(of: suite, suite.counts, name: name, index: index, in: result))
            var caseNames = JUnitNames(capacity: suite.cases.count)
            let suiteName = XMLText.attribute(name)
            for caseResult in suite.cases {
                let caseName = caseNames.unique(JUnitNames.name(of: caseResult))
                add(caseResult, name: caseName, suiteAttribute: suiteName, of: result, to: &pieces)
                try pieces.handOn(to: output)
            }
            pieces.add(closing(of: suite.file, in: result))
        }
        addListProblems(of: result, &suiteNames, to: &pieces)
        pieces.add("</testsuites>\n")
        try pieces.handOnAll(to: output)
    }

    /// A suite of what is wrong with the list of known failures and shows in no case, so that no reader of this file alone
    /// takes for good a run that was not.
    private func addListProblems(
        of result: RunResult,
        _ suiteNames: inout JUnitNames,
        to pieces: inout TextPieces
    ) {
        let problems = result.knownFailureProblems.filter(\.cases.isEmpty)
        guard let file = problems.first?.position.file else { return }
        let name = suiteNames.unique(JUnitNames.suite(ofFile: file))
        let suite = JUnitSuite(file: file, cases: [])
        let index = result.shard?.plan.count ?? JUnitSuite.suites(of: result.cases).count
        let counts = Counts(failed: problems.count)
        pieces.add(opening(of: suite, counts, name: name, index: index, in: result))
        var caseNames = JUnitNames()
        for problem in problems {
            let words = "\(problem.kind.rawValue) \(problem.pattern)"
            let attributes = [
                ("name", caseNames.unique(VisibleText.line(words))), ("classname", name), ("time", "0.000"),
            ]
            let failure = [("type", "assertion"), ("message", oneLine(problem.message))]
            let lines = ["\(problem.position): \(problem.message)", "  hint: \(problem.hint)"].map(VisibleText.line)
            let text = lines.joined(separator: "\n") + "\n\n" + JUnitEvidence.sourceLine(problem.position)
            let content = XMLText.content(AttachmentMarkers.disarmed(text))
            let child = "<failure\(attributeText(failure))>\(content)</failure>"
            pieces.add("    <testcase\(attributeText(attributes))>\n      \(child)\n    </testcase>\n")
        }
        pieces.add(closing(of: file, in: result))
    }

    private func opening(
        of suite: JUnitSuite,
        _ counts: Counts,
        name: String,
        index: Int,
        in result: RunResult
    ) -> String {
        let start = result.started.adding(suite.startedAfter)
        // Readers take a time without a zone as UTC; Ant's schema allows no zone and no fraction.
        let time = Timestamp(secondsSince1970: start.secondsSince1970).text
        let timestamp = Substring(time.unicodeScalars.prefix { $0 != "Z" && $0 != "." })
        var properties = [("dd_tags[test.source.file]", suite.file), ("file", suite.file)]
        if let coverage = result.coverage { properties.append(("run.requirements", coverage.words)) }
        if let record = result.shard { properties.append(("shard", "\(record.shard)")) }
        properties.append(("target", result.target))
        let attributes = [
            ("name", name), ("package", ""), ("id", String(index)), ("timestamp", String(timestamp)),
            ("hostname", "localhost"), ("tests", String(counts.total)),
            ("failures", String(failures(in: counts, of: result))),
            ("errors", String(counts.errored)),
            ("skipped", String(counts.skipped + counts.notRun + counts.knownFailures)),
            ("time", Quantity.seconds(suite.duration)),
        ]
        let all = attributes + extraAttributes(ofSuite: suite.file)
        var text = "  <testsuite\(attributeText(all))>\n    <properties>\n"
        for (name, value) in properties { text += "      \(property(name, value))\n" }
        return text + "    </properties>\n"
    }

    private func closing(of file: String, in result: RunResult) -> String {
        let output = VisibleText.line("\(file) against \(result.target)")
        return
            "    <system-out>\(XMLText.content(output))</system-out>\n    <system-err></system-err>\n  </testsuite>\n"
    }

    /// How many cases have a `failure`.
    func failures(in counts: Counts, of run: RunResult) -> Int {
        counts.failed + counts.unexpectedPasses + (run.failsRun(.flaky) ? counts.flaky : 0)
    }

    private func add(
        _ result: CaseResult,
        name: String,
        suiteAttribute: String,
        of run: RunResult,
        to pieces: inout TextPieces
    ) {
        pieces.add("    <testcase name=\"")
        pieces.add(XMLText.attribute(name))
        pieces.add("\" classname=\"")
        pieces.add(suiteAttribute)
        pieces.add("\" time=\"")
        Quantity.append(seconds: result.duration, to: &pieces.bytes)
        pieces.add("\"")
        if profile == .rich { pieces.add(attributeText(extraAttributes(of: result))) }
        if result.isPlainPass && profile == .portable { return pieces.add("/>\n") }
        let children = extraChildren(of: result) + children(of: result, verdict: child(of: result, in: run))
        guard !children.isEmpty else { return pieces.add("/>\n") }
        pieces.add(">\n")
        for child in children { pieces.add("      \(child)\n") }
        pieces.add("    </testcase>\n")
    }

    private func child(of result: CaseResult, in run: RunResult) -> String? {
        switch result.allowance {
        case .excused(let mark): return skipped("expected failure: \(mark.words)")
        case .contradicted(let mark): return unexpectedPass(result, mark)
        case nil: break
        }
        switch result.outcome {
        case .passed where result.isFlaky && run.failsRun(.flaky):
            return flakyFailure(result)
        case .passed:
            return nil
        case .failed:
            return element("failure", result)
        case .errored:
            return element("error", result)
        case .skipped(let reason):
            return skipped(reason)
        case .notRun(let reason):
            return skipped("not run: \(reason)")
        }
    }

    private func element(_ name: String, _ result: CaseResult) -> String {
        let attributes = [("type", type(of: result)), ("message", message(of: result))]
        return
            "<\(name)\(attributeText(attributes))>\(XMLText.content(JUnitEvidence(result: result, command: command).text))</\(name)>"
    }

    private func unexpectedPass(_ result: CaseResult, _ mark: KnownFailureMark) -> String {
        let message = "unexpected pass: \(mark.position) says that it fails; remove it there"
        let attributes = [("type", "unexpected-pass"), ("message", oneLine(message))]
        let lines = [message, "  known failure: \(mark.words)"].map(VisibleText.line)
        let parts = [
            lines.joined(separator: "\n"), JUnitEvidence.again(result, command),
            JUnitEvidence.sourceLine(result.position),
        ]
        let text = parts.joined(separator: "\n\n")
        return "<failure\(attributeText(attributes))>\(XMLText.content(AttachmentMarkers.disarmed(text)))</failure>"
    }

    private func skipped(_ reason: String) -> String {
        let reason = oneLine(reason)
        return "<skipped\(attributeText([("message", reason)]))>\(XMLText.content(reason))</skipped>"
    }

    /// One line: why it could not be judged, else the first finding and how many there are beside it.
    func message(of result: CaseResult) -> String {
        if case .errored(let cause) = result.outcome { return oneLine(cause.summary) }
        guard let first = result.findings.first else { return "failed without a finding" }
        let more = result.findings.count - 1
        let suffix = more > 0 ? " (+\(more) more)" : ""
        return CutText.prefix(oneLine(first.summary), units: 1_000 - suffix.utf16.count) + suffix
    }

    /// A closed list, none of whose words a reader takes for the type of a value.
    func type(of result: CaseResult) -> String {
        if case .errored(let cause) = result.outcome { return errorType(cause.kind) }
        return switch result.findings.first?.code {
        case .model, .decodingFindings, .unknownField: "schema"
        default: "assertion"
        }
    }

    private func errorType(_ kind: ErrorCause.Kind) -> String {
        switch kind {
        case .transport: "transport"
        case .timeout: "timeout"
        case .setup, .teardown, .mock: "setup"
        case .internal: "internal"
        }
    }

    func oneLine(_ text: String) -> String {
        let line = CutText.prefix(AttachmentMarkers.disarmed(VisibleText.line(text)), units: 1_000)
        return line.isEmpty ? "no reason given" : line
    }

    /// An element `property`.
    func property(_ name: String, _ value: String) -> String {
        "<property\(attributeText([("name", name), ("value", value)]))/>"
    }

    func attributeText(_ attributes: [(String, String)]) -> String {
        var text = ""
        for (name, value) in attributes {
            text += " "
            text += name
            text += "=\""
            text += XMLText.attribute(value)
            text += "\""
        }
        return text
    }
}
