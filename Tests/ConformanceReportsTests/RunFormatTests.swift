import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// What holds of every format alike.
struct RunFormatTests {
    @Test
    func `each format has a name, a file and a few words of its own`() {
        let formats = RunFormats.all
        #expect(
            formats.map { "\($0.name) \($0.fileName ?? "-")" } == [
                "junit junit.xml", "junit-rich junit-rich.xml", "results results.json", "html report.html",
                "markdown summary.md",
                "github -",
                "codequality codequality.json", "ctrf ctrf.json", "sarif results.sarif", "har exchanges.har",
            ]
        )
        #expect(formats.filter(\.isUsual).map(\.name) == ["junit", "results", "html"])
        #expect(formats.allSatisfy { !$0.about.isEmpty })
    }

    @Test(arguments: [
        ("junit-rich", "run.junit-rich.xml"), ("markdown", "run.summary.md"), ("github", "run.github.txt"),
        ("codequality", "run.codequality.json"), ("ctrf", "run.ctrf.json"), ("sarif", "run.results.sarif"),
        ("har", "run.exchanges.har"),
    ])
    func `a run with every verdict is written as the golden file`(format: String, golden: String) throws {
        try Golden(name: golden).expect(try HardSamples.everyVerdict().text(as: format))
    }

    @Test(arguments: RunFormats.all.map(\.name))
    func `a report is UTF-8 without a mark, with line feeds alone, the last one at the end, and twice the same`(
        format: String
    ) throws {
        for (name, run) in try HardSamples.all() {
            let bytes = try run.written(as: format)
            #expect(String(validating: bytes, as: UTF8.self) != nil, "\(name)")
            #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
            #expect(!bytes.contains(0x0D), "\(name)")
            #expect(bytes.isEmpty || bytes.last == UInt8(ascii: "\n"), "\(name)")
            #expect(try run.written(as: format) == bytes, "\(name)")
        }
    }

    @Test(arguments: ["results", "codequality", "ctrf", "sarif", "har"])
    func `a report in JSON is JSON whatever a run holds`(format: String) throws {
        for (name, run) in try HardSamples.all() {
            #expect(throws: Never.self, "\(name)") { try run.json(as: format) }
        }
    }

    @Test(arguments: ["junit", "junit-rich"])
    func `a report in XML is XML whatever a run holds`(format: String) throws {
        for (name, run) in try HardSamples.all() {
            #expect(throws: Never.self, "\(name)") { try StrictXML.parse(try run.written(as: format)) }
        }
    }

    @Test(arguments: RunFormats.all.map(\.name))
    func `a reproducible run is written the same whenever it was`(format: String) throws {
        var later = try HardSamples.everyVerdict()
        later.started = try #require(Timestamp("2027-01-02T03:04:05Z"))
        later.runID = "run-2"
        later.duration = .seconds(9)
        for index in later.cases.indices {
            later.cases[index].duration += .seconds(1)
            later.cases[index].startedAfter += .seconds(1)
            for attempt in later.cases[index].attempts.indices {
                later.cases[index].attempts[attempt].duration = .seconds(3)
            }
            for exchange in later.cases[index].exchanges.indices {
                later.cases[index].exchanges[exchange].timings.total += .seconds(1)
                later.cases[index].exchanges[exchange].reusedConnection.toggle()
            }
        }
        let moment = Timestamp(secondsSince1970: 0)
        let one = try HardSamples.everyVerdict().reproducible(at: moment).written(as: format)
        #expect(try later.reproducible(at: moment).written(as: format) == one)
    }
}
