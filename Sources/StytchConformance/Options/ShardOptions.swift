import ArgumentParser
import Conformance
import ConformanceReports
import WireJSON

/// Which part of the cases is run here, the others elsewhere.
struct ShardOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Runs one part of the cases: 2/5 is the second of five; auto asks the engine that runs the job, auto/5 for its number alone.",
            discussion: """
                auto knows Bazel, GitLab, CircleCI, Buildkite, Azure Pipelines, Semaphore, Bitbucket, Cloud Run and AWS Batch; \
                auto/5 also indexed Jobs of Kubernetes. 'merge' makes one report of all parts.
                """,
            valueName: "part"
        ),
        completion: .list(["auto"]),
        transform: ShardArgument.init(parsing:)
    )
    var shard: ShardArgument?

    @Option(
        help: ArgumentHelp(
            "Splits by how long cases took in this results.json, rather than by their number; the same file for every part.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var shardDurations: String?

    /// How long cases took in an earlier run, by the UTF-8 of their ids; nil where no run is named.
    ///
    /// - Throws: `CommandFailure` with status 2 where the file is no result that this program can read, or no shard is asked for.
    func durations() throws -> [[UInt8]: Duration]? {
        guard let shardDurations else { return nil }
        guard shard != nil else {
            throw CommandFailure(.wrongInput, "'--shard-durations' is of use with '--shard' alone")
        }
        let run = try ResultsFile.read(shardDurations, option: "--shard-durations").run
        var durations: [[UInt8]: Duration] = [:]
        for each in run.cases where !each.outcome.utf8.elementsEqual(Verdict.notRun.rawValue.utf8) {
            let attempts = [each.durationMicroseconds] + (each.attempts ?? []).map(\.durationMicroseconds)
            durations[Array(each.id.utf8)] = .microseconds(attempts.max() ?? 0)
        }
        return durations
    }
}

/// `2/5`, `auto` or `auto/5`.
enum ShardArgument: Sendable, Hashable {
    case explicit(Shard)
    /// As the engine says that runs the job; with so many parts where a number is given.
    case auto(total: Int?)

    /// Reads what was given.
    ///
    /// - Throws: `ValidationError` that says what is wrong with it.
    init(parsing argument: String) throws {
        let parts = argument.scalarSplit(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let form = ValidationError("write a part such as 2/5, auto or auto/5")
        guard let first = parts.first, parts.count <= 2 else { throw form }
        let isAuto = first.utf8.elementsEqual("auto".utf8)
        guard parts.count == 2 else {
            guard isAuto else { throw form }
            self = .auto(total: nil)
            return
        }
        guard let total = ShardNumber.read(parts[1]) else { throw form }
        guard (1...Shard.mostParts).contains(total) else {
            throw ValidationError("a run has 1 to \(Shard.mostParts) parts, found \(total)")
        }
        guard !isAuto else {
            self = .auto(total: total)
            return
        }
        guard let index = ShardNumber.read(first) else { throw form }
        guard let shard = Shard(index: index, of: total) else {
            throw ValidationError("the parts of \(total) are 1 to \(total), found \(index)")
        }
        self = .explicit(shard)
    }
}

/// A number of a shard as people and engines write it: digits alone.
enum ShardNumber {
    static func read(_ text: String) -> Int? {
        let isDigits = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isDigits ? Int(text) : nil
    }
}
