import Synchronization

/// Places in time at which requests may begin, one interval apart: a token bucket that holds one token and starts
/// empty.
///
/// Whoever asks is given a place at once and waits for it by itself, so that nothing here blocks. A place that is not
/// used can be
/// given back, and goes to the next who asks; no two requests ever share one.
final class RateLimiter: Sendable {
    private struct State {
        /// The earliest place that was never given out.
        var next: Duration
        /// Places that were given back.
        var free: [Duration] = []
    }

    private let interval: Duration
    private let state: Mutex<State>

    /// - Parameters:
    ///   - rate: Requests per second; above 0.
    ///   - start: When the run began, by the clock of `place(at:)`; the first place is one interval later.
    init(perSecond rate: Double, start: Duration) {
        interval = .seconds(1 / rate)
        state = Mutex(State(next: start + interval))
    }

    /// The place of one more request, which is not before `now`.
    func place(at now: Duration) -> Duration {
        state.withLock { state in
            state.free.removeAll { $0 < now }
            if let index = state.free.indices.min(by: { state.free[$0] < state.free[$1] }) {
                return state.free.remove(at: index)
            }
            let place = max(state.next, now)
            state.next = place + interval
            return place
        }
    }

    /// Takes a place back at which no request began.
    func giveBack(_ place: Duration) {
        state.withLock { $0.free.append(place) }
    }
}
