package import Conformance
import WireJSON

/// The command that runs the cases again which did not pass; it never selects a case that the run did not.
package struct RepeatCommand {
    /// The most filters in one command; beyond them whole suites are named.
    static let limit = 10

    var prefix: String
    var result: RunResult
    /// The words that say which part of the selection it was, where the selection alone does not; quoted for a shell.
    var part = ""

    /// Nil where every case ended as expected.
    var text: String? {
        let broken = result.notableCases.filter { result.failsRun($0.verdict) }
        guard !broken.isEmpty else { return nil }
        if broken.count == result.cases.count, !isPart { return command([]) }
        let ids = broken.map(\.id)
        if ids.count <= Self.limit || isPart && part.isEmpty { return Self.command(prefix, filters: ids) }
        // A suite holds what another part runs, or what a filter left out; the selection itself does not.
        guard !isPart, !result.selection.filters.contains(where: { !$0.hasPrefix("!") }) else { return command([]) }
        var suites: [String] = []
        for suite in broken.map(\.suite) where suites.last != suite {
            suites.append(suite)
        }
        return command(suites.count <= Self.limit ? suites.map { "\($0)/*" } : [])
    }

    /// The command that runs all cases of the run again.
    var whole: String { command([]) }

    /// The command that runs all cases of a run again, or those of a part of it.
    ///
    /// - Parameters:
    ///   - prefix: The command without the selection.
    ///   - result: Of the run whose selection it takes.
    ///   - part: The words that say which part it is, quoted for a shell.
    /// - Returns: A command for a shell, on one line.
    package static func whole(_ prefix: String, of result: RunResult, part: String) -> String {
        RepeatCommand(prefix: prefix, result: result, part: part).whole
    }

    /// The command that runs one case alone.
    static func text(_ prefix: String, of result: CaseResult) -> String {
        command(prefix, filters: [result.id])
    }

    /// That command as far as it is the same for all cases; behind it stands the name of one, quoted for a shell.
    static func beforeFilter(_ prefix: String) -> String { "\(prefix) --filter" }

    /// Whether the selection selects more than was run.
    private var isPart: Bool { result.shard != nil || result.selection.ids != nil }

    /// With the selection of the run, and these filters beside its own.
    private func command(_ filters: [String]) -> String {
        let start = part.isEmpty ? prefix : "\(prefix) \(part)"
        let selected = Self.command(start, filters: result.selection.filters + filters)
        let tags = result.selection.tags.map { "--tag \(Self.shellWord($0))" }
        return ([selected] + tags + result.selection.paths.map(Self.shellWord)).joined(separator: " ")
    }

    private static func command(_ start: String, filters: [String]) -> String {
        filters.reduce(start) { "\(beforeFilter($0)) \(shellWord($1))" }
    }

    /// A word as a POSIX shell reads it back.
    static func shellWord(_ word: String) -> String {
        ShellText.word(VisibleText.line(word))
    }
}
