import Conformance

/// The command that runs the cases again which did not pass.
struct RepeatCommand {
    /// The most filters in one command; beyond them whole suites are named.
    static let limit = 10

    var prefix: String
    var result: RunResult
    /// Whether a flaky case is one that did not end as expected.
    var failsOnFlaky = false

    /// Nil where every case ended as expected.
    var text: String? {
        let broken = result.cases.filter { $0.verdict.isUnexpected || failsOnFlaky && $0.verdict == .flaky }
        guard !broken.isEmpty else { return nil }
        if broken.count == result.cases.count, result.shard == nil { return prefix }
        let ids = broken.map(\.id)
        if ids.count <= Self.limit { return command(ids) }
        var suites: [String] = []
        for suite in broken.map(\.suite) where suites.last != suite {
            suites.append(suite)
        }
        return suites.count <= Self.limit ? command(suites.map { "\($0)/*" }) : prefix
    }

    private func command(_ filters: [String]) -> String {
        ([prefix] + filters.map { "--filter \(Self.shellWord($0))" }).joined(separator: " ")
    }

    /// A word as a POSIX shell reads it back.
    static func shellWord(_ word: String) -> String {
        ShellText.word(VisibleText.line(word))
    }
}
