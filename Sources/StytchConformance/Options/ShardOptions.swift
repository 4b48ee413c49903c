import ArgumentParser
import Conformance
import ConformanceReports

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
        completion: .list(["auto"])
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
enum ShardArgument: Sendable, Hashable, ExpressibleByArgument {
    case explicit(Shard)
    /// As the engine says that runs the job; with so many parts where a number is given.
    case auto(total: Int?)

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2 else { return nil }
        let total = parts.count == 2 ? ShardNumber.read(String(parts[1])) : nil
        if parts.count == 2, total == nil { return nil }
        if first == "auto" {
            guard total.map({ (1...Shard.mostParts).contains($0) }) ?? true else { return nil }
            self = .auto(total: total)
        } else {
            guard let total, let index = ShardNumber.read(String(first)), let shard = Shard(index: index, of: total)
            else { return nil }
            self = .explicit(shard)
        }
    }
}

/// A number of a shard as people and engines write it: digits alone.
enum ShardNumber {
    static func read(_ text: String) -> Int? {
        let isDigits = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isDigits ? Int(text) : nil
    }
}
