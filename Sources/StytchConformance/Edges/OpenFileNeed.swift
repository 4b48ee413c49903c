import Foundation

/// How many files and sockets a command has open at most, as far as that can be known before it begins.
struct OpenFileNeed {
    /// What is open whatever is run: standard streams, what waits for signals, pipes that end a wait, and room for short uses.
    private static let fixed = 24
    /// What the mock has open beside its connections, and room for those that it has not closed yet.
    private static let mock = 8
    /// What each of the mock's loops waits with; there is one for each processor.
    private static let loop = 3

    /// Whether the mock is inside the program, so that both ends of each connection are.
    var hasMock: Bool
    /// Whether connections are made to a target.
    var hasClient = true
    var processors = ProcessInfo.processInfo.activeProcessorCount

    /// For so many cases at work, or connections at once.
    func count(_ connections: Int) -> Int {
        base + connections * ends
    }

    /// How many cases, or connections, fit in a limit; below one where none does.
    func connections(in limit: Int) -> Int {
        (limit - base) / ends
    }

    private var base: Int { Self.fixed + (hasMock ? Self.mock + Self.loop * processors : 0) }
    private var ends: Int { hasMock && hasClient ? 2 : 1 }

    /// - Throws: `CommandFailure` with status 2 where the cases at work do not fit in the limit.
    func check(jobs: Int, limit: Int? = OpenFileLimit.current) throws {
        guard let limit, count(jobs) > limit else { return }
        let most = connections(in: limit)
        throw CommandFailure(
            .wrongInput,
            "\(jobs) \(jobs == 1 ? "case" : "cases") at once would need more than the \(limit) files and sockets that may be open",
            hint: Self.hint(for: count(jobs)) + (most < 1 ? "" : ", or give '--jobs \(most)'")
        )
    }

    /// - Throws: `CommandFailure` with status 2 where a mock does not fit in the limit with some connections.
    func checkServing(limit: Int? = OpenFileLimit.current) throws {
        let least = 16
        guard let limit, count(least) > limit else { return }
        throw CommandFailure(
            .wrongInput,
            "the mock would need more than the \(limit) files and sockets that may be open",
            hint: Self.hint(for: count(least))
        )
    }

    /// A round number, which is the same on machines that differ a little.
    private static func hint(for count: Int) -> String {
        var limit = 256
        while limit < count { limit *= 2 }
        return "raise the limit with 'ulimit -n \(limit)'"
    }
}
