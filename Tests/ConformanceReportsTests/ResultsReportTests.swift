import Conformance
import Foundation
import Testing
import WireJSON

@testable import ConformanceReports

struct ResultsReportTests {
    @Test
    func `a run with every outcome is written as the golden file`() throws {
        let bytes = ResultsReport(program: "1.2.3").bytes(try Samples.run())
        try Golden(name: "run.results.json").expect(String(decoding: bytes, as: UTF8.self))
    }

    @Test
    func `a run without cases is whole JSON`() throws {
        let root = try JSONDocument(ResultsReport(program: "1.2.3").bytes(try Samples.run([]))).root
        #expect(root["cases"]?.count == 0)
        #expect(root["format"]?.string == "stytch-conformance/results")
        #expect(root["version"]?.number?.int == 1)
    }

    @Test
    func `what is written fits the published schema, and the schema describes all of it`() throws {
        let check = SchemaCheck(schema: try schema())
        let results = try JSONDocument(ResultsReport(program: "1.2.3").bytes(try Samples.run())).root
        #expect(check.problems(results) == [])
        #expect(check.undescribed(results) == [])
    }

    @Test(arguments: [
        ("{\"format\":\"stytch-conformance/results\"}", "/version"),
        ("{\"format\":\"else\"}", "/format"),
        ("{\"cases\":[{\"outcome\":\"lost\"}]}", "/cases/0/outcome"),
        ("{\"cases\":[{\"position\":{\"line\":0}}]}", "/cases/0/position/line"),
    ])
    func `the schema refuses what is no result`(text: String, place: String) throws {
        let problems = SchemaCheck(schema: try schema()).problems(try JSONDocument(text).root)
        let expected = place == "/version" ? ": lacks version" : "\(place): "
        #expect(problems.contains { $0.hasPrefix(expected) })
    }

    @Test
    func `a place that is a whole file has no line, in the report and in the text of JUnit`() throws {
        var result = Samples.failed
        result.position = FilePosition(file: "cases/operations.json", line: 0, column: 0)
        result.findings = []
        let root = try JSONDocument(ResultsReport(program: "1.2.3").bytes(try Samples.run([result]))).root
        #expect(root["cases"]?[0]?["position"]?.text == "{\"file\":\"cases/operations.json\"}")
        #expect(SchemaCheck(schema: try schema()).problems(root) == [])
        #expect(JUnitEvidence.sourceLine(result.position) == "    at cases.Case(operations.json)")
    }

    @Test
    func `each case stands on a line of its own`() throws {
        let text = String(decoding: ResultsReport(program: "1.2.3").bytes(try Samples.run()), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("{\"id\":") }
        #expect(lines.count == 7)
        #expect(text.hasSuffix("\n]\n}\n"))
    }

    @Test
    func `what is written is read back as it was`() throws {
        let run = try Samples.run()
        let read = try ResultsReader.read(ResultsReport(program: "1.2.3").bytes(run))
        #expect(read == EncodedRun(run, program: "1.2.3"))
        #expect(read.cases[1].findings?[1].note == "the answer is no JSON")
        #expect(read.cases[1].exchanges?[1].timings.totalMicroseconds == 132_400)
        #expect(read.cases[2].error?.code == "curl 7 CURLE_COULDNT_CONNECT")
        #expect(read.clockOffsetMicroseconds == -3_000_000)
    }

    @Test
    func `a reader skips members that it does not know`() throws {
        var text = String(decoding: ResultsReport(program: "1.2.3").bytes(try Samples.run([])), as: UTF8.self)
        text = text.replacingOccurrences(of: "\"target\": ", with: "\"weather\": {\"sun\": [1]},\n\"target\": ")
        #expect(try ResultsReader.read(Array(text.utf8)).target == "mock")
    }

    @Test
    func `a reader refuses what it cannot trust`() throws {
        let text = String(decoding: ResultsReport(program: "1.2.3").bytes(try Samples.run([])), as: UTF8.self)
        let newer = text.replacingOccurrences(of: "\"version\": 1,", with: "\"version\": 2,")
        #expect(throws: ResultsReader.Problem.unknownVersion(2)) { try ResultsReader.read(Array(newer.utf8)) }
        #expect(throws: ResultsReader.Problem.notResults) { try ResultsReader.read(Array("{\"version\": 1}".utf8)) }
        let holed = text.replacingOccurrences(of: "\"target\": \"mock\",", with: "")
        #expect {
            try ResultsReader.read(Array(holed.utf8))
        } throws: { error in
            guard case .malformed(let pointer, _, _) = error as? ResultsReader.Problem else { return false }
            return pointer.description == "/target"
        }
        #expect {
            try ResultsReader.read(Array(text.utf8.dropLast(4)))
        } throws: { error in
            guard case .notJSON(let problem) = error as? ResultsReader.Problem else { return false }
            return problem.code == .unexpectedEnd
        }
    }

    @Test
    func `the committed example is what is written today`() throws {
        let folder = root().appendingPathComponent("reports/example")
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("results.json")))
        let check = SchemaCheck(schema: try schema())
        let results = try JSONDocument(bytes).root
        #expect(check.problems(results) == [])
        #expect(check.undescribed(results) == [])
        let read = try ResultsReader.read(bytes)
        #expect(read.counts.passed == 3)
        #expect(read.counts.failed == 1)
        #expect(read.baseURL == "http://mock")
        let junit = try StrictXML.parse([UInt8](Data(contentsOf: folder.appendingPathComponent("junit.xml"))))
        let suite = try #require(junit.all("testsuite").first)
        #expect(suite.all("testcase").count == 4)
        #expect(suite.all("testcase").flatMap { $0.all("failure") }.count == 1)
    }

    @Test
    func `numbers too large for microseconds do not end the program`() throws {
        var run = try Samples.run([])
        run.duration = .seconds(Int64.max)
        let root = try JSONDocument(ResultsReport(program: "1.2.3").bytes(run)).root
        #expect(root["durationMicroseconds"]?.number?.token == "9223372036854775807")
    }

    private func schema() throws -> JSONView {
        let url = root().appendingPathComponent("docs/results.schema.json")
        return try JSONDocument([UInt8](Data(contentsOf: url))).root
    }

    /// The checkout, three folders above this file.
    private func root(file: String = #filePath) -> URL {
        (0..<3).reduce(URL(fileURLWithPath: file)) { path, _ in path.deletingLastPathComponent() }
    }
}
