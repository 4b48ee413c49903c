import CCurl
import Conformance

/// Owns libcurl's multi handle and every easy handle, on one thread: takes what came in, moves on the transfers whose sockets are
/// ready, ends those that are done, and runs the tasks that asked for them.
final class TransferLoop {
    /// How many idle easy handles are kept for the next requests.
    private static let keptTransfers = 256
    /// How often the loop looks for ready sockets, and lets others run, before it sleeps.
    private static let looksBeforeSleep = 2

    private let multi: UnsafeMutableRawPointer
    private let inbox: TransferInbox
    private let executor: UnownedTaskExecutor
    private let pipe: WakePipe
    private let options: CurlOptions
    private let counters: TransferCounters
    private let pins: UnsafeMutablePointer<curl_slist>?
    private let sockets = ConnectionSockets()
    private let watch: SocketWatch
    /// When libcurl is to be called at the latest, or nil where it waits for sockets alone.
    private var deadline: LoopTime?
    private var running: [UInt64: Transfer] = [:]
    private var idle: [Transfer] = []
    private var closing: CheckedContinuation<Void, Never>?

    init(
        multi: UnsafeMutableRawPointer,
        inbox: TransferInbox,
        executor: UnownedTaskExecutor,
        pipe: WakePipe,
        options: CurlOptions,
        counters: TransferCounters
    ) {
        self.multi = multi
        self.inbox = inbox
        self.executor = executor
        self.pipe = pipe
        self.options = options
        self.counters = counters
        watch = SocketWatch(wakeSocket: pipe.readEnd)
        pins = options.pins.reduce(nil) { list, pin in curl_slist_append(list, pin.connectTo) ?? list }
        let limits = options.connections
        set(CURLMOPT_PIPELINING, limits.multiplexes ? Int(CURLPIPE_MULTIPLEX) : Int(CURLPIPE_NOTHING))
        set(CURLMOPT_MAXCONNECTS, max(1, limits.kept))
        setCallbacks()
    }

    /// Runs until it is told to close, and resumes the closer as its last deed.
    func run() {
        inbox.beginLoop()
        var commands: [TransferInbox.Command] = []
        var events: [SocketWatch.Event] = []
        while closing == nil {
            inbox.take(into: &commands)
            for command in commands { follow(command) }
            guard closing == nil else { break }
            actOnDeadline()
            finishCompleted()
            wait(for: &events)
            for event in events where watch.isCurrent(event) { act(event.socket, event.actions) }
            finishCompleted()
        }
        endAll { .closed(at: $0) }
        for command in inbox.endLoop() { refuse(command) }
        idle.removeAll()
        curl_multi_cleanup(multi)
        curl_slist_free_all(pins)
        closing?.resume()
    }

    /// Looks which sockets are ready, and waits for one where there is nothing else to do.
    ///
    /// Where none is ready it lets others run first, also where tasks of its own wait: a server on the same machine may be waiting for this
    /// processor. It then answers without this thread being put to sleep and woken, and has the next answers ready while this one works.
    private func wait(for events: inout [SocketWatch.Event]) {
        for _ in 0..<Self.looksBeforeSleep {
            if watch.wait(milliseconds: 0, &events) { pipe.drain() }
            guard events.isEmpty else { return }
            LoopThread.letOthersRun()
        }
        let waits = inbox.beginsWaiting()
        if watch.wait(milliseconds: waits ? deadline.waitMilliseconds : 0, &events) { pipe.drain() }
        if waits { inbox.endsWaiting() }
    }

    private func follow(_ command: TransferInbox.Command) {
        switch command {
        case .start(let id, let order, let continuation): start(id, order, continuation)
        case .cancel(let id):
            if let transfer = running[id] { end(transfer) { .cancelled(at: $0) } }
        case .run(let job): job.runSynchronously(on: executor)
        case .close(let continuation): closing = continuation
        }
    }

    /// What comes too late for the loop: a task goes on elsewhere, a request fails.
    private func refuse(_ command: TransferInbox.Command) {
        switch command {
        case .start(_, let order, let continuation):
            let failure = TransferFailure(code: CURLE_OK, endpoint: order.endpoint)
            continuation.resume(returning: .failure(.closed(at: failure)))
        case .run(let job): globalConcurrentExecutor.enqueue(ExecutorJob(job))
        case .close(let continuation): continuation.resume()
        case .cancel: break
        }
    }

    // MARK: Moving on

    private func setCallbacks() {
        // The loop outlives its handle, which it frees itself at the end of `run`.
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_multi_setopt_pointer(multi, CURLMOPT_SOCKETDATA, me)
        _ = ccurl_multi_setopt_socket_callback(multi) { _, socket, wish, context, _ in
            guard let context else { return 0 }
            Unmanaged<TransferLoop>.fromOpaque(context).takeUnretainedValue().watch.note(socket, wish)
            return 0
        }
        _ = ccurl_multi_setopt_pointer(multi, CURLMOPT_TIMERDATA, me)
        _ = ccurl_multi_setopt_timer_callback(multi) { _, milliseconds, context in
            guard let context else { return 0 }
            let loop = Unmanaged<TransferLoop>.fromOpaque(context).takeUnretainedValue()
            loop.deadline = milliseconds < 0 ? nil : LoopTime.now(plusMilliseconds: milliseconds)
            return 0
        }
    }

    private func actOnDeadline() {
        guard let deadline, deadline.isOver else { return }
        // Taken back first: libcurl says anew when it is to be called, unless it is to be called no more.
        self.deadline = nil
        act(CURL_SOCKET_TIMEOUT, 0)
    }

    private func act(_ socket: curl_socket_t, _ actions: Int32) {
        var count: Int32 = 0
        let code = curl_multi_socket_action(multi, socket, actions, &count)
        if code != CURLM_OK { endAll { .multiFailed(code, $0) } }
    }

    // MARK: Transfers

    private func start(
        _ id: UInt64,
        _ order: TransferOrder,
        _ continuation: CheckedContinuation<TransferInbox.Outcome, Never>
    ) {
        guard let transfer = idle.popLast() ?? Transfer(options, sockets) else {
            let error = TransferFailure(code: CURLE_OUT_OF_MEMORY, endpoint: order.endpoint).error
            counters.add(version: nil, connections: 0, reused: false)
            continuation.resume(returning: .failure(error))
            return
        }
        running[id] = transfer
        add(transfer, after: transfer.begin(id, order, continuation, pins: pins))
    }

    private func add(_ transfer: Transfer, after code: CURLcode) {
        guard code == CURLE_OK, curl_multi_add_handle(multi, transfer.easy) == CURLM_OK else {
            finish(transfer, with: code == CURLE_OK ? CURLE_OUT_OF_MEMORY : code)
            return
        }
    }

    private func finishCompleted() {
        var waiting: Int32 = 0
        while let message = curl_multi_info_read(multi, &waiting) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            var context: UnsafeMutableRawPointer?
            guard ccurl_getinfo_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK, let context else { continue }
            finish(Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue(), with: code)
        }
    }

    /// Judges a transfer that libcurl has ended.
    private func finish(_ transfer: Transfer, with code: CURLcode) {
        let facts = EasyFacts(transfer.easy)
        if code == CURLE_OK && facts.newConnections > 0 { sockets.note(transfer.easy) }
        curl_multi_remove_handle(multi, transfer.easy)
        if transfer.isToBeginAgain(after: code) {
            add(transfer, after: transfer.beginAgain(pins: pins))
            return
        }
        guard code == CURLE_OK, transfer.collector.hasAllHeaders else {
            release(transfer, .failure(TransferFailure(code, transfer).error))
            return
        }
        let completed = CompletedTransfer(
            status: facts.status,
            httpVersion: facts.httpVersion,
            head: transfer.keepHead(),
            body: transfer.collector.body,
            marks: transfer.marks
        )
        release(transfer, .success(completed))
    }

    /// Ends a transfer that libcurl would go on with.
    private func end(_ transfer: Transfer, _ error: (TransferFailure) -> TransportError) {
        let failure = TransferFailure(CURLE_ABORTED_BY_CALLBACK, transfer)
        curl_multi_remove_handle(multi, transfer.easy)
        release(transfer, .failure(error(failure)))
    }

    private func endAll(_ error: (TransferFailure) -> TransportError) {
        for transfer in Array(running.values) { end(transfer, error) }
    }

    /// Hands the outcome over, the one time, and keeps the handle for another request.
    private func release(_ transfer: Transfer, _ outcome: TransferInbox.Outcome) {
        let opened = EasyFacts(transfer.easy).newConnections
        var version: String?
        var reused = false
        if case .success(let completed) = outcome {
            version = completed.httpVersion
            reused = !completed.marks.opensConnection
        }
        counters.add(version: version, connections: opened, reused: reused)
        running[transfer.id] = nil
        let continuation = transfer.end(failed: version == nil)
        if idle.count < Self.keptTransfers { idle.append(transfer) }
        continuation?.resume(returning: outcome)
    }

    private func set(_ option: CURLMoption, _ number: Int) {
        // Each option has been known since before the oldest libcurl with curl_multi_poll, so there is nothing to refuse.
        _ = ccurl_multi_setopt_long(multi, option, number)
    }
}
