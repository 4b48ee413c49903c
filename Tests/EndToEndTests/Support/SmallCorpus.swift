import Foundation

/// A corpus of a few cases without operations of the API, for tests of the program around it.
enum SmallCorpus {
    static let operations = """
        { "operations": {} }

        """

    /// One case that any answer of status 200 passes.
    static let suite = """
        {
          "description": "Things.",
          "tags": ["small"],
          "cases": [
            {
              "id": "thing",
              "description": "A thing is there.",
              "request": { "method": "GET", "path": "/thing" },
              "expect": { "status": 200, "model": "none", "body": { "name": "{{name}}" } }
            },
            {
              "id": "other",
              "request": { "method": "GET", "path": "/other" },
              "expect": { "status": 200, "model": "none" }
            },
            {
              "id": "left-out",
              "skip": "not built yet",
              "request": { "method": "GET", "path": "/left" }
            }
          ],
          "variables": { "name": "Ann" }
        }

        """

    /// The same cases, none of which can be judged: what sets them up fails.
    static let suiteOfBrokenSetup = suite.replacingOccurrences(
        of: "\"tags\"",
        with: """
            "setup": [{ "request": { "method": "GET", "path": "/set-up" }, "expect": { "status": 418, "model": "none" } }],
              "tags"
            """
    )

    /// Writes the corpus to `cases/` below a folder.
    static func write(to folder: URL, suite: String = SmallCorpus.suite) throws {
        try folder.write("cases/operations.json", operations)
        try folder.write("cases/small/things.json", suite)
    }

    /// A server that every case of the corpus passes against.
    static func server() throws -> LocalServer {
        try LocalServer { line in
            line.contains(" /mock/offers ")
                ? .answer(status: 404, body: "{}") : .answer(status: 200, body: "{\"name\":\"Ann\"}")
        }
    }

    /// What became of the program, run in a folder against a server that every case of the corpus passes against.
    static func run(
        _ arguments: [String] = [],
        in folder: URL,
        environment: [String: String] = [:]
    ) async throws -> BuiltProgram.Ended {
        let server = try server()
        defer { server.stop() }
        return try await BuiltProgram.run(
            ["run", "--target", server.baseURL] + arguments,
            in: folder,
            environment: credentials.merging(environment) { $1 }
        )
    }

    /// The credentials that an address without projects needs.
    static let credentials = ["STYTCH_PROJECT_ID": "project-test-1", "STYTCH_SECRET": "secret-test-1"]
}

extension LocalServer {
    /// A server that says what it offers, nothing, and is silent from then on.
    static func silentButForOffers() throws -> LocalServer {
        try LocalServer { line in
            line.contains(" /mock/offers ") ? .answer(status: 404, body: "{}") : .silence
        }
    }
}
