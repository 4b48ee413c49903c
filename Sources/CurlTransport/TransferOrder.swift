import Conformance

/// One request, checked and made ready on the caller's side, so that the loop's thread does as little as can be.
///
/// A class, as it is handed from the task to the loop and to the transfer.
final class TransferOrder: Sendable {
    let method: RequestMethod
    let url: String
    let endpoint: Endpoint
    let headers: RequestHeaders
    let body: [UInt8]?
    /// In whole milliseconds, from 1 to the most that libcurl takes.
    let timeoutMilliseconds: Int
    let bodyLimit: Int
    /// The proxy to go through, or nil to go straight.
    let proxy: String?

    /// - Throws: `CURLE_URL_MALFORMAT` for an address and `CURLE_BAD_FUNCTION_ARGUMENT` for a method or header that cannot be sent.
    init(
        _ request: TransferRequest,
        _ options: CurlOptions,
        headers latest: LatestHeaders
    ) throws(TransportError) {
        guard let endpoint = Endpoint(url: request.url) else {
            throw .refusedRequest(
                .urlMalformat,
                "the address is no absolute http or https address",
                hint: "write it as http://host:port/path or https://host/path, percent-encoded"
            )
        }
        guard let method = RequestMethod(request.method, hasBody: request.body != nil) else {
            throw .refusedRequest(
                .badFunctionArgument,
                "the method is no token of letters, digits and -",
                hint: "a method is one word, such as GET"
            )
        }
        if method.shape == .head && request.body != nil {
            throw .refusedRequest(
                .badFunctionArgument,
                "a HEAD request cannot carry a body",
                hint: "leave the body out, or choose another method"
            )
        }
        self.method = method
        self.endpoint = endpoint
        url = request.url
        headers = try latest.headers(for: request.headers, asksForCompression: options.asksForCompression)
        body = request.body
        timeoutMilliseconds = request.timeout.wholeMilliseconds
        bodyLimit = max(0, request.bodyLimit)
        proxy = options.proxy(for: endpoint)
    }
}

/// A request's method, and which of libcurl's ways sends it.
struct RequestMethod: Sendable, Hashable {
    /// What libcurl has to be told besides the method's name.
    enum Shape: Sendable, Hashable {
        case bodyless
        /// No body comes back either.
        case head
        /// A body goes out, if only an empty one, so that `Content-Length` is sent.
        case bodied
    }

    let name: String
    let shape: Shape

    /// Any token is a method; nil where the text is none.
    ///
    /// > Source: RFC 9110 §9.1, and §8.6 for the length that POST, PUT and PATCH state without a body too
    init?(_ name: String, hasBody: Bool) {
        guard !name.isEmpty, name.utf8.allSatisfy(RequestHeaders.isTokenByte) else { return nil }
        self.name = name
        switch name {
        case "HEAD": shape = .head
        case "POST", "PUT", "PATCH": shape = .bodied
        default: shape = hasBody ? .bodied : .bodyless
        }
    }
}

extension RequestMethod {
    /// Whether a request sent twice means the same as one.
    ///
    /// > Source: RFC 9110 §9.2.2
    var isIdempotent: Bool { ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"].contains(name) }
}

extension Duration {
    /// Rounded up, at least 1 because libcurl reads 0 as no limit, at most what libcurl takes.
    var wholeMilliseconds: Int {
        let parts = components
        guard parts.seconds < Int64(Int32.max) / 1_000 else { return Int(Int32.max) }
        guard parts.seconds >= 0 && parts.attoseconds >= 0 else { return 1 }
        let attosecondsPerMillisecond: Int64 = 1_000_000_000_000_000
        let rounded = (parts.attoseconds + attosecondsPerMillisecond - 1) / attosecondsPerMillisecond
        return max(1, Int(parts.seconds * 1_000 + rounded))
    }

    /// Rounded up to whole seconds, at least 1.
    var wholeSeconds: Int {
        max(1, (wholeMilliseconds + 999) / 1_000)
    }
}
