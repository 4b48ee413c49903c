import CCurl
import Conformance

/// What one failure is called: its code, one line of what happened, and what a person can do.
struct FailureWords {
    var code: TransportError.Code
    var happened: String
    var hint: String?

    init(_ code: TransportError.Code, _ happened: String, hint: String? = nil) {
        self.code = code
        self.happened = happened
        self.hint = hint
    }

    /// `curl 7 CURLE_COULDNT_CONNECT: …`, or `cancelled: …` for a code of our own.
    var message: String {
        guard let number = code.number else { return "\(code.name): \(happened)" }
        return "curl \(number) \(code.name): \(happened)"
    }
}

extension TransportError {
    /// A request that cannot be sent as it is, or a transport that cannot start.
    static func refusedRequest(_ code: Code, _ happened: String, hint: String?) -> TransportError {
        TransportError(code: code, message: FailureWords(code, happened).message, hint: hint, nothingWasSent: true)
    }

    static func cancelled(at failure: TransferFailure) -> TransportError {
        failure.error(FailureWords(.cancelled, "the request to \(failure.endpoint.shown) was given up"))
    }

    static func closed(at failure: TransferFailure) -> TransportError {
        failure.error(FailureWords(.closed, "the transport was closed before \(failure.endpoint.shown) had answered"))
    }

    /// The multi handle itself failed, which no server can cause.
    static func multiFailed(_ code: CURLMcode, _ failure: TransferFailure) -> TransportError {
        let words = curl_multi_strerror(code).map { String(cString: $0) } ?? "unknown"
        return failure.error(
            FailureWords(.failedInit, "libcurl stopped (\(code.rawValue), \(TransferFailure.lowerFirst(words)))")
        )
    }
}
