import CCurl
package import Conformance
import Synchronization

/// Sends requests through libcurl: one thread, one multi handle, connections kept and reused.
///
/// It bounds nothing by itself: whoever sends decides how many requests are in flight.
package final class CurlClient: Transport {
    private let options: CurlOptions
    private let inbox: TransferInbox
    private let counters = TransferCounters()
    private let nextID = Atomic<UInt64>(0)
    private let thread: LoopThread

    /// Starts the loop; whoever makes a client must close it, see `withCurlTransport`.
    fileprivate init(_ options: CurlOptions) throws(TransportError) {
        guard CurlLibrary.isReady, let multi = curl_multi_init() else {
            throw .refusedRequest(.failedInit, "libcurl cannot be set up", hint: nil)
        }
        self.options = options
        inbox = TransferInbox(multi: multi)
        // From here on the handle is the thread's own: nothing else reads this binding.
        nonisolated(unsafe) let handle = multi
        do {
            thread = try LoopThread { [inbox, counters] in
                TransferLoop(multi: handle, inbox: inbox, options: options, counters: counters).run()
            }
        } catch {
            curl_multi_cleanup(multi)
            throw error
        }
    }

    /// What this transport has done so far; a snapshot, each number for itself.
    package var counts: TransferCounts { counters.counts }

    /// Sends one request and waits for the whole answer; cancelling the task ends the transfer.
    ///
    /// - Throws: `TransportError` with libcurl's code, or `closed`, `cancelled`, `body-too-large`, `headers-too-large`.
    package func send(_ request: TransferRequest) async throws(TransportError) -> TransferResponse {
        let order = try TransferOrder(request, options)
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

    /// Ends what is running, frees every handle and waits for the thread.
    fileprivate func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            if !inbox.post(.close(continuation)) { continuation.resume() }
        }
        thread.join()
    }
}

/// Opens a transport, lends it to `body`, and closes it, whether `body` returns or throws.
///
/// A request that is running at the end fails with `closed`, and so does any sent later.
///
/// - Throws: what `body` throws, or `CURLE_FAILED_INIT` where libcurl or a thread is not to be had.
package func withCurlTransport<Value>(
    _ options: CurlOptions = CurlOptions(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (CurlClient) async throws -> Value
) async throws -> Value {
    let client = try CurlClient(options)
    do {
        let value = try await body(client)
        await client.close()
        return value
    } catch {
        await client.close()
        throw error
    }
}
