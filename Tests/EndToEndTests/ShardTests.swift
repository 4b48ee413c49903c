import Foundation
import Testing

/// Parts of a run, chosen by number or by the variables of the engine that runs them.
@Suite(.timeLimit(.minutes(10)))
struct ShardTests {
    /// Runs a shard of a corpus of six cases against a server; gives back the ids that ran, or what was said.
    private func ids(
        _ shard: String,
        _ environment: [String: String],
        in folder: URL,
        _ server: LocalServer
    ) async throws -> (ids: [String], ended: BuiltProgram.Ended) {
        let ended = try await BuiltProgram.run(
            ["run", "--target", server.baseURL, "--shard", shard],
            in: folder,
            environment: SmallCorpus.credentials.merging(environment) { $1 }
        )
        guard ended.status == 0 else { return ([], ended) }
        let cases = try folder.json("reports/results.json")["cases"] as? [[String: Any]] ?? []
        return (cases.compactMap { ($0["id"] as? String)?.split(separator: "/").last.map(String.init) }, ended)
    }

    private func withSix(_ body: (URL, LocalServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let cases = (0..<6).map { number in
                """
                { "id": "n\(number)", "request": { "method": "GET", "path": "/\(number)" },
                  "expect": { "status": 200, "model": "none" } }
                """
            }
            try SmallCorpus.write(
                to: folder,
                suite: "{ \"description\": \"Six.\", \"cases\": [\(cases.joined(separator: ","))] }"
            )
            let server = try SmallCorpus.server()
            defer { server.stop() }
            try await body(folder, server)
        }
    }

    /// An engine, its variables for the second of three parts, and what it sets where a job is whole.
    struct Engine: Sendable, CustomTestStringConvertible {
        var name: String
        var second: [String: String]
        var whole: [String: String]?
        var index: String
        var total: String

        var testDescription: String { name }
    }

    static let engines = [
        Engine(
            name: "Bazel",
            second: ["TEST_SHARD_INDEX": "1", "TEST_TOTAL_SHARDS": "3"],
            whole: ["TEST_SRCDIR": "/"],
            index: "TEST_SHARD_INDEX",
            total: "TEST_TOTAL_SHARDS"
        ),
        Engine(
            name: "GitLab",
            second: ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "3"],
            whole: ["CI_NODE_TOTAL": "1"],
            index: "CI_NODE_INDEX",
            total: "CI_NODE_TOTAL"
        ),
        Engine(
            name: "CircleCI",
            second: ["CIRCLE_NODE_INDEX": "1", "CIRCLE_NODE_TOTAL": "3"],
            whole: ["CIRCLE_NODE_INDEX": "0", "CIRCLE_NODE_TOTAL": "1"],
            index: "CIRCLE_NODE_INDEX",
            total: "CIRCLE_NODE_TOTAL"
        ),
        Engine(
            name: "Buildkite",
            second: ["BUILDKITE_PARALLEL_JOB": "1", "BUILDKITE_PARALLEL_JOB_COUNT": "3", "BUILDKITE": "true"],
            whole: ["BUILDKITE": "true"],
            index: "BUILDKITE_PARALLEL_JOB",
            total: "BUILDKITE_PARALLEL_JOB_COUNT"
        ),
        Engine(
            name: "Azure",
            second: ["SYSTEM_JOBPOSITIONINPHASE": "2", "SYSTEM_TOTALJOBSINPHASE": "3"],
            whole: ["SYSTEM_JOBPOSITIONINPHASE": "1", "SYSTEM_TOTALJOBSINPHASE": "1"],
            index: "SYSTEM_JOBPOSITIONINPHASE",
            total: "SYSTEM_TOTALJOBSINPHASE"
        ),
        Engine(
            name: "Semaphore",
            second: ["SEMAPHORE_JOB_INDEX": "2", "SEMAPHORE_JOB_COUNT": "3"],
            index: "SEMAPHORE_JOB_INDEX",
            total: "SEMAPHORE_JOB_COUNT"
        ),
        Engine(
            name: "Bitbucket",
            second: ["BITBUCKET_PARALLEL_STEP": "1", "BITBUCKET_PARALLEL_STEP_COUNT": "3"],
            index: "BITBUCKET_PARALLEL_STEP",
            total: "BITBUCKET_PARALLEL_STEP_COUNT"
        ),
        Engine(
            name: "Cloud Run",
            second: ["CLOUD_RUN_TASK_INDEX": "1", "CLOUD_RUN_TASK_COUNT": "3"],
            index: "CLOUD_RUN_TASK_INDEX",
            total: "CLOUD_RUN_TASK_COUNT"
        ),
        Engine(
            name: "AWS Batch",
            second: ["AWS_BATCH_JOB_ARRAY_INDEX": "1", "AWS_BATCH_JOB_ARRAY_SIZE": "3"],
            index: "AWS_BATCH_JOB_ARRAY_INDEX",
            total: "AWS_BATCH_JOB_ARRAY_SIZE"
        ),
    ]

    @Test(arguments: engines)
    func `auto runs the part that the engine's variables name, and never all where they are not whole`(
        engine: Engine
    ) async throws {
        try await withSix { folder, server in
            let second = try await ids("auto", engine.second, in: folder, server)
            #expect(second.ids == ["n1", "n4"], "\(second.ended.error)")
            #expect(
                second.ended.lines.contains(
                    "shard 2/3 of 6 cases; 'stytch-conformance merge' makes one report of all shards"
                )
            )
            #expect(try await ids("auto/3", engine.second, in: folder, server).ids == ["n1", "n4"])
            if let whole = engine.whole {
                let all = try await ids("auto", whole, in: folder, server)
                #expect(all.ids == ["n0", "n1", "n2", "n3", "n4", "n5"], "\(all.ended.error)")
            }
            for left in [engine.index, engine.total] {
                let half = engine.second.filter { $0.key != left }
                let ended = try await ids("auto", half, in: folder, server).ended
                #expect(ended.status == 2, "without \(left)")
                #expect(ended.error.contains("sets \(left) for the parts of a job, and it is not set"))
            }
            for (variable, value) in [
                (engine.index, "9"), (engine.total, "0"), (engine.index, "x"), (engine.total, ""),
            ] {
                let wrong = engine.second.merging([variable: value]) { $1 }
                let ended = try await ids("auto", wrong, in: folder, server).ended
                #expect(ended.status == 2, "\(variable)=\(value)")
                #expect(ended.error.contains(engine.index) || ended.error.contains(engine.total))
            }
            let other = try await ids("auto/4", engine.second, in: folder, server).ended
            #expect(other.status == 2)
            #expect(other.error.contains("runs 3 parts by \(engine.total), and '--shard auto/4' speaks of 4"))
        }
    }

    @Test
    func `an indexed Job of Kubernetes says its part, and is told how many there are`() async throws {
        try await withSix { folder, server in
            let pod = ["JOB_COMPLETION_INDEX": "2"]
            #expect(try await ids("auto/3", pod, in: folder, server).ids == ["n2", "n5"])
            let ended = try await ids("auto", pod, in: folder, server).ended
            #expect(ended.status == 2)
            #expect(
                ended.error == """
                    error: Kubernetes does not say how many parts there are
                      hint: give their number too, that of '.spec.completions': --shard auto/5

                    """
            )
            #expect(try await ids("auto/2", pod, in: folder, server).ended.status == 2)
        }
    }

    @Test
    func `auto without any engine is refused, as a number that is no part is`() async throws {
        let ended = try await BuiltProgram.run(["run", "--shard", "auto"])
        #expect(ended.status == 2)
        #expect(ended.error.hasPrefix("error: '--shard auto' finds no variable of an engine that it knows\n"))
        for wrong in ["0/3", "4/3", "1/0", "1", "/3", "1/", "a/b", "1/2/3", "auto/0", "auto/x", "-1/3", "+1/3", ""] {
            let ended = try await BuiltProgram.run(["run", "--shard=\(wrong)"])
            #expect(ended.status == 2, "\(wrong)")
            #expect(ended.error.contains("--shard"), "\(wrong)")
        }
    }

    @Test
    func `shards split by how long cases took have each case once and about as long`() async throws {
        try await withSix { folder, server in
            let times = [9_000, 1_000, 1_000, 1_000, 3_000, 3_000].enumerated().map { number, time in
                """
                {"id":"small/things/n\(number)","suite":"small/things","position":{"file":"f"},"outcome":"passed",\
                "durationMicroseconds":\(time),"startedAfterMicroseconds":0,"exchangeCount":1}
                """
            }
            try folder.write(
                "earlier.json",
                """
                {"format":"stytch-conformance/results","version":1,"program":"0.0.1","runID":"r","target":"mock",\
                "baseURL":"http://mock","started":"2026-11-21T08:00:00Z","durationMicroseconds":1,\
                "clockOffsetMicroseconds":0,"counts":{"passed":6,"failed":0,"errored":0,"skipped":0,"notRun":0,\
                "knownFailures":0,"unexpectedPasses":0},"transfers":{"requests":1,"reusedConnections":0,\
                "bytesReceived":1},"cases":[\(times.joined(separator: ","))]}
                """
            )
            var parts: [[String]] = []
            for index in 1...2 {
                let ended = try await BuiltProgram.run(
                    ["run", "--target", server.baseURL, "--shard", "\(index)/2", "--shard-durations", "earlier.json"],
                    in: folder,
                    environment: SmallCorpus.credentials
                )
                #expect(ended.status == 0)
                let cases = try folder.json("reports/results.json")["cases"] as? [[String: Any]] ?? []
                parts.append(cases.compactMap { ($0["id"] as? String)?.split(separator: "/").last.map(String.init) })
            }
            #expect(parts == [["n0"], ["n1", "n2", "n3", "n4", "n5"]])
            let alone = try await BuiltProgram.run(["run", "--shard-durations", "earlier.json"], in: folder)
            #expect(alone.status == 2)
            #expect(alone.error == "error: '--shard-durations' is of use with '--shard' alone\n")
        }
    }

    @Test
    func `a part of the cases cannot rewrite the list of known failures`() async throws {
        try await withSix { folder, server in
            let ended = try await BuiltProgram.run(
                ["run", "--target", server.baseURL, "--shard", "1/1", "--update-known-failures"],
                in: folder,
                environment: SmallCorpus.credentials
            )
            #expect(ended.status == 2)
            #expect(ended.error.contains("'--update-known-failures' needs a whole run: shard 1/1 is a part of one"))
        }
    }
}
