import Conformance
import CurlTransport

extension TransferTotals {
    /// Adds what the transport alone knows.
    ///
    /// Connections count from its opening, so that the one over which the target was asked what it offers, and which cases use
    /// again, is among them. Versions of HTTP are those of the cases' own answers.
    mutating func add(_ counts: TransferCounts, since before: TransferCounts) {
        newConnections += counts.connectionsOpened
        for (version, count) in counts.httpVersions {
            let more = count - (before.httpVersions[version] ?? 0)
            if more > 0 { httpVersions[version, default: 0] += more }
        }
    }
}
