import CCurl
import Conformance
import Synchronization

/// One thread, one multi handle, and the connections it keeps; it shares nothing with other lanes.
///
/// It is the executor, too, of the tasks that send through it: an answer is handed over on the thread that read it, without a lock and
/// without waking another.
final class CurlLane: Transport, TaskExecutor {
    private let options: CurlOptions
    private let inbox: TransferInbox
    private let counters: TransferCounters
    private let nextID = Atomic<UInt64>(0)
    private let headers = LatestHeaders()
    private let pipe: WakePipe
    private let thread = Mutex<LoopThread?>(nil)

    /// Starts the loop; whoever makes a lane must close it.
    ///
    /// - Throws: `CURLE_FAILED_INIT` where libcurl, a pipe or a thread is not to be had.
    init(_ options: CurlOptions, _ counters: TransferCounters) throws(TransportError) {
        guard CurlLibrary.isReady, let multi = curl_multi_init() else {
            throw .refusedRequest(.failedInit, "libcurl cannot be set up", hint: nil)
        }
        guard let pipe = WakePipe() else {
            curl_multi_cleanup(multi)
            throw .refusedRequest(
                .failedInit,
                "the system gives no pipe",
                hint: "too many files may be open; raise the limit, see 'ulimit -n'"
            )
        }
        self.options = options
        self.counters = counters
        self.pipe = pipe
        inbox = TransferInbox(pipe: pipe)
        // From here on the handle is the thread's own: nothing else reads this binding.
        nonisolated(unsafe) let handle = multi
        do {
            // The thread keeps the lane, and with it the executor of its tasks, until it is closed.
            let started = try LoopThread { [self] in
                TransferLoop(
                    multi: handle,
                    inbox: inbox,
                    executor: asUnownedTaskExecutor(),
                    pipe: pipe,
                    options: options,
                    counters: counters
                ).run()
            }
            thread.withLock { $0 = started }
        } catch {
            curl_multi_cleanup(multi)
            pipe.close()
            throw error
        }
    }

    var executor: (any TaskExecutor)? { self }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if !inbox.post(.run(job)) { globalConcurrentExecutor.enqueue(ExecutorJob(job)) }
    }

    func send(_ request: TransferRequest) async throws(TransportError) -> TransferResponse {
        let order = try TransferOrder(request, options, headers: headers)
        guard !Task.isCancelled else {
            throw .cancelled(at: TransferFailure(code: CURLE_OK, endpoint: order.endpoint))
        }
        let id = nextID.wrappingAdd(1, ordering: .relaxed).newValue
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<TransferInbox.Outcome, Never>) in
                guard inbox.post(.start(id, order, continuation)) else {
                    let failure = TransferFailure(code: CURLE_OK, endpoint: order.endpoint)
                    continuation.resume(returning: .failure(.closed(at: failure)))
                    return
                }
                // A cancel that came before the start found nothing to end, so it is said again; twice does no harm.
                if Task.isCancelled { _ = inbox.post(.cancel(id)) }
            }
        } onCancel: {
            _ = inbox.post(.cancel(id))
        }
        return try outcome.get().response
    }

    /// Ends what is running, frees every handle and waits for the thread; not to be called on the lane's own thread.
    func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            if !inbox.post(.close(continuation)) { continuation.resume() }
        }
        let ended = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        guard let ended else { return }
        ended.join()
        pipe.close()
    }
}
