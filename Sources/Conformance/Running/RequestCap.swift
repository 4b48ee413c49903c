import Synchronization

/// How many requests a run may send: so many for set-up and steps, and as many again for teardown.
///
/// Teardown has an allowance of its own because a run that stops at its cap must still delete what it made; that this
/// is bounded too
/// keeps a teardown whose requests are retried from going on without end.
final class RequestCap: Sendable {
    private struct State {
        var sent = 0
        var sentByTeardown = 0
        var isReached = false
    }

    let limit: Int
    private let state = Mutex(State())

    init(_ limit: Int) {
        self.limit = limit
    }

    /// Counts one more request; false, and nothing counted, where it may not be sent.
    func admits(isTeardown: Bool) -> Bool {
        state.withLock { state in
            guard isTeardown else {
                state.isReached = state.isReached || state.sent == limit
                if !state.isReached { state.sent += 1 }
                return !state.isReached
            }
            guard state.sentByTeardown < limit else { return false }
            state.sentByTeardown += 1
            return true
        }
    }

    /// Why the run stops, once a request of set-up or steps was refused; a run that needs no more than the cap is
    /// whole.
    var reason: String? {
        state.withLock { $0.isReached } ? "stopped after \(counted(limit)), as asked with max-requests" : nil
    }

    /// Why a request of teardown was not sent.
    var teardownRefusal: CaseTrouble {
        CaseTrouble(
            kind: .teardown,
            message: "not sent, as all teardowns of the run have sent \(counted(limit))",
            hint: "give a larger --max-requests; what the case made may still be there"
        )
    }

    private func counted(_ count: Int) -> String {
        "\(count) request\(count == 1 ? "" : "s")"
    }
}
