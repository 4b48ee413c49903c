import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ShuffleTests {
    /// Ids and verdicts of a run, in the order of its report.
    private func verdicts(_ folder: URL) throws -> [String] {
        let cases = try #require(folder.json("reports/results.json")["cases"] as? [[String: Any]])
        return try cases.map { "\(try #require($0["id"] as? String)) \(try #require($0["outcome"] as? String))" }
    }

    /// The ids that `list --json` writes, in corpus order.
    private func idsListed(_ text: String) throws -> [String]? {
        let list = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        return list?.compactMap { $0["id"] as? String }
    }

    @Test
    func `sixty-four at once and in any order, the cases that ship come to the same verdicts`() async throws {
        try await withTemporaryFolder { folder in
            let listed = try await BuiltProgram.run(["list", "--cases", Checkout.cases, "--json"], in: folder)
            let ids = try #require(try idsListed(listed.output))
            #expect(ids.count >= 300)
            for seed in ["1", "20261121", "18446744073709551615"] {
                let ended = try await BuiltProgram.run(
                    ["run", "--cases", Checkout.cases, "--jobs", "64", "--shuffle-seed", seed],
                    in: folder
                )
                #expect(ended.status == 0)
                #expect(ended.lines.contains("order: shuffled, again with --shuffle-seed \(seed)"))
                #expect(try verdicts(folder) == ids.map { $0 + " passed" })
            }
        }
    }

    /// Six cases that ask for the paths /0 to /5.
    private func writeSix(to folder: URL) throws {
        let cases = (0..<6).map { number in
            """
            { "id": "n\(number)", "request": { "method": "GET", "path": "/\(number)" },
              "expect": { "status": 200, "model": "none" } }
            """
        }
        let suite = "{ \"description\": \"Six.\", \"cases\": [\(cases.joined(separator: ","))] }"
        try SmallCorpus.write(to: folder, suite: suite)
    }

    @Test
    func `one by one the cases begin in the seed's order, and are reported in that of the corpus`() async throws {
        try await withTemporaryFolder { folder in
            try writeSix(to: folder)
            let server = try RecordingServer()
            defer { server.stop() }
            func run(_ arguments: [String]) async throws -> (paths: [String], output: BuiltProgram.Ended) {
                let ended = try await BuiltProgram.run(
                    ["run", "--target", server.baseURL, "--jobs", "1"] + arguments,
                    in: folder,
                    environment: ["STYTCH_PROJECT_ID": "project-test-1", "STYTCH_SECRET": "secret-test-1"]
                )
                return (server.take().map { String($0.line.split(separator: " ")[1]) }, ended)
            }
            #expect(try await run([]).paths == ["/0", "/1", "/2", "/3", "/4", "/5"])
            let first = try await run(["--shuffle-seed", "1"])
            #expect(first.paths == ["/0", "/1", "/3", "/2", "/4", "/5"])
            #expect(try verdicts(folder) == (0..<6).map { "small/things/n\($0) passed" })
            let random = try await run(["--shuffle"])
            let line = try #require(random.output.lines.first { $0.hasPrefix("order: ") })
            let seed = try #require(line.split(separator: " ").last.map(String.init))
            #expect(random.paths.sorted() == ["/0", "/1", "/2", "/3", "/4", "/5"])
            #expect(try await run(["--shuffle-seed", seed]).paths == random.paths)
        }
    }

    @Test(arguments: ["-1", "x", "1.5", "18446744073709551616"])
    func `what is no seed is refused`(seed: String) async throws {
        let ended = try await BuiltProgram.run(["run", "--shuffle-seed=\(seed)"])
        #expect(ended.status == 2)
        #expect(ended.error.contains("--shuffle-seed"))
    }
}
