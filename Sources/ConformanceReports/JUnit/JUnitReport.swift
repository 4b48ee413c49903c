package import Conformance
import WireJSON

/// A run as a JUnit file: one flat suite a case file, at most one result a case, nothing that any reader misreads.
///
/// Written in pieces, one a case, so that a run of any length needs little memory.
package struct JUnitReport: Sendable {
    /// Which attributes and elements are written.
    package enum Profile: String, Sendable, Hashable, CaseIterable {
        /// Valid by the schemas of Jenkins and of Ant, and, suite by suite, by Surefire's.
        case portable
    }

    package var profile: Profile

    package init(profile: Profile = .portable) {
        self.profile = profile
    }

    /// Writes the whole file, piece by piece, in UTF-8.
    ///
    /// - Throws: what `output` throws, nothing else.
    package func write(_ result: RunResult, to output: ([UInt8]) throws -> Void) rethrows {
        try output(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n".utf8))
        var suiteNames = JUnitNames()
        for (index, suite) in JUnitSuite.suites(of: result.cases).enumerated() {
            let name = suiteNames.unique(JUnitNames.suite(ofFile: suite.file))
            try output(Array(opening(of: suite, name: name, index: index, in: result).utf8))
            var caseNames = JUnitNames()
            for caseResult in suite.cases {
                let caseName = caseNames.unique(JUnitNames.name(of: caseResult))
                try output(Array(element(of: caseResult, name: caseName, suite: name).utf8))
            }
            try output(Array(closing(of: suite, in: result).utf8))
        }
        try output(Array("</testsuites>\n".utf8))
    }

    private func opening(of suite: JUnitSuite, name: String, index: Int, in result: RunResult) -> String {
        let counts = suite.counts
        let start = result.started.adding(suite.startedAfter)
        // Readers take a time without a zone as UTC; Ant's schema allows no zone and no fraction.
        let timestamp = Timestamp(secondsSince1970: start.secondsSince1970).text.prefix { $0 != "Z" && $0 != "." }
        let properties = [
            ("dd_tags[test.source.file]", suite.file), ("file", suite.file), ("target", result.target),
        ]
        let attributes = [
            ("name", name), ("package", ""), ("id", String(index)), ("timestamp", String(timestamp)),
            ("hostname", "localhost"), ("tests", String(counts.total)), ("failures", String(counts.failed)),
            ("errors", String(counts.errored)), ("skipped", String(counts.skipped + counts.notRun)),
            ("time", Quantity.seconds(suite.duration)),
        ]
        var text = "  <testsuite\(attributeText(attributes))>\n    <properties>\n"
        for (name, value) in properties {
            text += "      <property\(attributeText([("name", name), ("value", value)]))/>\n"
        }
        return text + "    </properties>\n"
    }

    private func closing(of suite: JUnitSuite, in result: RunResult) -> String {
        let output = VisibleText.line("\(suite.file) against \(result.target)")
        return
            "    <system-out>\(XMLText.content(output))</system-out>\n    <system-err></system-err>\n  </testsuite>\n"
    }

    private func element(of result: CaseResult, name: String, suite: String) -> String {
        let attributes = [("name", name), ("classname", suite), ("time", Quantity.seconds(result.duration))]
        let start = "    <testcase" + attributeText(attributes)
        guard let child = child(of: result) else { return start + "/>\n" }
        return "\(start)>\n      \(child)\n    </testcase>\n"
    }

    private func child(of result: CaseResult) -> String? {
        switch result.outcome {
        case .passed:
            return nil
        case .failed:
            return element("failure", type: failureType(result), message: failureMessage(result), result)
        case .errored(let cause):
            return element("error", type: errorType(cause.kind), message: cause.summary, result)
        case .skipped(let reason):
            return skipped(reason)
        case .notRun(let reason):
            return skipped("not run: \(reason)")
        }
    }

    private func element(_ name: String, type: String, message: String, _ result: CaseResult) -> String {
        let attributes = [("type", type), ("message", oneLine(message))]
        return "<\(name)\(attributeText(attributes))>\(XMLText.content(JUnitEvidence(result: result).text))</\(name)>"
    }

    private func skipped(_ reason: String) -> String {
        let reason = oneLine(reason)
        return "<skipped\(attributeText([("message", reason)]))>\(XMLText.content(reason))</skipped>"
    }

    private func failureMessage(_ result: CaseResult) -> String {
        guard let first = result.findings.first else { return "failed without a finding" }
        let more = result.findings.count - 1
        let suffix = more > 0 ? " (+\(more) more)" : ""
        return CutText.prefix(oneLine(first.summary), units: 1_000 - suffix.utf16.count) + suffix
    }

    /// A closed list, none of whose words a reader takes for the type of a value.
    private func failureType(_ result: CaseResult) -> String {
        switch result.findings.first?.code {
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

    private func oneLine(_ text: String) -> String {
        let line = CutText.prefix(AttachmentMarkers.disarmed(VisibleText.line(text)), units: 1_000)
        return line.isEmpty ? "no reason given" : line
    }

    private func attributeText(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(XMLText.attribute($0.1))\"" }.joined()
    }
}
