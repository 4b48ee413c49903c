import Synchronization

/// How often each of some things was asked for.
final class Counts: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// How often it was asked for before.
    func next(_ name: String) -> Int {
        counts.withLock { counts in
            defer { counts[name, default: 0] += 1 }
            return counts[name] ?? 0
        }
    }
}
