import Foundation
import Testing
import WireJSON

/// Speed, on real runs: the mock answers one operation late in one of them.
@Suite(.timeLimit(.minutes(10)))
struct SlowOperationTests {
    /// Twenty cases that each list the sessions of a new user; the mock holds the list back for so long.
    private static let suite = """
        {
          "description": "Sessions are listed.",
          "setup": [{ "use": "user" }],
          "cases": [{
            "id": "listed",
            "description": "The sessions of a new user.",
            "rows": [\((1...20).map { "{ \"id\": \"\($0)\" }" }.joined(separator: ", "))],
            "steps": [
              { "mock": { "fault": { "delay": "{{delay}}" } } },
              { "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } } }
            ]
          }]
        }
        """

    @Test
    func `an operation that answers late is told as slower, and no other`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await BuiltProgram.run(["export-cases", "cases"], in: folder).status == 0)
            try folder.write("cases/speed/slow.json", Self.suite)
            for (name, delay) in [("base", "1ms"), ("head", "700ms")] {
                let arguments = ["run", "speed", "--cases", "cases", "--variable", "delay=\(delay)", "--reports", name]
                #expect(try await BuiltProgram.run(arguments, in: folder).status == 0)
            }
            let ended = try await BuiltProgram.run(
                ["compare", "base", "head", "--fail-on", "slower", "--slower-by", "100ms", "--report", "json=c.json"],
                in: folder
            )
            #expect(ended.status == 5)
            let comparison = try JSONDocument(folder.text("c.json")).root
            let slower = comparison["changes"]?.elements.filter { $0["kind"]?.string == "slower" } ?? []
            #expect(slower.compactMap { $0["subject"]?.string } == ["sessions.get"])
            #expect(ended.lines.last == "regression: 1 slower")
            #expect(ended.output.contains("\nslower: 1\n  sessions.get: "))
        }
    }
}
