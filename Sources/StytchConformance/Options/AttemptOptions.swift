import ArgumentParser
import Conformance
import ConformanceReports
import WireJSON

/// How often each case is attempted, and which cases of an earlier run are run again.
struct AttemptOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Attempts a case that failed or was errored again, so many times at most; one that then passes is flaky.",
            valueName: "count"
        )
    )
    var retries: Int?

    @Option(
        name: .customLong("repeat"),
        parsing: .unconditional,
        help: ArgumentHelp(
            "Attempts every case so many times, to find those that do not always come to the same.",
            valueName: "count"
        )
    )
    var times: Int?

    @Option(
        help: ArgumentHelp(
            "Takes only the cases that failed, were errored, passed unexpectedly or did not run in an earlier results.json.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var rerunFailed: String?

    /// The most attempts at one case.
    private static let most = 1_000

    /// How often each case is attempted.
    ///
    /// - Throws: `CommandFailure` with status 2 for a number that is out of bounds, or for both ways at once.
    func policy() throws -> AttemptPolicy {
        switch (retries, times) {
        case (nil, nil): return .once
        case (let retries?, nil):
            guard (0...Self.most).contains(retries) else {
                throw CommandFailure(.wrongInput, "'--retries' must be from 0 to \(Self.most), found \(retries)")
            }
            return retries == 0 ? .once : .retries(retries)
        case (nil, let times?):
            guard (1...Self.most).contains(times) else {
                throw CommandFailure(.wrongInput, "'--repeat' must be from 1 to \(Self.most), found \(times)")
            }
            return times == 1 ? .once : .times(times)
        case (_?, _?):
            throw CommandFailure(
                .wrongInput,
                "'--retries' and '--repeat' do not go together",
                hint: "--retries gives a case that failed another chance; --repeat looks for cases that fail at times"
            )
        }
    }

    /// The earlier run whose failures are to be run again.
    ///
    /// - Throws: `CommandFailure` with status 2 where the file is no result that this program can read.
    func earlierFailures(alsoFlaky: Bool) throws -> EarlierFailures? {
        guard let rerunFailed else { return nil }
        // Read as a whole run: what this program does not know might be a failure.
        var result = try ResultsFile.result(rerunFailed, option: "--rerun-failed")
        result.failsOnFlaky = alsoFlaky
        let ids = result.notableCases.filter { result.failsRun($0.verdict) }.map(\.id)
        let flaky = alsoFlaky ? [] : result.notableCases.filter { $0.verdict == .flaky }.map(\.id)
        return EarlierFailures(file: rerunFailed, ids: ids, flakyLeftOut: flaky)
    }
}

/// What makes a run fail beside what did not pass.
struct FlakyOptions: ParsableArguments {
    @Flag(help: "Fails the run where a case is flaky: where it passed in one attempt and did not in another.")
    var failOnFlaky = false
}

/// The cases of an earlier run that did not end as expected.
struct EarlierFailures: Sendable {
    var file: String
    var ids: [String]
    /// The flaky ones, where they are not taken.
    var flakyLeftOut: [String] = []

    /// What is said where there is nothing to run again.
    var noneLeft: String {
        let lines = VisibleText.line("nothing to run again: all cases of '\(file)' ended as expected") + "\n"
        guard !flakyLeftOut.isEmpty else { return lines }
        return lines + VisibleText.line("  flaky: \(Self.listed(flakyLeftOut))") + "\n"
            + "  hint: '--fail-on-flaky' takes the flaky ones too\n"
    }

    /// What is said of those that the cases of today lack; nil where there are none.
    func note(onMissingFrom corpus: Corpus) -> String? {
        let there = Set(corpus.entries.map { Array($0.id.utf8) })
        let missing = ids.filter { !there.contains(Array($0.utf8)) }
        guard !missing.isEmpty else { return nil }
        return VisibleText.line("note: '\(file)' names what is no case any more: \(Self.listed(missing))") + "\n"
    }

    private static func listed(_ ids: [String]) -> String {
        let shown = ids.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        return ids.count > 10 ? "\(shown) and \(ids.count - 10) more" : shown
    }
}
