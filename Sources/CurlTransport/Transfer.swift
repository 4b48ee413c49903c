import CCurl
import Conformance

/// One easy handle and what it collects; made once, used for one request after another, on the loop's thread only.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    let errorText: UnsafeMutableBufferPointer<CChar>
    private(set) var order: TransferOrder?
    private(set) var collector: AnswerCollector
    private(set) var id: UInt64 = 0
    private var continuation: CheckedContinuation<TransferInbox.Outcome, Never>?
    private var headerMemory = HeaderLineMemory()
    private var preparedFor: Preparation?
    /// The head of the last answer, which the next one's is likely to be like.
    private var formerHead: AnswerHead?
    private let sockets: ConnectionSockets
    let options: CurlOptions
    /// Whether the request was held back, as the connection held bytes that no one had asked for.
    private(set) var metStrayBytes = false
    /// Whether the request went out on a kept connection, brought nothing, and libcurl was kept from sending it again by itself.
    private(set) var refusedRepetition = false
    /// What the first try of a request that was begun again has cost; nil before.
    private var firstTry: FirstTry?
    /// When the request was begun, for what libcurl does not count: the time of a transfer that is given up while it waits.
    private var begun = ContinuousClock.now
    /// The kept connection that the request went out on, or nil where it had one of its own.
    private var keptConnection: ConnectionPorts?

    /// What most options of a handle depend on; while it stays the same, they need not be set again.
    private struct Preparation: Hashable {
        let method: RequestMethod
        let proxy: String?
        let isTLS: Bool
    }

    private struct FirstTry {
        let microseconds: Int
        let sentBytes: Int
    }

    /// Nil where there is no memory for a handle.
    init?(_ options: CurlOptions, _ sockets: ConnectionSockets) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.sockets = sockets
        self.options = options
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0)
        collector = AnswerCollector(headerLimits: options.headerLimits, bodyLimit: 0)
    }

    deinit {
        curl_easy_cleanup(easy)
        errorText.deallocate()
    }

    /// Readies the handle for one request, which is then to be added to the multi handle.
    func begin(
        _ id: UInt64,
        _ order: TransferOrder,
        _ continuation: CheckedContinuation<TransferInbox.Outcome, Never>,
        pins: UnsafeMutablePointer<curl_slist>?
    ) -> CURLcode {
        self.id = id
        self.order = order
        self.continuation = continuation
        metStrayBytes = false
        firstTry = nil
        begun = .now
        return prepare(order, pins: pins)
    }

    /// Whether a request that failed is to be sent again, once, over a connection of its own.
    ///
    /// So it is where it was held back, or where a kept connection broke before any answer: servers close idle connections, and the
    /// news can cross with a request. Only a method that may be repeated is.
    ///
    /// > Source: RFC 9112 §9.3.1, RFC 9110 §9.2.2
    func isToBeginAgain(after code: CURLcode) -> Bool {
        guard firstTry == nil, let order else { return false }
        if metStrayBytes { return true }
        guard order.method.isIdempotent && !collector.hasBegun else { return false }
        let broke = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING
        return refusedRepetition || (broke && EasyFacts(easy).newConnections == 0)
    }

    /// Readies the same request for a connection of its own, with what is left of its time.
    func beginAgain(pins: UnsafeMutablePointer<curl_slist>?) -> CURLcode {
        guard let order else { return CURLE_FAILED_INIT }
        let facts = EasyFacts(easy)
        let first = FirstTry(microseconds: facts.marks.total, sentBytes: facts.sentBytes)
        metStrayBytes = false
        firstTry = first
        preparedFor = nil
        let code = prepare(order, pins: pins)
        var settings = EasySettings(easy)
        settings.set(CURLOPT_TIMEOUT_MS, max(1, order.timeoutMilliseconds - first.microseconds / 1_000))
        settings.set(CURLOPT_FRESH_CONNECT, 1)
        preparedFor = nil
        return code == CURLE_OK ? settings.firstFailure : code
    }

    /// The time since the request was begun, in microseconds.
    var microsecondsSinceBegin: Int { Int((ContinuousClock.now - begun) / .microseconds(1)) }

    /// Whether the request may wait for a connection that another one opens.
    var mayShareConnections: Bool {
        order?.endpoint.isTLS == true && options.httpVersion != .http1 && options.connections.multiplexes
    }

    /// Bytes of the request that were handed to the system, by both tries where there were two.
    var sentBytes: Int { EasyFacts(easy).sentBytes + (firstTry?.sentBytes ?? 0) }

    /// The points of the last try; the total counts from the start of the first.
    var marks: TimeMarks {
        var marks = EasyFacts(easy).marks
        marks.total += firstTry?.microseconds ?? 0
        return marks
    }

    private func prepare(_ order: TransferOrder, pins: UnsafeMutablePointer<curl_slist>?) -> CURLcode {
        collector = AnswerCollector(
            headerLimits: options.headerLimits,
            bodyLimit: order.bodyLimit,
            formerHead: formerHead
        )
        refusedRepetition = false
        keptConnection = nil
        errorText[0] = 0
        var settings = EasySettings(easy)
        let preparation = Preparation(method: order.method, proxy: order.proxy, isTLS: order.endpoint.isTLS)
        if preparedFor != preparation {
            curl_easy_reset(easy)
            prepareCallbacks(&settings)
            settings.apply(options, pins: pins)
            settings.apply(order.method, proxy: order.proxy)
            settings.applyVersion(options.httpVersion, isTLS: order.endpoint.isTLS, options.connections.multiplexes)
            preparedFor = settings.firstFailure == CURLE_OK ? preparation : nil
        }
        settings.set(CURLOPT_URL, order.url)
        settings.set(CURLOPT_HTTPHEADER, headerMemory.list(of: order.headers))
        settings.set(CURLOPT_TIMEOUT_MS, order.timeoutMilliseconds)
        if order.method.shape == .bodied { settings.setBody(order.body ?? []) }
        return settings.firstFailure
    }

    /// The head of an answer that is whole; it is remembered for the next one unless it is long.
    func keepHead() -> AnswerHead {
        let head = collector.head
        if head.isShort { formerHead = head }
        return head
    }

    /// Takes the request's continuation, for the one time it is resumed, and lets go of all that belonged to the request.
    ///
    /// After a failure the handle is set up anew for its next request.
    func end(failed: Bool) -> CheckedContinuation<TransferInbox.Outcome, Never>? {
        if failed { preparedFor = nil }
        let ended = continuation
        continuation = nil
        order = nil
        collector = AnswerCollector(headerLimits: options.headerLimits, bodyLimit: 0)
        return ended
    }

    private func prepareCallbacks(_ settings: inout EasySettings) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        settings.set(CURLOPT_PRIVATE, me)
        settings.set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errorText.baseAddress))
        settings.set(CURLOPT_WRITEDATA, me)
        settings.set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let context, let bytes else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        settings.set(CURLOPT_PREREQDATA, me)
        settings.set(CURLOPT_PREREQFUNCTION) { context, _, _, remotePort, localPort in
            guard let context else { return Int32(CURL_PREREQFUNC_OK) }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.maySend(over: ConnectionPorts(local: localPort, remote: remotePort))
        }
        settings.set(CURLOPT_HEADERDATA, me)
        settings.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let context, let bytes else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.takeHeaderLine(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
    }

    /// As many bytes as were given, or 0, which ends the transfer.
    private func takeBody(_ piece: UnsafeRawBufferPointer) -> Int {
        collector.takeBody(piece, announced: { EasyFacts(easy).announcedBodyBytes }) ? piece.count : 0
    }

    /// Holds the request back where the connection is not as silent as one must be before a request.
    ///
    /// libcurl asks a second time when it has sent the request over a kept connection that broke, and means to send it over another.
    /// It would repeat any method, and give the repetition a time limit of its own, so `isToBeginAgain` decides instead. An HTTP/2
    /// server may also have refused the stream: it has not looked at the request, and the connection lives on.
    ///
    /// > Source: RFC 9113 §8.7
    private func maySend(over ports: ConnectionPorts) -> Int32 {
        if let keptConnection, !sockets.keepsOpen(keptConnection) {
            refusedRepetition = true
            return Int32(CURL_PREREQFUNC_ABORT)
        }
        keptConnection = sockets.knows(ports) ? ports : nil
        guard sockets.holdsStrayBytes(ports) else { return Int32(CURL_PREREQFUNC_OK) }
        sockets.forget(ports)
        metStrayBytes = true
        return Int32(CURL_PREREQFUNC_ABORT)
    }

    private func takeHeaderLine(_ line: UnsafeRawBufferPointer) -> Int {
        collector.takeHeaderLine(line) ? line.count : 0
    }
}
