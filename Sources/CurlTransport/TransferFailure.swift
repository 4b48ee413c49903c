import CCurl
import Conformance

/// All that is known of a transfer that brought no whole answer; the words for it stand in `TransferFailure+Words.swift`.
struct TransferFailure: Sendable {
    /// How far a transfer had come.
    enum Phase: Sendable, Hashable {
        /// For the connection that another request was opening, to share it.
        case waitingForConnection
        case nameLookup
        case connecting
        case tls
        case sending
        case waitingForAnswer
        case readingHeaders
        case readingBody
    }

    var code: CURLcode
    var endpoint: Endpoint
    var proxy: Endpoint?
    var refusal: AnswerCollector.Refusal?
    var phase = Phase.nameLookup
    /// The `errno` behind it, or 0.
    var systemError: Int32 = 0
    /// libcurl's own words.
    ///
    /// They only serve to tell cases apart, or come from the TLS library: others could hold what must not be shown.
    var detail = ""
    var headerLimits = HeaderLimits()
    var bodyLimit = 0
    /// Bytes of the answer's body that came, before decompression.
    var receivedBytes = 0
    var announcedBytes: Int?
    /// Whether the connection had served before, so that its server may have been about to close it.
    var isOnKeptConnection = false
    var sentBytes = 0
    var authorityFile: String?
    var minimumTLS = MinimumTLS.tls12
    /// The limit that was in force, of the whole transfer or of connecting, in milliseconds.
    var limitMilliseconds = 0
    var marks = TimeMarks()

    /// A failure before anything was begun.
    init(code: CURLcode, endpoint: Endpoint) {
        self.code = code
        self.endpoint = endpoint
    }

    /// Reads what the handle knows, before it is used again.
    init(_ code: CURLcode, _ transfer: Transfer) {
        let facts = EasyFacts(transfer.easy)
        // libcurl says that a callback ended the transfer; what matters is the connection that broke before.
        self.code = transfer.refusedRepetition ? CURLE_RECV_ERROR : code
        endpoint = transfer.order?.endpoint ?? .unknown
        proxy = transfer.order?.proxy.map { Endpoint(proxy: $0) ?? .unknown }
        refusal = transfer.collector.refusal
        marks = transfer.marks
        // libcurl counts the time of a transfer only when something happens to it.
        marks.total = max(marks.total, transfer.microsecondsSinceBegin)
        systemError = facts.systemError
        detail = String(decoding: transfer.errorText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        headerLimits = transfer.options.headerLimits
        bodyLimit = transfer.order?.bodyLimit ?? 0
        receivedBytes = facts.receivedBodyBytes
        announcedBytes = facts.announcedBodyBytes
        sentBytes = transfer.sentBytes
        authorityFile = transfer.options.authorityFile
        minimumTLS = transfer.options.minimumTLS
        phase = transfer.refusedRepetition ? .waitingForAnswer : Self.phase(facts, transfer)
        isOnKeptConnection = transfer.refusedRepetition || (facts.newConnections == 0 && facts.sentBytes > 0)
        limitMilliseconds = transfer.order?.timeoutMilliseconds ?? 0
        let connectLimit = transfer.options.connectTimeout.wholeMilliseconds
        if [.waitingForConnection, .nameLookup, .connecting, .tls].contains(phase) {
            limitMilliseconds = min(limitMilliseconds, connectLimit)
        }
    }

    private static func phase(_ facts: EasyFacts, _ transfer: Transfer) -> Phase {
        let marks = facts.marks
        if transfer.collector.hasAllHeaders { return .readingBody }
        if transfer.collector.hasBegun { return .readingHeaders }
        if marks.requestBegins > 0 {
            let wholeBody = transfer.order?.body?.count ?? 0
            return facts.sentBodyBytes < wholeBody ? .sending : .waitingForAnswer
        }
        if transfer.order?.endpoint.isTLS == true && (marks.connect > 0 || facts.hasConnected) { return .tls }
        // Even a look-up that takes long is counted; a total of zero says that nothing was begun.
        if marks.total == 0 && transfer.mayShareConnections { return .waitingForConnection }
        return marks.nameLookup == 0 ? .nameLookup : .connecting
    }
}

extension Endpoint {
    /// Stands where an address cannot be read.
    static let unknown = Endpoint(isTLS: false, host: "?", port: 0)

    private init(isTLS: Bool, host: String, port: Int) {
        self.isTLS = isTLS
        self.host = host
        self.port = port
    }
}
