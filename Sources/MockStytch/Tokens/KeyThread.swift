import Dispatch

/// Runs an actor's jobs apart from all other tasks, so that long computations take no thread from those.
final class KeyThread: SerialExecutor {
    private let queue = DispatchQueue(label: "mock signing keys", qos: .utility)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in
            job.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}
