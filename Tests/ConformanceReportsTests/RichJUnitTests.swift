import Conformance
import Testing

@testable import ConformanceReports

/// What the rich profile of JUnit adds to the portable one.
struct RichJUnitTests {
    private let sources = SourcePaths(currentFolder: "/work/tests", root: "/work")

    @Test
    func `the root counts what its suites count together`() throws {
        let root = try rich(try HardSamples.everyVerdict())
        #expect(
            root.attributes.map { "\($0.name)=\($0.value)" } == [
                "name=stytch-conformance", "tests=10", "failures=4", "errors=1", "skipped=3", "time=1.240",
            ]
        )
        for name in ["tests", "failures", "errors", "skipped"] {
            let sum = root.children.compactMap { $0[name].flatMap { Int($0) } }.reduce(0, +)
            #expect(root[name] == String(sum), "\(name)")
        }
    }

    @Test
    func `suites and cases name their files from the root of the checkout, cases their lines too`() throws {
        let root = try rich(try Samples.run([Samples.failed]))
        let suite = try #require(root.children.first)
        #expect(suite["file"] == "tests/cases/sessions/get.json")
        let element = try #require(suite.all("testcase").first)
        #expect(element["file"] == "tests/cases/sessions/get.json")
        #expect(element["line"] == "12")
    }

    @Test
    func `a case has properties for what is known of it, and none where nothing is`() throws {
        var told = Samples.passed
        told.requirements = ["b-second", "a-first"]
        told.tags = ["smoke", "slow"]
        let suite = try #require(try rich(try Samples.run([told, Samples.result("plain")])).children.first)
        let cases = suite.all("testcase")
        let properties = cases[0].all("properties").flatMap(\.children)
        #expect(properties.map { $0["name"] } == ["description", "requirements", "tags"])
        #expect(
            properties.map { $0["value"] } == [
                "The sessions of a user are listed.", "b-second, a-first", "smoke, slow",
            ]
        )
        #expect(cases[1].children.isEmpty)
    }

    @Test
    func `without what it adds, the file is the portable one`() throws {
        for (name, run) in try HardSamples.all() {
            let plain = stripped(try rich(run), isRoot: true)
            #expect(plain == stripped(try JUnitReport().root(run)), "\(name)")
        }
    }

    private func rich(_ run: RunResult) throws -> StrictXML.Element {
        try JUnitReport(profile: .rich, sources: sources).root(run)
    }

    private func stripped(_ element: StrictXML.Element, isRoot: Bool = false) -> StrictXML.Element {
        var copy = element
        if isRoot { copy.attributes = [] }
        if ["testsuite", "testcase"].contains(element.name) {
            copy.attributes.removeAll { ["file", "line"].contains($0.name) }
        }
        if element.name == "testcase" { copy.children.removeAll { $0.name == "properties" } }
        // The line ends around what was taken away.
        if copy.text.allSatisfy(\.isWhitespace) { copy.text = "" }
        copy.children = copy.children.map { stripped($0) }
        return copy
    }
}
