import Conformance

/// A system that runs the parts of a job, and the variables by which it tells each which one it is.
struct ShardEngine: Sendable, Hashable {
    var name: String
    /// The variable with the number of the part.
    var index: String
    /// What the first part's number is.
    var base: Int
    /// The variable with how many parts there are; nil where the engine does not tell.
    var total: String?
    /// Those of which one is set in every job of an engine that sets neither of the others where it runs a job whole.
    var marks: [String] = []

    /// In the order in which they are asked: an engine inside a job of another comes before it.
    ///
    /// > Source: Bazel, "Test encyclopedia"; GitLab, "Predefined variables"; CircleCI, "Project values and variables"; Buildkite,
    /// > "Environment variables"; Azure Pipelines, "Predefined variables"; Kubernetes, "Indexed Job"; the engines' own pages
    static let all = [
        ShardEngine(
            name: "Bazel",
            index: "TEST_SHARD_INDEX",
            base: 0,
            total: "TEST_TOTAL_SHARDS",
            marks: BazelTest.marks
        ),
        ShardEngine(name: "GitLab", index: "CI_NODE_INDEX", base: 1, total: "CI_NODE_TOTAL"),
        ShardEngine(name: "CircleCI", index: "CIRCLE_NODE_INDEX", base: 0, total: "CIRCLE_NODE_TOTAL"),
        ShardEngine(
            name: "Buildkite",
            index: "BUILDKITE_PARALLEL_JOB",
            base: 0,
            total: "BUILDKITE_PARALLEL_JOB_COUNT",
            marks: ["BUILDKITE"]
        ),
        ShardEngine(
            name: "Azure Pipelines",
            index: "SYSTEM_JOBPOSITIONINPHASE",
            base: 1,
            total: "SYSTEM_TOTALJOBSINPHASE"
        ),
        ShardEngine(name: "Kubernetes", index: "JOB_COMPLETION_INDEX", base: 0),
        ShardEngine(name: "Semaphore", index: "SEMAPHORE_JOB_INDEX", base: 1, total: "SEMAPHORE_JOB_COUNT"),
        ShardEngine(
            name: "Bitbucket",
            index: "BITBUCKET_PARALLEL_STEP",
            base: 0,
            total: "BITBUCKET_PARALLEL_STEP_COUNT"
        ),
        ShardEngine(name: "Cloud Run", index: "CLOUD_RUN_TASK_INDEX", base: 0, total: "CLOUD_RUN_TASK_COUNT"),
        ShardEngine(
            name: "AWS Batch",
            index: "AWS_BATCH_JOB_ARRAY_INDEX",
            base: 0,
            total: "AWS_BATCH_JOB_ARRAY_SIZE"
        ),
    ]

    /// The shard that the environment names; nil where an engine runs the job whole.
    ///
    /// Anything else is an error: were every case run where a variable is missing, all parts would do the same, unnoticed.
    ///
    /// - Parameters:
    ///   - environment: With the variables of the engine.
    ///   - total: How many parts there are, where that was said.
    /// - Returns: The shard, or nil.
    /// - Throws: `CommandFailure` with status 2 where no engine is known by its variables, or these make no shard.
    static func shard(_ environment: ProcessEnvironment, total: Int?) throws -> Shard? {
        guard let engine = all.first(where: { $0.isPresent(environment) }) else {
            throw CommandFailure(
                .wrongInput,
                "'--shard auto' finds no variable of an engine that it knows",
                hint: "give the part by its number, such as --shard 2/5; docs/scaling.md has a line for each engine"
            )
        }
        return try engine.shard(environment, total)
    }

    private func isPresent(_ environment: ProcessEnvironment) -> Bool {
        ([index, total].compactMap(\.self) + marks).contains { environment.variables[$0] != nil }
    }

    private func shard(_ environment: ProcessEnvironment, _ said: Int?) throws -> Shard? {
        let told = try total.flatMap { try number($0, environment) }
        guard let position = try number(index, environment) else {
            // GitLab says a total of 1 and no index where a job is not parallel; Bazel and Buildkite say neither.
            guard told ?? 1 == 1, said ?? 1 == 1 else { throw missing(index) }
            return nil
        }
        if let told, let said, told != said {
            throw CommandFailure(
                .wrongInput,
                "\(name) runs \(told) parts by \(total ?? ""), and '--shard auto/\(said)' speaks of \(said)",
                hint: "give --shard auto alone"
            )
        }
        guard let count = told ?? said else {
            guard let total else {
                throw CommandFailure(
                    .wrongInput,
                    "\(name) does not say how many parts there are",
                    hint: "give their number too, that of '.spec.completions': --shard auto/5"
                )
            }
            throw missing(total)
        }
        guard let shard = Shard(index: position - base + 1, of: count) else {
            let range = count > 0 ? "from \(base) to \(count - 1 + base)" : "none, as there are 0 parts"
            throw CommandFailure(.wrongInput, "\(index) must be \(range), found \(position)")
        }
        return shard
    }

    private func missing(_ variable: String) -> CommandFailure {
        CommandFailure(
            .wrongInput,
            "\(name) sets \(variable) for the parts of a job, and it is not set",
            hint: "pass it on to where the program runs, or give the part by its number, such as --shard 2/5"
        )
    }

    private func number(_ variable: String, _ environment: ProcessEnvironment) throws -> Int? {
        guard let text = environment.variables[variable] else { return nil }
        guard let number = ShardNumber.read(text) else {
            throw CommandFailure(.wrongInput, "\(variable) must be a number, found '\(text)'")
        }
        return number
    }
}
