import Conformance
import WireJSON

/// A target whose port speaks TLS and that was asked without: nothing in what comes back says so, or only in words.
enum PlainToTLS {
    /// What libcurl makes of a port that ends the connection, or answers in TLS.
    private static let codes = ["CURLE_GOT_NOTHING", "CURLE_RECV_ERROR", "CURLE_UNSUPPORTED_PROTOCOL"]

    /// Parts of what nginx, Apache and Go's server say with status 400.
    private static let said = [
        "plain HTTP request was sent to HTTPS port", "speaking plain HTTP to an SSL-enabled server port",
        "HTTP request to an HTTPS server",
    ]

    /// The hint of a first request that failed, with what to try where it was sent in plain.
    static func hint(_ error: TransportError, _ baseURL: String) -> String? {
        guard baseURL.beginsExactly(with: "http://"), codes.contains(where: { $0.hasSameScalars(as: error.code.name) })
        else { return error.hint }
        let advice = "use https:// if the port speaks TLS"
        return error.hint.map { "\(advice), else \($0)" } ?? advice
    }

    /// Whether an answer says it.
    static func isSaid(by response: TransferResponse) -> Bool {
        guard response.status == 400 else { return false }
        let body = String(decoding: response.body, as: UTF8.self)
        return said.contains { body.exactRange(of: $0) != nil }
    }

    static func failure(_ target: String) -> CommandFailure {
        CommandFailure(
            .outOfReach,
            "the target '\(target)' speaks TLS on this port, and was asked in plain HTTP",
            hint: "give --target with https://"
        )
    }
}
