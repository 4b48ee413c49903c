package import Conformance
import WireJSON

/// The head of `results.json`: everything of a run but its cases.
///
/// Property names are the keys of the format. The format is versioned by itself, so the engine's own types may change without it.
package struct EncodedRun: Decodable, Sendable, Equatable {
    /// The only value of `format`.
    package static let formatName = "stytch-conformance/results"
    /// The version that this program writes; it grows when a reader of the one before would be misled.
    package static let currentVersion = 1

    package var format: String
    package var version: Int
    /// The version of the program that wrote the file.
    package var program: String
    package var runID: String
    package var target: String
    package var baseURL: String
    /// RFC 3339, UTC.
    package var started: String
    package var durationMicroseconds: Int64
    package var clockOffsetMicroseconds: Int64
    package var interruption: String?
    /// Missing where the cases came from a folder, and in older files.
    package var builtInCases: Bool?
    /// Missing where every case was asked for.
    package var selection: EncodedSelection?
    /// Missing where the run is a whole one.
    package var shard: EncodedShard?
    /// The seed of the order in which cases began; missing where that was the usual one.
    package var shuffleSeed: String?
    package var counts: EncodedCounts
    package var transfers: EncodedTransfers
    /// How long the answers of each operation took, by its name; missing where no times are told.
    package var times: [EncodedTimes]?
    /// What answers looked like, by operation and statuses; missing where none came, and in older files.
    package var answers: [EncodedAnswers]?
    /// How much of the answers' models these held, by their names; missing where no such answers came, and in older files.
    package var models: [EncodedModel]?
    /// Missing where the corpus lists no statements.
    package var coverage: EncodedCoverage?
    /// True where flaky cases fail the run; missing where they do not, and in older files.
    package var failsOnFlaky: Bool?
    /// What is wrong with the list of known failures.
    package var knownFailureProblems: [EncodedKnownFailureProblem]?
    package var cases: [EncodedCase]

    /// Encodes a result; `program` is the version of the program.
    package init(_ result: RunResult, program: String) {
        self.init(headOf: result, program: program)
        cases = result.cases.map(EncodedCase.init)
    }

    /// Encodes all but the cases, which are written one by one.
    init(headOf result: RunResult, program: String) {
        format = Self.formatName
        version = Self.currentVersion
        self.program = program
        runID = result.runID
        target = result.target
        baseURL = result.baseURL
        started = result.started.text
        durationMicroseconds = Quantity.microseconds(result.duration)
        clockOffsetMicroseconds = Quantity.microseconds(result.clockOffset)
        interruption = result.interruption
        counts = EncodedCounts(result.counts)
        transfers = EncodedTransfers(result.transfers)
        builtInCases = result.hasBuiltInCases ? true : nil
        failsOnFlaky = result.failsOnFlaky ? true : nil
        selection = EncodedSelection(result.selection)
        shard = result.shard.map(EncodedShard.init)
        if case .shuffled(let seed) = result.order { shuffleSeed = String(seed) }
        times = result.times.map(EncodedTimes.init).nonEmpty
        answers = result.answers.map(EncodedAnswers.init).nonEmpty
        models = result.models.map(EncodedModel.init).nonEmpty
        coverage = result.coverage.map(EncodedCoverage.init)
        knownFailureProblems = result.knownFailureProblems.map(EncodedKnownFailureProblem.init).nonEmpty
        cases = []
    }

    /// The object of the file, open for its last member, `cases`.
    var head: JSONMembers {
        var members = JSONMembers(.memberALine)
        members.add("format", format)
        members.add("version", version)
        members.add("program", program)
        members.add("runID", runID)
        members.add("target", target)
        members.add("baseURL", baseURL)
        members.add("started", started)
        members.add("durationMicroseconds", durationMicroseconds)
        members.add("clockOffsetMicroseconds", clockOffsetMicroseconds)
        members.add("interruption", interruption)
        members.add("builtInCases", builtInCases)
        members.add("failsOnFlaky", failsOnFlaky)
        members.add("selection", selection?.json)
        members.add("shard", shard?.json)
        members.add("shuffleSeed", shuffleSeed)
        members.add("counts", counts.json)
        members.add("transfers", transfers.json)
        members.add("times", (times ?? []).map(\.json))
        members.add("answers", (answers ?? []).map(\.json))
        members.add("models", (models ?? []).map(\.json))
        members.add("coverage", coverage?.json)
        members.add("knownFailureProblems", (knownFailureProblems ?? []).map(\.json))
        return members
    }
}

/// How many cases came to each verdict.
package struct EncodedCounts: Decodable, Sendable, Equatable {
    package var passed: Int
    /// Missing in files of programs that repeated no case.
    package var flaky: Int?
    package var failed: Int
    package var errored: Int
    package var skipped: Int
    package var notRun: Int
    package var knownFailures: Int
    package var unexpectedPasses: Int

    init(_ counts: Counts) {
        passed = counts.passed
        flaky = counts.flaky
        failed = counts.failed
        errored = counts.errored
        skipped = counts.skipped
        notRun = counts.notRun
        knownFailures = counts.knownFailures
        unexpectedPasses = counts.unexpectedPasses
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("passed", passed)
        members.add("flaky", flaky)
        members.add("failed", failed)
        members.add("errored", errored)
        members.add("skipped", skipped)
        members.add("notRun", notRun)
        members.add("knownFailures", knownFailures)
        members.add("unexpectedPasses", unexpectedPasses)
        return members.object
    }
}

/// What the run sent and received.
package struct EncodedTransfers: Decodable, Sendable, Equatable {
    package var requests: Int
    package var reusedConnections: Int
    /// Missing in files of programs that did not count them, as is the next.
    package var newConnections: Int?
    /// Whole answers by the version of HTTP they came over.
    package var httpVersions: [String: Int]?
    package var bytesReceived: Int

    init(_ totals: TransferTotals) {
        requests = totals.requests
        reusedConnections = totals.reusedConnections
        newConnections = totals.newConnections
        httpVersions = totals.httpVersions
        bytesReceived = totals.bytesReceived
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("requests", requests)
        members.add("reusedConnections", reusedConnections)
        members.add("newConnections", newConnections)
        members.add("httpVersions", httpVersions.map(Self.json))
        members.add("bytesReceived", bytesReceived)
        return members.object
    }

    private static func json(_ versions: [String: Int]) -> JSONFragment {
        var members = JSONMembers()
        for (version, count) in versions.sorted(by: { $0.key < $1.key }) { members.add(named: version, count) }
        return members.object
    }
}
