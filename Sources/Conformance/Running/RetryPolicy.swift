import WireJSON

/// When a request is sent again: at most twice more, and only where that can do no harm.
struct RetryPolicy {
    /// Sendings after the first.
    static let mostRetries = 2

    let isRepeatable: Bool
    let isMock: Bool

    /// How long to wait before sending again after a failure, or nil to give up.
    ///
    /// What was surely not sent may be sent again; what was perhaps sent only where the operation is repeatable. A mock
    /// is asked once: it fails where it was told to, and a second try would hide that.
    func delay(after error: TransportError, retries: Int) -> Duration? {
        guard retries < Self.mostRetries, error.code != .cancelled, error.code != .closed, error.code != .bodyTooLarge,
            error.nothingWasSent || isRepeatable && !isMock
        else { return nil }
        return .milliseconds(100 << (2 * retries))
    }

    /// How long to wait before sending again after an answer, or nil to take it as it is.
    ///
    /// Only 429, and only where no alternative expects it; `Retry-After` in seconds is kept to, up to ten.
    func delay(after response: TransferResponse, expected: [Expectation], retries: Int) -> Duration? {
        guard retries < Self.mostRetries, response.status == 429, isRepeatable, !isMock,
            !expected.contains(where: { $0.statuses.allows(429) })
        else { return nil }
        if let seconds = response.headers["retry-after"].flatMap({ Int($0) }) {
            return (0...10).contains(seconds) ? .seconds(seconds) : nil
        }
        return .milliseconds(500 << retries)
    }
}
