import Conformance
import Testing
import WireJSON

@testable import ConformanceReports

/// What reports say of users that may still be there.
struct LeftoverTests {
    private static func written(_ result: CaseResult) throws -> JSONView {
        try JSONDocument(ResultsReport.bytes(of: result)).root
    }

    @Test
    func `the last lines say what to look for, and a case in the report that it may have left it`() throws {
        var result = try Samples.run()
        let closing = ConsoleSummary.Closing(reports: [], command: "stytch-conformance run")
        let summary = ConsoleSummary(style: ConsoleStyle())
        #expect(!summary.closing(result, closing).contains("left behind"))
        #expect(try Self.written(result.cases[0])["mayHaveLeft"] == nil)

        result.cases[0].mayHaveLeft = true
        let lines = summary.closing(result, closing).split(separator: "\n")
        #expect(
            lines.contains(
                "perhaps left behind by 1 case: users with an e-mail address that begins with 'conformance-run-1-'"
            )
        )
        #expect(try Self.written(result.cases[0])["mayHaveLeft"]?.bool == true)
    }
}
