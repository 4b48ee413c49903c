import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

struct JUnitReportTests {
    @Test
    func `a run with every outcome is written as the golden file`() throws {
        let bytes = JUnitReport().bytes(try Samples.run())
        _ = try StrictXML.parse(bytes)
        try Golden(name: "run.junit.xml").expect(String(decoding: bytes, as: UTF8.self))
    }

    @Test
    func `a run without cases is a file without suites`() throws {
        let text = String(decoding: JUnitReport().bytes(try Samples.run([])), as: UTF8.self)
        #expect(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n</testsuites>\n")
    }

    @Test
    func `each case file is one suite, numbered in order, that counts its cases`() throws {
        let root = try JUnitReport().root(try Samples.run())
        #expect(root.attributes.isEmpty)
        let suites = root.all("testsuite")
        #expect(suites.map { $0["name"] } == ["cases.sessions.get", "cases.models"])
        #expect(suites.map { $0["id"] } == ["0", "1"])
        #expect(suites.map { $0["tests"] } == ["5", "2"])
        #expect(suites.map { $0["failures"] } == ["1", "1"])
        #expect(suites.map { $0["errors"] } == ["1", "0"])
        #expect(suites.map { $0["skipped"] } == ["2", "1"])
        #expect(suites.map { $0["hostname"] } == ["localhost", "localhost"])
        #expect(suites.map { $0["package"] } == ["", ""])
    }

    @Test
    func `a suite starts with its first case that ran, in UTC without a zone`() throws {
        let suites = try JUnitReport().root(try Samples.run()).all("testsuite")
        #expect(suites.map { $0["timestamp"] } == ["2026-11-21T08:00:00", "2026-11-21T08:00:01"])
        #expect(suites.map { $0["time"] } == ["0.012", "0.004"])
    }

    @Test
    func `a suite takes as long as from its first start to its last end`() throws {
        var (first, second) = (Samples.result("a"), Samples.result("b"))
        (first.startedAfter, first.duration) = (.milliseconds(10), .milliseconds(500))
        (second.startedAfter, second.duration) = (.milliseconds(20), .milliseconds(900))
        let suite = try #require(try JUnitReport().root(try Samples.run([first, second])).children.first)
        #expect(suite["time"] == "0.910")
        #expect(suite.all("testcase").map { $0["time"] } == ["0.500", "0.900"])
    }

    @Test
    func `the properties of a suite are sorted and have values`() throws {
        let suite = try #require(try JUnitReport().root(try Samples.run()).children.first)
        let properties = try #require(suite.all("properties").first).children
        #expect(properties.map { $0["name"] } == ["dd_tags[test.source.file]", "file", "target"])
        #expect(properties.map { $0["value"] } == ["cases/sessions/get.json", "cases/sessions/get.json", "mock"])
        #expect(suite.children.first?.name == "properties")
    }

    @Test
    func `the output of a suite is one line that is never empty`() throws {
        let suite = try #require(try JUnitReport().root(try Samples.run()).children.first)
        #expect(suite.children.suffix(2).map(\.name) == ["system-out", "system-err"])
        #expect(suite.all("system-out").first?.text == "cases/sessions/get.json against mock")
        #expect(suite.all("system-err").first?.text == "")
    }

    @Test(arguments: [
        (Finding.Code.status, "assertion"), (.errorType, "assertion"), (.header, "assertion"), (.body, "assertion"),
        (.notJSON, "assertion"), (.token, "assertion"), (.duration, "assertion"), (.unique, "assertion"),
        (.capture, "assertion"), (.check, "assertion"), (.model, "schema"), (.decodingFindings, "schema"),
        (.unknownField, "schema"),
    ])
    func `a failure's type is one of two words`(code: Finding.Code, type: String) throws {
        let finding = Finding(code: code, subject: "status", expected: "200", actual: "500")
        let failure = try child(of: Samples.result("a", .failed, findings: [finding]))
        #expect(failure.name == "failure")
        #expect(failure["type"] == type)
    }

    @Test(arguments: [
        (ErrorCause.Kind.transport, "transport"), (.timeout, "timeout"), (.setup, "setup"), (.teardown, "setup"),
        (.mock, "setup"), (.internal, "internal"),
    ])
    func `an error's type is one of four words`(kind: ErrorCause.Kind, type: String) throws {
        let error = try child(of: Samples.result("a", .errored(ErrorCause(kind: kind, message: "it broke"))))
        #expect(error.name == "error")
        #expect(error["type"] == type)
        #expect(error["message"] == "it broke")
    }

    @Test
    func `a message is the first finding and the number of the others`() throws {
        let failure = try child(of: Samples.failed)
        #expect(failure["message"] == "status: expected 404, got 500 (+1 more)")
    }

    @Test
    func `a message is one line of at most 1,000 units, the number of the others kept`() throws {
        let long = Finding(
            code: .body,
            subject: "body /a",
            expected: "\"\n\"",
            actual: String(repeating: "x", count: 2_000)
        )
        let failure = try child(of: Samples.result("a", .failed, findings: [long, long, long]))
        let message = try #require(failure["message"])
        #expect(message.utf16.count == 1_000)
        #expect(message.hasPrefix("body /a: expected \"\\n\", got xxx"))
        #expect(message.hasSuffix("xxx (+2 more)"))
    }

    @Test
    func `a skip says its reason in the message and in the text`() throws {
        let skipped = try child(of: Samples.result("a", .skipped("needs 'tls' & more")))
        #expect(skipped.name == "skipped")
        #expect(skipped["message"] == "needs 'tls' & more")
        #expect(skipped.text == "needs 'tls' & more")
        #expect(skipped["type"] == nil)
    }

    @Test
    func `a case that did not run is skipped and says so`() throws {
        let skipped = try child(of: Samples.notRun)
        #expect(skipped["message"] == "not run: interrupted by SIGINT")
        #expect(skipped.text == "not run: interrupted by SIGINT")
    }

    @Test
    func `a skip without a reason still has one attribute and a text`() throws {
        let skipped = try child(of: Samples.result("a", .skipped("")))
        #expect(skipped["message"] == "no reason given")
        #expect(skipped.text == "no reason given")
    }

    @Test
    func `a case has the dotted name of its suite as class, and only one result`() throws {
        for suite in try JUnitReport().root(try Samples.run()).children {
            for element in suite.all("testcase") {
                #expect(element.attributes.map(\.name) == ["name", "classname", "time"])
                #expect(element["classname"] == suite["name"])
                #expect(element.children.count <= 1)
            }
        }
    }

    @Test
    func `files whose dotted names are equal are told apart`() throws {
        let cases = [Samples.result("a", file: "cases/a.b.json"), Samples.result("a", file: "cases/a_b.json")]
        let suites = try JUnitReport().root(try Samples.run(cases)).children
        #expect(suites.map { $0["name"] } == ["cases.a_b", "cases.a_b (2)"])
    }

    @Test
    func `no type is a word by which a reader would cast the text`() throws {
        let words = [
            "yaml", "symbol", "date", "datetime", "integer", "float", "decimal", "boolean", "string", "array", "file",
        ]
        for code in Finding.Code.allCases {
            let finding = Finding(code: code, detail: "integer", subject: "body /a", expected: "1", actual: "2")
            let type = try #require(try child(of: Samples.result("a", .failed, findings: [finding]))["type"])
            #expect(!words.contains(type))
        }
    }

    @Test
    func `reproducible runs differ in nothing, whenever and however fast they ran`() throws {
        let moment = Timestamp(secondsSince1970: 0)
        var other = try Samples.run()
        other.started = Timestamp(secondsSince1970: 1_800_000_000)
        other.runID = "run-2"
        other.baseURL = "http://127.0.0.1:40002"
        other.transfers.newConnections = 7
        other.transfers.reusedConnections = 4
        for index in other.cases.indices {
            other.cases[index].duration += .milliseconds(77)
            other.cases[index].startedAfter += .seconds(5)
            for exchange in other.cases[index].exchanges.indices {
                let record = other.cases[index].exchanges[exchange]
                other.cases[index].exchanges[exchange].reusedConnection = !record.reusedConnection
                other.cases[index].exchanges[exchange].url = record.url.replacing("40001", with: "40002")
                other.cases[index].exchanges[exchange].curl = record.curl.replacing("40001", with: "40002")
            }
        }
        let results = ResultsReport(program: "1.2.3")
        #expect(
            results.bytes(try Samples.run().reproducible(at: moment)) == results.bytes(other.reproducible(at: moment))
        )
        let first = JUnitReport().bytes(try Samples.run().reproducible(at: moment))
        #expect(first == JUnitReport().bytes(other.reproducible(at: moment)))
        let suite = try #require(try StrictXML.parse(first).children.first)
        #expect(suite["timestamp"] == "1970-01-01T00:00:00")
        #expect(suite["time"] == "0.000")
    }

    @Test
    func `hundred thousand cases are written in pieces`() throws {
        let cases = (0..<100_000).map { Samples.result("case-\($0)") }
        var (pieces, largest) = (0, 0)
        JUnitReport().write(try Samples.run(cases)) { piece in
            pieces += 1
            largest = max(largest, piece.count)
        }
        #expect((400...600).contains(pieces))
        #expect(largest < 20_000)
    }

    @Test
    func `what the output throws ends the writing`() throws {
        struct Full: Error {}
        let run = try Samples.run()
        #expect(throws: Full.self) { try JUnitReport().write(run) { _ in throw Full() } }
    }

    private func child(of result: CaseResult) throws -> StrictXML.Element {
        let suite = try #require(try JUnitReport().root(try Samples.run([result])).children.first)
        return try #require(suite.all("testcase").first?.children.first)
    }
}
