import Foundation
import Testing

/// What the findings of a run against the mock say, beyond expected and actual.
@Suite(.timeLimit(.minutes(10)))
struct FailureWordsTests {
    private static let long = String(repeating: "a", count: 240)

    private static let suite = """
        {
          "description": "Cases that fail.",
          "setup": [{ "use": "user" }],
          "cases": [
            {
              "id": "old",
              "steps": [
                { "mock": { "session": { "factors": [] } },
                  "capture": { "token": { "body": "/session_jwt", "secret": true } } },
                { "mock": { "advance": "20m" } },
                { "check": [{ "value": "{{token}}", "matches": { "$jwt": {} } }] }
              ]
            },
            {
              "id": "alternatives",
              "request": { "operation": "sessions.get", "params": { "user_id": "user-test-{{uuid}}" } },
              "expect": [
                { "because": "nobody has no sessions", "status": 200 },
                { "because": "or a wrong id", "status": 400, "error": "invalid_user_id" }
              ]
            },
            {
              "id": "too-many",
              "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
              "expect": { "body": { "$exact": true, "request_id": { "$type": "string" } } }
            },
            {
              "id": "late",
              "check": [{ "value": "\(long)1", "matches": "\(long)2" }]
            }
          ]
        }
        """

    @Test
    func `findings tell times of a JWT, other outcomes, members that are too many, and where long texts differ`()
        async throws
    {
        try await withTemporaryFolder { folder in
            #expect(try await BuiltProgram.run(["export-cases", "cases"], in: folder).status == 0)
            try folder.write("cases/sessions/failing.json", Self.suite)
            let ended = try await BuiltProgram.run(["run", "sessions/failing", "--reproducible"], in: folder)
            #expect(ended.status == 1)
            let cases = try #require(try folder.json("reports/results.json")["cases"] as? [[String: Any]])
            var findings: [String: [String: String]] = [:]
            for result in cases {
                let id = try #require(result["id"] as? String)
                let all = try #require(result["findings"] as? [[String: Any]])
                #expect(all.count == 1, "\(id)")
                findings[id] = all.first?.compactMapValues { $0 as? String }
            }
            let old = try #require(findings["sessions/failing/old"])
            #expect(old["actual"] == "refused: expired")
            #expect(old["note"]?.wholeMatch(of: /exp 20\S+Z is 15 min before now, 20\S+Z/) != nil)
            let alternatives = findings["sessions/failing/alternatives"]
            #expect(
                alternatives?["note"] == "user_not_found: User could not be found.; "
                    + "also allowed: 400 \"invalid_user_id\" (or a wrong id)"
            )
            #expect(findings["sessions/failing/too-many"]?["actual"] == "\"sessions\" and \"status_code\"")
            let late = try #require(findings["sessions/failing/late"])
            let shown = "\"\(String(repeating: "a", count: 39))…\(String(repeating: "a", count: 60))"
            #expect(late["expected"] == shown + "2\"")
            #expect(late["actual"] == shown + "1\"")
        }
    }
}
