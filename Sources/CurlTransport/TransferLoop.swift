import CCurl
import Conformance

/// Owns libcurl's multi handle and every easy handle, on one thread: takes what came in, moves all transfers on, ends those that are done.
final class TransferLoop {
    /// How many idle easy handles are kept for the next requests.
    private static let keptTransfers = 256
    /// How long the loop waits when no socket is ready and no time limit is near; it is woken before for anything new.
    private static let longestWaitMilliseconds: Int32 = 60_000

    private let multi: UnsafeMutableRawPointer
    private let inbox: TransferInbox
    private let options: CurlOptions
    private let counters: TransferCounters
    private let pins: UnsafeMutablePointer<curl_slist>?
    private let sockets = ConnectionSockets()
    private var running: [UInt64: Transfer] = [:]
    private var idle: [Transfer] = []
    private var closing: CheckedContinuation<Void, Never>?

    init(multi: UnsafeMutableRawPointer, inbox: TransferInbox, options: CurlOptions, counters: TransferCounters) {
        self.multi = multi
        self.inbox = inbox
        self.options = options
        self.counters = counters
        pins = options.pins.reduce(nil) { list, pin in curl_slist_append(list, pin.connectTo) ?? list }
        let limits = options.connections
        set(CURLMOPT_PIPELINING, limits.multiplexes ? Int(CURLPIPE_MULTIPLEX) : Int(CURLPIPE_NOTHING))
        set(CURLMOPT_MAXCONNECTS, max(1, limits.kept))
    }

    /// Runs until it is told to close, and resumes the closer as its last deed.
    func run() {
        var commands: [TransferInbox.Command] = []
        while closing == nil {
            inbox.take(into: &commands)
            for command in commands { follow(command) }
            guard closing == nil else { break }
            var count: Int32 = 0
            let code = curl_multi_perform(multi, &count)
            if code != CURLM_OK { endAll { .multiFailed(code, $0) } }
            finishCompleted()
            if inbox.beginsWaiting() {
                curl_multi_poll(multi, nil, 0, Self.longestWaitMilliseconds, nil)
            }
        }
        endAll { .closed(at: $0) }
        idle.removeAll()
        curl_multi_cleanup(multi)
        curl_slist_free_all(pins)
        closing?.resume()
    }

    private func follow(_ command: TransferInbox.Command) {
        switch command {
        case .start(let id, let order, let continuation): start(id, order, continuation)
        case .cancel(let id):
            if let transfer = running[id] { end(transfer) { .cancelled(at: $0) } }
        case .close(let continuation): closing = continuation
        }
    }

    private func start(
        _ id: UInt64,
        _ order: TransferOrder,
        _ continuation: CheckedContinuation<TransferInbox.Outcome, Never>
    ) {
        guard let transfer = idle.popLast() ?? Transfer(options, sockets) else {
            let error = TransferFailure(code: CURLE_OUT_OF_MEMORY, endpoint: order.endpoint).error
            counters.add(answered: false, connections: 0, reused: false)
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
            headerBytes: transfer.collector.headerBytes,
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
        var failed = true
        var reused = false
        if case .success(let completed) = outcome {
            failed = false
            reused = !completed.marks.opensConnection
        }
        counters.add(answered: !failed, connections: opened, reused: reused)
        running[transfer.id] = nil
        let continuation = transfer.end(failed: failed)
        if idle.count < Self.keptTransfers { idle.append(transfer) }
        continuation?.resume(returning: outcome)
    }

    private func set(_ option: CURLMoption, _ number: Int) {
        // Each option has been known since before the oldest libcurl with curl_multi_poll, so there is nothing to refuse.
        _ = ccurl_multi_setopt_long(multi, option, number)
    }
}
