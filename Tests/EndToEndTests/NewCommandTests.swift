import Conformance
import Foundation
import Testing

@testable import StytchConformance

@Suite(.timeLimit(.minutes(10)))
struct NewCommandTests {
    @Test func `for every operation a suite is written that has no mistake and passes on the mock`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await BuiltProgram.run(["export-cases", "cases"], in: folder)
            let operations = try #require(try folder.json("cases/operations.json")["operations"] as? [String: Any])
            #expect(operations.count == 12)
            var written: [String] = []
            for operation in operations.keys.sorted() {
                let ended = try await BuiltProgram.run(["new", operation], in: folder)
                #expect(ended.status == 0, "\(operation): \(ended.error)")
                let path = try #require(ended.lines.first?.split(separator: " ").last.map(String.init))
                #expect(ended.lines == ["written: \(path)", "next:    stytch-conformance run \(path)"])
                written.append(path)
            }
            #expect(Set(written).count == 12)
            let lint = try await BuiltProgram.run(["lint"] + written, in: folder)
            #expect(lint.lines.last?.hasSuffix(" cases: 0 mistakes") == true, "\(lint.output)")
            let run = try await BuiltProgram.run(["run"] + written, in: folder)
            #expect(run.status == 0, "\(run.output)")
            #expect(run.lines.last == "33 passed, 0 failed, 0 skipped")
        }
    }

    @Test func `what is written can be read: a good case with its shape, an unknown value, a wrong secret`()
        async throws
    {
        try await withTemporaryFolder { folder in
            _ = try await BuiltProgram.run(["export-cases", "cases"], in: folder)
            _ = try await BuiltProgram.run(["new", "sessions.get", "--output", "cases/mine/deep/it.json"], in: folder)
            #expect(
                try folder.text("cases/mine/deep/it.json") == #"""
                    {
                      "$schema": "../../schema/suite.schema.json",
                      "description": "A first suite for sessions.get.",
                      "cases": [
                        {
                          "id": "good",
                          "description": "sessions.get succeeds, and its answer has the shape of its model.",
                          "setup": [{ "use": "user" }],
                          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
                          "expect": { "status": 200, "body": { "sessions": { "$each": { "$shape": "session" } } } }
                        },
                        {
                          "id": "unknown-user-id",
                          "description": "An unknown user_id is not found.",
                          "request": { "operation": "sessions.get", "params": { "user_id": "user-test-{{uuid}}" } },
                          "expect": { "status": 404, "error": "user_not_found" }
                        },
                        {
                          "id": "wrong-credentials",
                          "description": "A wrong secret is refused.",
                          "request": {
                            "operation": "sessions.get",
                            "params": { "user_id": "user-test-{{uuid}}" },
                            "auth": { "basic": ["{{project_id}}", "secret-test-wrong"] }
                          },
                          "expect": { "status": 401, "error": "unauthorized_credentials" }
                        }
                      ]
                    }

                    """#
            )
        }
    }

    @Test func `a file that is there is kept unless it is to be replaced`() async throws {
        try await withTemporaryFolder { folder in
            _ = try await BuiltProgram.run(["export-cases", "cases"], in: folder)
            let kept = try folder.text("cases/sessions/get.json")
            let arguments = ["new", "sessions.get", "--output", "cases/sessions/get.json"]
            let refused = try await BuiltProgram.run(arguments, in: folder)
            #expect(refused.status == 2)
            #expect(
                refused.error
                    == "error: the file 'cases/sessions/get.json' is there already\n  hint: give another place with --output, or --force to replace it\n"
            )
            #expect(try folder.text("cases/sessions/get.json") == kept)
            let forced = try await BuiltProgram.run(arguments + ["--force"], in: folder)
            #expect(forced.status == 0)
            #expect(try folder.text("cases/sessions/get.json") != kept)
            let names = try FileManager.default.contentsOfDirectory(
                atPath: folder.appending(path: "cases/sessions").path
            )
            #expect(names.allSatisfy { $0.hasSuffix(".json") })
        }
    }

    @Test(arguments: [
        (
            ["new", "sessions.gte"],
            "error: unknown operation 'sessions.gte'; did you mean 'sessions.get'?\n  hint: the catalogue has "
        ),
        (
            ["new", "sessions.get", "--output", "cases/fragments/x.json"],
            "error: no suite can stand at 'cases/fragments/x.json'\n  hint: "
        ),
        (
            ["new", "sessions.get", "--output", "cases/a/Big.json"],
            "error: no suite can stand at 'cases/a/Big.json'\n  hint: "
        ),
        (
            ["new", "sessions.get", "--output", "elsewhere.json"],
            "error: no suite can stand at 'elsewhere.json'\n  hint: "
        ),
        (["new", "sessions.get", "--cases", "none"], "error: the folder 'none' of --cases does not exist\n"),
    ])
    func `what cannot be is refused with a way on`(arguments: [String], error: String) async throws {
        try await withTemporaryFolder { folder in
            _ = try await BuiltProgram.run(["export-cases", "cases"], in: folder)
            let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).count
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.status == 2)
            #expect(ended.error.hasPrefix(error), "\(ended.error)")
            #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).count == before)
        }
    }

    @Test func `without a folder of cases the way to one is told`() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["new", "sessions.get"], in: folder)
            #expect(ended.status == 2)
            #expect(
                ended.error
                    == "error: there is no folder of cases to write to\n  hint: 'stytch-conformance export-cases cases' makes one; or name one with --cases\n"
            )
        }
    }

    @Test func `an operation of one's own gets values to fill in, in a suite without mistakes`() async throws {
        try await withTemporaryFolder { folder in
            let operations = """
                { "operations": { "things.get": { "method": "GET", "path": "/things/{thing_id}/{user_id}", "model": "none",
                    "params": { "thing_id": { "in": "path" }, "user_id": { "in": "path" }, "page": { "in": "query" } } } } }
                """
            try folder.write("cases/operations.json", operations)
            let ended = try await BuiltProgram.run(["new", "things.get"], in: folder)
            #expect(ended.status == 0, "\(ended.error)")
            let suite = try folder.json("cases/things/first_get.json")
            #expect(
                suite["variables"] as? [String: String]
                    == ["thing_id": "a-thing_id-of-yours", "user_id": "a-user_id-of-yours"]
            )
            let lint = try await BuiltProgram.run(["lint"], in: folder)
            #expect(lint.status == 0, "\(lint.output)")
        }
    }
}
