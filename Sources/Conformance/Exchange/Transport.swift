/// What carries a request to a target and brings its answer back.
package protocol Transport: Sendable {
    /// Sends one request and waits for the whole answer; redirects are answers like any other.
    ///
    /// - Throws: `TransportError` where no whole answer came; a status of 400 or above is an answer, not an error.
    func send(_ request: TransferRequest) async throws(TransportError) -> TransferResponse

    /// Transports of equal worth over which much work is best spread; at least one.
    var lanes: [any Transport] { get }

    /// Where tasks that send through this one run best, or nil where that does not matter.
    ///
    /// Such a task must not block, nor compute for long: requests of other tasks wait meanwhile.
    var executor: (any TaskExecutor)? { get }
}

extension Transport {
    /// This one alone.
    package var lanes: [any Transport] { [self] }

    /// No preference.
    package var executor: (any TaskExecutor)? { nil }
}

/// One request, ready to be sent: nothing in it is a placeholder any more.
package struct TransferRequest: Sendable, Hashable {
    package var method: String
    /// An absolute `http` or `https` address, percent-encoded.
    package var url: String
    package var headers: HeaderList
    /// The bytes of the body; nil sends none.
    package var body: [UInt8]?
    /// The longest time from start to last byte; rounded up to a whole millisecond, at least one.
    package var timeout: Duration
    /// The most bytes of an answer's body, after any decompression, that are taken before the transfer is ended.
    package var bodyLimit: Int

    package init(
        method: String,
        url: String,
        headers: HeaderList = HeaderList(),
        body: [UInt8]? = nil,
        timeout: Duration = .seconds(10),
        bodyLimit: Int = 4 * 1024 * 1024
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.bodyLimit = bodyLimit
    }
}

/// One whole answer as it came.
package struct TransferResponse: Sendable, Hashable {
    package var status: Int
    /// `HTTP/1.1`, `HTTP/2` and so on.
    package var httpVersion: String
    package var headers: HeaderList
    package var body: [UInt8]
    package var timings: TransferTimings
    /// Whether the connection had served a request before.
    package var reusedConnection: Bool

    package init(
        status: Int,
        httpVersion: String = "HTTP/1.1",
        headers: HeaderList = HeaderList(),
        body: [UInt8] = [],
        timings: TransferTimings = TransferTimings(),
        reusedConnection: Bool = false
    ) {
        self.status = status
        self.httpVersion = httpVersion
        self.headers = headers
        self.body = body
        self.timings = timings
        self.reusedConnection = reusedConnection
    }
}

/// How long each phase of a transfer took; a phase that did not happen is zero.
package struct TransferTimings: Sendable, Hashable {
    package var nameLookup: Duration = .zero
    package var connect: Duration = .zero
    package var tls: Duration = .zero
    /// From the request being sent to the first byte of the answer.
    package var firstByte: Duration = .zero
    /// From start to last byte; never less than the sum of the others.
    package var total: Duration = .zero

    package init(
        nameLookup: Duration = .zero,
        connect: Duration = .zero,
        tls: Duration = .zero,
        firstByte: Duration = .zero,
        total: Duration = .zero
    ) {
        self.nameLookup = nameLookup
        self.connect = connect
        self.tls = tls
        self.firstByte = firstByte
        self.total = total
    }
}
