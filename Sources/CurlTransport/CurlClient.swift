package import Conformance

/// Sends requests through libcurl over connections that are kept and reused; one lane or several, each with a thread of its own.
///
/// It bounds nothing by itself: whoever sends decides how many requests are in flight.
package final class CurlClient: Transport {
    /// At least one.
    private let curlLanes: [CurlLane]
    private let counters: TransferCounters

    fileprivate init(_ lanes: [CurlLane], _ counters: TransferCounters) {
        curlLanes = lanes
        self.counters = counters
    }

    /// What this transport has done so far, over all lanes; a snapshot, each number for itself.
    package var counts: TransferCounts { counters.counts }

    package var lanes: [any Transport] { curlLanes }

    /// Sends one request over the first lane and waits for the whole answer; cancelling the task ends the transfer.
    ///
    /// - Throws: `TransportError` with libcurl's code, or `closed`, `cancelled`, `body-too-large`, `headers-too-large`.
    package func send(_ request: TransferRequest) async throws(TransportError) -> TransferResponse {
        try await curlLanes[0].send(request)
    }
}

/// Opens a transport, lends it to `body`, and closes it, whether `body` returns or throws.
///
/// A request that is running at the end fails with `closed`, and so does any sent later.
///
/// - Parameters:
///   - options: How to connect.
///   - count: How many threads share the work, at least one; each keeps its share of the connections.
///   - isolation: Where `body` runs.
///   - body: What uses the transport.
/// - Returns: What `body` returns.
/// - Throws: what `body` throws, or `CURLE_FAILED_INIT` where libcurl or a thread is not to be had.
package func withCurlTransport<Value>(
    _ options: CurlOptions = CurlOptions(),
    lanes count: Int = 1,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (CurlClient) async throws -> Value
) async throws -> Value {
    let counters = TransferCounters()
    let count = max(1, count)
    var options = options
    options.connections.kept = (options.connections.kept + count - 1) / count
    var lanes: [CurlLane] = []
    let outcome: Result<Value, any Error>
    do {
        for _ in 0..<count { lanes.append(try CurlLane(options, counters)) }
        outcome = .success(try await body(CurlClient(lanes, counters)))
    } catch {
        outcome = .failure(error)
    }
    for lane in lanes { await lane.close() }
    return try outcome.get()
}
