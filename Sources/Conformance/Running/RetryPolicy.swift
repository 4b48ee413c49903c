import WireJSON

/// When a request is sent again: only where that can do no harm, a few times, and later each time.
struct RetryPolicy {
    /// Sendings after the first where no answer came.
    static let mostAfterFailure = 2
    /// Sendings after the first where the target asked for patience.
    static let mostAfterRefusal = 4
    /// The longest `Retry-After` that is kept to; a target that asks for more is taken at its word, and its answer
    /// judged.
    static let longestRetryAfter: Duration = .seconds(10)

    let isRepeatable: Bool
    let isMock: Bool

    /// How long to wait before sending again.
    struct Pause: Hashable {
        var atLeast: Duration
        /// At most so much longer, by chance, so that requests that failed together do not come back together.
        var spread: Duration

        /// So long, chance included.
        ///
        /// - Parameter random: Two bytes; fewer stand for no chance.
        /// - Returns: `atLeast`, and a part of `spread`.
        func duration(random: [UInt8]) -> Duration {
            guard random.count >= 2 else { return atLeast }
            return atLeast + spread * (Int(random[0]) << 8 | Int(random[1])) / 65_536
        }
    }

    /// The pause before sending again after a failure, or nil to give up.
    ///
    /// What was surely not sent may be sent again; what was perhaps sent only where the operation is repeatable. A mock
    /// is asked once: it fails where it was told to, and a second try would hide that.
    func pause(after error: TransportError, retries: Int) -> Pause? {
        guard retries < Self.mostAfterFailure, error.code != .cancelled, error.code != .closed,
            error.code != .bodyTooLarge, error.nothingWasSent || isRepeatable && !isMock
        else { return nil }
        return Self.backoff(.milliseconds(100 << (2 * retries)))
    }

    /// The pause before sending again after an answer, or nil to take it as it is.
    ///
    /// Only after 429, which says that nothing was done, whatever the operation; never where an alternative expects it.
    ///
    /// > Source: RFC 6585 §4 and RFC 9110 §10.2.3
    func pause(
        after response: TransferResponse,
        expected: [Expectation],
        retries: Int,
        now: Timestamp
    ) -> Pause? {
        guard retries < Self.mostAfterRefusal, response.status == 429, !isMock,
            !expected.contains(where: { $0.statuses.allows(429) })
        else { return nil }
        var pause = Self.backoff(.milliseconds(500 << retries))
        if let asked = response.headers["retry-after"].flatMap({ Self.wait($0, now: now) }) {
            guard asked <= Self.longestRetryAfter else { return nil }
            pause.atLeast = max(asked, .zero)
        }
        return pause
    }

    private static func backoff(_ duration: Duration) -> Pause {
        Pause(atLeast: duration, spread: duration / 2)
    }

    /// What `Retry-After` asks for, in seconds or as a date; nil where it is neither.
    private static func wait(_ text: String, now: Timestamp) -> Duration? {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        // A number with more digits than an integer has is out of bounds, whatever it is.
        if isNumber { return .seconds(Int32(text) ?? .max) }
        return HTTPDate.parse(text).map { now.distance(to: $0) }
    }
}
