import Conformance
import Synchronization

/// What the loop is to do next, left by tasks that run on its own thread and by all others.
///
/// Tasks that run on the loop's thread take no lock: their list is that thread's alone.
final class TransferInbox: Sendable {
    /// What a transfer ends with.
    typealias Outcome = Result<CompletedTransfer, TransportError>

    /// One thing for the loop to do.
    enum Command: Sendable {
        case start(UInt64, TransferOrder, CheckedContinuation<Outcome, Never>)
        case cancel(UInt64)
        case run(UnownedJob)
        case close(CheckedContinuation<Void, Never>)
    }

    private struct State {
        var commands: [Command] = []
        var isOpen = true
        /// Whether the loop may be waiting for sockets, so that it must be woken.
        var isLoopWaiting = false
    }

    private let state = Mutex(State())
    /// Whether `state` holds commands; read without the lock, so that a loop which is busy takes it only for a reason.
    private let hasOthers = Atomic(false)
    /// The loop's thread, or 0 while it has not begun or is over.
    private let loopThread = Atomic<UInt>(0)
    // Touched on the loop's thread alone: `isLoopThread` is asked first.
    private nonisolated(unsafe) var own: [Command] = []
    private let pipe: WakePipe

    init(pipe: WakePipe) {
        self.pipe = pipe
    }

    /// Whether the caller is on the loop's thread, and the loop is at work.
    var isLoopThread: Bool {
        loopThread.load(ordering: .relaxed) == LoopThread.current
    }

    /// Makes the calling thread the loop's.
    func beginLoop() {
        loopThread.store(LoopThread.current, ordering: .relaxed)
    }

    /// Takes what the loop's thread left for itself and nobody will do now.
    func endLoop() -> [Command] {
        loopThread.store(0, ordering: .relaxed)
        defer { own = [] }
        return own
    }

    /// Leaves a command for the loop; false where the loop takes no more.
    func post(_ command: Command) -> Bool {
        if isLoopThread {
            own.append(command)
            return true
        }
        return state.withLock { state in
            guard state.isOpen else { return false }
            if case .close = command { state.isOpen = false }
            state.commands.append(command)
            hasOthers.store(true, ordering: .relaxed)
            if state.isLoopWaiting {
                state.isLoopWaiting = false
                // Under the lock while the inbox is open, so before anybody can close the pipe.
                pipe.wake()
            }
            return true
        }
    }

    /// Trades what has come in for an empty list, whose memory is used for what comes next; the loop's own come first.
    func take(into commands: inout [Command]) {
        commands.removeAll(keepingCapacity: true)
        swap(&own, &commands)
        guard hasOthers.load(ordering: .relaxed) else { return }
        state.withLock { state in
            hasOthers.store(false, ordering: .relaxed)
            commands.append(contentsOf: state.commands)
            state.commands.removeAll(keepingCapacity: true)
        }
    }

    /// Says that the loop goes to wait; false where there is something to do first.
    func beginsWaiting() -> Bool {
        guard own.isEmpty else { return false }
        return state.withLock { state in
            guard state.commands.isEmpty else { return false }
            state.isLoopWaiting = true
            return true
        }
    }

    /// Says that the wait is over.
    func endsWaiting() {
        state.withLock { $0.isLoopWaiting = false }
    }
}
