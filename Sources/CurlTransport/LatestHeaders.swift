import Conformance
import Synchronization

/// The headers that a lane sent last: most requests of a run send the same ones, which need be checked and written once.
///
/// A class, as all requests of a lane share it.
final class LatestHeaders: Sendable {
    private let latest = Mutex<(list: HeaderList, headers: RequestHeaders)?>(nil)

    /// The header lines of a request; `asksForCompression` is the same at each call.
    ///
    /// - Throws: what `RequestHeaders` throws.
    func headers(for list: HeaderList, asksForCompression: Bool) throws(TransportError) -> RequestHeaders {
        if let known = latest.withLock({ $0 }), known.list.hasSameBytes(as: list) { return known.headers }
        let headers = try RequestHeaders(list, asksForCompression: asksForCompression)
        latest.withLock { $0 = (list, headers) }
        return headers
    }
}
