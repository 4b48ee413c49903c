import ConformanceReports
import Foundation
import Testing

@testable import StytchConformance

/// Which reports `--report` asks for, and where they go.
struct ReportOptionTests {
    private static let formats: [ReportFormat<Int>] = [
        ReportFormat(name: "usual", fileName: "usual.txt", about: "a", isUsual: true) { _, _, _ in },
        ReportFormat(name: "other", fileName: "other.txt", about: "b") { _, _, _ in },
        ReportFormat(name: "lines", fileName: nil, about: "c") { _, _, _ in },
    ]

    @Test(arguments: [
        ([], ["usual r/usual.txt"]),
        (["other"], ["usual r/usual.txt", "other r/other.txt"]),
        (["other=o"], ["usual r/usual.txt", "other o"]),
        (["usual=u"], ["usual u"]),
        (["usual=u", "usual"], ["usual u", "usual r/usual.txt"]),
        (["usual", "usual"], ["usual r/usual.txt"]),
        (["other=a", "other=b"], ["usual r/usual.txt", "other a", "other b"]),
        (["other=a=b"], ["usual r/usual.txt", "other a=b"]),
        (["lines"], ["usual r/usual.txt", "lines"]),
        (["lines=l"], ["usual r/usual.txt", "lines l"]),
        (["none"], []),
        (["none", "other"], ["other r/other.txt"]),
        (["usual=/dev/null", "other=/dev/null"], ["usual /dev/null", "other /dev/null"]),
    ])
    func `options name formats, and the usual ones stay unless 'none' is among them`(
        options: [String],
        reports: [String]
    ) throws {
        #expect(try places(options) == reports)
        #expect(try places(options, folder: "r/") == reports)
    }

    @Test(arguments: [
        (["othr"], "there is no report format 'othr'; did you mean 'other'?"),
        (["Other"], "there is no report format 'Other'; did you mean 'other'?"),
        (["xml"], "there is no report format 'xml'"),
        (["=x"], "there is no report format ''"),
        (["other="], "'--report other=' needs a path behind '='"),
        (["none=x"], "'--report none' takes no path"),
        (["usual=one", "other=./one"], "two reports would be written to './one'"),
        (["usual=r/other.txt", "other"], "two reports would be written to 'r/other.txt'"),
    ])
    func `an option that makes no sense is told with what was probably meant`(
        options: [String],
        words: String
    ) throws {
        let failure = try #require(throws: CommandFailure.self) { try places(options) }
        #expect(failure.message == words)
        #expect(failure.status == .wrongInput)
    }

    @Test
    func `an unknown format is told with those there are`() throws {
        let failure = try #require(throws: CommandFailure.self) { try places(["xml"]) }
        #expect(failure.hint == "the formats are usual, other, lines, none")
    }

    @discardableResult
    private func places(_ options: [String], folder: String = "r") throws -> [String] {
        let arguments = options.compactMap(ReportArgument.init)
        try #require(arguments.count == options.count)
        let places = try ReportPlaces<Int>.resolved(arguments, folder: folder, among: Self.formats)
        return places.reports.map { report in
            guard case .file(let path) = report.place else { return report.format.name }
            return "\(report.format.name) \(path)"
        }
    }
}
