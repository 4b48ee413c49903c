import Foundation

/// A corpus whose run has cases of every verdict in several files, and a server that answers each run of it alike.
enum ShardedCorpus {
    /// What a case asks for; the server knows what to do by its path.
    private static func entry(_ id: String, _ path: String, more: String = "") -> String {
        """
        { "id": "\(id)", \(more)"request": { "method": "GET", "path": "\(path)" }, \
        "expect": { "status": 200, "model": "none" } }
        """
    }

    private static func suite(_ cases: [String]) -> String {
        "{ \"description\": \"A suite.\", \"cases\": [\n" + cases.joined(separator: ",\n") + "\n] }\n"
    }

    /// Writes the corpus to `cases/` below a folder: 36 cases in four files.
    static func write(to folder: URL) throws {
        try folder.write("cases/operations.json", SmallCorpus.operations)
        try folder.write(
            "cases/requirements.json",
            """
            [
              { "id": "one", "text": "one", "source": "a page", "ground": "documented" },
              { "id": "two", "text": "two", "source": "a page", "ground": "documented" },
              { "id": "none", "text": "none", "source": "a page", "ground": "documented" }
            ]
            """
        )
        let rows = (0..<12).map { "{ \"id\": \"row-\($0)\", \"number\": \($0) }" }.joined(separator: ", ")
        try folder.write(
            "cases/a/rows.json",
            suite([entry("same", "/same/{{number}}", more: "\"requirements\": [\"one\"], \"rows\": [\(rows)], ")])
        )
        let good = (0..<12).map { entry("good-\($0)", "/good/\($0)") }
        let flaky = (0..<3).map { entry("at-times-\($0)", "/at-times/\($0)") }
        try folder.write("cases/a/things.json", suite(good + flaky))
        let bad = (0..<4).map { entry("bad-\($0)", "/bad/\($0)", more: "\"requirements\": [\"two\"], ") }
        let skipped = (0..<2).map { entry("skipped-\($0)", "/good/\($0)", more: "\"skip\": \"not built yet\", ") }
        try folder.write("cases/b/bad.json", suite(bad + skipped))
        let known = (0..<3).map { entry("known-\($0)", "/bad/\($0)") }
        try folder.write("cases/b/known.json", suite(known))
        try folder.write("cases/known-failures.json", knownFailures)
    }

    /// One entry names cases of several shards and is true; one names cases that all pass, and so is stale; one names none.
    private static let knownFailures = """
        [
          { "case": "b/known/*", "reason": "reported", "link": "https://example.com/1", "until": "9999-12-31",
            "message": "status: expected 200, got 500" },
          { "case": "a/things/good-*", "reason": "reported", "link": "https://example.com/2", "until": "2020-12-31",
            "message": "status: expected 200, got 500" },
          { "case": "b/nothing", "reason": "reported", "link": "https://example.com/3", "until": "9999-12-31",
            "message": "status: expected 200, got 500" }
        ]
        """

    /// A server that answers what the path says; `/at-times/` fails at the first request for a path, passes at the next, and so on.
    static func server() throws -> LocalServer {
        let counts = Counts()
        return try LocalServer { line in
            let path = line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            if path.hasPrefix("/mock/") { return .answer(status: 404, body: "{}") }
            let fails = path.hasPrefix("/bad/") || path.hasPrefix("/at-times/") && counts.next(path).isMultiple(of: 2)
            return .answer(status: fails ? 500 : 200, body: "{\"path\":\"\(path)\"}")
        }
    }
}
