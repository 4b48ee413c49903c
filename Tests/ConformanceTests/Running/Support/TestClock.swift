import Synchronization
import WireJSON

@testable import Conformance

/// A clock that moves only by sleeping, and keeps how long each sleep was.
final class TestClock: Sendable {
    private struct State {
        var elapsed: Duration = .zero
        var sleeps: [Duration] = []
        var random: UInt8 = 0
    }

    private let state = Mutex(State())
    /// 2026-11-21T09:30:00Z.
    static let start = Timestamp(secondsSince1970: 1_795_253_400)

    var sleeps: [Duration] {
        state.withLock { $0.sleeps }
    }

    func advance(_ duration: Duration) {
        state.withLock { $0.elapsed += duration }
    }

    var environment: RunEnvironment {
        RunEnvironment(
            now: { Self.start.adding(self.state.withLock { $0.elapsed }) },
            uptime: { self.state.withLock { $0.elapsed } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { state in
                    state.elapsed += duration
                    state.sleeps.append(duration)
                }
            },
            randomBytes: { count in
                self.state.withLock { state in
                    (0..<count).map { _ in
                        state.random &+= 1
                        return state.random
                    }
                }
            },
            sha256: { "digest of \($0.count) bytes" }
        )
    }
}
