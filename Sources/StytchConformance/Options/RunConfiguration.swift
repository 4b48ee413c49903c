import Conformance
import ConformanceReports
import CurlTransport
import MockStytch
import WireJSON

/// All that a run was told, by options and environment, resolved once; after this no one reads a flag or a variable.
struct RunConfiguration: Sendable {
    var source: CorpusSource
    var constants: JSONObject
    var selection: Selection
    /// The paths of the selection, as they were typed.
    var typedPaths: [String]
    var target: TargetConfiguration
    var jobs: Int
    var order: RunOrder
    var timeout: Duration
    /// The most requests that begin in a second; nil for no bound.
    var rate: Double?
    /// The most requests of the whole run, those of teardown aside; nil for no bound.
    var mostRequests: Int?
    /// The most bytes of an answer's body.
    var bodyLimit: Int
    var failFast: Bool
    /// How often each case is attempted.
    var attempts: AttemptPolicy
    var failsOnFlaky: Bool
    /// The earlier run whose failures alone are run; its cases are part of the selection.
    var rerun: EarlierFailures?
    /// The part of the cases that is run here; nil for all of them.
    var shard: Shard?
    /// How long cases took before, by the UTF-8 of their ids; nil to split by their number.
    var shardDurations: [[UInt8]: Duration]?
    /// The file they are from.
    var shardDurationsFile: String?
    /// Where Bazel runs the program and it was asked to heed that.
    var bazel: BazelTest?
    var unknownFields: UnknownFieldPolicy
    var evidence: EvidencePolicy
    var reports: ReportPlaces<RunResult>
    /// Who runs the program; nothing is told to it where no reports are wanted but those that are named.
    var server: BuildServer
    /// Where the times of the stages go, for those who measure the program.
    var stageTimes: String?
    /// The list of known failures where it is not the corpus's own, or is to be written anew.
    var knownFailures: KnownFailureFile?
    var updatesKnownFailures: Bool
    /// The moment that reports name in place of the time of the run, where they are to be reproducible.
    var fixedMoment: Timestamp?
    var style: ConsoleStyle
    var isVerbose: Bool
    /// Whether every exchange that is shown has its curl command.
    var showsCommands: Bool
    /// The words that, with variables and filters behind them, run these cases again.
    var repeatWords: [String]
    /// What the run is to be compared with; nil where nothing is.
    var baseline: BaselineConfiguration?
    /// What `--variable` said, as it was typed.
    var variables: [VariableArgument]

    /// How long a case may take to clean up once the run is interrupted: long enough for a network, and for its turn.
    var interruptedTeardown: Duration {
        let base: Duration = target.isNear ? .milliseconds(800) : .seconds(10)
        guard let rate else { return base }
        // Each case at work may have some requests to send, and all of them wait for one another.
        return base + .seconds(4 * Double(jobs) / rate)
    }

    /// The words that say which part of the selection is run; empty for all of it.
    var partWords: String {
        var words: [String] = []
        if let shard { words += ["--shard", "\(shard)"] }
        if let shardDurationsFile { words += ["--shard-durations", shardDurationsFile] }
        if let rerun { words += ["--rerun-failed", rerun.file] }
        return words.map { ShellText.word($0) }.joined(separator: " ")
    }

    /// The command that, with filters behind it, runs these cases again; those of the shell stand for secret values.
    func repeatCommand(secrets: [String]) -> String {
        let words = variables.map { variable in
            var found = SecretList(names: secrets)
            found.scan(body: variable.value.bytes())
            guard found.isSecret(variable.name) || !found.isEmpty else {
                return ShellText.word("\(variable.name)=\(variable.text)")
            }
            // Where the shell has no such variable, it says so and runs nothing.
            return "\(variable.name)=\"${\(variable.name.uppercased()):?}\""
        }
        return (repeatWords.map { ShellText.word($0) } + words.flatMap { ["--variable", $0] }).joined(separator: " ")
    }
}

/// Where requests go, and with what.
struct TargetConfiguration: Sendable {
    /// How the base URL comes about.
    enum Place: Sendable {
        /// The mock inside the program, wrong on purpose in this way.
        case mock(MockFlaw?)
        case remote(baseURL: String)
    }

    var name: String
    var place: Place
    var credentials: Credentials?
    /// The environment variables that credentials would need and that are not set.
    var missingCredentials: [String]
    /// What is offered for certain; the target may add to it where it is asked.
    var offers: Set<String>
    /// Whether the target is on this machine, so that its answers are soon there.
    var isNear: Bool
    /// Whether the target may know `GET /mock/offers`.
    var asksForOffers: Bool
    /// Whether it is the mock inside the program.
    var isInside: Bool {
        if case .mock = place { true } else { false }
    }

    /// How it is connected to.
    var connection: CurlOptions
    /// The same for a person's curl.
    var curlWords: [String]
}
