import Foundation
import Testing

/// Where shards and what is made of them may stand, and how a wrong number is told.
@Suite(.timeLimit(.minutes(10)))
struct MergeFolderTests {
    @Test
    func `the folder of the shards may be that of the reports, more than once`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            for index in 1...2 {
                let shard = [
                    "run", "--target", server.baseURL, "--shard", "\(index)/2", "--reports", "shards/\(index)",
                ]
                let ended = try await BuiltProgram.run(shard, in: folder, environment: SmallCorpus.credentials)
                #expect(ended.status == 0, "\(ended.error)")
            }
            for _ in 1...2 {
                let ended = try await BuiltProgram.run(["merge", "shards", "--reports", "shards"], in: folder)
                #expect(ended.status == 0)
                #expect(ended.error == "")
            }
            let twice = ["merge", "shards/1/results.json", "shards/2/results.json", "shards/results.json"]
            let named = try await BuiltProgram.run(twice + ["--reports", "shards"], in: folder)
            #expect(named.status == 2)
            #expect(named.error.contains("  'shards/results.json' is of a whole run, not of a shard\n"))
            #expect(named.error.hasSuffix("  hint: name the results of every shard of one run, each once\n"))
        }
    }

    @Test
    func `a folder with nothing but what merge writes itself is told as that`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let run = ["run", "--target", server.baseURL]
            #expect(try await BuiltProgram.run(run, in: folder, environment: SmallCorpus.credentials).status == 0)
            let merged = try await BuiltProgram.run(["merge", "reports"], in: folder)
            #expect(merged.status == 2)
            #expect(
                merged.error == """
                    error: no results stand below 'reports' but 'reports/results.json', which this command writes itself
                      hint: name the folder of the shards, or give --reports another one

                    """
            )
            let none = try await BuiltProgram.run(["merge", "cases"], in: folder)
            #expect(none.error.hasPrefix("error: no results of a run stand below 'cases'\n"))
        }
    }

    @Test(arguments: [
        (["--shard", "6/5"], "the parts of 5 are 1 to 5, found 6"),
        (["--shard", "0/5"], "the parts of 5 are 1 to 5, found 0"),
        (["--shard", "1/0"], "a run has 1 to 10000 parts, found 0"),
        (["--shard", "two"], "write a part such as 2/5, auto or auto/5"),
        (["--retries", "-1"], "'--retries' must be from 0 to "),
    ])
    func `a number that cannot be says why`(options: [String], words: String) async throws {
        try await withTemporaryFolder { folder in
            let ended = try await BuiltProgram.run(["run"] + options, in: folder)
            #expect(ended.status == 2)
            #expect(ended.error.contains(words))
        }
    }
}
