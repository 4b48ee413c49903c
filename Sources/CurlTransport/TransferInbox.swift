import CCurl
import Conformance
import Synchronization

/// The one thing shared between the loop's thread and all others: what the loop is to do next.
final class TransferInbox: Sendable {
    /// What a transfer ends with.
    typealias Outcome = Result<CompletedTransfer, TransportError>

    /// One thing for the loop to do.
    enum Command: Sendable {
        case start(UInt64, TransferOrder, CheckedContinuation<Outcome, Never>)
        case cancel(UInt64)
        case close(CheckedContinuation<Void, Never>)
    }

    private struct State {
        var commands: [Command] = []
        var isOpen = true
        /// Whether the loop has found nothing to do and waits for sockets; only then must it be woken.
        var isLoopWaiting = false
    }

    private let state = Mutex(State())
    // The pointer itself never changes. The call that other threads make with it, curl_multi_wakeup, is made for that, and made
    // under the lock while the inbox is open, so before the loop can free the handle.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer

    init(multi: UnsafeMutableRawPointer) {
        self.multi = multi
    }

    /// Leaves a command for the loop; false where the loop takes no more.
    func post(_ command: Command) -> Bool {
        state.withLock { state in
            guard state.isOpen else { return false }
            if case .close = command { state.isOpen = false }
            state.commands.append(command)
            if state.isLoopWaiting {
                state.isLoopWaiting = false
                curl_multi_wakeup(multi)
            }
            return true
        }
    }

    /// Trades what has come in for an empty list, whose memory is used for what comes next.
    func take(into commands: inout [Command]) {
        commands.removeAll(keepingCapacity: true)
        state.withLock { state in
            state.isLoopWaiting = false
            swap(&state.commands, &commands)
        }
    }

    /// Says that the loop goes to wait; false where there is something to do first.
    func beginsWaiting() -> Bool {
        state.withLock { state in
            guard state.commands.isEmpty else { return false }
            state.isLoopWaiting = true
            return true
        }
    }
}
