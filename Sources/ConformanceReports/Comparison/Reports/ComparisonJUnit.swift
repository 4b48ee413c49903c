import Conformance
import WireJSON

/// A comparison as JUnit: a suite for each thing that can change, a `testcase` for each change, a failure for each regression.
///
/// A change that is agreed to is skipped with its reason; one that is told alone passes, with its words as output. The suite
/// `comparison` always holds the verdict, so that no file is without a case.
package struct ComparisonJUnit: Sendable {
    package init() {}

    /// A test case before it is written.
    private struct Item {
        var name: String
        var child: String?
        var isFailure = false
        var isSkipped = false
    }

    /// The whole file.
    package func text(_ comparison: RunComparison) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        let problems = comparison.listProblems.map(problem)
        text += suite("comparison", at: 0, [verdict(comparison)] + problems, comparison)
        for (place, subject) in ChangeKind.Subject.allCases.enumerated() {
            let changes = comparison.changes.filter { $0.kind.subject == subject }
            guard !changes.isEmpty else { continue }
            text += suite(
                "comparison.\(subject.rawValue)",
                at: place + 1,
                changes.map { item($0, comparison) },
                comparison
            )
        }
        return text + "</testsuites>\n"
    }

    /// A suite, at its place among all that there can be.
    private func suite(_ name: String, at place: Int, _ items: [Item], _ comparison: RunComparison) -> String {
        var names = JUnitNames()
        let attributes = [
            ("name", name), ("package", ""), ("id", String(place)),
            ("timestamp", Self.moment(comparison.head.run.started)), ("hostname", "localhost"),
            ("tests", String(items.count)), ("failures", String(items.count(where: \.isFailure))), ("errors", "0"),
            ("skipped", String(items.count(where: \.isSkipped))), ("time", "0.000"),
        ]
        var text = "  <testsuite\(Self.text(attributes))>\n    <properties></properties>\n"
        for item in items {
            let own = [("name", names.unique(item.name)), ("classname", name), ("time", "0.000")]
            let start = "    <testcase\(Self.text(own))"
            text += item.child.map { "\(start)>\n      \($0)\n    </testcase>\n" } ?? "\(start)/>\n"
        }
        let output = VisibleText.line("\(comparison.head.name) beside \(comparison.base.name)")
        return text
            + "    <system-out>\(XMLText.content(output))</system-out>\n    <system-err></system-err>\n  </testsuite>\n"
    }

    private func verdict(_ comparison: RunComparison) -> Item {
        guard comparison.hasRegressed else { return Item(name: "verdict") }
        let text = ComparisonText().text(comparison)
        return Item(name: "verdict", child: failure("regression", comparison.verdict, text), isFailure: true)
    }

    private func problem(_ problem: AcceptedChangeProblem) -> Item {
        let text = "\(problem.position): \(problem.message)\n  hint: \(problem.hint)\n"
        return Item(
            name: "\(problem.kind.rawValue) \(problem.position)",
            child: failure(problem.kind.rawValue, problem.message, text),
            isFailure: true
        )
    }

    private func item(_ change: Change, _ comparison: RunComparison) -> Item {
        let name = VisibleText.line("\(change.kind.rawValue) \(change.place)")
        if let reason = change.acceptance {
            let words = Self.oneLine("accepted: \(reason)")
            let child = "<skipped\(Self.text([("message", words)]))>\(XMLText.content(words))</skipped>"
            return Item(name: name, child: child, isSkipped: true)
        }
        let line = comparison.line(change)
        guard comparison.isRegression(change) else {
            let words = XMLText.content(AttachmentMarkers.disarmed(VisibleText.line(line)))
            return Item(name: name, child: "<system-out>\(words)</system-out>")
        }
        let place = change.file.map { "\n    at \($0)" } ?? ""
        return Item(name: name, child: failure(change.kind.rawValue, change.words, line + place), isFailure: true)
    }

    private func failure(_ type: String, _ message: String, _ text: String) -> String {
        let attributes = [("type", type), ("message", Self.oneLine(message))]
        return "<failure\(Self.text(attributes))>\(XMLText.content(AttachmentMarkers.disarmed(text)))</failure>"
    }

    private static func oneLine(_ text: String) -> String {
        let line = CutText.prefix(AttachmentMarkers.disarmed(VisibleText.line(text)), units: 1_000)
        return line.isEmpty ? "no reason given" : line
    }

    /// The moment without its fraction and zone, as all readers take it.
    private static func moment(_ text: String) -> String { String(text.prefix(19)) }

    private static func text(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(XMLText.attribute($1))\"" }.joined()
    }
}
