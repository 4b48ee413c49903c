import Foundation
import SchemaValidation
import Testing
import WireJSON

/// What a run says of users that it could not delete.
@Suite(.timeLimit(.minutes(10)))
struct LeftoverTests {
    private static let suite = """
        { "description": "Makes a user.", "cases": [{ "id": "user",
          "steps": [{ "request": { "method": "POST", "path": "/users", "body": { "email": "{{email}}" } },
                      "expect": { "status": 200, "model": "none" } }],
          "teardown": [{ "request": { "method": "DELETE", "path": "/users/1" },
                         "expect": { "status": 200, "model": "none" } }] }] }
        """

    @Test
    func `a user that could not be deleted is told by the name that all users of the run have`() async throws {
        try await withTemporaryFolder { folder in
            try folder.write("cases/operations.json", SmallCorpus.operations)
            try folder.write("cases/small/users.json", Self.suite)
            let server = try LocalServer { line in
                if line.contains(" /mock/offers ") { return .answer(status: 404, body: "{}") }
                return .answer(status: line.hasPrefix("DELETE ") ? 500 : 200, body: "{}")
            }
            defer { server.stop() }
            let words = ["run", "--target", server.baseURL]
            let ended = try await BuiltProgram.run(words, in: folder, environment: SmallCorpus.credentials)
            #expect(ended.status == 1)
            let results = try JSONDocument(folder.text("reports/results.json")).root
            #expect(try SchemaValidator(Checkout.root.text("docs/results.schema.json")).problems(results) == [])
            let runID = try #require(results["runID"]?.string)
            let name = "users with an e-mail address that begins with 'conformance-\(runID)-'"
            #expect(ended.lines.contains("perhaps left behind by 1 case: \(name)"))
            let cases = Array(try #require(results["cases"]).elements)
            #expect(cases.map { $0["mayHaveLeft"]?.value } == [true])
            #expect(server.texts.contains { $0.contains("\"email\":\"conformance-\(runID)-") })
        }
    }
}
