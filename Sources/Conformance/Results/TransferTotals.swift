/// What the run sent, received and judged.
package struct TransferTotals: Sendable, Hashable {
    package var requests = 0
    package var reusedConnections = 0
    /// Connections that were opened, for requests that failed too.
    package var newConnections = 0
    /// Whole answers by the version of HTTP they came over, such as `HTTP/1.1`.
    package var httpVersions: [String: Int] = [:]
    package var bytesReceived = 0
    /// The time spent judging answers, summed over all cases; with several at once it can exceed that of the run.
    package var judging = Duration.zero

    package init(
        requests: Int = 0,
        reusedConnections: Int = 0,
        newConnections: Int = 0,
        httpVersions: [String: Int] = [:],
        bytesReceived: Int = 0,
        judging: Duration = .zero
    ) {
        self.requests = requests
        self.reusedConnections = reusedConnections
        self.newConnections = newConnections
        self.httpVersions = httpVersions
        self.bytesReceived = bytesReceived
        self.judging = judging
    }
}
