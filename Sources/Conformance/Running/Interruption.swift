import Synchronization

/// A request from outside to end the run: no further case begins, those running are cut short, their teardown still runs.
package final class Interruption: Sendable {
    private struct State {
        var reason: String?
        var nextID = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Why the run is to end, or nil while it is not.
    package var reason: String? {
        state.withLock { $0.reason }
    }

    /// Ends the run; the first reason stays.
    package func interrupt(reason: String) {
        let waiting = state.withLock { state in
            guard state.reason == nil else { return [CheckedContinuation<Void, Never>]() }
            state.reason = reason
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting {
            continuation.resume()
        }
    }

    /// Returns when the run is interrupted, or when the task that waits is cancelled.
    func wait() async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.reason != nil || Task.isCancelled { return true }
                    state.waiting[id] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let continuation = state.withLock { $0.waiting.removeValue(forKey: id) }
            continuation?.resume()
        }
    }
}
