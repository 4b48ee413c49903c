import Foundation
import Testing

/// The page that the built program writes; `Tests/BrowserTests` opens it.
@Suite(.timeLimit(.minutes(10)))
struct HTMLReportTests {
    @Test
    func `a failure is told with the line of its case file and the command that repeats it`() async throws {
        try await withTemporaryFolder { folder in
            let page = try await page(
                of: SmallCorpus.suite.replacingOccurrences(of: "{{name}}", with: "Bob"),
                in: folder
            )
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
            #expect(page.hasSuffix("</html>\n"))
            #expect(page.contains("</span> 1 of 3 cases did not end as expected</h1>"))
            #expect(page.contains("--filter small/things/thing</code>"))
            let source = "&quot;expect&quot;: { &quot;status&quot;: 200, &quot;model&quot;: &quot;none&quot;, "
            #expect(page.contains("<span class=\"place\">cases/small/things.json:9:69</span> <code>\(source)"))
            #expect(
                page.contains(
                    "<del>-   /name: expected &quot;Bob&quot;</del>\n<ins>+   &quot;name&quot;: &quot;Ann&quot;</ins>"
                )
            )
        }
    }

    @Test
    func `a secret that stands in a case file is not shown with its line`() async throws {
        let secret = "p4ss-w0rd-of-Ann"
        let expected = "\"expect\": { \"status\": 200, \"model\": \"none\", \"body\": { \"name\": \"{{name}}\" } }"
        // On one line, the secret behind what is expected, so that both are shown.
        let suite = SmallCorpus.suite.replacingOccurrences(
            of: "\"request\": { \"method\": \"GET\", \"path\": \"/thing\" },\n      \(expected)",
            with: "\(expected.replacingOccurrences(of: "{{name}}", with: "Bob")), "
                + "\"request\": { \"method\": \"POST\", \"path\": \"/thing\", \"body\": { \"password\": \"\(secret)\" } }"
        )
        #expect(suite.contains(secret))
        try await withTemporaryFolder { folder in
            let page = try await page(of: suite, in: folder)
            #expect(
                page.contains(
                    "&quot;path&quot;: &quot;/thing&quot;, &quot;body&quot;: { &quot;password&quot;: &quot;[password 1]&quot; } }"
                )
            )
            #expect(!page.contains(secret))
        }
    }

    /// The page of a run of a suite against a server that knows only Ann.
    private func page(of suite: String, in folder: URL) async throws -> String {
        try SmallCorpus.write(to: folder, suite: suite)
        try folder.write("cases/operations.json", "{ \"secrets\": [\"password\"], \"operations\": {} }")
        let ended = try await SmallCorpus.run(in: folder)
        #expect(ended.status == 1)
        return try folder.text("reports/report.html")
    }
}
