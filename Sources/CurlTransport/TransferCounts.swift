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
}

/// The counters behind `TransferCounts`: the loop adds, anyone reads.
final class TransferCounters: Sendable {
    private let answered = Atomic(0)
    private let failed = Atomic(0)
    private let connectionsOpened = Atomic(0)
    private let onReusedConnection = Atomic(0)

    func add(answered isAnswered: Bool, connections: Int, reused: Bool) {
        if isAnswered {
            answered.wrappingAdd(1, ordering: .relaxed)
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
            onReusedConnection: onReusedConnection.load(ordering: .relaxed)
        )
    }
}
