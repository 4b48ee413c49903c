import Synchronization

/// What a transport has done so far.
package struct TransferCounts: Sendable, Hashable {
    /// Transfers that brought a whole answer.
    package var answered: Int
    /// Transfers that ended in an error, cancelled ones included.
    package var failed: Int
    /// Connections that were opened for all of them.
    package var connectionsOpened: Int
    /// Transfers that went over a connection which had served before.
    package var onReusedConnection: Int
    /// Whole answers by the version of HTTP they came over, such as `HTTP/1.1`; versions without any are left out.
    package var httpVersions: [String: Int]
}

/// The counters behind `TransferCounts`: the loop adds, anyone reads.
final class TransferCounters: Sendable {
    private let answered = Atomic(0)
    private let failed = Atomic(0)
    private let connectionsOpened = Atomic(0)
    private let onReusedConnection = Atomic(0)
    private let overHTTP10 = Atomic(0)
    private let overHTTP11 = Atomic(0)
    private let overHTTP2 = Atomic(0)
    private let overHTTP3 = Atomic(0)

    /// Adds a transfer that has ended; `version` is that of its answer, or nil where no whole one came.
    func add(version: String?, connections: Int, reused: Bool) {
        if let version {
            answered.wrappingAdd(1, ordering: .relaxed)
            switch version {
            case "HTTP/1.0": overHTTP10.wrappingAdd(1, ordering: .relaxed)
            case "HTTP/2": overHTTP2.wrappingAdd(1, ordering: .relaxed)
            case "HTTP/3": overHTTP3.wrappingAdd(1, ordering: .relaxed)
            default: overHTTP11.wrappingAdd(1, ordering: .relaxed)
            }
        } else {
            failed.wrappingAdd(1, ordering: .relaxed)
        }
        if connections > 0 { connectionsOpened.wrappingAdd(connections, ordering: .relaxed) }
        if reused { onReusedConnection.wrappingAdd(1, ordering: .relaxed) }
    }

    var counts: TransferCounts {
        TransferCounts(
            answered: answered.load(ordering: .relaxed),
            failed: failed.load(ordering: .relaxed),
            connectionsOpened: connectionsOpened.load(ordering: .relaxed),
            onReusedConnection: onReusedConnection.load(ordering: .relaxed),
            httpVersions: [
                "HTTP/1.0": overHTTP10.load(ordering: .relaxed),
                "HTTP/1.1": overHTTP11.load(ordering: .relaxed),
                "HTTP/2": overHTTP2.load(ordering: .relaxed),
                "HTTP/3": overHTTP3.load(ordering: .relaxed),
            ].filter { $0.value > 0 }
        )
    }
}
